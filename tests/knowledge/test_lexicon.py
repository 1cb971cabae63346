from __future__ import annotations

from mithaq.knowledge import load
from mithaq.knowledge.lexicon import Match, build, joined
from mithaq.knowledge.pack import row_spellings
from mithaq.knowledge.tables import Row
from mithaq.text.fold import folded
from mithaq.text.tokens import tokens


def matches(language: str, rows: list[tuple[str, str, str]], text: str) -> list[tuple[str, set[str]]]:
    profile = load().packs[language].profile
    spellings = [s for name, surface, sense in rows for s in row_spellings(name, Row(surface, sense, "test", "test:1"), profile.forms)]
    view = folded(text)
    found = list(tokens(view))
    out: list[Match] = build(joined(spellings), profile).matches(view, found)
    return [(view[found[m.first].start : found[m.last - 1].end], set(m.codes)) for m in out]


def test_one_surface_matches_with_half_space_without_and_with_space() -> None:
    for text in ("تفاهم‌نامه", "تفاهمنامه", "تفاهم نامه"):
        assert [codes for _, codes in matches("fa", [("instrument", "تفاهم‌نامه", "mou")], text)] == [{"instrument:mou"}]


def test_a_word_inside_another_word_is_no_match() -> None:
    assert matches("fa", [("state", "لاروس", "XX")], "بلاروس") == []
    assert matches("en", [("act", "met", "event.meeting.v")], "comet metal") == []


def test_arabic_clitics_are_split_for_matching() -> None:
    for text in ("إيران", "وإيران", "لإيران", "بإيران"):
        assert [
            codes - {"clitic:and", "clitic:prep", "clitic:prep.to"} for _, codes in matches("ar", [("state", "إيران", "IR")], text)
        ] == [{"state:IR"}]


def test_the_longest_known_run_wins() -> None:
    rows = [("instrument", "memorandum", "document"), ("instrument", "memorandum of understanding", "mou")]
    assert matches("en", rows, "A memorandum of understanding") == [("memorandum of understanding", {"instrument:mou"})]


def test_an_open_end_takes_any_ending() -> None:
    assert [found for found, _ in matches("en", [("act", "negotiat*", "legal.negotiating.v")], "negotiated negotiators")] == [
        "negotiated",
        "negotiators",
    ]


def test_marks_of_a_row_become_codes() -> None:
    assert matches("en", [("office", "presidents", "president+plural")], "presidents") == [
        ("presidents", {"office:president", "mark:plural"})
    ]
