from __future__ import annotations

import datetime
from typing import Any

import pytest

from mithaq.model import Entry
from mithaq.publish.axis import GUTTER, WIDTH
from mithaq.publish.catalogue import catalogue
from mithaq.publish.passages import Shelf
from mithaq.publish.timeline import Timeline, timeline
from mithaq.publish.values import Ground


def drawn(*entries: Entry, language: str = "en") -> Timeline:
    return timeline(Ground(catalogue(language), {}, {}, {}, Shelf({})), entries)


def agreement(name: str, period: list[str | None] | None = None, *steps: dict[str, Any]) -> Entry:
    return Entry(
        "agreement", (name,), {"type": "roadmap", "title": name, "parties": ["IR", "BY"], "period": period, "history": list(steps)}
    )


def step(date: str | None, certainty: str = "asserted", basis: str = "read") -> dict[str, Any]:
    return {
        "axis": "legal",
        "status": "signed",
        "certainty": certainty,
        "date": date,
        "date_basis": date and basis,
        "basis": "declared",
        "claims": [],
    }


def event(name: str, date: str | None, certainty: str = "asserted") -> Entry:
    return Entry("event", (name,), {"type": "meeting", "date": date, "certainty": certainty})


def share(days: int, of: int) -> float:
    return (WIDTH - GUTTER) * days / of


def test_a_period_covers_its_years_to_the_last_day() -> None:
    (row,) = drawn(agreement("a", ["2023", "2026"])).rows
    (bar,) = row.marks
    years = (datetime.date(2028, 1, 1) - datetime.date(2023, 1, 1)).days
    assert bar.sort == "period"
    assert bar.x == 0
    assert bar.width == pytest.approx(share((datetime.date(2027, 1, 1) - datetime.date(2023, 1, 1)).days, years))


def test_what_has_no_date_is_not_on_the_axis() -> None:
    picture = drawn(agreement("a", None, step(None)), event("e", None), agreement("b", ["2023", "2026"], step(None)), event("f", "2024"))
    marks = [mark for row in picture.rows for mark in row.marks]
    assert [mark.sort for mark in marks] == ["period", "step"]
    assert picture.rows[0].undated == "1 step"
    assert [text for text, _ in picture.apart] == ["Agreements without any date: 1", "Events without a date: 1"]


def test_a_half_open_period_draws_no_bar() -> None:
    picture = drawn(agreement("a", [None, "2026"], step("2024-05-01")))
    assert [mark.sort for row in picture.rows for mark in row.marks] == ["step"]


def test_nothing_dated_draws_no_axis() -> None:
    picture = drawn(agreement("a"), event("e", None))
    assert (picture.rows, picture.ticks) == ((), ())


def test_a_month_is_drawn_as_the_days_it_has_and_not_as_one_of_them() -> None:
    picture = drawn(agreement("a", ["2023", "2023"], step("2023-03")))
    mark = next(mark for mark in picture.rows[0].marks if mark.sort == "step")
    bar = next(mark for mark in picture.rows[0].marks if mark.sort == "period")
    assert mark.width / bar.width == pytest.approx(31 / 365)


@pytest.mark.parametrize("certainty", ["future", "negated", "hypothetical"])
def test_what_was_not_done_is_drawn_as_not_done(certainty: str) -> None:
    picture = drawn(agreement("a", ["2023", "2026"], step("2024-05-01", certainty)), event("e", "2024-06-01", certainty))
    assert [mark.sort for row in picture.rows for mark in row.marks] == ["period", "open", "open"]


def test_a_step_done_and_one_not_done_on_one_day_are_two_marks() -> None:
    picture = drawn(agreement("a", ["2023", "2026"], step("2024-05-01"), step("2024-05-01", "negated")))
    assert sorted(mark.sort for mark in picture.rows[0].marks) == ["open", "period", "step"]


def test_a_derived_date_is_told_apart() -> None:
    picture = drawn(agreement("a", ["2023", "2026"], step("2024-05-01", basis="derived")))
    assert [mark.sort for mark in picture.rows[0].marks] == ["period", "derived"]


def test_events_of_one_day_are_one_mark_with_their_number() -> None:
    picture = drawn(event("a", "2023-03-13"), event("b", "2023-03-13"), event("c", "2025-03-13"))
    assert [mark.count for mark in picture.rows[0].marks] == ["2", ""]


def test_time_runs_from_right_to_left_on_a_persian_page() -> None:
    entries = (event("a", "2020-01-01"), event("b", "2026-01-01"))
    first, last = drawn(*entries, language="fa").rows[0].marks
    assert GUTTER <= last.x < first.x <= WIDTH
    assert "۲۰۲۰" in [tick.label for tick in drawn(*entries, language="fa").ticks]


def test_jalali_years_begin_where_they_begin() -> None:
    ticks = drawn(event("a", "2023-01-01"), event("b", "2025-12-31"), language="fa").ticks
    year = next(tick for tick in ticks if tick.minor and tick.label == "۱۴۰۳")
    start = next(tick for tick in ticks if not tick.minor and tick.label == "۲۰۲۴")
    end = next(tick for tick in ticks if not tick.minor and tick.label == "۲۰۲۵")
    assert (start.x - year.x) / (start.x - end.x) == pytest.approx((datetime.date(2024, 3, 20) - datetime.date(2024, 1, 1)).days / 366)


@pytest.mark.parametrize(
    "dates", [("2023-03-13", "2023-03-14"), ("2023-03-01", "2023-06-30"), ("0001", "2023"), ("2023-11", "2024-12"), ("1990", "2026")]
)
def test_the_axis_has_some_ticks_and_not_too_many(dates: tuple[str, str]) -> None:
    picture = drawn(*(event(date, date) for date in dates))
    assert 2 <= len(picture.ticks) <= 15
    assert all(0 <= mark.x <= WIDTH - GUTTER for row in picture.rows for mark in row.marks)


def test_the_day_of_the_page_is_drawn_only_where_it_lies_on_the_axis() -> None:
    entries = [agreement("a", ["2023", "2026"])]
    ground = Ground(catalogue("en"), {}, {}, {}, Shelf({}), "2025-01-01")
    today = timeline(ground, entries).today
    assert today is not None
    assert today.x == next(tick.x for tick in timeline(ground, entries).ticks if tick.label == "2025")
    assert timeline(Ground(catalogue("en"), {}, {}, {}, Shelf({}), "2040-01-01"), entries).today is None


def test_a_hundred_agreements_are_not_all_drawn_and_the_picture_says_how_many_are_missing() -> None:
    picture = drawn(*(agreement(f"a{number}", ["2023", "2026"]) for number in range(100)))
    assert len(picture.rows) + picture.left_out == 100
    assert picture.left_out > 0
