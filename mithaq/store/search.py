"""Full-text search: query and text meet in the folded view, so spelling, marks, half-spaces and case make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mithaq.errors import UsageError
from mithaq.text.fold import fold, folded

PASSAGES = 5
"""Passages shown of one document at most."""

_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"\w+")
_HALF_SPACE = "\u200c"
_HELP = 'Every word is wanted; "a phrase" stays together; word* finds what begins so.'

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a document must hold: any of these words or rows of words; with `begins`, as a beginning."""

    choices: tuple[Words, ...]
    begins: bool = False


def parts(query: str) -> list[Part]:
    """What a query wants, folded. Where a half-space or space may be lost in a text, the joined word will do as well.

    Raises:
        UsageError: the query holds no word.
    """
    found = []
    for phrase, word in _PART.findall(query):
        words = tuple(_WORD.findall(folded((phrase or word).replace(_HALF_SPACE, " "))))
        if words:
            found.append(Part((words, *_joined(words)), word.endswith("*")))
    if not found:
        raise UsageError(f"the query {query!r} holds no word.", "search", _HELP)
    return [Part(part.choices + beside, part.begins) for part, beside in zip(found, _beside(found), strict=True)]


def match(query: str) -> str:
    """The query in the language of FTS5."""
    return " AND ".join(
        "(" + " OR ".join(f'"{" ".join(words)}"{"*" if part.begins else ""}' for words in part.choices) + ")" for part in parts(query)
    )


def passages(query: str, text: str) -> Iterator[dict[str, Any]]:
    """The first places of `text` where a part of the query stands, as `{start, end, quote}`, in order."""
    found = fold(text)
    choices = {(words, part.begins) for part in parts(query) for words in part.choices}
    longest = sorted(choices, key=lambda choice: (-sum(map(len, choice[0])), choice))
    patterns = [r"\W+".join(map(re.escape, words)) + (r"\w*" if begins else "") for words, begins in longest]
    for number, hit in enumerate(re.finditer(rf"\b(?:{'|'.join(patterns)})\b", found.text)):
        if number == PASSAGES:
            return
        start, end = found.span(*hit.span())
        yield {"start": start, "end": end, "quote": text[start:end]}


def _joined(words: Words) -> list[Words]:
    """The row of words with two neighbours written as one, for each two."""
    return [(*words[:at], words[at] + words[at + 1], *words[at + 2 :]) for at in range(len(words) - 1)]


def _beside(found: list[Part]) -> list[tuple[Words, ...]]:
    """For each part, itself and a neighbour as one word, where both are single words."""
    out: list[tuple[Words, ...]] = [() for _ in found]
    for at, (one, other) in enumerate(pairwise(found)):
        if len(one.choices[0]) == len(other.choices[0]) == 1 and not one.begins:
            joined = ((one.choices[0][0] + other.choices[0][0],),)
            out[at] += joined
            out[at + 1] += joined
    return out
