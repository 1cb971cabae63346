"""The profile of a language: what is true of it as a whole, from `profile.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mithaq.errors import PackError
from mithaq.knowledge.forms import FORMS
from mithaq.text.fold import folded


@dataclass(frozen=True, slots=True)
class Profile:
    """What holds for a language as a whole.

    Attributes:
        titles: language -> the name of this language in it; its own among them.
        digits: its ten digits, from zero.
        forms: name of the way in which surfaces are expanded, one of `forms.FORMS`.
        before: folded clitics that may stand before a word in one token, each with the code that it adds ("" for none).
        after: class of a row -> folded endings that may follow it in one token; "default" for classes not named.
        loose_before: folded heads of words that a lost half-space may set apart.
        loose_after: folded endings of words that a lost half-space may set apart.
        names: settings of names and of the order of words (docs/packs.md lists them).
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


_KEYS = frozenset(
    {
        "code", "name", "titles", "script", "direction", "digits", "calendars", "forms", "abbreviations", "affixes", "names", "numbers",
    }
)  # fmt: skip
_NAMES = frozenset(
    {
        "capitals", "longest", "before_office", "after_office", "endings", "state_before", "portfolios", "bare_clauses", "subject",
        "verb_last", "definite", "organs",
    }
)  # fmt: skip
_NUMBERS = frozenset({"decimal", "group", "order"})
_AFFIXES = frozenset({"before", "after", "loose_before", "loose_after"})
_CHOICES: Mapping[tuple[str, str], Collection[str]] = {
    ("", "forms"): FORMS, ("", "direction"): ("ltr", "rtl"),
    ("names", "subject"): ("before", "near", "after"), ("numbers", "order"): ("dmy", "mdy"),
}  # fmt: skip
"""Table ("" for none) and key -> the values that it may have."""


def read(path: Path) -> Profile:
    """Read `profile.toml`.

    Raises:
        PackError: a key is missing or unknown, or has a value that is not allowed.
    """
    where = f"{path.parent.name}/{path.name}"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"not a readable TOML file ({error}).", where) from error
    _check(raw, where)
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
    )


def _check(raw: Mapping[str, Any], where: str) -> None:
    _exactly(raw, _KEYS, where, "A profile")
    _exactly(raw["names"], _NAMES, f"{where} [names]", "The table")
    _exactly(raw["numbers"], _NUMBERS, f"{where} [numbers]", "The table")
    if unknown := sorted(raw["affixes"].keys() - _AFFIXES):
        raise PackError(f"unknown keys: {', '.join(unknown)}.", f"{where} [affixes]", f"Allowed are {', '.join(sorted(_AFFIXES))}.")
    if len(raw["digits"]) != 10 or not raw["digits"].isdecimal():
        raise PackError(f"digits = {raw['digits']!r} are not ten digits.", where)
    if raw["code"] not in raw["titles"]:
        raise PackError(f"titles has no name of {raw['name']} in itself.", where, f'Add {raw["code"]} = "…".')
    for (table, key), allowed in _CHOICES.items():
        value = (raw[table] if table else raw)[key]
        if value not in allowed:
            raise PackError(f"{key} = {value!r} is not one of {', '.join(allowed)}.", f"{where} [{table}]" if table else where)


def _exactly(table: Mapping[str, Any], keys: frozenset[str], where: str, what: str) -> None:
    if wrong := sorted(table.keys() ^ keys):
        raise PackError(f"keys missing or unknown: {', '.join(wrong)}.", where, f"{what} has exactly: {', '.join(sorted(keys))}.")
