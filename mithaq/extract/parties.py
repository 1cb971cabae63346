"""Parties: the state or organisation that an item names, or for which it stands."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract.items import Item


def parties(items: Sequence[Item], home: str | None) -> list[str | None]:
    """For each item the state or organisation that it names, as a party: `IR` or `org:eu`; None for any other item.

    Args:
        home: for which "our country" stands.
    """
    return [_party(items, index, home) for index in range(len(items))]


def _party(items: Sequence[Item], index: int, home: str | None) -> str | None:
    item = items[index]
    if item.has("weak"):
        return None
    if sense := item.sense("state"):
        return None if sense.endswith(".gov") and _inside(items, index) else sense.partition(".")[0]
    if sense := item.sense("org"):
        return sense
    if item.has("word:own_state"):
        return home
    return item.sense("seat") if _acts(items, index) else None


def _inside(items: Sequence[Item], index: int) -> bool:
    """Whether a seat of government is only where something was done ("signed at the White House")."""
    before = index - 1 - (index > 1 and items[index - 1].has("word:article"))
    return before >= 0 and items[before].has("word:prep.in")


def _acts(items: Sequence[Item], index: int) -> bool:
    """Whether a capital stands for its government: beside another party, after "with" or "between", or before a verb."""
    if not items[index].has("seat"):
        return False
    before, after = (items[i] if 0 <= i < len(items) else None for i in (index - 1, index + 1))
    if before and before.has_any(("word:prep.in", "word:prep.from", "word:prep.to")):
        return False
    if (before and before.has_any(("word:prep.with", "word:prep.between", "modal:ready"))) or _paired(items, index):
        return True
    if after is None:
        return False
    if before and before.has_any(("cue:ask", "cue:that", "modal:call_for")):
        return True
    return after.has_any(("cue:say", "cue:deny", "modal", "marker:negation", "word:stop.have")) or (after.sense("act") or "").endswith(".v")


def _paired(items: Sequence[Item], index: int) -> bool:
    """Whether "and" or a dash joins a capital to another capital or a state."""
    for step in (1, -1):
        link, other = index + step, index + 2 * step
        if min(link, other) >= 0 and max(link, other) < len(items) and (items[link].has("word:and") or "dash" in items[link].codes):
            beyond = items[index - 3] if step < 0 and index > 2 else None
            placed = beyond is not None and beyond.has_any(("word:prep.in", "word:prep.from", "word:prep.to"))
            if (items[other].has("seat") or items[other].has("state")) and not placed:
                return True
    return False
