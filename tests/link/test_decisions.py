"""What a reviewer decides wins over what the passes find."""

from __future__ import annotations

from typing import Any

from mithaq.link import link
from mithaq.model import Entry, claims
from tests.link.hand import Article, Known

PAIR = ["IR", "BY"]


def records() -> list[dict[str, Any]]:
    made = []
    for name, period in (("a", ["2023", "2026"]), ("b", ["2027", "2031"]), ("c", ["2023", "2026"])):
        article = Article(name, published="2023-03-13").event("meeting", f"met {name}", PAIR, state="IR", date="2023-03-13")
        made.append(article.agreement("roadmap", f"a roadmap {name}", PAIR, period=period).record)
    return made


def claim(record: dict[str, Any]) -> str:
    return next(one.id for one in claims(record) if one.of == "agreement")


def groups(knowledge: Known, *decisions: dict[str, Any]) -> list[list[str]]:
    return sorted([source["document"] for source in entry.fields["sources"]["list"]] for entry in agreements(knowledge, *decisions))


def agreements(knowledge: Known, *decisions: dict[str, Any]) -> list[Entry]:
    return [entry for entry in link(records(), knowledge, decisions) if entry.of == "agreement"]


def test_without_decisions_the_period_decides(knowledge: Known) -> None:
    assert groups(knowledge) == [["a", "c"], ["b"]]


def test_what_is_judged_the_same_is_one_entry(knowledge: Known) -> None:
    a, b, _ = map(claim, records())
    assert groups(knowledge, {"decision": "same", "claims": [a, b]}) == [["a", "b", "c"]]


def test_what_is_judged_not_the_same_is_two(knowledge: Known) -> None:
    a, _, c = map(claim, records())
    assert groups(knowledge, {"decision": "not_same", "claims": [c, a]}) == [["a"], ["b"], ["c"]]


def test_the_later_decision_wins(knowledge: Known) -> None:
    a, b, _ = map(claim, records())
    same, apart = {"decision": "same", "claims": [a, b]}, {"decision": "not_same", "claims": [a, b]}
    assert groups(knowledge, same, apart) == [["a", "c"], ["b"]]


def test_a_rejected_claim_is_in_no_entry(knowledge: Known) -> None:
    b = claim(records()[1])
    assert groups(knowledge, {"decision": "reject", "claims": [b]}) == [["a", "c"]]
    assert all(b not in entry.claims for entry in link(records(), knowledge, [{"decision": "reject", "claims": [b]}]))


def test_a_corrected_field_is_linked_by(knowledge: Known) -> None:
    b = claim(records()[1])
    assert groups(knowledge, {"decision": "correct", "claims": [b], "field": "period", "value": ["2023", "2026"]}) == [["a", "b", "c"]]


def test_a_part_is_listed_under_its_whole(knowledge: Known) -> None:
    a, b, _ = map(claim, records())
    found = {entry.fields["period"][0]: entry for entry in agreements(knowledge, {"decision": "part_of", "claims": [b, a]})}
    assert found["2023"].fields["parts"] == [found["2027"].id]


def test_a_decision_about_a_claim_that_is_gone_changes_nothing(knowledge: Known) -> None:
    gone = {"decision": "same", "claims": ["0" * 16, "1" * 16]}
    assert groups(knowledge, gone, {"decision": "part_of", "claims": ["0" * 16, claim(records()[0])]}) == [["a", "c"], ["b"]]
