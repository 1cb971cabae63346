"""Calendars: days, months and years of the Jalali, Hijri (Umm al-Qura) and Gregorian calendars as intervals of Gregorian days."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

SYSTEMS = {"gregorian": "gregorian", "levantine": "gregorian", "maghrebi": "gregorian", "jalali": "jalali", "hijri": "hijri"}
"""Systems of month names -> the calendar whose months they name."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_Jalali: Any = JalaliDate  # persiantools has no types

_FIRST_JALALI, _LAST_HIJRI = 1304, 1500
_YEARS = {"gregorian": (1500, 2200), "jalali": (1200, 1500), "hijri": (1343, _LAST_HIJRI)}


class Days(NamedTuple):
    """A half-open interval of days."""

    start: datetime.date
    end: datetime.date


def plausible(calendar: str, year: int) -> bool:
    """Whether a year of a calendar is one that news write of and this module can reckon with."""
    first, last = _YEARS[calendar]
    return first <= year <= last


def days(calendar: str, year: int, month: int | None = None, day: int | None = None) -> Days | None:
    """The days that a date of any precision covers.

    Args:
        calendar: gregorian, jalali or hijri.
        month: 1 to 12, None for the whole year.
        day: of the month, None for the whole month.

    Returns:
        None where the calendar has no such date or it lies outside the years that can be reckoned. Before 1304 Iran wrote its dates
        in another calendar (months by the signs of the zodiac), a day or more apart from this one: of those years only the whole.
    """
    if not plausible(calendar, year) or (calendar == "jalali" and year < _FIRST_JALALI and month is not None):
        return None
    try:
        start = _first(calendar, year, month or 1, day or 1)
        if day is not None:
            return Days(start, start + datetime.timedelta(days=1))
        if month is not None and month < 12:
            return Days(start, _first(calendar, year, month + 1, 1))
        return Days(start, _first(calendar, year + 1, 1, 1))
    except (ValueError, OverflowError):
        return None


def _first(calendar: str, year: int, month: int, day: int) -> datetime.date:
    if calendar == "jalali":
        return datetime.date.fromordinal(_Jalali(year, month, day).to_gregorian().toordinal())
    if calendar == "gregorian":
        return datetime.date(year, month, day)
    if year > _LAST_HIJRI:  # the end of the last year of the table
        last = Hijri(_LAST_HIJRI, 12, 1)
        return datetime.date.fromordinal(last.to_gregorian().toordinal() + last.month_length())
    return datetime.date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())


def prefix(span: Days) -> str | None:
    """The longest prefix date (YYYY, YYYY-MM, YYYY-MM-DD) that covers an interval; None where none does.

    A Jalali month lies in two Gregorian ones: the year alone can be said of it, and of some not even that.
    """
    last = span.end - datetime.timedelta(days=1)
    if span.start == last:
        return span.start.isoformat()
    if (span.start.year, span.start.month) == (last.year, last.month):
        return f"{span.start:%Y-%m}"
    return f"{span.start:%Y}" if span.start.year == last.year else None


def weekday(day: datetime.date) -> str:
    """The English name of the weekday of a day."""
    return WEEKDAYS[day.weekday()]


def nearest(name: str, anchor: datetime.date, direction: int) -> datetime.date:
    """The nearest day with a weekday's name before (-1) or after (1) a day, that day itself left out; 0 counts it and looks back."""
    place = WEEKDAYS.index(name)
    if direction > 0:
        return anchor + datetime.timedelta(days=(place - anchor.weekday() - 1) % 7 + 1)
    back = (anchor.weekday() - place) % 7
    return anchor - datetime.timedelta(days=back or (7 if direction else 0))


def shifted(anchor: datetime.date, amount: int, unit: str, calendar: str = "gregorian") -> Days | None:
    """The day, week, month or year that lies some of them away from that of a day.

    Args:
        amount: negative for the past.
        unit: d, w (Monday to Sunday), m or y.
        calendar: whose months and years are meant.
    """
    if unit == "d":
        return _day(anchor + datetime.timedelta(days=amount))
    if unit == "w":
        start = anchor - datetime.timedelta(days=anchor.weekday()) + datetime.timedelta(weeks=amount)
        return Days(start, start + datetime.timedelta(weeks=1))
    own, month = _of(anchor, calendar)
    if unit == "y":
        return days(calendar, own + amount)
    months = own * 12 + month - 1 + amount
    return days(calendar, months // 12, months % 12 + 1)


def _day(day: datetime.date) -> Days:
    return Days(day, day + datetime.timedelta(days=1))


def year(day: datetime.date, calendar: str) -> int:
    """The year of a calendar in which a day lies."""
    return _of(day, calendar)[0]


def _of(day: datetime.date, calendar: str) -> tuple[int, int]:
    """Year and month of a day in a calendar."""
    if calendar == "jalali":
        found = _Jalali(day)
        return int(found.year), int(found.month)
    if calendar == "hijri":
        hijri = Gregorian.fromdate(day).to_hijri()
        return hijri.year, hijri.month
    return day.year, day.month
