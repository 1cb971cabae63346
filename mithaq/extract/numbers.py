"""Numbers of a document: runs of digits, number words and scales, each with its value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from mithaq.extract.items import Item, Reading, read
from mithaq.knowledge.codes import DIGITS
from mithaq.knowledge.pack import Pack
from mithaq.text import numerals
from mithaq.text.numerals import Word

_KINDS = {"scale", "part", "plus", "ordinal"}
_LONGEST = 48
"""Most words of one number; a long list of numbers is not read again for each of them."""

_BESIDE = ("number", "unit", "instrument", "calendar:month")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: a half-open run of items and span of the folded text.

    Attributes:
        scale: what its digits or words are multiplied by as a whole (1000000 of "20 million"), else 1.
        ordinal: it says a place in an order ("eighth").
        digits: it begins with digits.
    """

    first: int
    last: int
    start: int
    end: int
    value: int | float
    scale: int
    ordinal: bool
    digits: bool


class _Read(NamedTuple):
    """A `Word` and the item behind its last."""

    word: Word
    last: int


def numbers(reading: Reading) -> list[Number]:
    """All numbers of a document, in order, without overlaps."""
    out: list[Number] = []
    index, items = 0, reading.items
    while index < len(items):
        found = _number(reading, index) if _numeric(items[index].codes) else None
        if found is None:
            index += 1
            continue
        if out and (share := _share(items, out[-1], found)):
            out[-1] = share
        else:
            out.append(found)
        index = found.last
    return out


@cache
def _numeric(codes: frozenset[str]) -> bool:
    return DIGITS in codes or any(code.startswith("number:") for code in codes)


def spelled(text: str, pack: Pack) -> int | float | None:
    """The value of a text that is one number and nothing else; None for any other text."""
    reading = read(text, pack)
    found = _number(reading, 0, alone=True) if reading.items else None
    return found.value if found and found.last == len(reading.items) else None


def _share(items: Sequence[Item], before: Number, number: Number) -> Number | None:
    """Two thirds: a small cardinal in words and the ordinal right behind it, as one number."""
    beside = before.last == number.first and number.ordinal and number.value >= 3
    if not beside or before.ordinal or before.digits or number.digits or not 0 < before.value < number.value:
        return None
    if before.scale != 1 or items[before.last - 1].end + 1 != items[number.first].start:
        return None
    value = before.value / number.value
    return Number(before.first, number.last, before.start, number.end, value, 1, False, False)


def _number(reading: Reading, first: int, alone: bool = False) -> Number | None:
    """The number that begins at an item; with `alone`, also one whose only word means something else as well."""
    words: list[_Read] = []
    index = first
    while len(words) < _LONGEST and (found := _word(reading, index, bool(words))) is not None:
        if words and found.word.kind == words[-1].word.kind == "digits":
            break
        if found.word.kind == "value" and words and words[-1].word.kind != "and" and words[0].word.kind == "digits":
            break  # "125 million, three years"
        words.append(found)
        index = found.last
    numeral = numerals.longest([one.word for one in words])
    if numeral is None:
        return None
    last = words[numeral.length - 1].last
    items = reading.items
    if numeral.length == 1 and "mark:weak" in items[first].codes and not alone and not _beside(items, last):
        return None
    value = numerals.number(numeral.value)
    digits = DIGITS in items[first].codes
    return Number(first, last, items[first].start, items[last - 1].end, value, int(numeral.scale), numeral.ordinal, digits)


def _beside(items: Sequence[Item], index: int) -> bool:
    return index < len(items) and items[index].has_any(_BESIDE)


def _word(reading: Reading, index: int, inside: bool) -> _Read | None:
    """The element of a number that begins at an item; None where there is none.

    Args:
        inside: a number has begun before it, so that conjunctions and commas may belong to it.
    """
    items = reading.items
    if index >= len(items):
        return None
    item = items[index]
    if DIGITS in item.codes:
        return _digits(reading, index)
    if item.has("number") and "number:and" not in item.codes:
        return _spelled(reading, index)
    if not inside or index + 1 >= len(items):
        return None
    if "number:and" in item.codes or (item.has("word:and") and DIGITS not in items[index + 1].codes):
        return _Read(Word("and"), index + 1)
    if "comma" in item.codes and DIGITS not in items[index + 1].codes:
        return _Read(Word("comma"), index + 1)
    if "dash" in item.codes and _glued(items, index) and _glued(items, index + 1) and items[index + 1].has("number"):
        return _Read(Word("and"), index + 1)
    return None


