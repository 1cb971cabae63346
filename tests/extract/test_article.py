from __future__ import annotations

from mithaq.extract.article import article
from tests.packs import pack


def test_a_text_without_stops_is_cut_into_pieces_of_bounded_length() -> None:
    read = article("signed treaty Iran " * 300, pack("en"))
    assert max(span.last - span.first for span in read.sentences) <= 200
    assert sum(span.last - span.first for span in read.sentences) == len(read.items)


def test_a_sentence_of_common_length_stays_whole() -> None:
    read = article("Oman and Iran signed a treaty on shipping. They will meet again in Muscat.", pack("en"))
    assert [read.quote(span) for span in read.sentences] == [
        "Oman and Iran signed a treaty on shipping.",
        "They will meet again in Muscat.",
    ]
