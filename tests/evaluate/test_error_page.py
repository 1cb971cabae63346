from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from mithaq.evaluate.cases import Case, Excerpt
from mithaq.evaluate.error_page import error_page, groups, runs

DIRECTIONS = {"fa": "rtl", "en": "ltr"}


def case(error: str = "missed: visit", lang: str = "en", kind: str = "events", text: str = "He went to Muscat.") -> Case:
    return Case("a.txt", lang, kind, error, {"type": "visit"}, None, (Excerpt(text, {"gold": (0, 2)}),))


def test_groups_are_ordered_by_their_kind_and_then_by_how_common_they_are() -> None:
    found = groups([case(kind="appeals"), case("a"), case("b"), case("b")])
    assert [(group.kind, group.error, len(group.cases)) for group in found] == [
        ("events", "b", 2),
        ("events", "a", 1),
        ("appeals", "missed: visit", 1),
    ]


def test_an_excerpt_is_cut_where_passages_begin_and_end_and_loses_nothing() -> None:
    cut = list(runs(Excerpt("abcdef", {"gold": (1, 4), "found": (2, 6)})))
    assert cut == [("a", ""), ("b", "gold"), ("cd", "found gold"), ("ef", "found")]


def test_hostile_text_stays_text_and_nothing_is_loaded_from_outside() -> None:
    hostile = "<script>alert(1)</script>"
    page = error_page([case(error=hostile, lang="en", text=hostile), case(lang='"><script>')], DIRECTIONS)
    assert "<script" not in page
    assert not re.search(r"https?://|src=|@import|url\(", page)
    assert "default-src 'none'" in html.unescape(page)


def test_a_sentence_runs_in_the_direction_of_its_language() -> None:
    page = error_page([case(lang="fa", text="او به مسقط رفت."), case()], DIRECTIONS)
    assert '<blockquote lang="fa" dir="rtl">' in page
    assert '<blockquote lang="en" dir="ltr">' in page


def test_each_language_can_be_chosen_and_then_hides_the_others() -> None:
    page = error_page([case(lang="fa"), case(), case()], DIRECTIONS)
    assert 'id="show-fa"> fa (1)' in page
    assert 'body:has([id="show-fa"]:checked) [data-langs]:not([data-langs~="fa"]) { display: none }' in page


def test_a_page_without_errors_says_so_and_every_element_is_closed() -> None:
    for page in (error_page([], {}), error_page([case(), case(lang="fa")], DIRECTIONS)):
        parser = _Balance()
        parser.feed(page)
        assert parser.open == []
    assert "<h1>0 errors</h1>" in error_page([], {})


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"meta", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
