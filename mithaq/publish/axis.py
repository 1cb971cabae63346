"""The axis of a timeline: days to places, and ticks at the starts of years, months or days."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from persiantools.jdatetime import JalaliDate

from mithaq.publish.catalogue import Catalogue

WIDTH, GUTTER = 960.0, 120.0
"""Of the picture, in its own units: its whole width, and the column at its end for what has no date."""

_TICKS = 12

Span = tuple[datetime.date, datetime.date]
"""Half-open interval of days."""

Place = Callable[[Span], tuple[float, float]]
"""From days to x and width."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis."""

    x: float
    label: str
    minor: bool = False


def axis(words: Catalogue, spans: Sequence[Span]) -> tuple[tuple[Tick, ...], Place]:
    """Ticks around some spans, and where days stand among them: from right to left where the page runs so."""
    starts = _tick_days(min(start for start, _ in spans), max(end for _, end in spans))
    first, last = starts[0], starts[-1]
    room = WIDTH - GUTTER
    mirrored = words.direction == "rtl"

    def place(span: Span) -> tuple[float, float]:
        x, width = (room * part.days / (last - first).days for part in (span[0] - first, span[1] - span[0]))
        return (WIDTH - x - width if mirrored else x), width

    label = _labels(words, starts)
    ticks = [Tick(place((day, day))[0], label(day)) for day in starts]
    if words.tables["language"]["calendar"] == "jalali" and (starts[1] - first).days >= 365:
        found = _new_years(first, last, starts[1].year - first.year)
        ticks += [Tick(place((day, day))[0], words.digits(str(year)), minor=True) for year, day in found]
    return tuple(ticks), place


def _tick_days(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Days at the start of years, months or single days, at most about a dozen, that reach around an interval."""
    years, months = last.year - first.year + 1, (last.year - first.year) * 12 + last.month - first.month + 1
    if months > _TICKS * 2:
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if years <= step * _TICKS)
        start = first.year - first.year % step if step > 1 else first.year
        return [datetime.date(max(year, 1), 1, 1) for year in range(start, last.year + step + 1, step)]
    if months > 2:
        step = 1 if months <= _TICKS else 3
        start = first.year * 12 + (first.month - 1) // step * step
        count = range(start, last.year * 12 + last.month - 1 + step + 1, step)
        return [datetime.date(month // 12, month % 12 + 1, 1) for month in count]
    step = 1 if (last - first).days <= _TICKS else 7
    return [first + datetime.timedelta(days=offset) for offset in range(0, (last - first).days + step, step)]


def _labels(words: Catalogue, starts: Sequence[datetime.date]) -> Callable[[datetime.date], str]:
    gap = (starts[1] - starts[0]).days
    names = words.months("short")
    if gap >= 365:
        return lambda day: words.digits(str(day.year))
    if gap >= 28:
        return lambda day: words.say("months", "month", month=names[day.month - 1], year=words.digits(str(day.year)))
    return lambda day: f"{words.digits(str(day.day))} {names[day.month - 1]}"


def _new_years(first: datetime.date, last: datetime.date, step: int) -> list[tuple[int, datetime.date]]:
    """Every `step`-th Jalali year whose first day lies between two days."""
    span = (year for year in range(max(first.year - 621, 1), last.year - 620) if year % step == 0)
    years = ((year, JalaliDate(year, 1, 1).to_gregorian()) for year in span)  # type: ignore[no-untyped-call]
    return [(year, day) for year, day in years if first <= day <= last]
