"""Cities and organisations: senses that exist, and organisations that have a name in every language."""

from __future__ import annotations

import tomllib
from collections import defaultdict

import pytest

from mithaq.text.fold import folded
from tests.data.names import DATA, LANGUAGES, register, table

ORGANISATIONS = register("orgs")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_city_lies_in_a_state_of_the_register(language: str) -> None:
    states = {row[0] for row in register("states")}
    assert {row.sense for row in table(language, "cities") if row.sense.partition("/")[0] not in states} == set()


def test_a_city_is_spelt_alike_in_all_senses() -> None:
    spellings = defaultdict(set)
    for language in LANGUAGES:
        for row in table(language, "cities"):
            spellings[folded(row.sense)].add(row.sense)
    assert [sorted(senses) for senses in spellings.values() if len(senses) > 1] == []


def test_every_organisation_of_the_codebook_stands_in_the_register() -> None:
    vocabulary = tomllib.loads((DATA / "vocabularies" / "organisation.toml").read_text(encoding="utf-8"))
    assert {f"org:{name}" for name in vocabulary["values"]} - {row[0] for row in ORGANISATIONS} == set()


def test_every_organisation_has_a_name_in_each_language() -> None:
    assert [row[0] for row in ORGANISATIONS if len(row) != 2 + len(LANGUAGES) or not all(row)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_read_for_every_organisation_and_no_other(language: str) -> None:
    assert {row.sense for row in table(language, "orgs")} == {row[0] for row in ORGANISATIONS}
