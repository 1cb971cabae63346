"""English: clauses of speech without "that", names set off by commas, subjects, and what is no diplomacy; each on sentences of our own."""

from __future__ import annotations

import pytest

from mithaq.extract import extract, read_scene
from mithaq.extract.article import Span, article
from mithaq.extract.commitments import commitments
from mithaq.extract.record import speaker_name
from mithaq.extract.scene import Scene
from mithaq.knowledge import Knowledge, load
from mithaq.model import Document


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def _scene(text: str, knowledge: Knowledge) -> Scene:
    return read_scene(article(text, knowledge.pack("en")), None)


def _said(text: str, knowledge: Knowledge) -> list[tuple[str | None, str]]:
    scene = _scene(text, knowledge)
    return [(speaker_name(scene.article, scene.cast, said.actor)[0], scene.article.quote(said.content)) for said in scene.statements]


def _relevant(text: str, knowledge: Knowledge) -> bool:
    return bool(extract(Document(text, "a.txt", lang="en"), knowledge)["relevant"])


def test_us_in_small_letters_is_no_state(knowledge: Knowledge) -> None:
    assert _scene("The minister told us that Peru had signed.", knowledge).cast.principals == ["PE"]
    assert "US" in _scene("The US signed a treaty with Peru.", knowledge).cast.principals


def test_a_clause_of_speech_needs_no_that(knowledge: Knowledge) -> None:
    assert _said("The Peruvian minister said the bridge was open.", knowledge) == [("Peruvian minister", "the bridge was open.")]


def test_an_adverbial_before_the_speaker_is_not_what_was_said(knowledge: Knowledge) -> None:
    said = _said("After the talks in Lima on Monday, the Peruvian minister said the bridge was open.", knowledge)
    assert said == [("Peruvian minister", "the bridge was open.")]


@pytest.mark.parametrize(
    "text", ["The Peruvian minister announced plans.", "The alleged plan was announced on Monday in Lima by officials."]
)
def test_a_noun_after_a_word_of_speech_and_a_passive_are_no_statement(text: str, knowledge: Knowledge) -> None:
    assert _said(text, knowledge) == []


def test_whom_one_told_is_not_the_speaker(knowledge: Knowledge) -> None:
    said = _said("The Peruvian foreign minister told Reuters the bridge was open.", knowledge)
    assert said == [("Peruvian foreign minister", "the bridge was open.")]


def test_what_is_said_begins_behind_the_dateline(knowledge: Knowledge) -> None:
    said = _said("LIMA, May 8 (Reuters) - Peru and Chile have opened the bridge, the Peruvian ministry said on Monday.", knowledge)
    assert [content for _, content in said] == ["Peru and Chile have opened the bridge"]


def test_the_medium_behind_a_sentence_is_no_part_of_it(knowledge: Knowledge) -> None:
    said = _said("The Peruvian minister said the bridge was open, Reuters reported.", knowledge)
    assert [content for _, content in said] == ["the bridge was open"]


def test_both_sides_speak_without_a_name(knowledge: Knowledge) -> None:
    scene = _scene("The Peruvian minister said the road was long. Both sides said that the bridge was open.", knowledge)
    assert [said.state for said in scene.statements] == ["PE", None]


def test_a_name_that_commas_set_off_holds_the_office(knowledge: Knowledge) -> None:
    text = "Rosa Fictiva, the Peruvian government's deputy director, said the bridge was open."
    assert _said(text, knowledge) == [("Rosa Fictiva", "the bridge was open.")]


def test_a_pronoun_is_the_subject_of_the_sentence_before(knowledge: Knowledge) -> None:
    text = "Peruvian President Juan Fictivo met Chilean President Pedro Inventado in Lima. He confirmed that the bridge was open."
    assert _said(text, knowledge) == [("Juan Fictivo", "the bridge was open.")]


def test_a_prediction_binds_nobody(knowledge: Knowledge) -> None:
    for text in ("The minister said trade would grow.", "Peruvian production will fall.", "The analyst said Peru would grow."):
        assert commitments(_scene(text, knowledge)) == []


