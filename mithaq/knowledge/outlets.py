"""The outlets: how each is named in every language, whose state it is of, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mithaq.errors import PackError
from mithaq.knowledge.tables import lines
from mithaq.model import days
from mithaq.text.fold import folded


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet under one name and owner.

    Attributes:
        name: the name under which it is counted.
        state: state whose outlet it is, by ownership or seat; None for one of no state.
        start: prefix date from which the row holds; None where it always did.
        end: prefix date of the last day; None where it still holds.
    """

    name: str
    state: str | None
    start: str | None
    end: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Outlets:
    """Outlets by the folded forms of their names."""

    by_form: Mapping[str, tuple[Outlet, ...]]

    def find(self, name: str | None, day: str | None = None) -> Outlet | None:
        """The outlet of a name as written, at a prefix date where rows differ by date; None where it is not in the table."""
        rows = self.by_form.get(_form(name), ()) if name else ()
        holding = [row for row in rows if day is None or _holds(row, day)]
        return next(iter(holding or rows), None)


def load_outlets(path: Path) -> Outlets:
    """Read the table `name, state, forms, from, to, source`; forms are divided by `|`, `-` stands for nothing.

    Raises:
        PackError: a date that is none, or a form that names two outlets at one time.
    """
    found: dict[str, list[Outlet]] = {}
    for where, cells in lines(path, 6):
        name, state, forms, start, end, source = (None if cell == "-" else cell for cell in cells)
        outlet = Outlet(name or "", state, start, end, source or "")
        _check(outlet, where)
        for form in {_form(form) for form in (outlet.name, *(forms or "").split("|")) if form.strip()}:
            clash = [other for other in found.get(form, ()) if other.name != outlet.name]
            if clash:
                raise PackError(f"'{form}' names {clash[0].name} already; one form names one outlet.", where)
            found.setdefault(form, []).append(outlet)
    return Outlets({form: tuple(rows) for form, rows in sorted(found.items())})


def _form(name: str) -> str:
    return " ".join(folded(name).split())


def _holds(outlet: Outlet, day: str) -> bool:
    first, last = days(day)
    return (outlet.start is None or days(outlet.start)[0] < last) and (outlet.end is None or first < days(outlet.end)[1])


def _check(outlet: Outlet, where: str) -> None:
    if not outlet.name or not outlet.source:
        raise PackError("an outlet needs a name and a source.", where)
    for date in (outlet.start, outlet.end):
        try:
            days(date or "2000")
        except ValueError as error:
            raise PackError(f"'{date}': {error}. Dates are YYYY, YYYY-MM or YYYY-MM-DD; '-' is none.", where) from error
