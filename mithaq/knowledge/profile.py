"""The profile of a language: what is true of it as a whole, from `profile.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mithaq.errors import PackError
from mithaq.text.fold import folded

FORMS = ("plain", "arabic", "persian", "english", "russian")
"""Ways in which surfaces of a table are expanded to the spellings that texts use (see `forms.py`)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What holds for a language as a whole.

    Attributes:
        forms: name of the way in which surfaces are expanded, one of `FORMS`.
        before: folded clitics that may stand before a word in one token, each with the code that it adds ("" for none).
        after: class of a row -> folded endings that may follow it in one token; "default" for classes not named.
        loose_before: folded heads of words that a lost half-space may set apart.
        loose_after: folded endings of words that a lost half-space may set apart.
        names: settings of the discovery of names (see `extract/people.py`).
        numbers: `decimal` and `group`: signs before decimals and between groups of three digits, the usual one first; `order` of day,
            month and year in dates of digits ("dmy", "mdy").
    """

    code: str
    name: str
    titles: Mapping[str, str]
    script: str
    direction: str
    digits: str
    calendars: tuple[str, ...]
    forms: str
    abbreviations: frozenset[str]
    before: Mapping[str, str]
    after: Mapping[str, frozenset[str]]
    loose_before: frozenset[str]
    loose_after: frozenset[str]
    names: Mapping[str, Any]
    numbers: Mapping[str, str]
    letters: str


_KEYS = {
    "code",
    "name",
    "titles",
    "script",
    "direction",
    "digits",
    "calendars",
    "forms",
    "abbreviations",
    "affixes",
    "names",
    "numbers",
    "letters",
}


def read(path: Path) -> Profile:
    """Read `profile.toml`.

    Raises:
        PackError: a key is missing or unknown, or `forms` is not one of `FORMS`.
    """
    where = f"{path.parent.name}/{path.name}"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"not a readable TOML file ({error}).", where) from error
    if raw.keys() != _KEYS:
        wrong = sorted(raw.keys() ^ _KEYS)
        raise PackError(f"keys missing or unknown: {', '.join(wrong)}.", where, f"A profile has exactly: {', '.join(sorted(_KEYS))}.")
    if raw["forms"] not in FORMS:
        raise PackError(f"forms = {raw['forms']!r} is not one of {', '.join(FORMS)}.", where)
    affixes = raw["affixes"]
    return Profile(
        code=raw["code"],
        name=raw["name"],
        titles=raw["titles"],
        script=raw["script"],
        direction=raw["direction"],
        digits=raw["digits"],
        calendars=tuple(raw["calendars"]),
        forms=raw["forms"],
        abbreviations=frozenset(raw["abbreviations"]),
        before={folded(affix): code for affix, code in affixes.get("before", {}).items()},
        after={name: frozenset(map(folded, found)) for name, found in affixes.get("after", {}).items()},
        loose_before=frozenset(map(folded, affixes.get("loose_before", ()))),
        loose_after=frozenset(map(folded, affixes.get("loose_after", ()))),
        names=raw["names"],
        numbers=raw["numbers"],
        letters=raw["letters"],
    )
