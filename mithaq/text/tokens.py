"""Tokens of a folded text: words, numbers and single signs, each a half-open span."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
