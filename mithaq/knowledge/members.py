"""The members of organisations of states: which states, from when until when, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mithaq.errors import PackError
from mithaq.knowledge.tables import lines
from mithaq.model import days

_FEWEST = 3
"""Members that a list of parties must name, all that there are, to stand for their organisation."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One state in one organisation; `start` and `end` are prefix dates, `end` of the last day, None where there is none."""

    state: str
    start: str | None
    end: str | None
    source: str

    def holds(self, day: str | None) -> bool:
        """Whether it holds on a day of a prefix date; without one, whether it still does."""
        if day is None:
            return self.end is None
        first, last = days(day)
        return (self.start is None or days(self.start)[0] < last) and (self.end is None or first < days(self.end)[1])


@dataclass(frozen=True, slots=True)
class Members:
    """Memberships by organisation."""

    by_organisation: Mapping[str, tuple[Membership, ...]]

    def of(self, organisation: str, day: str | None = None) -> frozenset[str]:
        """The states that were members on a day; without one, those that still are."""
        return frozenset(one.state for one in self.by_organisation.get(organisation, ()) if one.holds(day))

    def organisations(self, state: str) -> list[str]:
        """The organisations of which a state is or was a member, sorted."""
        return sorted(name for name, held in self.by_organisation.items() if any(one.state == state for one in held))

    def folded(self, parties: Iterable[str], day: str | None = None) -> frozenset[str]:
        """Parties with an organisation for its members, where it is named beside them or all of them are, and others too."""
        found = frozenset(parties)
        for name in sorted(self.by_organisation if len(found) > _FEWEST else found & self.by_organisation.keys()):
            members = self.of(name, day)
            together = name in found or (len(members) >= _FEWEST and members <= found)
            if together and found - members - {name} and not found.isdisjoint(members):
                found = found - members | {name}
        return found


@lru_cache(maxsize=4)
def load_members(path: Path) -> Members:
    """Read the table `organisation, state, from, to, source`; `-` stands for nothing.

    Raises:
        PackError: a date that is none.
    """
    found: dict[str, list[Membership]] = {}
    for where, (name, state, *dates, source) in lines(path, 5):
        start, end = (None if cell == "-" else cell for cell in dates)
        for date in filter(None, (start, end)):
            try:
                days(date)
            except ValueError as error:
                raise PackError(f"'{date}': {error}. Dates are YYYY, YYYY-MM or YYYY-MM-DD; '-' is none.", where) from error
        found.setdefault(name, []).append(Membership(state, start, end, source))
    return Members({name: tuple(held) for name, held in sorted(found.items())})
