"""Which claims are one commitment, what becomes of it, and in which agreement it stands."""

from __future__ import annotations

from typing import Any

from mithaq.follow import due
from mithaq.link import link
from mithaq.model import Entry
from tests.link.hand import Article, Known

PAIR = ["BY", "IR"]
BUSES: dict[str, Any] = {"to": ["IR"], "amounts": [{"value": 50, "unit": None}], "sectors": ["transport"]}


def by(end: str) -> dict[str, Any]:
    return {"as_written": f"before {end}", "start": None, "end": end}


def report(name: str, day: str | None, **more: Any) -> Article:
    return Article(name, published=day, **more).event("meeting", f"they met ({name})", PAIR, state="IR", date=day)


def news(name: str, day: str, **more: Any) -> Article:
    return Article(name, published=day, **more)


def entries(articles: list[Article], knowledge: Known, of: str = "commitment") -> list[Entry]:
    return [entry for entry in link([article.record for article in articles], knowledge) if entry.of == of]


def statuses(entry: Entry) -> list[str]:
    return [step["status"] for step in entry.fields["history"]]


def test_a_promise_that_is_made_again_is_one_entry_with_both_steps(knowledge: Known) -> None:
    first = report("a", "2023-03-13").commitment("supply", "Belarus will supply fifty buses", ["BY"], **BUSES)
    second = report("b", "2024-05-02", lang="ru").commitment("supply", "поставит пятьдесят автобусов", ["BY"], **BUSES)
    (entry,) = entries([first, second], knowledge)
    assert statuses(entry) == ["made", "restated"]
    assert entry.fields["met"][0]["reasons"] == ["the same act and number", "the only open promise of this act in this field"]


def test_a_last_day_that_is_added_specifies_and_another_one_moves(knowledge: Known) -> None:
    articles = [
        report(name, day).commitment("supply", f"buses ({name})", ["BY"], **BUSES, deadline=deadline)
        for name, day, deadline in (("a", "2023-03-13", None), ("b", "2023-09-01", by("2024-01-01")), ("c", "2024-02-02", by("2025-01-01")))
    ]
    (entry,) = entries(articles, knowledge)
    assert statuses(entry) == ["made", "specified", "moved"]
    assert entry.fields["deadline"]["end"] == "2025-01-01"
    assert [row["date"] for row in due([entry], "2024-06-01")] == ["2024-12-31"]


def test_another_number_is_another_promise(knowledge: Known) -> None:
    first = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES)
    second = report("b", "2023-09-01").commitment("supply", "ninety buses", ["BY"], **{**BUSES, "amounts": [{"value": 90, "unit": None}]})
    assert len(entries([first, second], knowledge)) == 2


def test_what_another_side_promises_is_another_promise(knowledge: Known) -> None:
    first = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES)
    second = report("b", "2023-09-01").commitment("supply", "fifty buses", ["IR"], **{**BUSES, "to": ["BY"]})
    assert len(entries([first, second], knowledge)) == 2


def test_a_promise_that_was_kept_is_not_overdue(knowledge: Known) -> None:
    made = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES, deadline=by("2024-01-01"))
    kept = news("b", "2023-12-01", lang="fa").outcome("fulfilled", "supply", "به وعده خود عمل کرد", ["BY"], to=["IR"])
    (alone,) = entries([made], knowledge)
    (entry,) = entries([made, kept], knowledge)
    assert [row["state"] for row in due([alone], "2024-06-01")] == ["overdue"]
    assert statuses(entry) == ["made", "fulfilled"]
    assert due([entry], "2024-06-01") == []


def test_a_report_of_the_act_keeps_the_promise_when_the_number_is_reached(knowledge: Known) -> None:
    made = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES)
    less = news("b", "2023-09-01").outcome(
        "done", "supply", "twenty buses came", ["BY"], **{**BUSES, "amounts": [{"value": 20, "unit": None}]}
    )
    rest = news("c", "2023-12-01").outcome("done", "supply", "all fifty buses came", ["BY"], **BUSES)
    (entry,) = entries([made, less, rest], knowledge)
    assert statuses(entry) == ["made", "partial", "fulfilled"]
    assert entry.fields["history"][1]["derived"]["status"]["rule"] == "the act was done for less than was promised"


def test_what_was_done_before_it_was_promised_keeps_nothing(knowledge: Known) -> None:
    done = news("a", "2022-01-01").outcome("done", "supply", "fifty buses came", ["BY"], **BUSES)
    made = report("b", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES)
    (entry,) = entries([done, made], knowledge)
    assert statuses(entry) == ["made"]


