"""Tokens of a folded text: words, numbers and single signs, each a half-open span."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

_TOKEN = re.compile(r"(?P<word>[^\W\d_]+(?:'[^\W\d_]{1,2}(?![^\W\d_]))?)|(?P<number>\d+(?:[.,]\d+)*)|(?P<break>\n+)|(?P<sign>[^\s\w]|_)")


class Token(NamedTuple):
    """A span of the folded text; `kind` is word, number, break (a run of line ends) or sign."""

    start: int
    end: int
    kind: str


def tokens(folded: str) -> Iterator[Token]:
    """All tokens of a folded text, in order; blanks between them are no tokens."""
    for match in _TOKEN.finditer(folded):
        yield Token(match.start(), match.end(), match.lastgroup or "sign")


def joined(text: str, found: Sequence[Token], before: Collection[str], after: Collection[str]) -> list[Token]:
    """Tokens with the heads and endings that a lost half-space set apart joined to their word again: "می شود", "برنامه های".

    Args:
        text: the folded text.
        found: all its tokens.
        before: folded heads that belong to the next word.
        after: folded endings that belong to the word before.
    """
    out: list[Token] = []
    for token in found:
        last = out[-1] if out else None
        if last and last.kind == token.kind == "word" and token.start == last.end + 1:
            word = text[token.start : token.end]
            if word in after or text[last.start : last.end] in before:
                out[-1] = Token(last.start, token.end, "word")
                continue
        out.append(token)
    return out
