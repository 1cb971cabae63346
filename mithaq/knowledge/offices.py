"""The dated office table: who held which office of which state from when to when, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mithaq.errors import PackError
from mithaq.knowledge.tables import lines
from mithaq.knowledge.vocabularies import Vocabulary
from mithaq.model import days

_STILL = "+"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office.

    Attributes:
        names: the name in English first, then as other languages write it.
        start: prefix date in which the first day lies.
        end: prefix date in which the last day lies; where `open`, the last day that is known of.
        open: whether the person held the office at the end of `end`; nothing is known after it.
        source: public address of who says so.
    """

    office: str
    state: str
    names: tuple[str, ...]
    start: str
    end: str
    open: bool
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Offices:
    """All tenures by (office, state), the earliest first. Two tables are one only where they are one object."""

    tenures: Mapping[tuple[str, str], tuple[Tenure, ...]]

    def holder(self, office: str, state: str, first: str, last: str) -> Tenure | None:
        """Who certainly held an office on every day from `first` to `last` (prefix dates); None where the table does not say."""
        begin, end = days(first)[0], days(last)[1]
        for tenure in self.tenures.get((office, state), ()):
            if days(tenure.start)[1] <= begin and end <= days(tenure.end)[tenure.open]:
                return tenure
        return None


NOBODY = Offices({})
"""An empty table."""


def load_offices(path: Path, offices: Vocabulary) -> Offices:
    """Read the table `office, state, names, from, to, source`; names are divided by `|`, `DATE+` is an end that is not known yet.

    Raises:
        PackError: an office outside the vocabulary, a date that is none, an end before its start, or no address.
    """
    found: dict[tuple[str, str], list[Tenure]] = {}
    for where, (office, state, names, start, end, source) in lines(path, 6):
        if office not in offices:
            raise PackError(f"'{office}' is no office; allowed are {', '.join(offices.values)}.", where)
        if not source.startswith("https://"):
            raise PackError(f"'{source}' is no address; give the public page that says so.", where)
        known = tuple(name.strip() for name in names.split("|"))
        tenure = Tenure(office, state, known, start, end.removesuffix(_STILL), end.endswith(_STILL), source)
        _check(tenure, where)
        found.setdefault((office, state), []).append(tenure)
    return Offices({key: tuple(sorted(held, key=lambda tenure: tenure.start)) for key, held in sorted(found.items())})


def _check(tenure: Tenure, where: str) -> None:
    try:
        start, end = days(tenure.start)[0], days(tenure.end)[1]
    except ValueError as error:
        raise PackError(f"'{tenure.start}' to '{tenure.end}': {error}. Dates are YYYY, YYYY-MM or YYYY-MM-DD.", where) from error
    if end <= start:
        raise PackError(f"the tenure ends on {tenure.end}, before it starts on {tenure.start}.", where)
