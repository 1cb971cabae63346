from __future__ import annotations

import pytest

from mithaq.errors import UsageError
from mithaq.text.asked import prefix_date


@pytest.mark.parametrize("text", ["2026", "2026-11", "2026-11-22", "1800", "2200-12-31"])
def test_a_prefix_date_is_a_date(text: str) -> None:
    assert prefix_date(text) == text


@pytest.mark.parametrize("text", ["2026-02-30", "22.11.2026", "soon", "", "2026-11-22-01", "26-11-22", "1799", "2201-01"])
def test_what_is_no_day_of_the_calendar_or_of_no_year_allowed_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="Write a Gregorian day, month or year from 1800 to 2200"):
        prefix_date(text)


@pytest.mark.parametrize(("text", "day"), [("1405-09-01", "2026-11-22"), ("1404-12-30", ""), ("1403-12-30", "2025-03-20")])
def test_a_jalali_day_is_refused_with_the_gregorian_one_that_it_is(text: str, day: str) -> None:
    with pytest.raises(UsageError) as caught:
        prefix_date(text, "--as-of")
    assert str(caught.value).startswith(f"--as-of: {text!r} is no date")
    assert (f"In the Jalali calendar it is {day}; write that." in str(caught.value)) == bool(day)
