"""What looks like the roadmap of the seeds and is not, beside the seeds."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.link import link
from mithaq.model import Entry, claims
from tests.link.hand import Article, Known

PAIR = ["IR", "BY"]
ROADMAP = {"2023", "2026"}


def visit(name: str, day: str | None, visitor: str = "BY", published: str | None = None) -> Article:
    article = Article(name, lang="fa", published=published or day)
    article.actor("الکساندر لوکاشنکو", "president", "BY").actor("ابراهیم رئیسی", "president", "IR")
    return article.event("visit", f"سفر ({name})", [visitor], state="IR", date=day).event(
        "meeting", f"دیدار ({name})", ["IR", visitor], state="IR"
    )


FOILS = {
    "another period": visit("f1", None).agreement("roadmap", "نقشه راه همکاری", PAIR, period=["2027", "2031"], sectors=["general"]),
    "another field a week later": visit("f2", "2023-03-20").agreement("roadmap", "نقشه راه بهداشت", PAIR, sectors=["health"]),
    "another pair": visit("f3", "2023-03-13", visitor="AM").agreement(
        "roadmap", "نقشه راه", ["IR", "AM"], period=["2023", "2026"], sectors=["general"]
    ),
    "one field and other years": visit("f4", None).agreement(
        "roadmap", "نقشه راه ترابری", PAIR, period=["2023", "2025"], sectors=["transport"]
    ),
    "negated": visit("f5", None).agreement("roadmap", "نقشه راهی امضا نشد", PAIR, certainty="negated", voice="denied"),
}


def roadmaps(records: list[dict[str, Any]], knowledge: Known) -> list[Entry]:
    return [entry for entry in link(records, knowledge) if entry.of == "agreement" and entry.fields["type"] == "roadmap"]


def history(records: list[dict[str, Any]], knowledge: Known) -> list[tuple[Any, ...]]:
    entry = next(
        entry
        for entry in roadmaps(records, knowledge)
        if entry.fields["parties"] == ["BY", "IR"] and entry.fields["period"] == ["2023", "2026"]
    )
    return [(step["axis"], step["status"], step["certainty"], step["date"], tuple(step["claims"])) for step in entry.fields["history"]]


@pytest.mark.parametrize("name", [name for name in FOILS if name != "negated"])
def test_a_foil_is_an_entry_of_its_own_and_leaves_the_history_as_it_is(seeds: list[dict[str, Any]], knowledge: Known, name: str) -> None:
    both = [*seeds, FOILS[name].record]
    assert len(roadmaps(both, knowledge)) == 2
    assert history(both, knowledge) == history(seeds, knowledge)


def test_all_foils_are_four_more_entries_and_no_step_is_negated(seeds: list[dict[str, Any]], knowledge: Known) -> None:
    records = [*seeds, *(foil.record for foil in FOILS.values())]
    found = roadmaps(records, knowledge)
    assert len(found) == 5
    assert history(records, knowledge) == history(seeds, knowledge)
    negated = {claim.id for claim in claims(FOILS["negated"].record) if claim.of == "agreement"}
    assert not negated & {claim for entry in found for step in entry.fields["history"] for claim in step["claims"]}