def _spelled(reading: Reading, index: int) -> _Read | None:
    item = reading.items[index]
    sense = item.sense("number") or ""
    kind, _, rest = sense.partition(".")
    if kind not in _KINDS:
        kind, rest = "value", sense
    if "mark:glued" in item.codes and not (_glued(reading.items, index) and DIGITS in reading.items[index - 1].codes):
        return None
    value = Fraction(rest)
    bound = bool(item.codes & {"mark:bound", "mark:plural"})
    joined = kind == "plus" or _joined(item, reading.pack)
    return _Read(Word(kind, 1 / value if kind in {"part", "plus"} else value, bound, joined), index + 1)


def _joined(item: Item, pack: Pack) -> bool:
    """Whether a number word begins with a conjunction as a clitic ("وعشرين")."""
    if not pack.profile.before or "number" in _classes(pack, item.text):
        return False
    for clitic in sorted(pack.profile.before, key=len):
        if item.text.startswith(clitic) and "number" in _classes(pack, item.text[len(clitic) :]):
            return "number:and" in _known(pack, clitic[:1])
    return False


def _known(pack: Pack, text: str) -> frozenset[str]:
    """The codes that the lexicon has for a spelling."""
    spellings = pack.lexicon.spellings
    place = bisect_left(spellings, text, key=lambda spelling: spelling.text)
    return spellings[place].codes if place < len(spellings) and spellings[place].text == text else frozenset()


def _classes(pack: Pack, text: str) -> set[str]:
    return {code.partition(":")[0] for code in _known(pack, text)}


def _glued(items: Sequence[Item], index: int) -> bool:
    """Whether an item stands right behind the one before it, without a blank."""
    return 0 < index < len(items) and items[index].start == items[index - 1].end


def _digits(reading: Reading, index: int) -> _Read | None:
    items, signs = reading.items, reading.pack.profile.numbers
    if _in_name(reading, index):
        return None
    last, text = index + 1, items[index].text
    if " " in signs["group"] and text.isdigit() and len(text) <= 3:
        while last < len(items) and _group(items, last):
            text += items[last].text
            last += 1
    scaled = last < len(items) and (items[last].sense("number") or "").startswith("scale")
    if (share := _slashed(reading, index)) is not None:
        return _Read(Word("digits", share), index + 3)
    value = numerals.digits(text, signs["decimal"], signs["group"], scaled)
    return None if value is None else _Read(Word("digits", value), last)


def _group(items: Sequence[Item], index: int) -> bool:
    """Whether an item is a group of three digits, one blank behind the digits before it."""
    item = items[index]
    head = item.text.partition(",")[0]
    return DIGITS in item.codes and len(head) == 3 and head.isdigit() and item.start == items[index - 1].end + 1


def _in_name(reading: Reading, index: int) -> bool:
    """Whether digits belong to a name or a clock time: "G20", "A320neo", "12:30"."""
    items = reading.items
    if index + 2 < len(items) and "colon" in items[index + 1].codes and DIGITS in items[index + 2].codes and _glued(items, index + 2):
        return True
    if index > 1 and "colon" in items[index - 1].codes and DIGITS in items[index - 2].codes and _glued(items, index):
        return True
    if not reading.pack.profile.names["capitals"]:
        return False
    before = index - 1 - (_glued(items, index) and "dash" in items[index - 1].codes)
    stuck = _glued(items, index) and (before == index - 1 or _glued(items, index - 1))
    if stuck and before >= 0 and items[before].text.isalpha() and not items[before].has("unit"):
        return True
    return _glued(items, index + 1) and bool(items[index + 1].codes & {"word", "name"})


def _slashed(reading: Reading, index: int) -> Fraction | None:
    """Decimals behind a slash or a letter, as Persian and Arabic write them ("۹/۵ میلیارد", "2ر14"); None where it is none of that.

    Native digits say the whole number first. ASCII digits were mostly typed for a reader from right to left, who sees the
    last first: behind a letter the decimals always stand first ("2ر14" is 14.2); beside a slash the shorter side is the
    decimal one, of two equal sides the first ("5/38" is 38.5, "5/9" is 9.5).
    """
    items, view = reading.items, reading.folded
    if index + 2 >= len(items) or items[index + 1].text not in reading.pack.profile.numbers["decimal"]:
        return None
    left, sign, right = (item.text for item in items[index : index + 3])
    if not (left + right).isdigit() or not _glued(items, index + 1) or not _glued(items, index + 2):
        return None
    if sign.isalpha():
        return Fraction(f"{right}.{left}")
    behind = items[index + 3] if index + 3 < len(items) else None
    if behind is None or not ("percent" in behind.codes or behind.has("unit") or (behind.sense("number") or "").startswith("scale")):
        return None
    if view.source[view.origin[items[index].start]].isascii() and len(left) <= len(right):
        left, right = right, left
    return Fraction(f"{left}.{right}")
