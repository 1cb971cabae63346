"""The date of publication that an article gives itself: in a dateline, on a line of its own, behind a label, or as "today"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from mithaq.extract.dates import Date, Dating
from mithaq.extract.items import Item

_HEAD, _FOOT = 3, 2
"""Lines with text at the head and the foot of an article where a date may be that of its publication."""

_LONGEST_LEAD = 8
_PLACE = ("city", "state", "org", "outlet", "name", "comma", "dash", "slash", "open", "close", "quote", "calendar:part")
_AROUND = (*_PLACE, "digits", "colon", "sign", "stop", "calendar:dated", "calendar:weekday")
_BEHIND = ("stop", "dash", "slash", "open", "colon")


class _Line(NamedTuple):
    """A line of text: items first up to, not including, last; whether it stands at the head or at the foot."""

    first: int
    last: int
    head: bool
    foot: bool


def published(dating: Dating) -> tuple[str, tuple[int, int]] | None:
    """The date of publication as the article itself gives it, with its year and day.

    Args:
        dating: of the article.

    Returns:
        A prefix date of a day, and the half-open span of the folded text that says so; None where the article gives none.
    """
    whole = [date for date in dating.dates() if _is_day(date)]
    items = dating.items
    lines = _lines(items)
    for rule in (_labelled, _alone, _closing, _leading):
        for line in lines:
            for date in whole:
                if line.first <= date.first < line.last and (first := rule(items, line, date)) is not None:
                    return _given(items, first, date)
    said = next((date for date in whole if date.offset == 0), None)
    return _given(items, said.first, said) if said else None


def _given(items: Sequence[Item], first: int, date: Date) -> tuple[str, tuple[int, int]]:
    return date.value or "", (items[first].start, items[date.last - 1].end)


def _is_day(date: Date) -> bool:
    return date.has_year and date.precision == "day" and date.value is not None and date.end is None and not date.conflict


def _lines(items: Sequence[Item]) -> list[_Line]:
    """The lines at the head and the foot of an article."""
    edges = [-1, *(index for index, item in enumerate(items) if "break" in item.codes), len(items)]
    spans = [(first + 1, last) for first, last in pairwise(edges) if last > first + 1]
    count = len(spans)
    return [
        _Line(*span, head=place < _HEAD, foot=place >= count - _FOOT)
        for place, span in enumerate(spans)
        if place < _HEAD or place >= count - _FOOT
    ]


def _is(item: Item, names: Sequence[str]) -> bool:
    return item.has_any(names)


def _labelled(items: Sequence[Item], line: _Line, date: Date) -> int | None:
    """Behind a label that begins the line or follows a sign: "Published: 2025-08-20"."""
    label = date.first - 1
    while label >= line.first and _is(items[label], ("colon", "calendar:weekday", "comma")):
        label -= 1
    if label < line.first or not items[label].has("calendar:dated"):
        return None
    return label if label == line.first or not _is(items[label - 1], ("word", "name", "unit", "number", "city", "state", "act")) else None


def _alone(items: Sequence[Item], line: _Line, date: Date) -> int | None:
    """With nothing else on its line but places, sources, hours and signs."""
    others = [*items[line.first : date.first], *items[date.last : line.last]]
    return date.first if len(others) <= _LONGEST_LEAD and all(_is(item, _AROUND) for item in others) else None


def _closing(items: Sequence[Item], line: _Line, date: Date) -> int | None:
    """At the end of a line of the head, behind a dash: "TITLE - 22 / Esfand / 1401"."""
    ends = line.head and date.last == line.last and date.first > line.first + 1
    return date.first if ends and _is(items[date.first - 1], ("dash", "sign")) else None


def _leading(items: Sequence[Item], line: _Line, date: Date) -> int | None:
    """In a dateline: behind places and sources only, and before a stop, dash, slash, bracket or colon."""
    lead = items[line.first : date.first]
    if not line.head or len(lead) > _LONGEST_LEAD or not all(_is(item, _PLACE) for item in lead):
        return None
    behind = items[date.last : date.last + 2]
    while behind and _is(behind[0], ("comma", "close")):
        behind = behind[1:]
    return date.first if behind and _is(behind[0], _BEHIND) else None
