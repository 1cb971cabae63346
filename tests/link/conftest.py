from __future__ import annotations

import json
from typing import Any

import pytest

from tests.link.hand import SHARED, Known, known


@pytest.fixture(scope="session")
def knowledge() -> Known:
    return known()


@pytest.fixture(scope="session")
def seeds() -> list[dict[str, Any]]:
    path = SHARED / "gold" / "seeds.jsonl"
    if not path.exists():
        pytest.skip("the shared gold records are not there")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def links() -> dict[str, Any]:
    path = SHARED / "gold" / "links.json"
    if not path.exists():
        pytest.skip("the shared gold links are not there")
    return dict(json.loads(path.read_text(encoding="utf-8")))
