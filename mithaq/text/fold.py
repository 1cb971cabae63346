"""Folding: the view of a text on which all matching runs, with a map back to the text as read.

Letters of the Arabic script meet in one form (ي ى ئ/ی, ك/ک, أ إ آ/ا, ة ۀ/ه, ؤ/و), marks, hamza on the line, tatweel,
half-spaces and bidi controls vanish, digits become ASCII, quotation marks, dashes and Arabic punctuation become
their ASCII kin, ё becomes е, Latin and Cyrillic letters become lower case, runs of blanks become one space.
Both sides of every comparison are folded by this one function.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_LETTERS = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا",
    "ء": "", "ـ": "", "ё": "е", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe",
}  # fmt: skip
_SIGNS = {
    "،": ",", "٫": ".", "٬": ",", "؛": ";", "؟": "?", "٪": "%", "۔": ".", "…": "...",
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "❝": '"', "❞": '"', "＂": '"', "〝": '"', "〞": '"',
    "‘": "'", "’": "'", "ʼ": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
    "–": "-", "—": "-", "−": "-", "‒": "-", "―": "-", "‐": "-", "‑": "-", "\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
_VANISHING = frozenset({"Mn", "Me", "Cf", "Cc"})
_KEPT_COMPOSED = frozenset("йїўќѓ")


def _fold_character(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if character.isspace():
        return " "
    if unicodedata.category(character) in _VANISHING:
        return ""
    lowered = character.lower()
    if lowered in _KEPT_COMPOSED:
        return lowered
    out = []
    for part in unicodedata.normalize("NFKD", lowered):
        if unicodedata.category(part) in _VANISHING:
            continue
        if part.isdecimal():
            part = str(unicodedata.decimal(part))
        lowered = part.lower()
        out.append(_LETTERS.get(lowered, _SIGNS.get(lowered, lowered)))
    return "".join(out)


class _Table(dict[str, str]):
    """Folded form of each character met so far; a pure cache."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold_character(character)
        return folded


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    Attributes:
        source: the text as read.
        text: its folded form.
        origin: for each code point of `text`, the index in `source` that it comes from; rising.
    """

    source: str
    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of `source` that a folded span stands for, with the marks and lost letters (ء) that follow its last letter."""
        last = self.origin[end - 1] + 1
        source = self.source
        while last < len(source) and (category := unicodedata.category(source[last])) in {"Mn", "Lo"}:
            if category == "Lo" and _TABLE[source[last]]:
                break
            last += 1
        return self.origin[start], last

    def index(self, position: int) -> int:
        """The folded index of the first code point that comes from `position` of the source or later."""
        return bisect_left(self.origin, position)


def fold(text: str) -> Folded:
    """Fold `text` of any length; linear.

    Returns:
        The folded view; `Folded.span` leads back to the text as read.
    """
    table = _TABLE
    pieces = [table[character] for character in text]
    out: list[str] = []
    origin: list[int] = []
    blank = True
    for index, piece in enumerate(pieces):
        if piece == " ":
            if not blank:
                out.append(piece)
                origin.append(index)
                blank = True
        elif piece:
            out.append(piece)
            if len(piece) == 1:
                origin.append(index)
            else:
                origin.extend([index] * len(piece))
            blank = piece == "\n"
    return Folded(text, "".join(out), origin)


def folded(text: str) -> str:
    """The folded form of a short string, stripped of blanks at both ends."""
    table = _TABLE
    plain = "".join([table[character] for character in text])
    return fold(text).text.strip() if "  " in plain or "\n" in plain else plain.strip()
