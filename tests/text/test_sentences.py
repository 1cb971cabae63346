from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.text.sentences import sentences


def cut(text: str, *abbreviations: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, frozenset(abbreviations))]


def test_stops_of_all_scripts_end_a_sentence() -> None:
    assert cut("ایران پذیرفت. عمان هم؟ آری!") == ["ایران پذیرفت.", "عمان هم؟", "آری!"]


def test_initials_end_no_sentence() -> None:
    assert cut("Прибыл С. В. Лавров. Он молчал.") == ["Прибыл С. В. Лавров.", "Он молчал."]


def test_abbreviations_of_the_language_end_no_sentence() -> None:
    assert cut("В г. Сочи тепло.", "г") == ["В г. Сочи тепло."]
    assert cut("В г. Сочи тепло.") == ["В г.", "Сочи тепло."]


def test_decimals_stay_whole() -> None:
    assert cut("Trade rose 1.5 times. It fell.") == ["Trade rose 1.5 times.", "It fell."]


def test_lines_are_sentences() -> None:
    assert cut("Headline\n\nBody.") == ["Headline", "Body."]


@given(st.text(alphabet="ab. \n؟«»", max_size=60))
def test_every_visible_code_point_lies_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    covered = [index for start, end in spans for index in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {index for index, character in enumerate(text) if not character.isspace()} <= set(covered)


def test_a_run_of_stops_of_any_length_is_read_at_once() -> None:
    text = "…" * 300_000 + "x"  # hours where each stop of the run is tried anew
    assert sentences(text) == [(0, len(text))]
