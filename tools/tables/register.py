"""The hand-made register of states, from which the generators take codes, displayed names and capitals."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tools.tables.rows import read

DATA = Path(__file__).parents[2] / "mithaq" / "data"
LANGUAGES = ("en", "fa", "ar", "ru")
"""In the order of the register's columns."""


class State(NamedTuple):
    """One row of mithaq/data/states.tsv; `name` and `capital` by language, the forms of a capital in order."""

    code: str
    standing: str
    name: dict[str, str]
    capital: dict[str, list[str]]


def states() -> list[State]:
    """All rows of the register, in its order."""
    return [_state(cells) for cells in read(DATA / "states.tsv")]


def _state(cells: list[str]) -> State:
    code, _, standing, *rest = cells
    capitals = [cell.split(";") if cell else [] for cell in rest[4:]]
    return State(code, standing, dict(zip(LANGUAGES, rest[:4], strict=True)), dict(zip(LANGUAGES, capitals, strict=True)))
