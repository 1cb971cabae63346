"""One spelling has one sense, or ambiguous.tsv says which."""

from __future__ import annotations

import pytest

from tests.data.names import LANGUAGES, codes, decided

SHORTEST = 3
CLASSES = ("state:", "city:", "org:", "region:")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spelling_with_two_senses_stands_in_ambiguous(language: str) -> None:
    assert {text: sorted(senses) for text, senses in codes(language).items() if len(senses) > 1 and text not in decided(language)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spelling_of_one_or_two_letters_stands_in_ambiguous(language: str) -> None:
    assert [text for text in codes(language) if len(text) < SHORTEST and text not in decided(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_ambiguous_lists_all_senses_that_the_tables_give(language: str) -> None:
    found = codes(language)
    short = {text: sorted(found[text] - set(held.senses)) for text, held in decided(language).items() if text in found}
    assert {text: missing for text, missing in short.items() if missing} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_ambiguous_names_no_sense_of_a_state_city_or_organisation_that_is_chosen_but_not_in_the_tables(language: str) -> None:
    chosen = {text: held.preferred for text, held in decided(language).items() if held.preferred.startswith(CLASSES)}
    assert {text: code for text, code in chosen.items() if code not in codes(language).get(text, ())} == {}
