from __future__ import annotations

import pytest

from mithaq.publish.catalogue import catalogue
from mithaq.publish.dates import interval, period, written

EN, FA = catalogue("en"), catalogue("fa")


@pytest.mark.parametrize(
    ("prefix", "english", "persian"),
    [
        ("2023-03-13", "13 March 2023", "۲۲ اسفند ۱۴۰۱ (۱۳ مارس ۲۰۲۳)"),
        ("2025-08-20", "20 August 2025", "۲۹ مرداد ۱۴۰۴ (۲۰ اوت ۲۰۲۵)"),
        ("2025-03-20", "20 March 2025", "۳۰ اسفند ۱۴۰۳ (۲۰ مارس ۲۰۲۵)"),
    ],
)
def test_a_day_stands_in_both_calendars(prefix: str, english: str, persian: str) -> None:
    assert written(prefix, EN) == english
    assert written(prefix, FA) == persian


def test_a_month_or_year_of_one_calendar_shows_all_that_it_touches_in_the_other() -> None:
    assert written("2023-03", FA) == "مارس ۲۰۲۳ (اسفند ۱۴۰۱ تا فروردین ۱۴۰۲)"
    assert written("2023", FA) == "۲۰۲۳ (۱۴۰۱ تا ۱۴۰۲)"


def test_no_day_is_made_up_for_a_year() -> None:
    assert written("2023", EN) == "2023"
    assert period(["2023", "2026"], EN) == "2023 to 2026"
    assert period(["2023", "2026"], FA) == "۲۰۲۳ تا ۲۰۲۶ (۱۴۰۱ تا ۱۴۰۵)"


def test_an_open_period_says_which_end_is_missing() -> None:
    assert period([None, "2026"], EN) == "until 2026"
    assert period(["2023", None], EN) == "from 2023"
    assert period([None, None], EN) == ""


def test_a_half_open_interval_shows_its_last_day() -> None:
    assert interval("2023-03-13", "2023-03-14", EN) == "13 March 2023"
    assert interval("2023-03-14", "2027-01-01", EN) == "14 March 2023 to 31 December 2026"


def test_what_is_no_date_stays_as_it_is() -> None:
    assert written("2023-02-30", EN) == "2023-02-30"
