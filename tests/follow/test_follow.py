"""What falls due, what is past due, and where nobody listened."""

from __future__ import annotations

from typing import Any

from mithaq.follow import due, lapsed, silent, standing
from mithaq.model import Entry


def agreement(
    ends: str | None = "2026", *, published: str | None = "2025-08-20", status: str = "planned", outlet: str | None = "IRNA"
) -> Entry:
    step = {
        "axis": "delivery",
        "status": status,
        "certainty": "asserted",
        "date": published,
        "claims": ["c1"],
        "declared_by": ["IR"],
        "story": None,
    }
    source = {"document": "d1", "outlet": outlet, "as_written": outlet, "state": "IR", "published": published, "text": "d1"}
    fields = {
        "type": "roadmap", "title": "Roadmap", "parties": ["BY", "IR"], "period": ["2023", ends], "ends": ends, "history": [step],
        "sources": {"reports": 1, "outlets": 1, "list": [source]},
    }  # fmt: skip
    return Entry("agreement", ("c1",), fields)


def commitment(end: str | None) -> Entry:
    deadline = {"as_written": "within two months", "start": "2023-03-10", "end": end}
    fields = {
        "by": ["IR"],
        "to": ["SA"],
        "act": "open_mission",
        "what": "open the embassy",
        "deadline": deadline,
        "sources": {"reports": 1, "outlets": 1, "list": []},
    }
    return Entry("commitment", ("c2",), fields)


def read(outlet: str | None, month: str | None) -> dict[str, Any]:
    return {"outlet": outlet, "month": month, "documents": 1, "speaking": 1}


def test_a_period_that_ends_2026_ends_on_its_last_day() -> None:
    (row,) = due([agreement()], "2026-11-22")
    assert (row["date"], row["days"], row["state"]) == ("2026-12-31", 39, "due")


def test_a_month_ends_on_its_last_day_in_leap_years_too() -> None:
    (row,) = due([agreement("2024-02")], "2024-01-31")
    assert (row["date"], row["days"]) == ("2024-02-29", 29)


def test_a_period_that_has_ended_has_lapsed() -> None:
    (row,) = due([agreement()], "2027-01-01")
    assert (row["days"], row["state"]) == (-1, "lapsed")
    step = lapsed(agreement(), "2027-01-01")
    assert step is not None
    assert (step["status"], step["basis"], step["date"], step["claims"]) == ("lapsed", "derived", "2026-12-31", ["c1"])


def test_nothing_lapses_on_its_last_day() -> None:
    assert lapsed(agreement(), "2026-12-31") is None


def test_what_was_kept_is_not_due_and_does_not_lapse() -> None:
    assert due([agreement(status="complete")], "2027-01-01") == []
    assert lapsed(agreement(status="complete"), "2027-01-01") is None


def test_a_report_after_the_day_of_the_question_is_not_known_yet() -> None:
    assert standing(agreement(status="complete"), "2024-01-01") == {}
    assert [row["state"] for row in due([agreement(status="complete")], "2024-01-01")] == ["due"]


def test_a_deadline_is_half_open_and_its_last_day_counts() -> None:
    (row,) = due([commitment("2023-05-11")], "2023-05-10")
    assert (row["date"], row["days"], row["state"]) == ("2023-05-10", 0, "due")
    assert due([commitment("2023-05-11")], "2023-05-11")[0]["state"] == "overdue"


def test_a_deadline_that_cannot_be_reckoned_is_never_due() -> None:
    assert due([commitment(None)], "2030-01-01") == []


def test_an_announced_occasion_is_due_until_its_day() -> None:
    event = Entry("event", ("c3",), {"type": "summit", "certainty": "future", "date": "2026-05", "participants": ["IR", "BY"]})
    assert [row["date"] for row in due([event], "2026-05-31")] == ["2026-05-31"]
    assert due([event], "2026-06-01") == []


def test_rows_come_by_date() -> None:
    assert [row["date"] for row in due([agreement("2027"), commitment("2023-05-11")], "2023-01-01")] == ["2023-05-10", "2027-12-31"]


def test_where_nothing_was_read_after_the_last_report_it_was_not_searched() -> None:
    (row,) = silent([agreement()], [read("IRNA", "2025-08")], "2026-11-22")
    assert row["note"] == "not searched after 2025-08-20"


def test_outlets_that_do_not_speak_of_the_parties_are_not_listened_to() -> None:
    (row,) = silent([agreement()], [read("IRNA", "2025-08"), read("Kyodo", "2026-11")], "2026-11-22")
    assert row["note"] == "not searched after 2025-08-20"


def test_silence_is_told_where_the_outlets_were_read_until_the_day() -> None:
    (row,) = silent([agreement()], [read("IRNA", "2025-08"), read("IRNA", "2026-11")], "2026-11-22")
    assert row["note"] == "nothing reported since 2025-08-20"


def test_silence_is_told_only_as_far_as_it_was_listened_to() -> None:
    (row,) = silent([agreement()], [read("IRNA", "2026-02")], "2026-11-22")
    assert row["note"] == "nothing reported since 2025-08-20; not searched after 2026-02"


def test_what_was_read_after_the_day_of_the_question_does_not_count() -> None:
    (row,) = silent([agreement()], [read("IRNA", "2026-11")], "2025-12-31")
    assert row["note"] == "not searched after 2025-08-20"


def test_undated_reports_leave_the_last_day_unknown() -> None:
    (row,) = silent([agreement(published=None)], [read("IRNA", None)], "2026-11-22")
    assert row["since"] is None
    assert row["note"] == "not searched: no report of these parties has a date"


def test_what_has_ended_is_not_silent() -> None:
    assert silent([agreement(status="cancelled")], [read("IRNA", "2026-11")], "2026-11-22") == []


def test_a_reviewers_day_owner_and_note_stand_beside_what_sources_say() -> None:
    entry = Entry("agreement", ("a", "b"), {"parties": ["IR", "BY"], "type": "roadmap", "ends": "2026", "history": [], "sources": {}})
    made = {"reviewer": "A. Reader", "reason": "", "field": None}
    decisions = [
        {**made, "decision": "due", "claims": ["b"], "value": "2025-12"},
        {**made, "decision": "due", "claims": ["b"], "value": "2026-03-01"},
        {**made, "decision": "assign", "claims": ["a"], "value": "Trade desk"},
        {**made, "decision": "note", "claims": ["a"], "value": None, "reason": "asked twice"},
    ]
    found = due([entry], "2026-01-01", decisions)
    assert [(row["date"], row["rule"]) for row in found] == [("2026-03-01", "set by A. Reader"), ("2026-12-31", "end of the period")]
    assert all((row["owner"], row["notes"]) == ("Trade desk", ["asked twice"]) for row in found)
