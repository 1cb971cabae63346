from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mithaq.store import Register
from tests.store.hand import said, signed, single


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register with two documents of one claim each, linked."""
    with Register(tmp_path / "register.db", create=True) as made:
        with made.writing("k1") as batch:
            batch.add(*signed(outlet="IRNA", published="2025-08-20"))
            batch.add(*said(outlet="SANA"))
            batch.link(single(list(made.records())))
        yield made
