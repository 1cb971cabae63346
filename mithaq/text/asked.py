"""Dates as somebody asks for them: Gregorian prefix dates, within the years that a register can hold."""

from __future__ import annotations

import re

from mithaq.errors import UsageError
from mithaq.model import days
from mithaq.text import calendars

FIRST, LAST = 1800, 2200
"""Years that may be asked for."""

_FORM = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}", re.ASCII)
_ALLOWED = f"Write a Gregorian day, month or year from {FIRST} to {LAST}: 2026-11-22, 2026-11 or 2026."


def prefix_date(text: str, where: str = "as_of") -> str:
    """A prefix date (YYYY, YYYY-MM or YYYY-MM-DD), as given.

    Args:
        where: what it was given for, as a message names it.

    Raises:
        UsageError: it is none, names no day of the calendar, or lies outside the years allowed; where it would be a date of
            the Jalali calendar the message says which Gregorian one that is.
    """
    try:
        year = days(text)[0].year if isinstance(text, str) and _FORM.fullmatch(text) else None
    except ValueError:
        year = None
    if year is not None and FIRST <= year <= LAST:
        return text
    other = _from_jalali(text) if isinstance(text, str) and _FORM.fullmatch(text) else None
    if year is None and other is None:
        raise UsageError(f"{text!r} is no date.", where, _ALLOWED)
    meant = f" In the Jalali calendar it is {other}; write that." if other else ""
    raise UsageError(f"{text!r} is no date from {FIRST} to {LAST}.", where, _ALLOWED + meant)


def _from_jalali(text: str) -> str | None:
    """The Gregorian prefix date of what would be a Jalali one ("1405-09-01" is 2026-11-22); None where it is none."""
    found = calendars.days("jalali", *map(int, text.split("-")))
    return calendars.prefix(found) if found else None
