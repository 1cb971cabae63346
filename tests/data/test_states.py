"""The register of states, and their names and adjectives in four languages."""

from __future__ import annotations

from collections import Counter

import pytest

from mithaq.text.fold import folded
from tests.data.names import LANGUAGES, codes, register, table

STATES = register("states")
ALIVE = [row for row in STATES if row[2] not in {"territory", "former"}]
NAME, CAPITAL = 3, 7


def test_the_register_holds_all_members_and_observers_of_the_united_nations_kosovo_and_taiwan() -> None:
    standing = Counter(row[2] for row in STATES)
    assert (standing["member"], standing["observer"]) == (193, 2)
    assert {"XK", "TW"} <= {row[0] for row in ALIVE}


def test_no_code_stands_twice_and_all_have_their_length() -> None:
    assert [code for at in (0, 1) for code, times in Counter(row[at] for row in STATES).items() if times > 1] == []
    assert {(len(row[0]), len(row[1])) for row in STATES} == {(2, 3)}


def test_no_displayed_name_is_shared() -> None:
    shared = [name for column in range(NAME, CAPITAL) for name, times in Counter(row[column] for row in STATES).items() if times > 1]
    assert shared == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_displayed_name_is_one_that_texts_are_read_by(language: str) -> None:
    column = NAME + LANGUAGES.index(language)
    assert [row[column] for row in STATES if f"state:{row[0]}" not in codes(language).get(folded(row[column]), ())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_name_and_an_adjective(language: str) -> None:
    senses = {row.sense for row in table(language, "states")}
    assert [row[0] for row in STATES if row[0] not in senses] == []
    assert [row[0] for row in ALIVE if f"{row[0]}.adj" not in senses] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sense_is_a_state_its_adjective_or_its_seat_of_government(language: str) -> None:
    known = {f"{row[0]}{form}" for row in STATES for form in ("", ".adj", ".gov")}
    assert {row.sense for row in table(language, "states")} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_capital_has_a_form_in_each_language(language: str) -> None:
    column = CAPITAL + LANGUAGES.index(language)
    places = {row.sense for row in table(language, "cities")}
    assert [row[0] for row in ALIVE if not row[column]] == []
    assert [row[0] for row in ALIVE if f"{row[0]}/{row[CAPITAL]}" not in places] == []
