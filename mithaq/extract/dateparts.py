"""Pieces of dates: the words and digits of a document that name days, months, years, weekdays, and times seen from now.

Items become letters, and the pieces are regular expressions over them. In a pattern `{month}` stands for the letters of that
kind; a piece's named groups are the items that say its year, month and day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from mithaq.extract.items import Item, Reading
from mithaq.extract.numbers import Number
from mithaq.knowledge.codes import DIGITS

_KINDS: Mapping[str, str] = {
    "day": "dng", "digits": "d", "year": "yY", "plainyear": "y", "full": "x", "number": "dnyYz#",
    "month": "Mm", "surely": "M", "weekday": "w", "now": "r", "period": "R", "unitago": "G", "many": "W", "ago": "aq", "last": "lq",
    "this": "c", "next": "f", "era": "e", "th": "h", "years": "kK", "yearword": "k", "yearend": "K", "unit": "kKujvi", "months": "j",
    "days": "i",
    "of": "o", "to": "T", "and": "A", "between": "B", "in": "I", "on": "N",
    "slash": "/", "dash": "\\-", "comma": ",", "open": "(", "close": ")", "stop": ".",
}  # fmt: skip
"""Kind of an element -> the letters that it may have."""

_CODES = (
    ("calendar:month", "M"), ("calendar:weekday", "w"), ("calendar:day", "g"), ("calendar:era", "e"), ("calendar:th", "h"),
    ("calendar:same", "="), ("calendar:dated", "D"), ("unit:unit.years", "k"), ("unit:unit.months", "j"), ("unit:unit.weeks", "v"),
    ("unit:unit.days", "i"), ("word:prep.between", "B"), ("word:prep.of", "o"), ("word:prep.from", "o"), ("word:prep.to", "T"),
    ("word:and", "A"), ("number:and", "A"), ("word:prep.in", "I"), ("word:until.end", "I"), ("word:until.start", "I"),
    ("word:prep.on", "N"), ("word:many", "W"),
    ("slash", "/"), ("dash", "-"), ("comma", ","), ("open", "("), ("close", ")"), ("stop", "."), ("break", "\n"), ("colon", ":"),
)  # fmt: skip
_DIRECTIONS = (("calendar:last", "l"), ("calendar:this", "c"), ("calendar:next", "f"))
_PLAUSIBLE = range(1200, 2201)

_OPENING = frozenset("dngyYxzMmwrRGaqlcfkKujvi#")
_DAY = "(?P<day>[{day}])(?:{dash}?{th})?"
_YEAR = "{years}?(?P<year>{year}){yearend}?{era}*"
_MONTH = "{months}?(?P<month>{month}){months}?(?:{slash}{surely}|{open}{surely}{close})?"
PIECES: Mapping[str, tuple[str, ...]] = {
    "date": (
        f"{_DAY}(?:{{of}}|{{stop}})?{_MONTH}(?:[{{comma}}{{of}}{{this}}]?{_YEAR})?",
        "(?P<day>{digits}){slash}(?P<month>{month}){slash}" + _YEAR,
        "(?P<year>{year})[{slash}{dash}](?P<m>{digits})[{slash}{dash}](?P<day>{digits})",
        "(?P<one>{digits})(?P<sign>[{slash}{dash}{stop}])(?P<two>{digits})(?P=sign)(?P<year>{plainyear}){era}*",
        "(?P<full>{full}){era}*",
        f"{_MONTH}[{{comma}}{{of}}]?{_YEAR}",
        "{months}?(?P<month>{surely}){months}?",
        "{months}(?P<month>{month})",
        "{yearword}{of}?(?P<year>{plainyear}){era}*",
        "(?P<year>{year})(?:{yearend}|{era}+)",
        "(?<=[{in}{on}{to}{of}{ago}{between}{comma}{open}])(?P<year>{plainyear})(?!{unit})",
    ),
    "months first": (
        "(?P<month>{month}){stop}?(?P<day>[{day}]){th}?(?:{comma}?{year_})?",
        "(?P<month>{month}){stop}?(?P<day>[{day}]){th}?[{dash}{to}{and}](?P<until>[{day}]){th}?(?:{comma}?{year_})?",
    ),
    "range": (
        f"(?P<day>[{{day}}]){{th}}?[{{dash}}{{to}}{{and}}](?P<until>[{{day}}])(?:{{dash}}?{{th}})?{{of}}?{_MONTH}(?:{{comma}}?{_YEAR})?",
        "{years}?(?P<year>{year})[{dash}{to}]{years}?(?P<untilyear>{year}){yearend}?{era}*",
        "(?<={between}){years}?(?P<year>{year}){and}{years}?(?P<untilyear>{year}){yearend}?{era}*",
    ),
    "weekday": ("{days}?(?P<turn>[{last}{next}{this}])?(?P<weekday>{weekday})(?P<turned>[{last}{next}])?",),
    "now": ("(?P<now>{now})",),
    "period": (
        "(?P<period>{period})",
        "(?<![{many}])(?P<period>{unitago})(?![{of}])",
        "(?P<number>{number})(?P<period>{unitago})(?![{of}])",
        "(?P<several>{number})(?P<period>{period})",
        "(?P<turn>[{last}{this}{next}])(?P<unit>{unit})",
        "(?P<unit>{unit})(?P<turn>[{last}{this}{next}])",
        "(?P<number>{number})(?P<unit>{unit})(?P<ago>{ago})(?![{of}])",
        "(?P<ago>{ago})(?P<number>{number})(?P<unit>{unit})",
        "(?P<ago>{ago})(?P<unit>{unit})(?![{year}{weekday}{now}])",
    ),
}  # fmt: skip
"""Patterns of the pieces of a date, by kind. "months first" holds only where dates in digits begin with the month."""


class Piece(NamedTuple):
    """A piece of a date: a half-open run of items; `parts` are its named groups, each the item that says it."""

    kind: str
    first: int
    last: int
    parts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Elements:
    """A document as letters, one an element, with the items that each stands for."""

    letters: str
    spans: Sequence[tuple[int, int]]


def _compiled() -> list[tuple[str, re.Pattern[str]]]:
    out = []
    for kind, patterns in PIECES.items():
        for pattern in patterns:
            text = pattern.replace("{year_}", _YEAR)
            inside = re.sub(r"\[([^]]*)\]", lambda group: "[" + re.sub(r"\{(\w+)\}", _letters, group[1]) + "]", text)
            out.append((kind, re.compile(re.sub(r"\{(\w+)\}", lambda name: f"[{_letters(name)}]", inside))))
    return out


def _letters(name: re.Match[str]) -> str:
    return _KINDS[name[1]]


_PATTERNS = _compiled()


def pieces(reading: Reading, numbers: Sequence[Number]) -> list[Piece]:
    """The pieces of dates of a document, in order, longest first, without overlaps.

    Args:
        numbers: all numbers of the document.
    """
    read = _elements(reading, {number.first: number for number in numbers})
    starts = [place for place, letter in enumerate(read.letters) if letter in _OPENING]
    months_first = reading.pack.profile.numbers["order"] == "mdy"
    found: list[tuple[int, int, Piece]] = []
    for kind, pattern in _PATTERNS:
        if kind == "months first" and not months_first:
            continue
        for start in starts:
            match = pattern.match(read.letters, start)
            if match:
                parts = {name: read.spans[match.start(name)][0] for name, text in match.groupdict().items() if text}
                piece = Piece(kind, read.spans[match.start()][0], read.spans[match.end() - 1][1], parts)
                if _whole(read, reading.items, match, piece):
                    found.append((match.start(), -match.end(), piece))
    out: list[Piece] = []
    for _, _, piece in sorted(found, key=lambda one: one[:2]):
        if not out or piece.first >= out[-1].last:
            out.append(piece)
    return out


def _whole(read: Elements, items: Sequence[Item], match: re.Match[str], piece: Piece) -> bool:
    """Whether a match is what it looks like: no part of a longer row of digits, no word in another sense."""
    letters, parts = read.letters, piece.parts
    before, after = letters[max(0, match.start() - 2) : match.start()], letters[match.end() : match.end() + 3]
    if letters[match.start()] in "dyz" and re.search(r"[dyzx][/-]$", before):
        return False
    if letters[match.end() - 1] in "dyz" and re.match(r"[/-][dyz](?!:)", after):
        return False
    if "month" in parts and "mark:weak" in items[parts["month"]].codes:
        return bool(parts.keys() & {"day", "year"}) or match.group().startswith("j")
    return True


def _elements(reading: Reading, known: Mapping[int, Number]) -> Elements:
    items = reading.items
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(items):
        letter, last = _element(reading, index, known)
        letters.append(letter)
        spans.append((index, last))
        index = last
    return Elements("".join(letters), spans)


def _element(reading: Reading, index: int, known: Mapping[int, Number]) -> tuple[str, int]:
    items = reading.items
    item, number = items[index], known.get(index)
    if DIGITS in item.codes:
        if number is not None and number.last > index + 1:
            return "#", number.last
        return _digit(items, index), index + 1
    if number is not None:
        return _spelled(number, item), number.last
    return _word(reading, item), index + 1


def _spelled(number: Number, item: Item) -> str:
    if item.has("calendar:month") and "mark:weak" not in item.codes:
        return "M"
    if number.value in range(1, 32):
        return "n"
    return "Y" if number.value in _PLAUSIBLE else "#"


def _digit(items: Sequence[Item], index: int) -> str:
    text = items[index].text
    stuck = index + 1 < len(items) and items[index + 1].start == items[index].end
    if not text.isdigit():
        return "x" if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{1,2}\.\d{1,2}", text) else "#"
    if len(text) == 4 and int(text) in _PLAUSIBLE:
        hyphen = stuck and "dash" in items[index + 1].codes and index + 2 < len(items) and items[index + 2].start == items[index + 1].end
        tail = items[index + 2] if hyphen else items[index + 1] if stuck else None
        return "#" if tail is not None and tail.text.isalpha() and not tail.has("calendar") and not tail.has("unit") else "y"
    if len(text) <= 2:
        return "d" if 1 <= int(text) <= 31 else "z"
    return "#"


def _word(reading: Reading, item: Item) -> str:
    if "mark:capital" in item.codes and not reading.folded.source[reading.folded.origin[item.start]].isupper():
        return "_"
    return _letter(item.codes)


@cache
def _letter(codes: frozenset[str]) -> str:
    """The letter of an element with some codes."""
    item = Item(0, 0, "", codes)
    if relative := item.sense("calendar:relative"):
        return "G" if "mark:ago" in codes else "r" if relative.endswith("d") else "R"
    ago, turn = item.has("calendar:ago") or "mark:ago" in codes, next((letter for code, letter in _DIRECTIONS if item.has(code)), "")
    if ago or turn:
        return "q" if ago and turn == "l" else "a" if ago else turn
    letter = next((letter for code, letter in _CODES if item.has(code)), "_")
    if letter == "k":
        return "u" if "mark:count" in codes else "K" if "mark:era" in codes else "k"
    return letter
