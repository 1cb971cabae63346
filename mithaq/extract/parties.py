"""Parties: the state or organisation that an item names, or for which it stands."""

from __future__ import annotations

from mithaq.extract.article import Article
from mithaq.extract.items import Item


def party(article: Article, index: int) -> str | None:
    """The state or organisation that an item names, as a party: `IR` or `org:eu`; None for any other item."""
    item = article.items[index]
    if item.has("weak"):
        return None
    if sense := item.sense("state"):
        return sense.partition(".")[0]
    if sense := item.sense("org"):
        return sense
    if item.has("word:own_state"):
        return article.home
    return item.sense("seat") if _acts(article, index) else None


def _acts(article: Article, index: int) -> bool:
    """Whether a capital stands for its government: beside another party, after "with" or "between", or before a verb."""
    items = article.items
    if not items[index].has("seat"):
        return False
    before, after = (items[i] if 0 <= i < len(items) else None for i in (index - 1, index + 1))
    if before and any(before.has(name) for name in ("word:prep.in", "word:prep.from", "word:prep.to")):
        return False
    if (before and any(before.has(name) for name in ("word:prep.with", "word:prep.between", "modal:ready"))) or _paired(article, index):
        return True
    if after is None:
        return False
    return any(after.has(name) for name in ("cue:say", "cue:deny", "modal", "marker:negation")) or _verb(after)


def _verb(item: Item) -> bool:
    return (item.sense("act") or "").endswith(".v")


def _paired(article: Article, index: int) -> bool:
    """Whether "and" or a dash joins a capital to another capital or a state."""
    items = article.items
    for step in (1, -1):
        link, other = index + step, index + 2 * step
        if min(link, other) >= 0 and max(link, other) < len(items) and (items[link].has("word:and") or "dash" in items[link].codes):
            beyond = items[index - 3] if step < 0 and index > 2 else None
            placed = beyond is not None and any(beyond.has(name) for name in ("word:prep.in", "word:prep.from", "word:prep.to"))
            if (items[other].has("seat") or items[other].has("state")) and not placed:
                return True
    return False
