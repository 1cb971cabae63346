"""What outlets of one side report and those of the other do not, and whether anybody read those."""

from __future__ import annotations

from typing import Any

from mithaq.follow import sided
from mithaq.model import Entry

READ = [
    {"side": "BY", "month": "2024-03", "documents": 9, "speaking": 4},
    {"side": "IR", "month": "2024-03", "documents": 5, "speaking": 5},
]


def agreement(*states: str | None, published: str | None = "2024-03-05", id: str = "c1") -> Entry:
    rows = [{"document": f"{id}-{at}", "state": state, "published": published} for at, state in enumerate(states)]
    return Entry("agreement", (id,), {"type": "roadmap", "title": None, "parties": ["BY", "IR"], "sources": {"list": rows}})


def row(*entries: Entry, read: Any = READ) -> dict[str, Any]:
    return sided(entries, read, ["BY", "IR"])[0]


def test_one_side_alone_says_how_much_of_the_other_was_read() -> None:
    found = row(agreement("IR", "IR", None))
    assert found["reporting"] == "one side"
    assert found["reported"] == {"BY": 0, "IR": 2, "other": 0, "unknown": 1}
    assert found["missing"] == [{"side": "BY", "documents": 4, "note": "not found in 4 documents of these months"}]


def test_where_nobody_read_the_other_side_silence_says_nothing() -> None:
    assert row(agreement("IR", published="2020-01-05"))["missing"][0]["note"] == "not searched in these months"
    assert row(agreement("IR", published=None))["missing"][0]["note"] == "not compared: no report has a date"


def test_both_sides_others_and_nobody_known_are_told_apart() -> None:
    assert [row(agreement(*states))["reporting"] for states in (("BY", "IR"), ("RU",), (None,))] == ["all sides", "others", "unknown"]


def test_a_report_of_december_is_looked_for_in_january_too() -> None:
    read = [{"side": "BY", "month": "2024-01", "documents": 2, "speaking": 2}]
    assert row(agreement("IR", published="2023-12-30"), read=read)["missing"][0]["documents"] == 2


def test_a_difference_is_of_the_sides_that_give_its_values() -> None:
    about = agreement("IR", "BY")
    values = [{"value": 7, "documents": ["c1-0"], "sides": {"c1-0": "IR"}}, {"value": 8, "documents": ["c1-1"], "sides": {"c1-1": "IR"}}]
    differing = Entry("difference", ("c1",), {"facet": "count", "field": "count", "entry": about.id, "values": values})
    found = {one["of"]: one for one in sided([about, differing], READ, ["BY", "IR"])}
    assert found["difference"]["reported"] == {"BY": 1, "IR": 1, "other": 0, "unknown": 0}
    assert found["difference"]["what"].endswith(", count")
    alone = sided([differing], READ, ["BY", "IR"])[0]
    assert alone["reported"]["IR"] == 2


def test_what_the_other_side_tells_of_an_agreement_that_may_be_the_same_is_a_reserve() -> None:
    found = {one["entry"]: one for one in sided([agreement("IR"), agreement("BY", id="c2")], READ, ["BY", "IR"])}
    one, other = (found[agreement(id=name).id] for name in ("c1", "c2"))
    assert one["missing"][0]["perhaps"] == [other["entry"]]
    assert one["missing"][0]["note"].endswith("what it tells of another may be of this one")
