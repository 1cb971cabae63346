"""What an article says of itself: its title and its outlet, each with the passage that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mithaq.extract.article import Article, Span
from mithaq.extract.items import Item, Reading
from mithaq.knowledge.outlets import Outlet, Outlets
from mithaq.model import Evidence

_LONGEST_TITLE = 30
_HEAD = 60
"""Items at the beginning of an article within which a medium that reports is its outlet."""


class Named(NamedTuple):
    """A value and the passage that gives it."""

    value: str
    passage: Evidence


def title(article: Article) -> Named | None:
    """The first line, where it is short, is no sentence with a stop, and is followed by text."""
    if len(article.paragraphs) < 2:
        return None
    line = article.paragraphs[0]
    last = article.items[line.last - 1]
    if line.last - line.first > _LONGEST_TITLE or line.last - line.first < 3 or "stop" in last.codes or "colon" in last.codes:
        return None
    passage = article.evidence(line)
    return Named(passage.quote, passage)


def outlet(reading: Reading, outlets: Outlets) -> tuple[Outlet, Span] | None:
    """The outlet that the head or the last line of a reading names: one that is set off as the source, else the first, and where."""
    items = reading.items
    named = [
        (found, Span(index, index + 1))
        for index, item in enumerate(items)
        if (index <= _HEAD or index >= len(items) - _HEAD // 4) and (sense := item.sense("outlet")) and (found := outlets.find(sense))
    ]
    return next((one for one in named if _sets_off(items, one[1].first)), named[0] if named else None)


def _sets_off(items: Sequence[Item], index: int) -> bool:
    """Whether a medium stands before a colon or a dash at the beginning of a line, or behind "as reported by"."""
    before, after = items[index - 1] if index else None, items[index + 1] if index + 1 < len(items) else None
    opens = before is None or "break" in before.codes
    return bool(opens and after and after.codes & {"colon", "dash"}) or bool(before and before.has("cue:medium"))
