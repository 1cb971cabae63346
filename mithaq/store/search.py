"""Full-text search: query and text meet in the folded view, so spelling, marks, half-spaces and case make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mithaq.errors import UsageError
from mithaq.text.fold import fold, folded

_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")
PASSAGES = 5
"""Passages shown of one document at most."""


def parts(query: str) -> list[tuple[list[str], bool]]:
    """The words and quoted phrases of a query, folded; True beside those that end in * and match beginnings.

    Raises:
        UsageError: the query holds no word.
    """
    found = []
    for phrase, word in _PART.findall(folded(query)):
        words = _WORD.findall(phrase or word)
        if words:
            found.append((words, word.endswith("*")))
    if not found:
        raise UsageError(
            f"the query {query!r} holds no word.", "search", 'Words are all wanted; "a phrase" stays together; word* finds beginnings.'
        )
    return found


def match(query: str) -> str:
    """The query in the language of FTS5: every part is wanted."""
    return " ".join('"' + " ".join(words) + '"' + ("*" if begins else "") for words, begins in parts(query))


def passages(query: str, text: str) -> Iterator[dict[str, Any]]:
    """The first places of `text` where a part of the query stands, as `{start, end, quote}`, in order."""
    found = fold(text)
    alternatives = [r"\W+".join(map(re.escape, words)) + (r"\w*" if begins else "") for words, begins in parts(query)]
    for number, hit in enumerate(re.finditer(rf"\b(?:{'|'.join(alternatives)})\b", found.text)):
        if number == PASSAGES:
            return
        start, end = found.span(*hit.span())
        yield {"start": start, "end": end, "quote": text[start:end]}
