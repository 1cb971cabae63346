"""Who is whom, across scripts, by the skeleton of the name and what corroborates it."""

from __future__ import annotations

import pytest

from mithaq.link.actors import actors
from mithaq.link.names import read
from mithaq.link.sheets import Mention
from tests.link.hand import Known


def mention(knowledge: Known, document: str, written: str, office: str | None, state: str | None) -> Mention:
    return Mention(document, "en", written, written, office, state, read(written, knowledge.letters))


def one(knowledge: Known, *written: tuple[str, str | None, str | None]) -> bool:
    mentions = [mention(knowledge, f"d{number}", *parts) for number, parts in enumerate(written)]
    return len(set(actors(mentions, knowledge.letters).of.values())) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("لوکاشنکو", "لوكاشينكو", "Лукашенко", "Lukashenko"),
        ("پزشکیان", "بزشكيان", "Пезешкиан", "Pezeshkian"),
        ("گلاوچنکو", "غولوفتشينكو", "Головченко", "Golovchenko"),
        ("رئیسی", "رئيسي", "Раиси", "Raisi"),
        ("مخبر", "مخبر", "Мохбер", "Mokhber"),
        ("خامنه‌ای", "خامنئي", "Хаменеи", "Khamenei"),
        ("السیسی", "السيسي", "Сиси", "Sisi"),
    ],
)
def test_spellings_of_four_scripts_share_a_skeleton(knowledge: Known, forms: tuple[str, ...]) -> None:
    assert frozenset.intersection(*(read(form, knowledge.letters).family for form in forms))


@pytest.mark.parametrize(("first", "second"), [("بوتين", "بایدن"), ("Песков", "Лавров"), ("لوکاشنکو", "Pezeshkian"), ("Zarif", "Mokhber")])
def test_other_names_share_none(knowledge: Known, first: str, second: str) -> None:
    assert not read(first, knowledge.letters).family & read(second, knowledge.letters).family


def test_office_and_state_bring_a_short_name_together(knowledge: Known) -> None:
    assert one(knowledge, ("سید ابراهیم رئیسی", "president", "IR"), ("إبراهيم رئيسي", "president", "IR"), ("Раиси", "president", "IR"))


def test_a_short_name_alone_brings_nobody_together(knowledge: Known) -> None:
    assert not one(knowledge, ("Raisi", None, None), ("Раиси", None, None))
    assert not one(knowledge, ("Raisi", None, "IR"), ("Раиси", "minister", "IR"))


def test_a_long_name_and_a_state_are_enough_where_no_office_speaks_against_it(knowledge: Known) -> None:
    assert one(knowledge, ("Lukashenko", None, "BY"), ("Лукашенко", "president", "BY"))


def test_two_states_are_two_persons(knowledge: Known) -> None:
    assert not one(knowledge, ("Ivan Petrenko", "minister", "UA"), ("Ivan Petrenko", "minister", "BY"))


def test_another_given_name_is_another_person(knowledge: Known) -> None:
    assert not one(knowledge, ("Karim Rahmani", "minister", "IR"), ("Navid Rahmani", "minister", "IR"))


def test_the_same_person_in_a_later_office_is_told_by_both_names(knowledge: Known) -> None:
    assert one(knowledge, ("Masoud Pezeshkian", "minister", "IR"), ("مسعود پزشکیان", "president", "IR"))


def test_a_bare_name_that_fits_two_joins_neither(knowledge: Known) -> None:
    mentions = [
        mention(knowledge, "a", "Karim Rahmani", "minister", "IR"),
        mention(knowledge, "b", "Navid Rahmani", "minister", "IR"),
        mention(knowledge, "c", "Rahmani", "minister", "IR"),
    ]
    assert len(set(actors(mentions, knowledge.letters).of.values())) == 3


def test_words_of_respect_are_no_names(knowledge: Known) -> None:
    assert read("حجت‌الاسلام و المسلمین سید ابراهیم رئیسی", knowledge.letters) == read("ابراهیم رئیسی", knowledge.letters)


def test_a_merge_names_its_reasons(knowledge: Known) -> None:
    mentions = [mention(knowledge, "a", "Raisi", "president", "IR"), mention(knowledge, "b", "Ebrahim Raisi", "president", "IR")]
    (merge,) = actors(mentions, knowledge.letters).merges
    assert merge.reasons == ("family name", "office", "state")
