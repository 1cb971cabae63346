"""States, outlets and persons of the simulated world. The codes are real so that texts can be read; all that is told of them is fiction."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mithaq.knowledge.offices import Offices, Tenure
from mithaq.knowledge.outlets import Outlet, Outlets
from mithaq.text.fold import folded
from tools.world.days import dated

LANGUAGES = ("en", "fa", "ar", "ru")
STATES = (
    "UY", "PY", "NA", "MG", "NP", "LK", "MN", "KE", "TZ", "UG", "GH", "SN", "CL", "PE", "EC", "BO", "NI", "CU", "VN", "LA", "KH", "TH",
    "MY", "PH", "BD", "ET", "ZM", "ZW", "MZ", "AO", "PT", "FI", "HU", "RO", "BG", "HR", "SK", "SI", "LV", "LT", "EE", "DK", "NO", "IS",
    "MT",
)  # fmt: skip
"""States without rows in the table of dated offices, so that no real person is drawn in."""
HERE = Path(__file__).parent
SOURCE = "https://example.org/fiction"


@dataclass(frozen=True)
class Person:
    """An official: the name in each language, office, state and term (ordinals of days)."""

    names: tuple[tuple[str, str], ...]
    office: str
    state: str
    first: int
    last: int

    def name(self, lang: str) -> str:
        """The name as a language writes it."""
        return dict(self.names)[lang]


@dataclass(frozen=True)
class Press:
    """An outlet: its name, whose state it is of, and the language in which it writes."""

    name: str
    state: str | None
    lang: str


@cache
def _syllables() -> list[tuple[str, ...]]:
    lines = (HERE / "syllables.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def person(chance: random.Random, office: str, state: str, term: tuple[int, int]) -> Person:
    """An invented official."""
    given, family = chance.sample(_syllables(), 2), chance.sample(_syllables(), chance.choice((2, 3)))
    words = [["".join(part[place] for part in parts) for parts in (given, family)] for place in (0, 1, 2, 3)]
    names = {lang: " ".join(word.capitalize() for word in words[place]) for place, lang in ((0, "en"), (1, "ru"), (2, "fa"), (3, "ar"))}
    return Person(tuple(sorted(names.items())), office, state, *term)


def government(chance: random.Random, state: str, span: tuple[int, int]) -> list[Person]:
    """All officials of a state through the years: one after the other in each office."""
    out = []
    for office, shortest, longest in (("president", 1400, 3000), ("prime_minister", 900, 2200), ("foreign_minister", 700, 1800)):
        day = span[0]
        while day <= span[1]:
            end = day + chance.randint(shortest, longest)
            out.append(person(chance, office, state, (day, end - 1)))
            day = end
    return out


def press(states: tuple[str, ...]) -> list[Press]:
    """Two outlets of every state, and four of none."""
    own = [
        Press(f"{state} {name}", state, LANGUAGES[(at + shift) % 4])
        for at, state in enumerate(states)
        for name, shift in (("State Agency", 0), ("Courier", 1))
    ]
    return own + [Press(f"World Wire {lang.upper()}", None, lang) for lang in LANGUAGES]


def outlets(held: list[Press]) -> Outlets:
    """The table of these outlets."""
    return Outlets({" ".join(folded(one.name).split()): (Outlet(one.name, one.state, None, None, SOURCE),) for one in held})


def offices(held: list[Person]) -> Offices:
    """The table of these officials."""
    found: dict[tuple[str, str], list[Tenure]] = {}
    for one in held:
        names = (one.name("en"), *(one.name(lang) for lang in ("fa", "ar", "ru")))
        tenure = Tenure(one.office, one.state, names, dated(one.first), dated(one.last), False, SOURCE)
        found.setdefault((one.office, one.state), []).append(tenure)
    return Offices({key: tuple(rows) for key, rows in found.items()})
