from __future__ import annotations

import os
from pathlib import Path

import pytest

from mithaq.knowledge import cache


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "mithaq"


def _list(value: object) -> bool:
    return isinstance(value, list)


def test_a_value_is_made_once_and_then_read(home: Path) -> None:
    made: list[int] = []

    def make() -> list[str]:
        made.append(1)
        return ["یک", "два"]

    assert [cache.remembered("k", make, _list) for _ in range(3)] == [["یک", "два"]] * 3
    assert len(made) == 1
    assert [path.name for path in home.iterdir()] == ["k.json"]


@pytest.mark.parametrize("broken", ["", "{", "7", '"text"'])
def test_a_broken_file_is_made_anew(home: Path, broken: str) -> None:
    home.mkdir()
    (home / "k.json").write_text(broken, encoding="utf-8")
    assert cache.remembered("k", lambda: [1], _list) == [1]
    assert (home / "k.json").read_text(encoding="utf-8") == "[1]"


def test_only_the_newest_values_are_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 2)
    for place, name in enumerate(("a", "b", "c")):
        cache.remembered(name, lambda: [1], _list)
        os.utime(home / f"{name}.json", (place, place))
    cache.remembered("d", lambda: [1], _list)
    assert sorted(path.name for path in home.iterdir()) == ["c.json", "d.json"]


def test_a_folder_that_cannot_be_made_only_costs_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cache.remembered("k", lambda: [1], _list) == [1]


def test_keys_tell_borders_and_order_apart() -> None:
    assert len({cache.key([b"ab", b"c"]), cache.key([b"a", b"bc"]), cache.key([b"bc", b"a"])}) == 3
