"""Days as ordinals and as dates."""

from __future__ import annotations

import datetime

BEGIN = datetime.date(2010, 1, 1).toordinal()
END = datetime.date(2021, 12, 31).toordinal()
"""First and last day of the world."""


def dated(day: int) -> str:
    """An ordinal as a date: YYYY-MM-DD."""
    return datetime.date.fromordinal(day).isoformat()


def year(day: int) -> int:
    """The year of an ordinal."""
    return datetime.date.fromordinal(day).year
