"""Prefix dates as people write them: as precise as they are, in the calendars of the page's language."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from persiantools.jdatetime import JalaliDate

from mithaq.model import days, last_day
from mithaq.publish.catalogue import Catalogue


def written(prefix: str, words: Catalogue) -> str:
    """A prefix date in words: "13 March 2023", "March 2023", "2023"; with the Jalali date beside it where the language wants one.

    A year or month of one calendar is never put where one of the other was meant: beside it stands the range of
    months or years that it touches. What is no date is given back as it is.
    """
    return _spelled(prefix, prefix, words)


def period(span: Sequence[Any], words: Catalogue) -> str:
    """A period `[start, end]` of prefix dates, either of which may be missing, in words; "" where both are."""
    start, end = (str(part) if part else "" for part in (*span, None, None)[:2])
    if start and end:
        return _spelled(start, end, words)
    if end:
        return words.say("months", "before", end=written(end, words))
    return words.say("months", "after", start=written(start, words)) if start else ""


def interval(start: str | None, end: str | None, words: Catalogue) -> str:
    """A half-open interval of days in words: its first day and its last one; "" where neither end is known."""
    try:
        last = None if end is None else (datetime.date.fromisoformat(end) - datetime.timedelta(days=1)).isoformat()
    except ValueError:
        last = end
    return period((start, last), words)


def _spelled(start: str, end: str, words: Catalogue) -> str:
    """A range of prefix dates, or one date where both are the same."""
    try:
        first, last = days(start)[0], last_day(end)
    except ValueError:
        return _range([start, end], words)
    western = _range([_day([int(part) for part in prefix.split("-")], "gregorian", words) for prefix in (start, end)], words)
    if words.tables["language"]["calendar"] != "jalali":
        return western
    try:
        ends = [(JalaliDate(first), start), (JalaliDate(last), end)]  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):  # outside the years of the calendar
        return western
    persian = _range([_day([day.year, day.month, day.day][: prefix.count("-") + 1], "jalali", words) for day, prefix in ends], words)
    exact = start.count("-") == end.count("-") == 2
    return words.say("months", "beside", date=persian if exact else western, other=western if exact else persian)


def _range(ends: Sequence[str], words: Catalogue) -> str:
    return ends[0] if ends[0] == ends[1] else words.say("months", "range", start=ends[0], end=ends[1])


def _day(parts: Sequence[int], months: str, words: Catalogue) -> str:
    """A year, a month of a year, or a day of a month of a year."""
    year = words.digits(str(parts[0]))
    if len(parts) == 1:
        return year
    month = words.months(months)[parts[1] - 1]
    if len(parts) == 2:
        return words.say("months", "month", month=month, year=year)
    return words.say("months", "day", day=words.digits(str(parts[2])), month=month, year=year)
