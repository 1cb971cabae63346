from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest

from mithaq.text import calendars
from mithaq.text.calendars import Days, days

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "calendars"
D = datetime.date


def _prefix(calendar: str, *parts: int) -> str | None:
    found = days(calendar, *parts)
    return calendars.prefix(found) if found else None


def test_a_full_date_of_each_calendar_is_one_gregorian_day() -> None:
    assert _prefix("jalali", 1401, 12, 22) == "2023-03-13"
    assert _prefix("hijri", 1444, 8, 21) == "2023-03-13"
    assert _prefix("gregorian", 2023, 3, 13) == "2023-03-13"


def test_only_leap_years_have_a_thirtieth_of_esfand() -> None:
    assert _prefix("jalali", 1403, 12, 30) == "2025-03-20"
    assert days("jalali", 1402, 12, 30) is None


def test_a_jalali_month_is_never_rounded_to_a_gregorian_one() -> None:
    assert days("jalali", 1401, 12) == Days(D(2023, 2, 20), D(2023, 3, 21))
    assert _prefix("jalali", 1401, 12) == "2023"
    assert _prefix("jalali", 1401, 10) is None
    assert _prefix("jalali", 1401) is None


def test_gregorian_months_and_years_keep_their_prefix() -> None:
    assert (_prefix("gregorian", 2023, 2), _prefix("gregorian", 2023)) == ("2023-02", "2023")


@pytest.mark.parametrize("parts", [(1401, 13, 1), (1401, 1, 32), (3000, 1, 1)])
def test_what_is_no_date_has_no_days(parts: tuple[int, int, int]) -> None:
    assert days("jalali", *parts) is None


def test_days_and_months_of_jalali_years_before_1304_are_not_reckoned() -> None:
    assert days("jalali", 1303, 1, 1) is None
    assert days("jalali", 1303) is not None


def test_the_last_hijri_year_of_the_table_has_an_end() -> None:
    assert days("hijri", 1500) == Days(D(2076, 11, 27), D(2077, 11, 17))


def test_the_nearest_weekday_leaves_out_the_day_itself_when_a_direction_is_given() -> None:
    monday = D(2023, 3, 13)
    assert calendars.nearest("Monday", monday, -1) == D(2023, 3, 6)
    assert calendars.nearest("Monday", monday, 1) == D(2023, 3, 20)
    assert calendars.nearest("Monday", monday, 0) == monday
    assert calendars.nearest("Sunday", monday, 0) == D(2023, 3, 12)


def test_years_months_and_weeks_are_counted_in_the_calendar_asked_for() -> None:
    new_year = D(2023, 3, 25)
    assert calendars.shifted(new_year, -1, "y", "jalali") == days("jalali", 1401)
    assert calendars.shifted(new_year, -1, "y") == days("gregorian", 2022)
    assert calendars.shifted(new_year, -3, "m") == days("gregorian", 2022, 12)
    assert calendars.shifted(new_year, 1, "w") == Days(D(2023, 3, 27), D(2023, 4, 3))


def _jalali() -> list[tuple[str, str]]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(DATA.glob("persiancalendar/data/*.txt"))]
    lines = [line.split("#")[0].strip() for text in texts for line in text.splitlines()]
    found = [match.groups() for line in lines if (match := re.fullmatch(r"(\d{4}/\d+(?:/\d+)?) (\d{4}-\d\d-\d\d)", line))]
    years = [line.split() for line in (DATA / "persiancalendar/kabise.txt").read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
    found += [(f"{year.rstrip('*')}/1", day) for year, day, *_ in years]
    return [(date, day) for date, day in found if int(date[:4]) >= 1304]


@pytest.mark.skipif(not DATA.exists(), reason="the tables of dated issues are not beside the project")
def test_every_dated_jalali_row_from_1304_on_is_exact() -> None:
    rows = _jalali()
    wrong = []
    for date, day in rows:
        year, month, *rest = map(int, date.split("/"))
        found = days("jalali", year, month, rest[0] if rest else 1)
        if found is None or found.start.isoformat() != day:
            wrong.append((date, day, found))
    assert len(rows) >= 195
    assert wrong == []


@pytest.mark.skipif(not DATA.exists(), reason="the tables of Umm al-Qura are not beside the project")
def test_every_hijri_date_of_umm_al_qura_is_exact() -> None:
    rows = [row[0] for path in sorted(DATA.glob("hijridate/*.json")) for row in json.loads(path.read_text(encoding="utf-8"))]
    assert len(rows) > 1500
    assert [hijri for hijri, day in rows if (found := days("hijri", *hijri)) is None or found.start != D(*day)] == []