def test_a_promise_that_nobody_tells_of_is_no_entry_when_it_is_broken(knowledge: Known) -> None:
    assert entries([news("a", "2023-01-01").outcome("unkept", "supply", "did not send the buses", ["BY"], **BUSES)], knowledge) == []


def test_a_broken_promise_is_overdue_and_says_so(knowledge: Known) -> None:
    made = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES, deadline=by("2024-01-01"))
    broken = news("b", "2024-02-01").outcome("unkept", "supply", "has not sent the buses", ["BY"], **BUSES)
    (entry,) = entries([made, broken], knowledge)
    assert [(row["state"], row["told"]) for row in due([entry], "2024-06-01")] == [("overdue", "unkept")]


def test_a_denied_promise_stands_with_its_denial_and_without_a_step(knowledge: Known) -> None:
    made = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES)
    denied = news("b", "2023-03-20").outcome("denied", "supply", "never promised any buses", ["BY"], **BUSES)
    (entry,) = entries([made, denied], knowledge)
    assert statuses(entry) == ["made"]
    assert len(entry.fields["denied"]) == 1


def test_after_its_end_a_promise_is_made_anew(knowledge: Known) -> None:
    made = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES)
    kept = news("b", "2023-12-01").outcome("fulfilled", "supply", "the buses came", ["BY"], **BUSES)
    again = report("c", "2024-09-01").commitment("supply", "fifty more buses", ["BY"], **BUSES)
    assert sorted(statuses(entry) for entry in entries([made, kept, again], knowledge)) == [["made"], ["made", "fulfilled"]]


def test_a_report_without_a_day_adds_no_step(knowledge: Known) -> None:
    made = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES, deadline=by("2024-01-01"))
    undated = Article("b").commitment("supply", "fifty buses", ["BY"], **BUSES, deadline=by("2025-01-01"))
    (entry,) = entries([made, undated], knowledge)
    assert statuses(entry) == ["made"]
    assert entry.fields["undated"]["deadline"]["end"] == "2025-01-01"
    assert due([entry], "2024-06-01")[0]["state"] == "due"  # the later day may have been given later


def test_a_commitment_stands_in_the_agreement_that_it_names(knowledge: Known) -> None:
    article = report("a", "2023-03-13")
    article.agreement("roadmap", "a roadmap for transport", PAIR, sectors=["transport"], period=["2023", "2026"])
    article.agreement("mou", "a memorandum on health", PAIR, sectors=["health"])
    article.commitment("supply", "under the roadmap Belarus will supply buses", ["BY"], **BUSES, under=[{"type": "roadmap", "sectors": []}])
    (entry,) = entries([article], knowledge)
    (roadmap,) = [one for one in entries([article], knowledge, "agreement") if one.fields["type"] == "roadmap"]
    assert entry.fields["agreement"]["entry"] == roadmap.id
    assert roadmap.fields["commitments"] == [entry.id]


def test_signing_keeps_the_promise_to_sign(knowledge: Known) -> None:
    first = report("a", "2023-03-13").agreement("mou", "a memorandum is drafted", PAIR, sectors=["health"], legal="drafted")
    first.commitment("sign", "will sign the memorandum", PAIR, under=[{"type": "mou", "sectors": ["health"]}], deadline=by("2024-01-01"))
    second = report("b", "2023-06-01").agreement("mou", "the memorandum was signed", PAIR, sectors=["health"])
    (entry,) = entries([first, second], knowledge)
    assert [(step["status"], step["basis"]) for step in entry.fields["history"]] == [("made", "declared"), ("fulfilled", "derived")]


def test_an_appeal_is_never_part_of_a_commitment(knowledge: Known) -> None:
    article = report("a", "2023-03-13").commitment("supply", "fifty buses", ["BY"], **BUSES)
    article.record["appeals"].append(
        {"by": ["IR"], "on": ["BY"], "what": "supply fifty buses", "force": "called_for", "evidence": article.passage("supply fifty buses")}
    )
    (entry,) = entries([article], knowledge)
    assert len(entry.claims) == 1
    assert len(entries([article], knowledge, "appeal")) == 1


def test_what_is_still_in_force_is_seen_to_hold_and_has_no_date(knowledge: Known) -> None:
    signed = report("a", "2020-03-13").agreement("treaty", "a treaty", PAIR, sectors=["health"])
    holds = report("b", "2023-06-01").agreement(
        "treaty", "the treaty is still in force", PAIR, sectors=["health"], legal="in_force", holds=True
    )
    (entry,) = entries([signed, holds], knowledge, "agreement")
    assert [(step["status"], step["date"], step.get("holds_on")) for step in entry.fields["history"]] == [
        ("signed", "2020-03-13", None), ("in_force", None, "2023-06-01")
    ]  # fmt: skip
