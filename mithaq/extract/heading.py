"""What an article says of itself: its title and its outlet, each with the passage that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mithaq.extract.article import Article, Span
from mithaq.extract.items import Item, Reading
from mithaq.knowledge.outlets import Outlet, Outlets
from mithaq.model import Evidence

_LONGEST_TITLE = 30
_HEAD = 60
"""Items at the beginning of an article within which a medium that reports is its outlet, or the agency that it has its report from."""

_NEAR = 5
"""Items between "as reported by" and the medium: "agency", "the news agency of the state"."""


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
    named = list(_named(reading, outlets))
    return next((one for one in named if _sets_off(reading.items, one[1].first)), named[0] if named else None)


def agency(reading: Reading, outlets: Outlets, own: str | None) -> tuple[Outlet, Span] | None:
    """The medium that an article credits with its report at its head or in its last line, and where.

    Args:
        reading: of the article.
        outlets: the media that are known.
        own: the article's own outlet, which is no such medium.
    """
    this = outlets.find(own)
    others = (found for found in _named(reading, outlets) if found[0].name not in (own, this.name if this else None))
    return next((found for found in others if _credited(reading.items, found[1].first)), None)


def _named(reading: Reading, outlets: Outlets) -> Iterator[tuple[Outlet, Span]]:
    """The media that the head or the last line of a reading names."""
    items = reading.items
    for index, item in enumerate(items):
        at_an_end = index <= _HEAD or index >= len(items) - _HEAD // 4
        if at_an_end and (sense := item.sense("outlet")) and (found := outlets.find(sense)):
            yield found, Span(index, index + 1)


def _credited(items: Sequence[Item], index: int) -> bool:
    """Whether a medium stands behind "as reported by", or before or behind a word of speech; who is told something does not speak."""
    if _cited(items, index):
        return True
    before, after = items[max(0, index - _NEAR) : index], items[index + 1] if index + 1 < len(items) else None
    if any(item.has_any(("mark:told", "word:prep.to", "word:prep.with")) for item in before):
        return False
    behind = len(before) > 1 and before[-1].has("cue:say") and "comma" in before[-2].codes
    return behind or bool(after and after.has("cue:say"))


def _cited(items: Sequence[Item], index: int) -> bool:
    return any(item.has("cue:medium") for item in items[max(0, index - _NEAR) : index])


def _sets_off(items: Sequence[Item], index: int) -> bool:
    """Whether a medium stands before a colon or a dash at the beginning of a line, or behind "as reported by"."""
    opens = index == 0 or "break" in items[index - 1].codes
    return _cited(items, index) or (opens and index + 1 < len(items) and bool(items[index + 1].codes & {"colon", "dash"}))
