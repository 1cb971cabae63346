"""The states of the world: codes, and names in four languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mithaq.errors import PackError
from mithaq.knowledge.tables import lines

_LANGUAGES = ("en", "fa", "ar", "ru")
_NAMED = 3 + len(_LANGUAGES)
_COLUMNS = _NAMED + len(_LANGUAGES)


@dataclass(frozen=True, slots=True)
class State:
    """One state.

    Attributes:
        code: ISO 3166-1 alpha-2; XK for Kosovo.
        alpha3: ISO 3166-1 alpha-3.
        names: language -> the name that is displayed.
        seats: English forms of the name of the capital (where it is disputed, of the seat of government).
    """

    code: str
    alpha3: str
    names: Mapping[str, str]
    seats: tuple[str, ...] = ()


def load_states(path: Path) -> dict[str, State]:
    """Read the table of states: by code, in the order of codes.

    Raises:
        PackError: a row has not all its columns, or a code stands twice.
    """
    found: dict[str, State] = {}
    for where, (code, alpha3, _, *names) in lines(path, _COLUMNS, filled=_NAMED):
        if code in found:
            raise PackError(f"'{code}' stands twice.", where, "Keep one row.")
        named, capitals = names[: len(_LANGUAGES)], names[len(_LANGUAGES) :]
        seats = tuple(form.strip() for form in capitals[0].split(";") if form.strip())
        found[code] = State(code, alpha3, dict(zip(_LANGUAGES, named, strict=True)), seats)
    return dict(sorted(found.items()))
