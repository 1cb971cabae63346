"""Sentences of a text as read, as half-open spans of code points, without the blanks around them."""

from __future__ import annotations

import re
from collections.abc import Collection

_END = re.compile(
    r"(?<![.!?؟۔…])[.!?؟۔…]++[\"'»”’)\]]*+(?=\s|$)"  # a run of stops is tried once, however long it is
    r"|(?<=[^\W\d_a-zA-Z])\.(?=[^\W\d_])|[.؟!](?=[«“])|\n+"
)
_INITIAL = re.compile(r"(?:^|[\s(.«\"“])(?:[A-ZА-ЯЁ][a-zа-я]?|[\u0621-\u06cc])\.$")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")


def sentences(text: str, abbreviations: Collection[str] = frozenset()) -> list[tuple[int, int]]:
    """Split a text at the ends of its sentences and lines.

    A stop after an initial ("В. В. Путин"), an abbreviation, or before a small letter ends no sentence.

    Args:
        text: any length.
        abbreviations: lower-case words that keep their stop ("г", "mr"), from the profile of the language.

    Returns:
        Spans in order; each non-blank code point of the text lies in exactly one.
    """
    out: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] != "\n" and _goes_on(text, start, match, abbreviations):
            continue
        _append(out, text, start, match.end())
        start = match.end()
    _append(out, text, start, len(text))
    return out


def _goes_on(text: str, start: int, match: re.Match[str], abbreviations: Collection[str]) -> bool:
    head = text[max(start, match.start() - 12) : match.start() + 1]
    if match.group() == ".":
        word = _LAST_WORD.search(head)
        if _INITIAL.search(head) or (word and word.group(1).lower() in abbreviations):
            return True
    after = text[match.end() : match.end() + 2].lstrip()
    return bool(after) and after[0].islower() and match.group()[0] in ".…"


def _append(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    tail = len(piece.rstrip())
    if lead < tail:
        out.append((start + lead, start + tail))
