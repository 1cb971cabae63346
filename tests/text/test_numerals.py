from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest

from mithaq.extract.numbers import spelled
from mithaq.text.numerals import Word, digits, longest, number
from tests.packs import pack
from tests.text.rbnf import Speller

RULES = Path(__file__).parents[2].parent / "shared" / "data" / "numbers"

SPELLINGS = {
    "fa": ("spellout-cardinal",),
    "en": ("spellout-cardinal", "spellout-cardinal-verbose"),
    "ar": ("spellout-cardinal-masculine", "spellout-cardinal-feminine", "spellout-numbering"),
    "ru": ("spellout-cardinal-masculine",),
}
CASES = ("", "-genitive", "-dative", "-accusative", "-locative", "-ablative")
RUSSIAN = [f"spellout-cardinal-{gender}{case}" for gender in ("masculine", "neuter", "feminine", "plural") for case in CASES]


def _value(value: int) -> Word:
    return Word("value", Fraction(value))


def _scale(value: int, bound: bool = False) -> Word:
    return Word("scale", Fraction(value), bound)


def _said(*words: Word) -> tuple[int, int | float] | None:
    found = longest(words)
    return (found.length, number(found.value)) if found else None


@pytest.mark.parametrize(
    ("text", "decimal", "group", "scaled", "value"),
    [
        ("1,500", ".", ",", False, 1500), ("1.5", ".", ",", False, 1.5), ("1,5", ",", ". ", True, 1.5), ("1.234", ",", ". ", False, 1234),
        ("1,234", ".,", ",.", True, 1.234), ("1,234,567.8", ".", ",", False, 1234567.8), ("1.234.567,8", ",", ". ", False, 1234567.8),
        ("0,125", ",", ".", False, 0.125), ("2023", ".", ",", False, 2023),
    ],
)  # fmt: skip
def test_signs_in_digits_mean_what_they_mean_in_the_language(text: str, decimal: str, group: str, scaled: bool, value: float) -> None:
    found = digits(text, decimal, group, scaled)
    assert found is not None
    assert number(found) == value


@pytest.mark.parametrize("text", ["13.03.2023", "1,23,4", "192.168.1.2"])
def test_digits_that_are_no_number_have_no_value(text: str) -> None:
    assert digits(text, ".", ",") is None


def test_a_scale_multiplies_all_that_is_smaller_before_it() -> None:
    assert _said(_value(1), _scale(10**6), _value(2), _scale(100), _scale(1000)) == (5, 1_200_000)


def test_two_numbers_beside_each_other_stay_two() -> None:
    assert _said(_value(5), _value(7)) == (1, 5)
    assert _said(_value(20), Word("and"), _value(30)) == (1, 20)


def test_units_may_stand_before_tens_where_a_conjunction_joins_them() -> None:
    assert _said(_value(5), Word("value", Fraction(20), joined=True)) == (2, 25)
    assert _said(_value(5), _value(20)) == (1, 5)


def test_a_half_belongs_to_the_scale_it_stands_beside() -> None:
    half = Word("part", Fraction(1, 2))
    assert _said(half, _scale(10**9)) == (2, 500_000_000)
    assert _said(_scale(10**9), Word("and"), half) == (3, 1_500_000_000)
    assert _said(_value(2), Word("and"), half, _scale(10**6)) == (4, 2_500_000)
    assert _said(half) is None


def test_a_bound_scale_says_nothing_alone() -> None:
    assert _said(_scale(1000, bound=True)) is None
    assert _said(_value(3), _scale(1000, bound=True)) == (2, 3000)


def test_a_conjunction_at_the_end_is_not_part_of_the_number() -> None:
    assert _said(_value(20), Word("and")) == (1, 20)


def _numbers(many: int) -> list[int]:
    choice = random.Random(20230313)
    return [*range(0, 10_001, 1 if many > 5000 else 7), *(choice.randrange(10 ** choice.randint(4, 12)) for _ in range(many))]


@pytest.mark.skipif(not RULES.exists(), reason="the spell-out rules of CLDR are not beside the project")
@pytest.mark.parametrize(("lang", "rules"), [(lang, rules) for lang, names in SPELLINGS.items() for rules in names])
def test_every_spelled_whole_number_is_read_back(lang: str, rules: str) -> None:
    speller = Speller(RULES / f"{lang}.xml")
    wrong = [(value, text) for value in _numbers(1000) if spelled(text := speller.spell(value, rules), pack(lang)) != value]
    assert wrong == []


@pytest.mark.skipif(not RULES.exists(), reason="the spell-out rules of CLDR are not beside the project")
@pytest.mark.parametrize("rules", RUSSIAN)
def test_russian_numbers_are_read_in_every_gender_and_case(rules: str) -> None:
    speller = Speller(RULES / "ru.xml")
    values = [*range(0, 1100, 3), *_numbers(100)[-100:]]
    assert [value for value in values if spelled(speller.spell(value, rules), pack("ru")) != value] == []
