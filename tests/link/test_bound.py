"""Agreements of many parties: an organisation for its members, and reports that name some of the parties only."""

from __future__ import annotations

from typing import Any

from mithaq.link import link
from mithaq.model import Entry
from tests.link.hand import Article, known

KNOWLEDGE = known()
CASPIAN = ["AZ", "IR", "KZ", "RU", "TM"]
TITLE = "Convention on the Shelf"


def told(name: str, parties: list[str], day: str = "2024-03-01", **fields: Any) -> dict[str, Any]:
    article = Article(name, published=day, outlet=f"Outlet {name}").event("summit", f"{name} they gathered", CASPIAN, state="KZ", date=day)
    return article.agreement("treaty", f"{name} they signed it", parties, **fields).record


def agreements(*records: dict[str, Any]) -> list[Entry]:
    return [entry for entry in link(records, KNOWLEDGE) if entry.of == "agreement"]


def test_a_report_that_names_two_of_five_speaks_of_the_agreement_of_the_five() -> None:
    found = link([told("d1", CASPIAN, title=TITLE), told("d2", ["IR", "RU"], title=TITLE)], KNOWLEDGE)
    (agreement,) = (entry for entry in found if entry.of == "agreement")
    assert agreement.fields["parties"] == CASPIAN
    (difference,) = (entry for entry in found if entry.of == "difference")
    assert (difference.fields["field"], difference.fields["class"]) == ("parties", "precision")


def test_without_a_common_title_or_field_two_of_the_five_have_their_own() -> None:
    assert len(agreements(told("d1", CASPIAN, title=TITLE), told("d2", ["IR", "RU"]))) == 2
    assert len(agreements(told("d1", CASPIAN, sectors=["energy"]), told("d2", ["IR", "RU"], sectors=["transport"]))) == 2


def test_an_article_that_tells_of_both_tells_of_two() -> None:
    both = told("d1", CASPIAN, sectors=["energy"])
    article = Article("d2", published="2024-03-01").event("summit", "they gathered", CASPIAN, state="KZ", date="2024-03-01")
    article.agreement("treaty", "the five signed", CASPIAN, sectors=["energy"]).agreement(
        "treaty", "two signed", ["IR", "RU"], sectors=["energy"]
    )
    assert len(agreements(both, article.record)) == 2


def test_all_members_of_an_organisation_are_the_organisation_on_the_day() -> None:
    members = ["AM", "BY", "KG", "KZ", "RU"]
    one = Article("d1", published="2023-12-25").agreement(
        "agreement", "free trade", ["IR", "org:eaeu"], sectors=["trade"], date="2023-12-25"
    )
    other = Article("d2", published="2023-12-25").agreement(
        "agreement", "free trade", ["IR", *members], sectors=["trade"], date="2023-12-25"
    )
    assert len(agreements(one.record, other.record)) == 1
    some = Article("d3", published="2023-12-25").agreement(
        "agreement", "free trade", ["IR", *members[:3]], sectors=["trade"], date="2023-12-25"
    )
    assert len(agreements(one.record, some.record)) == 2
