from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mithaq.errors import UsageError
from mithaq.model import Document
from mithaq.store import Register
from tests.store.hand import record

TEXTS = {
    "half.txt": "رئیس\u200cجمهور از نمایشگاه\u200cهای کشاورزی دیدار کرد.",
    "lost.txt": "رئیسجمهور از نمایشگاههای کشاورزی دیدار کرد.",
    "space.txt": "رييس جمهور از نمايشگاه هاي كشاورزي ديدار كرد.",
    "arabic.txt": "زار الوزيرُ المعرضَ الزراعيّ يوم الأحد.",
    "russian.txt": "Министр ещё раз посетил выставку.",
}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register(tmp_path / "register.db", create=True) as made:
        with made.writing("k") as batch:
            for file, text in TEXTS.items():
                document = Document(text, file)
                batch.add(document, record(document))
        yield made


@pytest.mark.parametrize(
    ("query", "files"),
    [
        ("رئیس\u200cجمهور", {"half.txt", "lost.txt", "space.txt"}),
        ("رئيس جمهور", {"half.txt", "lost.txt", "space.txt"}),
        ("رییسجمهور", {"half.txt", "lost.txt"}),
        ('"نمایشگاه های کشاورزی"', {"half.txt", "lost.txt", "space.txt"}),
        ("نمایشگاه*", {"half.txt", "lost.txt", "space.txt"}),
        ("کشاورزی دیدار", {"half.txt", "lost.txt", "space.txt"}),
        ('"دیدار کشاورزی"', set()),
        ("الزراعي الاحد", {"arabic.txt"}),
        ("ЕЩЕ ВЫСТАВКУ", {"russian.txt"}),
        ("выставк", set()),
        ('"unclosed ЕЩЕ', set()),
        ("ЕЩЕ OR AND NEAR", set()),
    ],
)
def test_words_are_found_in_any_spelling(register: Register, query: str, files: set[str]) -> None:
    assert {hit["file"] for hit in register.search(query)} == files


def test_passages_stand_in_the_text_as_written(register: Register) -> None:
    for hit in register.search("رئیس جمهور کشاورزی"):
        text = register.text(hit["id"])
        assert text is not None
        assert [text[found["start"] : found["end"]] for found in hit["passages"]] == [found["quote"] for found in hit["passages"]]
        assert [found["quote"][-3:] for found in hit["passages"]][-1] in {"رزی", "رزي"}


@pytest.mark.parametrize("query", ["", " ", '""', "«»", "*"])
def test_query_without_a_word_is_refused_with_what_is_allowed(register: Register, query: str) -> None:
    with pytest.raises(UsageError, match=r"holds no word.*a phrase"):
        register.search(query)


def test_word_for_word_reprints_are_indexed_once_and_both_found(register: Register) -> None:
    with register.writing("k") as batch:
        document = Document(TEXTS["arabic.txt"], "again.txt", outlet="SANA")
        batch.add(document, record(document))
    assert {hit["file"] for hit in register.search("الزراعي")} == {"arabic.txt", "again.txt"}
    assert list(register.verify()) == []
