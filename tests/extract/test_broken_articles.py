"""Whatever an article looks like - cut off anywhere, its words in any order, letters lost - a record is made, and its passages stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mithaq
from mithaq.errors import LanguageError
from mithaq.extract import extract
from mithaq.knowledge import load
from mithaq.model import Document

ARTICLES = sorted((Path(mithaq.__file__).parent / "demo" / "articles").glob("*.txt"))
CUTS = 24


def order(word: tuple[int, str]) -> str:
    return hashlib.sha256(f"{word[0]} {word[1]}".encode()).hexdigest()


def broken(text: str) -> Iterator[str]:
    """A text cut off at many places, its words out of order, and every tenth letter lost."""
    yield from (text[: len(text) * part // CUTS] for part in range(1, CUTS))
    yield " ".join(word for _, word in sorted(enumerate(text.split(" ")), key=order))
    yield "".join(letter for place, letter in enumerate(text) if place % 10)


def passages(held: Any) -> Iterator[dict[str, Any]]:
    """All passages of a record."""
    if isinstance(held, dict):
        if {"start", "end", "quote"} <= held.keys():
            yield held
        held = list(held.values())
    if isinstance(held, list | tuple):
        for value in held:
            yield from passages(value)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_broken_article_gives_a_record_whose_passages_stand(path: Path) -> None:
    read = 0
    for text in broken(path.read_text(encoding="utf-8")):
        try:
            record = extract(Document(text, path.name), load())
        except LanguageError:
            continue  # too short to tell its language
        read += 1
        assert [place for place in passages(record) if text[place["start"] : place["end"]] != place["quote"]] == []
    assert read > CUTS // 2
