"""What an article says of itself: its title and its outlet, each with the passage that says so."""

from __future__ import annotations

from typing import NamedTuple

from mithaq.extract.article import Article, Span
from mithaq.extract.items import Reading
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
    """The first outlet of the table that the head or the last line of a reading names, and where."""
    items = reading.items
    for index, item in enumerate(items):
        if index > _HEAD and index < len(items) - _HEAD // 4:
            continue
        if (sense := item.sense("outlet")) and (found := outlets.find(sense)):
            return found, Span(index, index + 1)
    return None
