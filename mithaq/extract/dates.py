"""Dates of a document: days, months, years, ranges and weekdays in four calendars, and times seen from the day of publication."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mithaq.extract.dateparts import Piece, pieces
from mithaq.extract.items import Item, Reading
from mithaq.extract.numbers import numbers
from mithaq.text import calendars
from mithaq.text.calendars import Days

_UNITS = {"unit.years": "y", "unit.months": "m", "unit.weeks": "w", "unit.days": "d"}
_TURNS = (("calendar:last", -1), ("calendar:next", 1), ("calendar:this", 0))
_BETWEEN = ("comma", "open", "close", "dash", "slash", "calendar:same", "calendar:part", "unit:unit.days")
_MOST_BETWEEN = 2
_YEAR = 4
"""Digits of a prefix date that is a year alone."""

_AHEAD = 3
"""How many times as far a day without a year counts when it is to come: reports date the past more often, the future when it is near."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written: a half-open run of items.

    Attributes:
        value: prefix date in the Gregorian calendar; None where the text, with the day of publication if that is known, gives none
            (a weekday alone, a day without a year), or no prefix covers it (most Jalali months: see `days`).
        end: of a range, the prefix date in which it ends.
        days: the first day, and the day after the last, that it covers; None where `value` is None for want of a year.
        calendar: gregorian, levantine, maghrebi, jalali or hijri, by the names and years used.
        precision: day, month, year, week or weekday.
        weekday: English name, where the text gives one.
        relative: how far from the day of publication the text sets it: "-1d", "-17y", "last", "next"; None for a written date.
        offset: days from the day of publication that the text says besides a written date ("today, 13 March 2023": 0).
        has_year: the text gives the year.
        conflict: weekday and date, or the two dates of a double one, contradict each other.
    """

    first: int
    last: int
    value: str | None
    end: str | None = None
    days: tuple[str, str] | None = None
    calendar: str = "gregorian"
    precision: str = "day"
    weekday: str | None = None
    relative: str | None = None
    offset: int | None = None
    has_year: bool = False
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class _Written:
    """The numbers of a written date, in its own calendar."""

    system: str
    year: int | None
    month: int | None
    day: int | None
    until_year: int | None = None
    until_day: int | None = None
    broken: bool = False

    @property
    def calendar(self) -> str:
        return calendars.SYSTEMS[self.system]

    def covered(self, year: int | None = None) -> Days | None:
        """Its days, in its own year or the one given."""
        known = self.year or year
        return None if known is None or self.broken else calendars.days(self.calendar, known, self.month, self.day)


def dates(reading: Reading, published: str | None = None) -> list[Date]:
    """All dates of a document, in order.

    Args:
        published: day of publication, if known: a prefix date, used only where it has its day. Never today.
    """
    return Dating(reading).dates(published)


def _day(prefix: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(prefix) if prefix and len(prefix) == 10 else None


def _with_year(items: Sequence[Item], one: Date, after: Date | None, written: Mapping[int, _Written]) -> Date:
    """A day without a year that begins a range with one takes its year ("28 March to 2 April 2023")."""
    if after is None or one.has_year or not after.has_year or one.relative or one.precision != "day" or after.precision != "day":
        return one
    between = items[one.last : after.first]
    if len(between) != 1 or not ("dash" in between[0].codes or between[0].has("word:prep.to")):
        return one
    begin, ending = written.get(one.first), written.get(after.first)
    days = begin.covered(ending.year) if begin and ending and begin.calendar == ending.calendar else None
    return replace(one, value=calendars.prefix(days), days=_iso(days), has_year=True) if days else one


def _iso(days: Days | None) -> tuple[str, str] | None:
    return (days.start.isoformat(), days.end.isoformat()) if days else None


class Dating:
    """What a document says of dates, read once; `dates` sees it from a day of publication.

    Attributes:
        numbers: all numbers of the document.
    """

    def __init__(self, reading: Reading) -> None:
        self.items = reading.items
        self.profile = reading.pack.profile
        self.numbers = numbers(reading)
        self.values = {number.first: number.value for number in self.numbers}
        self.groups = self._grouped(pieces(reading, self.numbers))

    def dates(self, published: str | None = None) -> list[Date]:
        """All dates of the document, in order (see `dates`)."""
        anchor = _day(published) or next((day for group in self.groups if (day := self.today(group))), None)
        out = [found for group in self.groups if (found := self.date(group, anchor))]
        written = {group[0].first: self._dates(group)[0] for group in self.groups if self._dates(group)}
        return [_with_year(self.items, one, after, written) for one, after in zip(out, [*out[1:], None], strict=False)]

    def _grouped(self, found: Sequence[Piece]) -> list[list[Piece]]:
        """Pieces that say one date together: "Monday, 13 March 2023", "today (Monday)", "22 Esfand 1401 (13 March 2023)"."""
        out: list[list[Piece]] = []
        for piece in found:
            if out and self._joins(out[-1], piece):
                out[-1].append(piece)
            else:
                out.append([piece])
        return out

    def _joins(self, group: Sequence[Piece], piece: Piece) -> bool:
        between = self.items[group[-1].last : piece.first]
        if len(between) > _MOST_BETWEEN or not all(item.has_any(_BETWEEN) for item in between):
            return False
        kinds = [held.kind for held in group]
        written = [held for held in group if held.kind in {"date", "months first", "range"}]
        if piece.kind in {"date", "months first", "range"}:
            if written:
                marked = any(item.has(name) for item in between for name in ("open", "calendar:same", "slash", "dash"))
                return marked and len(written) == 1 and self._system(written[0]) != self._system(piece)
            return "day" in piece.parts or "full" in piece.parts or "one" in piece.parts
        if piece.kind not in {"now", "weekday"} or piece.kind in kinds or "period" in kinds:
            return False
        return not written or any(name in held.parts for held in written for name in ("day", "full", "one"))

    def _system(self, piece: Piece) -> str:
        return self._written(piece).system

    def today(self, group: Sequence[Piece]) -> datetime.date | None:
        """The day of publication that "today, 13 March 2023" gives; None for any other date."""
        offset, written = self._offset(group), self._dates(group)
        days = written[0].covered() if written else None
        if offset is None or days is None or written[0].day is None:
            return None
        return days.start - datetime.timedelta(days=offset)

    def _dates(self, group: Sequence[Piece]) -> list[_Written]:
        return [self._written(piece) for piece in group if piece.kind in {"date", "months first", "range"}]

    def _offset(self, group: Sequence[Piece]) -> int | None:
        piece = next((piece for piece in group if piece.kind == "now"), None)
        return int((self.items[piece.parts["now"]].sense("calendar:relative") or "0d")[:-1]) if piece else None

    def date(self, group: Sequence[Piece], anchor: datetime.date | None) -> Date | None:
        """The date that some pieces say together; None for a stretch of time that names none."""
        written, weekday = self._dates(group), self._weekday(group)
        first, last = group[0].first, group[-1].last
        if any("open" in item.codes for item in self.items[first:last]) and last < len(self.items) and "close" in self.items[last].codes:
            last += 1
        if group[0].kind == "period":
            return self._period(group[0], anchor)
        made = Date(first, last, None, weekday=weekday, precision="weekday", offset=self._offset(group))
        if written:
            return self._checked(self._dated(made, written, anchor), anchor)
        return self._checked(self._relative(made, group, anchor), anchor)

    def _weekday(self, group: Sequence[Piece]) -> str | None:
        place = next((piece.parts["weekday"] for piece in group if piece.kind == "weekday"), None)
        sense = self.items[place].sense("calendar:weekday") if place is not None else None
        return sense.capitalize() if sense else None

    def _relative(self, made: Date, group: Sequence[Piece], anchor: datetime.date | None) -> Date:
        if made.offset is not None:
            days = calendars.shifted(anchor, made.offset, "d") if anchor else None
            value = calendars.prefix(days) if days else None
            return replace(made, value=value, days=_iso(days), precision="day", relative=f"{made.offset}d")
        turn = next((self._turn(piece) for piece in group if piece.parts.keys() & {"turn", "turned"}), 0)
        if not turn or not made.weekday:
            return made
        day = calendars.nearest(made.weekday, anchor, turn).isoformat() if anchor else None
        return replace(made, value=day, relative="last" if turn < 0 else "next", precision="day")

    def _turn(self, piece: Piece) -> int:
        item = self.items[piece.parts.get("turn", piece.parts.get("turned", piece.first))]
        return next((step for code, step in _TURNS if item.has(code)), 0)

    def _dated(self, made: Date, written: Sequence[_Written], anchor: datetime.date | None) -> Date:
        one = written[0]
        made = replace(made, calendar=one.system, precision="day" if one.day else "month" if one.month else "year")
        made = replace(made, has_year=any(other.year for other in written), conflict=one.broken)
        if one.until_year or one.until_day:
            return self._ranged(made, one, anchor)
        days = one.covered() or next((found for other in written[1:] if (found := other.covered())), None)
        others = [found for other in written[1:] if (found := other.covered())]
        if days and any(not (days.start < other.end and other.start < days.end) for other in others):
            made = replace(made, conflict=True)
        if days is None and one.year is None and anchor:
            days = self._nearest(one, anchor)
        return replace(made, value=calendars.prefix(days) if days else None, days=_iso(days))

    def _ranged(self, made: Date, one: _Written, anchor: datetime.date | None) -> Date:
        near = self._nearest(one, anchor) if anchor and one.year is None else None
        year = one.year or (self._year(near.start, one) if near else None)
        if year is None:
            return made
        ends = [calendars.days(one.calendar, year, one.month, one.day)]
        ends.append(calendars.days(one.calendar, one.until_year or year, one.month, one.until_day or one.day))
        known = sorted(end for end in ends if end)
        if len(known) < 2:
            return replace(made, conflict=True)
        exact = [calendars.prefix(end) for end in known]
        edges = (known[0].start.isoformat(), (known[1].end - datetime.timedelta(days=1)).isoformat())
        value, end = (exact[0] or edges[0], exact[1] or edges[1]) if all(exact) else edges
        return replace(made, value=value, end=end, days=(known[0].start.isoformat(), known[1].end.isoformat()))

    def _nearest(self, one: _Written, anchor: datetime.date) -> Days | None:
        """The days of a date without a year in the year that brings it nearest to publication; a day to come counts as farther."""
        year = self._year(anchor, one)
        found = [days for step in (-1, 0, 1) if (days := one.covered(year + step))]
        return min(found, key=lambda days: max((anchor - days.start).days, _AHEAD * (days.start - anchor).days), default=None)

    @staticmethod
    def _year(day: datetime.date, one: _Written) -> int:
        return calendars.year(day, one.calendar)

    def _checked(self, made: Date, anchor: datetime.date | None) -> Date:
        """Flags a weekday or a "today" that contradicts the day."""
        day = _day(made.value) if made.end is None else None
        wrong = day is not None and made.weekday is not None and calendars.weekday(day) != made.weekday
        if day and anchor and made.offset is not None and made.has_year:
            wrong = wrong or (day - anchor).days != made.offset
        return replace(made, conflict=True) if wrong else made

    def _period(self, piece: Piece, anchor: datetime.date | None) -> Date | None:
        amount, unit = self._distance(piece)
        if unit is None or amount is None:
            return None
        calendar = self.profile.calendars[0]
        days = calendars.shifted(anchor, amount, unit, calendars.SYSTEMS[calendar]) if anchor else None
        precision = {"y": "year", "m": "month", "w": "week", "d": "day"}[unit]
        value = calendars.prefix(days) if days else None
        if unit != "y" and value and len(value) == _YEAR:
            value = None  # a week or month of two: its year alone would say that no month was given
        made = Date(piece.first, piece.last, value, days=_iso(days), calendar=calendar)
        return replace(made, precision=precision, relative=f"{amount}{unit}")

    def _distance(self, piece: Piece) -> tuple[int | None, str | None]:
        """How many of which unit a stretch of time lies away: last year is (-1, "y")."""
        parts = piece.parts
        if "several" in parts:
            return None, None
        if "period" in parts:
            item = self.items[parts["period"]]
            sense = item.sense("calendar:relative") or "0d"
            count = self.values.get(parts["number"], 0.5) if "number" in parts else 0.5 if "mark:plural" in item.codes else 1
            return (int(sense[:-1]) * int(count), sense[-1]) if float(count).is_integer() else (None, None)
        item = self.items[parts["unit"]]
        unit = _UNITS.get(item.sense("unit") or "")
        several = bool(item.codes & {"mark:plural", "mark:count"}) or unit == "d"
        if "ago" not in parts:
            return (None, None) if several else (self._turn(piece), unit)
        if "number" not in parts:
            return (-2, unit) if "mark:dual" in item.codes else (None, None) if several else (-1, unit)
        value = self.values.get(parts["number"], 0.5)
        return (-int(value), unit) if float(value).is_integer() else (None, None)

    def _written(self, piece: Piece) -> _Written:
        parts = piece.parts
        if "full" in parts:
            return self._digits(piece, [int(part) for part in self.items[parts["full"]].text.split(".")])
        if "one" in parts:
            return self._digits(piece, [self._value(parts, name) or 0 for name in ("one", "two", "year")])
        year, day = self._value(parts, "year"), self._value(parts, "day")
        system, month = self._month(parts)
        if system is None:
            system = self._calendar(piece, year or 0)
        if "m" in parts:
            month = self._value(parts, "m")
        broken = year is not None and not calendars.plausible(calendars.SYSTEMS[system], year)
        broken = broken or (day or 0) > 31 or (month or 0) > 12
        return _Written(system, year, month, day, self._value(parts, "untilyear"), self._value(parts, "until"), broken)

    def _month(self, parts: Mapping[str, int]) -> tuple[str | None, int | None]:
        place = parts.get("month")
        sense = self.items[place].sense("calendar:month") if place is not None else None
        if not sense:
            return None, None
        system, _, number = sense.partition(".")
        return system, int(number)

    def _value(self, parts: Mapping[str, int], name: str) -> int | None:
        place = parts.get(name)
        if place is None:
            return None
        item = self.items[place]
        if item.has("calendar:day"):
            return int(item.sense("calendar:day") or 0)
        return int(item.text) if item.text.isdigit() else int(self.values[place])

    def _calendar(self, piece: Piece, year: int) -> str:
        """The calendar of a year that stands without the name of a month: by its era, else by its size and the language."""
        eras = [era for item in self.items[piece.first : piece.last] if (era := item.sense("calendar:era"))]
        if eras:
            return eras[-1]
        if calendars.plausible("gregorian", year):
            return "gregorian"
        return next((name for name in self.profile.calendars if name in {"jalali", "hijri"}), "gregorian")

    def _digits(self, piece: Piece, found: Sequence[int]) -> _Written:
        """A date in digits: the year at either end, day and month in the order of the language, or as the numbers allow."""
        year = next(number for number in found if number > 31)
        one, two = [number for number in found if number != year] if found[0] != year else (found[2], found[1])
        system = self._calendar(piece, year)
        if found[0] != year and self.profile.numbers["order"] == "mdy":
            if one <= 12 and two <= 12 and one != two:
                return _Written(system, year, None, None)  # 03/04/2023 is two days
            one, two = (two, one) if one <= 12 else (one, two)
        elif two > 12 and one <= 12:
            one, two = two, one
        broken = not calendars.plausible(calendars.SYSTEMS[system], year)
        return _Written(system, year, two, one, broken=broken)
