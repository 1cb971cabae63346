"""Numerals of any language: what a run of number words, digits and scales adds up to, and what digits with signs mean.

Words come as `Word`s, already looked up in the tables of a language; this module knows no language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

_HUNDRED, _THOUSAND = 100, 1000
_DIGITS = re.compile(r"\d+")


class Word(NamedTuple):
    """One element of a written number.

    Attributes:
        kind: `value` (eight), `digits` (8), `scale` (thousand), `part` (half), `plus` (and a half), `ordinal` (eighth), `and`, `comma`.
        value: its number; of a part one half, one third …
        bound: a scale that says nothing without a number before it (thousands of).
        joined: it carries its "and" itself, as a clitic.
    """

    kind: str
    value: Fraction = Fraction(0)
    bound: bool = False
    joined: bool = False


class Numeral(NamedTuple):
    """The number that the first `length` words say.

    Attributes:
        scale: the product of the scales that apply to the whole ("20 million": 1000000), 1 where there is none.
    """

    length: int
    value: Fraction
    ordinal: bool
    scale: Fraction


def number(value: Fraction) -> int | float:
    """A fraction as an integer where it is one, else as the nearest float."""
    return value.numerator if value.denominator == 1 else float(value)


def digits(text: str, decimal: str, group: str, scaled: bool = False) -> Fraction | None:
    """The number that digits with stops or commas stand for.

    Args:
        text: ASCII digits with `.` and `,` between them.
        decimal: signs that the language puts before decimals, the usual one first.
        group: signs that it puts between groups of three digits.
        scaled: a scale follows ("1.234 billion"): a single sign is then a decimal one.

    Returns:
        None where the groups are none ("10.12.2023", "1,23,4").
    """
    parts = _DIGITS.findall(text)
    signs = [sign for sign in text if not sign.isdigit()]
    if not signs:
        return Fraction(text)
    grouped = len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])
    if len(signs) == 1:
        even = parts[1].endswith("00")  # nobody writes 150.000 for a hundred and fifty
        thousands = grouped and signs[0] in group and (signs[0] != decimal[0] or even) and not (scaled and signs[0] in decimal)
        return Fraction("".join(parts) if thousands else ".".join(parts))
    if len(set(signs)) == 1:
        return Fraction("".join(parts)) if grouped else None
    body = parts[:-1]
    whole = len(body[0]) <= 3 and all(len(part) == 3 for part in body[1:])
    if len(set(signs[:-1])) == 1 and signs[-1] not in signs[:-1] and whole:
        return Fraction("".join(body) + "." + parts[-1])
    return None


def longest(words: Sequence[Word]) -> Numeral | None:
    """The longest number at the head of some words; None where they begin with none.

    Args:
        words: without gaps; conjunctions only count between number words.

    Returns:
        `length` words that belong together; what follows them is another number or none.
    """
    total = _Sum()
    found = None
    joined = False
    for place, word in enumerate(words):
        if word.kind in {"and", "comma"}:
            if joined or not total.parts or (word.kind == "comma" and total.last < _THOUSAND):
                break
            joined = True
            continue
        if not total.add(word, joined or word.joined, words[place + 1] if place + 1 < len(words) else None):
            break
        joined = False
        if total.whole:
            found = Numeral(place + 1, sum(total.parts, Fraction(0)), total.ordinal, total.scale)
        if total.ordinal:
            break
    return found


class _Sum:
    """The parts of a number read so far, largest first."""

    def __init__(self) -> None:
        self.parts: list[Fraction] = []
        self.last = Fraction(1)  # the scale of the word before, 1 where that was none
        self.scale = Fraction(1)
        self.whole = False  # whether what was read may end here
        self.ordinal = False
        self.digits = False  # whether the word before was in digits

    def add(self, word: Word, joined: bool, after: Word | None) -> bool:
        """Take one more word; False where it does not belong to the number."""
        if word.kind == "scale":
            return self._scale(word, joined)
        if word.kind in {"part", "plus"}:
            return self._part(word, joined or word.kind == "plus", after)
        if word.kind == "value" and word.value >= _THOUSAND and word.value % _THOUSAND == 0:
            return self._several(word, joined)
        if self.digits or (word.kind == "digits" and self.parts and not (after and after.kind == "scale" and after.value < self.last)):
            return False
        if not self._put(word, joined, after):
            return False
        self.last, self.whole, self.digits = Fraction(1), True, word.kind == "digits"
        self.ordinal = word.kind == "ordinal"
        return True

    def _several(self, word: Word, joined: bool) -> bool:
        """Take a word that says several thousands (millions) by itself, as its number and its scale."""
        scale = Fraction(_THOUSAND)
        while word.value % (scale * _THOUSAND) == 0:
            scale *= _THOUSAND
        return self.add(Word("value", word.value / scale), joined, None) and self._scale(Word("scale", scale), False)

    def _put(self, word: Word, joined: bool, after: Word | None) -> bool:
        value = word.value
        if not self.parts:
            self.parts.append(value)
        elif word.kind == "ordinal" and value >= _HUNDRED and not joined and self.parts[-1] < value:
            self.parts[-1] *= value  # two hundredth
        elif joined and self.last == 1 and 0 < self.parts[-1] < 10 and value in range(20, 100, 10):
            self.parts[-1] += value  # five and twenty
        elif word.kind == "ordinal" and not joined and len(self.parts) == 1 and self.parts[0] < value >= 3 and self.last == 1:
            return False  # two thirds
        elif _fits(self.parts[-1], value * (after.value if word.kind == "digits" and after else 1)):
            self.parts.append(value)
        else:
            return False
        return True

    def _scale(self, word: Word, joined: bool) -> bool:
        taken = Fraction(0)
        kept = list(self.parts)
        while kept and kept[-1] < word.value and not joined:
            taken += kept.pop()
        if not taken and (word.bound or (kept and not _fits(kept[-1], word.value))):
            return False
        part = (taken or 1) * word.value
        if kept and kept[-1] <= part:
            return False
        self.scale = word.value * (self.scale if self.last > 1 and taken else 1) if not kept else Fraction(1)
        self.parts = [*kept, part]
        self.last, self.whole, self.digits = word.value, True, False
        return True

    def _part(self, word: Word, joined: bool, after: Word | None) -> bool:
        if not self.parts:
            self.parts, self.whole = [word.value], False
            return True
        if not joined:
            return False
        if self.last > 1 and after and after.kind == "scale":  # a billion and half a billion
            self.parts.append(word.value)
            self.last, self.whole = Fraction(1), False
            return True
        self.parts[-1] += word.value * self.last
        self.digits = False
        return True


def _fits(before: Fraction, value: Fraction) -> bool:
    """Whether a value can stand behind a larger one: 20 and 5, 1000 and 300, but not 5 and 3 or 10 and 2."""
    if value.denominator != 1 or before.denominator != 1 or value < 1 or before < 20:
        return False
    return before.numerator % int("1" + "0" * len(str(value.numerator))) == 0
