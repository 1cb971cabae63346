"""Which claims are one agreement and which are not."""

from __future__ import annotations

from typing import Any

from mithaq.link import link
from mithaq.model import Entry
from tests.link.hand import Article, Known

PAIR = ["IR", "BY"]


def visit(name: str, day: str | None, *, host: str = "IR", visitor: str = "BY", **more: Any) -> Article:
    article = Article(name, published=day, **more)
    article.actor("Pavel Rudnik", "president", visitor).actor("Amin Sohrabi", "president", host)
    return article.event("visit", f"came on a visit ({name})", [visitor], state=host, date=day)


def agreements(articles: list[Article], knowledge: Known) -> list[Entry]:
    return [entry for entry in link([article.record for article in articles], knowledge) if entry.of == "agreement"]


def documents(entry: Entry) -> list[str]:
    return [source["document"] for source in entry.fields["sources"]["list"]]


def statuses(entry: Entry) -> list[tuple[str, str]]:
    return [(step["status"], step["certainty"]) for step in entry.fields["history"]]


def test_reports_of_one_story_name_one_roadmap(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("roadmap", "a roadmap for the economy", PAIR, sectors=["economy"])
    second = visit("b", "2023-03-13", lang="fa").agreement("roadmap", "نقشه راه جامع", PAIR, sectors=["general"])
    (entry,) = agreements([first, second], knowledge)
    assert documents(entry) == ["a", "b"]
    assert statuses(entry) == [("signed", "asserted")]


def test_another_period_is_another_agreement(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("roadmap", "a roadmap", PAIR, period=["2023", "2026"], sectors=["general"])
    second = visit("b", "2023-03-13").agreement("roadmap", "a roadmap", PAIR, period=["2027", "2031"], sectors=["general"])
    assert len(agreements([first, second], knowledge)) == 2


def test_the_same_period_joins_across_stories_and_a_more_exact_one_too(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("roadmap", "a roadmap", PAIR, period=["2023", "2026"])
    second = visit("b", "2025-08-20", host="BY", visitor="IR").agreement(
        "roadmap", "the roadmap", PAIR, period=["2023-03", "2026-12"], legal=None, delivery="started"
    )
    (entry,) = agreements([first, second], knowledge)
    assert entry.fields["period"] == ["2023-03", "2026-12"]


def test_the_same_period_and_fields_that_have_nothing_in_common_are_two(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("programme", "a programme", PAIR, period=["2023", "2026"], sectors=["culture"])
    second = visit("b", "2023-03-13").agreement("programme", "a programme", PAIR, period=["2023", "2026"], sectors=["energy"])
    assert len(agreements([first, second], knowledge)) == 2


def test_a_roadmap_of_one_field_is_not_the_comprehensive_one_of_the_same_story(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("roadmap", "a comprehensive roadmap", PAIR, sectors=["general"])
    second = visit("b", "2023-03-13").agreement("roadmap", "a transport roadmap", PAIR, sectors=["transport"], period=["2023", "2025"])
    assert len(agreements([first, second], knowledge)) == 2


def test_another_pair_has_another_roadmap(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("roadmap", "a roadmap", PAIR, period=["2023", "2026"])
    second = visit("b", "2023-03-13", visitor="AM").agreement("roadmap", "a roadmap", ["IR", "AM"], period=["2023", "2026"])
    assert len(agreements([first, second], knowledge)) == 2


def test_one_newly_signed_a_week_later_is_another(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("roadmap", "a roadmap", PAIR, sectors=["general"])
    second = visit("b", "2023-03-20").agreement("roadmap", "a roadmap for farms", PAIR, sectors=["agriculture"])
    assert len(agreements([first, second], knowledge)) == 2


def test_two_things_of_one_document_stay_two(knowledge: Known) -> None:
    article = visit("a", "2023-03-13").agreement("mou", "one memorandum", PAIR).agreement("mou", "another memorandum", PAIR)
    assert len(agreements([article], knowledge)) == 2


def test_a_negated_signing_makes_neither_entry_nor_step(knowledge: Known) -> None:
    alone = visit("a", "2023-03-13").agreement("roadmap", "no roadmap was signed", PAIR, certainty="negated")
    assert agreements([alone], knowledge) == []
    other = visit("b", "2023-03-13").agreement("roadmap", "a roadmap was drafted", PAIR, legal="drafted")
    (entry,) = agreements([alone, other], knowledge)
    assert statuses(entry) == [("drafted", "asserted")]
    assert len(entry.fields["denied"]) == 1


def test_a_denial_beside_the_kept_agreement_speaks_of_another(knowledge: Known) -> None:
    article = visit("a", "2025-05-19").agreement("roadmap", "no new roadmap was signed", PAIR, certainty="negated")
    article.agreement("roadmap", "the roadmap 2023-2026 is in force", PAIR, legal="in_force", period=["2023", "2026"])
    (entry,) = agreements([article], knowledge)
    assert entry.fields["denied"] == []


def test_asserted_and_denied_signing_of_one_story_contradict(knowledge: Known) -> None:
    first = visit("a", "2023-03-13", outlet="BelTA").agreement("mou", "a memorandum was signed", PAIR)
    second = visit("b", "2023-03-13", outlet="IRNA").agreement("mou", "no memorandum was signed", PAIR, certainty="negated", voice="denied")
    found = link([first.record, second.record], knowledge)
    (difference,) = [entry for entry in found if entry.of == "difference"]
    assert (difference.fields["class"], difference.fields["field"]) == ("contradiction", "legal")
    (entry,) = [entry for entry in found if entry.of == "agreement"]
    assert entry.fields["standing"]["disputed"]
    assert entry.fields["differences"] == [difference.id]


def test_a_future_signing_is_shown_as_future(knowledge: Known) -> None:
    article = visit("a", "2025-01-16").agreement("treaty", "a treaty will be signed", PAIR, certainty="future", date="2025-01-17")
    (entry,) = agreements([article], knowledge)
    assert statuses(entry) == [("signed", "future")]
    assert entry.fields["history"][0]["date"] == "2025-01-17"


def test_a_recalled_agreement_finds_the_one_earlier_agreement_it_fits(knowledge: Known) -> None:
    signed = visit("a", "2023-03-13").agreement("protocol", "a protocol on health", PAIR, sectors=["health"])
    other = visit("b", "2023-09-01", host="BY", visitor="IR").agreement("protocol", "a protocol on customs", PAIR, sectors=["customs"])
    later = visit("c", "2024-02-02").agreement("protocol", "ratified the protocol on health", PAIR, sectors=["health"], legal="ratified")
    found = {tuple(documents(entry)) for entry in agreements([signed, other, later], knowledge)}
    assert found == {("a", "c"), ("b",)}


def test_a_recalled_agreement_that_fits_two_stays_alone(knowledge: Known) -> None:
    first = visit("a", "2022-03-13").agreement("protocol", "a protocol on health", PAIR, sectors=["health"])
    second = visit("b", "2023-09-01").agreement("protocol", "a protocol on health", PAIR, sectors=["health"])
    later = visit("c", "2024-02-02").agreement(
        "protocol", "the protocol on health is kept", PAIR, sectors=["health"], legal=None, delivery="started"
    )
    assert len(agreements([first, second, later], knowledge)) == 3


def test_a_recalled_day_finds_the_signing_of_that_day(knowledge: Known) -> None:
    first = visit("a", "2022-03-13").agreement("protocol", "a protocol", PAIR, date="2022-03-13", sectors=["health"])
    second = visit("b", "2023-09-01").agreement("protocol", "a protocol", PAIR, date="2023-09-01", sectors=["health"])
    later = visit("c", "2024-02-02").agreement(
        "protocol", "signed on 1 September 2023", PAIR, certainty="historical", date="2023-09-01", sectors=["health"]
    )
    assert {tuple(documents(entry)) for entry in agreements([first, second, later], knowledge)} == {("a",), ("b", "c")}


def test_a_draft_finds_the_signing_within_the_year(knowledge: Known) -> None:
    draft = visit("a", "2023-01-10", host="BY", visitor="IR").agreement("roadmap", "drafted", PAIR, legal="drafted", sectors=["energy"])
    signed = visit("b", "2023-03-13").agreement("roadmap", "signed", PAIR, sectors=["energy"])
    (entry,) = agreements([draft, signed], knowledge)
    assert statuses(entry) == [("drafted", "asserted"), ("signed", "asserted")]


def test_an_instrument_is_signed_once(knowledge: Known) -> None:
    article = Article("a", published="2025-10-05")
    for year in ("1921", "1940", "2001"):
        article.agreement("treaty", f"a treaty signed in {year}", PAIR, certainty="historical", date=f"{year}-03-12")
    other = Article("b", published="2025-10-05").agreement("treaty", "the treaty of 2001", PAIR, certainty="historical", date="2001")
    found = {tuple(documents(entry)) for entry in agreements([article, other], knowledge)}
    assert found == {("a",), ("a", "b")}


def test_a_step_that_the_vocabulary_does_not_allow_is_flagged_and_kept(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("treaty", "signed", PAIR, title="Treaty of Friendship")
    second = visit("b", "2024-03-13").agreement("treaty", "under negotiation", PAIR, title="Treaty of Friendship", legal="negotiating")
    third = visit("c", "2025-03-13").agreement("treaty", "in force", PAIR, title="Treaty of Friendship", legal="in_force")
    (entry,) = agreements([first, second, third], knowledge)
    flags = {step["status"]: step.get("flag") for step in entry.fields["history"]}
    assert flags["negotiating"] == "negotiating does not follow signed"


def test_mediators_are_not_counted_among_the_parties_that_must_agree(knowledge: Known) -> None:
    first = Article("a", published="2023-03-10").event("signing", "signed", ["IR", "SA", "CN"], date="2023-03-10", state="CN")
    first.agreement("joint_statement", "a statement", ["IR", "SA", "CN"], mediators=["CN"], date="2023-03-10")
    second = Article("b", published="2023-06-06").event("other", "an embassy opened", ["IR", "SA"], date="2023-06-06")
    second.agreement("joint_statement", "the statement of 10 March", ["IR", "SA"], certainty="historical", date="2023-03-10")
    (entry,) = agreements([first, second], knowledge)
    assert documents(entry) == ["a", "b"]


def test_numbers_of_documents_that_differ_contradict(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("document", "eight documents", PAIR, count=8)
    second = visit("b", "2023-03-13").agreement("document", "seven documents", PAIR, count=7)
    found = link([first.record, second.record], knowledge)
    (difference,) = [entry for entry in found if entry.of == "difference"]
    assert (difference.fields["class"], difference.fields["field"]) == ("contradiction", "count")
    assert [value["value"] for value in difference.fields["values"]] == [7, 8]
    assert next(entry for entry in found if entry.of == "agreement").fields["count"] is None


def test_documents_recalled_are_not_those_signed_now(knowledge: Known) -> None:
    article = visit("a", "2023-03-13").agreement("document", "eight documents", PAIR, count=8)
    article.agreement("document", "dozens of documents in former years", PAIR, count=None, certainty="historical")
    assert len(agreements([article], knowledge)) == 2


def test_a_roadmap_and_seven_documents_reconcile_with_eight(knowledge: Known) -> None:
    first = visit("a", "2023-03-13").agreement("document", "eight documents", PAIR, count=8)
    second = visit("b", "2023-03-13").agreement("document", "seven documents", PAIR, count=7).agreement("roadmap", "and a roadmap", PAIR)
    found = link([first.record, second.record], knowledge)
    (difference,) = [entry for entry in found if entry.of == "difference"]
    package = next(entry for entry in found if entry.of == "agreement" and entry.fields["package"])
    roadmap = next(entry for entry in found if entry.of == "agreement" and not entry.fields["package"])
    assert difference.fields["class"] == "reconciled"
    assert (package.fields["count"], package.fields["parts"]) == (8, [roadmap.id])


def test_the_speaker_declares_and_the_reporter_does_not(knowledge: Known) -> None:
    article = visit("a", "2023-03-13").says("Pavel Rudnik", "we signed a memorandum on health today")
    place = article.record["statements"][0]["evidence"]
    article.agreement("mou", "a memorandum on health", PAIR, voice="quoted", sectors=["health"])
    article.record["agreements"][0]["evidence"] = {
        "start": place["start"] + 10,
        "end": place["start"] + 32,
        "quote": "a memorandum on health",
    }
    article.agreement("protocol", "a protocol", PAIR)
    steps = {entry.fields["type"]: entry.fields["history"][0]["declared_by"] for entry in agreements([article], knowledge)}
    assert steps == {"mou": ["BY"], "protocol": []}
