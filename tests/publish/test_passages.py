from __future__ import annotations

import pytest

from mithaq.errors import GroundingError
from mithaq.model import Evidence
from mithaq.publish.passages import REACH, Place, Shelf, Source, direction, marked

TEXT = "First came one. Then came two. The treaty was signed. Then came four. Last came five."


def source(text: str, name: str = "d") -> Source:
    return Source(name, text, f"{name}.txt", "en", None, None, None, None)


def quoted(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence.of(text, start, start + len(quote))


def test_a_passage_has_one_sentence_on_each_side() -> None:
    shelf = Shelf({"d": source(TEXT)})
    shelf.place("d", quoted(TEXT, "treaty was signed"))
    (passage,) = shelf.passages()["d"]
    assert (passage.before, passage.quote, passage.after) == ("Then came two. The ", "treaty was signed", ". Then came four.")
    assert passage.before + passage.quote + passage.after in TEXT


def test_a_quote_over_two_sentences_has_the_neighbours_of_both() -> None:
    shelf = Shelf({"d": source(TEXT)})
    shelf.place("d", quoted(TEXT, "two. The treaty"))
    (passage,) = shelf.passages()["d"]
    assert passage.before == "First came one. Then came "
    assert passage.after == " was signed. Then came four."


def test_numbers_follow_the_sources_and_the_text_and_not_the_order_of_use() -> None:
    shelf = Shelf({"b": source(TEXT, "b"), "a": source(TEXT, "a")})
    used = [shelf.place("a", quoted(TEXT, "one")), shelf.place("b", quoted(TEXT, "five")), shelf.place("b", quoted(TEXT, "two"))]
    assert [shelf.numbered()[place] for place in used] == [3, 2, 1]


def test_a_passage_used_twice_is_one() -> None:
    shelf = Shelf({"d": source(TEXT)})
    assert shelf.place("d", quoted(TEXT, "one")) == shelf.place("d", quoted(TEXT, "one"))
    assert len(shelf.passages()["d"]) == 1


@pytest.mark.parametrize("quote", ["treaty was not signed", "treaty was sign"])
def test_a_quote_that_does_not_stand_there_is_refused(quote: str) -> None:
    start = TEXT.index("treaty")
    with pytest.raises(GroundingError, match=r"d\.txt"):
        Shelf({"d": source(TEXT)}).place("d", Evidence(start, start + 17, quote))


def test_a_text_without_sentence_ends_is_cut_and_says_so() -> None:
    text = "x" * 2 * REACH + "HERE" + "y" * 2 * REACH
    shelf = Shelf({"d": source(text)})
    shelf.place("d", quoted(text, "HERE"))
    (passage,) = shelf.passages()["d"]
    assert passage.before == "… " + "x" * REACH
    assert passage.after == "y" * REACH + " …"


def test_the_direction_is_that_of_most_letters_and_not_of_the_first() -> None:
    assert direction("WTO: ایران و عمان توافق کردند") == "rtl"
    assert direction("سلام means hello in Persian") == "ltr"


def test_a_marked_text_is_whole_where_passages_overlap() -> None:
    pieces = marked("0123456789", [Place("d", 2, 5), Place("d", 4, 7), Place("d", 9, 10)])
    assert "".join(text for text, _ in pieces) == "0123456789"
    assert [text for text, cited in pieces if cited] == ["23", "4", "56", "9"]
