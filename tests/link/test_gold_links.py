"""What belongs together across the five seed articles, in full."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.link import link
from mithaq.model import Claim, Entry, claims
from tests.link.hand import Known


class Linked:
    def __init__(self, records: list[dict[str, Any]], knowledge: Known) -> None:
        self.entries = link(records, knowledge)
        self.told: dict[str, Claim] = {claim.id: claim for record in records for claim in claims(record)}

    def of(self, kind: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.of == kind]

    def passages(self, claim: str) -> list[tuple[str, str]]:
        one = self.told[claim]
        grounds = [found for passages in one.grounds.values() for found in passages]
        return [(one.document, found.quote) for found in (one.evidence, *one.also, *grounds)]

    def holds(self, claim: str, document: str, quote: str) -> bool:
        return any(where == document and (quote in words or words in quote) for where, words in self.passages(claim))

    def roadmap(self) -> Entry:
        return next(entry for entry in self.of("agreement") if entry.fields["period"] == ["2023", "2026"])


@pytest.fixture(scope="module")
def linked(seeds: list[dict[str, Any]], knowledge: Known) -> Linked:
    return Linked(seeds, knowledge)


def test_the_stories_are_those_of_the_gold_with_their_days(linked: Linked, links: dict[str, Any]) -> None:
    found = {tuple(entry.fields["documents"]): entry.fields["interval"] for entry in linked.of("story")}
    assert found == {tuple(sorted(story["documents"])): story["interval"] for story in links["stories"]}


def test_a_story_says_by_which_rule_and_passages_it_has_its_days(linked: Linked, links: dict[str, Any]) -> None:
    by_documents = {tuple(entry.fields["documents"]): entry.fields for entry in linked.of("story")}
    for story in links["stories"]:
        fields = by_documents[tuple(sorted(story["documents"]))]
        if "derived" not in story:
            assert "derived" not in fields
            continue
        wanted = story["derived"]["interval"]
        assert fields["derived"]["interval"]["rule"] == wanted["rule"]
        assert [{key: one[key] for key in ("document", "quote")} for one in fields["derived"]["interval"]["from"]] == wanted["from"]


def test_undated_reports_have_the_days_of_their_story(linked: Linked, links: dict[str, Any]) -> None:
    found = {document: dates for entry in linked.of("story") for document, dates in entry.fields["derived_dates"].items()}
    assert found.keys() == links["derived_dates"].keys()
    for document, wanted in links["derived_dates"].items():
        if wanted is None:
            assert found[document] is None
        else:
            assert (found[document]["interval"], found[document]["rule"]) == (wanted["interval"], wanted["rule"])
            assert [(one["document"], one["quote"]) for one in found[document]["from"]] == [
                (one["document"], one["quote"]) for one in wanted["from"]
            ]


def test_the_occasions_of_a_story_are_one_entry_each(linked: Linked, links: dict[str, Any]) -> None:
    for occasion in links["stories"][0]["occasions"]:
        wanted = [(passage["document"], passage["quote"]) for passage in occasion["passages"]]
        homes = [
            {
                entry.id
                for entry in linked.of("event")
                if any(linked.holds(claim, document, quote) and _is(linked, claim, occasion["type"]) for claim in entry.claims)
            }
            for document, quote in wanted
        ]
        assert set.intersection(*homes), occasion
    meetings = [entry for entry in linked.of("event") if entry.fields["type"] == "meeting" and entry.fields["story"] == "seed-001"]
    presidents, leader = links["stories"][0]["occasions"][2:4]
    homes_of = [
        {
            entry.id
            for entry in meetings
            if any(linked.holds(claim, one["passages"][0]["document"], one["passages"][0]["quote"]) for claim in entry.claims)
        }
        for one in (presidents, leader)
    ]
    assert not homes_of[0] & homes_of[1]


def _is(linked: Linked, claim: str, type: str) -> bool:
    return bool(linked.told[claim].fields["type"] == type and linked.told[claim].fields["certainty"] == "asserted")


def test_other_stories_mention_the_visit(linked: Linked, links: dict[str, Any]) -> None:
    story = next(entry for entry in linked.of("story") if len(entry.fields["documents"]) == 3)
    found = {(one["document"], one["evidence"]["quote"], one["certainty"]) for one in story.fields["mentioned_in"]}
    assert found == {(one["document"], one["quote"], one["certainty"]) for one in links["stories"][0]["mentioned_in"]}


def test_actors_meet_across_scripts_under_office_and_state(linked: Linked, links: dict[str, Any]) -> None:
    found = {entry.fields["name"]: entry.fields for entry in linked.of("actor")}
    assert found.keys() == {actor["name"] for actor in links["actors"]}
    for actor in links["actors"]:
        fields = found[actor["name"]]
        assert (fields["office"], fields["state"]) == (actor["office"], actor["state"])
        assert fields["documents"] == sorted(actor["named_in"])


def test_unnamed_holders_are_marked_as_of_the_office_table_or_left(linked: Linked, links: dict[str, Any]) -> None:
    found = {one["document"]: one for entry in linked.of("story") for one in entry.fields["unnamed"]}
    assert found.keys() == {one["document"] for one in links["unnamed"]}
    for wanted in links["unnamed"]:
        one = found[wanted["document"]]
        for key in ("office", "state", "last_named_holder", "last_named", "last_named_in", "days_between"):
            assert one[key] == wanted[key], key
        assert one["resolved"] == (one["rule"] == "office table" and one["source"].startswith("https://"))


def test_the_entries_have_the_history_of_the_gold(linked: Linked, links: dict[str, Any]) -> None:
    for wanted in links["entries"]:
        first = wanted["history"][0]
        entry = next(
            entry
            for entry in linked.of("agreement")
            if any(linked.holds(claim, first["document"], first["quote"]) for claim in entry.claims)
        )
        fields = entry.fields
        assert (fields["type"], fields["parties"], fields["period"], fields["ends"]) == tuple(
            wanted[key] for key in ("type", "parties", "period", "ends")
        )
        assert len(fields["history"]) == len(wanted["history"])
        for step, told in zip(fields["history"], wanted["history"], strict=True):
            for key in ("axis", "status", "certainty", "declared_by", "date", "date_basis"):
                assert step[key] == told[key], (told["quote"], key)
            assert any(linked.holds(claim, told["document"], told["quote"]) for claim in step["claims"])
            if "derived" in told:
                assert step["derived"]["date"]["rule"] == told["derived"]["date"]["rule"]
                assert [(one["document"], one["quote"]) for one in step["derived"]["date"]["from"]] == [
                    (one["document"], one["quote"]) for one in told["derived"]["date"]["from"]
                ]


def test_the_differences_have_their_classes_and_values(linked: Linked, links: dict[str, Any]) -> None:
    found = {entry.fields["class"]: entry for entry in linked.of("difference")}
    assert found.keys() == {one["class"] for one in links["differences"]}
    for wanted in links["differences"]:
        entry = found[wanted["class"]]
        for told in wanted["values"]:
            assert any(
                value["value"] in (told["value"], [told["value"]])
                and any(linked.holds(claim, told["document"], told["quote"]) for claim in value["claims"])
                for value in entry.fields["values"]
            ), told
    assert found["scope"].fields["entry"] == linked.roadmap().id


def test_sources_are_counted_by_outlet_and_side(linked: Linked) -> None:
    sources = linked.roadmap().fields["sources"]
    assert (sources["reports"], sources["outlets"], sources["independent"], sources["sides"]) == (3, 3, 3, {"IR": 2, "SY": 1})


def test_a_date_of_the_story_is_not_given_to_another_pair(linked: Linked) -> None:
    other = next(entry for entry in linked.of("agreement") if entry.fields["parties"] == ["IR", "SA"])
    assert [step["date"] for step in other.fields["history"]] == [None, None]
