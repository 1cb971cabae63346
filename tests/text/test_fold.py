from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.text.fold import fold, folded


def test_letters_of_persian_and_arabic_keyboards_meet() -> None:
    assert folded("رئيس جمهوري كشور") == folded("رئیس جمهوری کشور")
    assert folded("أحمد إبراهيم آمنة") == "احمد ابراهیم امنه"


def test_marks_tatweel_half_spaces_and_bidi_controls_vanish() -> None:
    assert folded("مُحَمَّد") == folded("محمد")
    assert folded("محـــمد") == "محمد"
    assert folded("می\u200cشود") == "میشود"
    assert folded("\u2067ایران\u2069") == "ایران"


def test_digits_of_all_kinds_become_ascii() -> None:
    assert folded("۱۴۰۱ ١٤٠١ 1401") == "1401 1401 1401"


def test_yo_and_case_fold_but_short_i_stays() -> None:
    assert folded("Ёлка Йод") == "елка йод"


def test_quotation_marks_and_dashes_have_one_form() -> None:
    assert folded("«a» “b” „c”") == '"a" "b" "c"'
    assert folded("1–2 — 3") == "1-2 - 3"


def test_runs_of_blanks_become_one_and_lines_stay() -> None:
    assert fold("a  \u00a0 b\n c").text == "a b\nc"


def test_a_span_leads_back_to_the_text_as_read() -> None:
    text = "گفت: برنامه‌های تازه"
    view = fold(text)
    start = view.text.index("برنامههای")
    assert text[slice(*view.span(start, start + len("برنامههای")))] == "برنامه‌های"


def test_a_span_keeps_the_marks_of_its_last_letter() -> None:
    text = "التوصّلُ إلى"
    view = fold(text)
    assert text[slice(*view.span(0, len("التوصل")))] == "التوصّلُ"


@given(st.text(max_size=80))
def test_each_folded_code_point_comes_from_a_place_in_order(text: str) -> None:
    view = fold(text)
    assert len(view.origin) == len(view.text)
    assert list(view.origin) == sorted(view.origin)
    assert all(0 <= place < len(text) for place in view.origin)


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