def test_it_is_a_side_only_where_a_side_speaks(knowledge: Knowledge) -> None:
    by_state = commitments(_scene("Peru announced that it would build a bridge in Chile.", knowledge))
    by_person = commitments(_scene("The Peruvian minister spoke of the deal. He said it would build trust in trade.", knowledge))
    assert [item["by"] for item in by_state] == [["PE"]]
    assert by_person == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru beat Chile 2-0 in a friendly match in Lima. The striker scored twice, and the coach praised the squad.",
        "Stocks fell as investors awaited talks between the US and China. The Dow and the Nasdaq lost points, and futures slipped.",
        "The Peruvian airline signed a contract with a Chilean manufacturer. The company will pay $2 billion for the aircraft.",
        "The Peruvian prime minister resigned on Monday. The opposition called for elections.",
    ],
)
def test_matches_markets_companies_and_home_affairs_are_not_relevant(text: str, knowledge: Knowledge) -> None:
    assert not _relevant(text, knowledge)


def test_a_year_before_a_deal_counts_no_deals(knowledge: Knowledge) -> None:
    record = extract(Document("Peru and Chile renewed the 2015 deal in Lima.", "a.txt", lang="en"), knowledge)
    assert record["figures"] == []


def test_what_was_agreed_has_the_type_by_which_it_is_called_later(knowledge: Knowledge) -> None:
    text = "Peru and Chile have agreed to open a second bridge. The minister said the treaty was a good one."
    found = extract(Document(text, "a.txt", lang="en"), knowledge)["agreements"]
    assert [(item["type"], item["count"]) for item in found] == [("treaty", 1)]


def test_a_company_is_no_party_for_its_state(knowledge: Knowledge) -> None:
    scene = _scene("Peru signed a deal with Chile's Copperfict and a US oil firm.", knowledge)
    assert scene.parties(Span(0, len(scene.article.items))) == ["PE"]


def test_a_mediator_is_no_party(knowledge: Knowledge) -> None:
    text = "Peru and Chile signed an agreement in Geneva, with Switzerland as mediator."
    item = extract(Document(text, "a.txt", lang="en"), knowledge)["agreements"][0]
    assert (item["parties"], item["mediators"]) == (["PE", "CL"], ["CH"])


def test_a_sum_in_brackets_is_the_same_sum(knowledge: Knowledge) -> None:
    text = "Peru and Chile signed an agreement worth $10bn (9bn euros)."
    assert [item["value"] for item in extract(Document(text, "a.txt", lang="en"), knowledge)["figures"]] == [10_000_000_000]


def test_one_who_goes_on_with_a_participle_said_what_stands_before_his_cue(knowledge: Knowledge) -> None:
    text = "The new bridge will open in May, Peruvian minister Pablo Perez said, adding that tolls are low."
    assert _said(text, knowledge) == [("Pablo Perez", "The new bridge will open in May"), ("Pablo Perez", "tolls are low.")]


def test_what_is_told_to_reporters_may_stand_before(knowledge: Knowledge) -> None:
    assert _said("The new bridge will open in May, Pablo Perez told reporters.", knowledge) == [
        ("Pablo Perez", "The new bridge will open in May")
    ]


def test_a_number_behind_and_adds_its_documents(knowledge: Knowledge) -> None:
    found = extract(Document("Chile and Peru signed four agreements and two memorandums.", "a.txt", lang="en"), knowledge)
    assert [deal["count"] for deal in found["agreements"]] == [6]


def test_a_ratification_that_is_debated_is_still_to_come(knowledge: Knowledge) -> None:
    found = extract(Document("The parliament of Chile debated the ratification of the treaty with Peru.", "a.txt", lang="en"), knowledge)
    assert [(deal["legal"], deal["certainty"]) for deal in found["agreements"]] == [("ratified", "future")]


def test_a_unit_may_hold_a_billion(knowledge: Knowledge) -> None:
    text = "Chile will supply 1.5 bcm of gas to Peru under an agreement signed on Monday."
    found = extract(Document(text, "a.txt", lang="en"), knowledge)["figures"]
    assert [(figure["value"], figure["unit"]) for figure in found] == [(1_500_000_000, "cubic_metres")]


def test_an_exchange_of_visits_is_no_visit(knowledge: Knowledge) -> None:
    assert not extract(Document("Chile and Peru maintain exchanges of visits.", "a.txt", lang="en"), knowledge)["events"]
