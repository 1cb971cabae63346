from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.errors import PackError
from mithaq.knowledge import DATA, Packs


def test_a_pack_is_compiled_once_and_only_when_it_is_asked_for(tmp_path: Path) -> None:
    packs = Packs({"en": DATA / "lang" / "en", "xx": tmp_path}, frozenset({"IR/Tehran"}))
    assert list(packs) == ["en", "xx"]
    assert packs["en"] is packs["en"]
    with pytest.raises(PackError, match=r"profile\.toml"):
        packs["xx"]
