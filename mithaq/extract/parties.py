"""Parties: the state or organisation that an item names, or for which it stands."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract.items import Item

_PLACED = ("word:prep.in", "word:prep.from", "word:prep.to")

_BINDING = (
    "cue:ask",
    "cue:that",
    "cue:say",
    "cue:deny",
    "modal:call_for",
    "modal:plan",
    "modal:pledge",
    "modal:determined",
    "modal:want",
    "modal:hope",
)
"""Words behind which a capital stands for its government."""


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
    if before and before.has_any((*_PLACED, "act:event.visit", "act:do.visit")):
        return False
    if (before and before.has_any(("word:prep.with", "word:prep.between", "modal:ready"))) or paired(items, index):
        return True
    if before and (before.has_any(_BINDING) or _settles(before)):
        return True
    does = ("cue:say", "cue:deny", "modal", "marker:negation", "word:stop.have")
    return after is not None and (after.has_any(does) or (after.sense("act") or "").endswith(".v"))


def _settles(item: Item) -> bool:
    """Whether an item is a verb for a step of an agreement, behind which its subject may stand ("وقعت الرياض")."""
    return (item.sense("act:legal") or "").endswith(".v") and not item.has("act:event")


def paired(items: Sequence[Item], index: int) -> bool:
    """Whether "and" or a dash joins a capital to another capital or a state."""
    for step in (1, -1):
        link, other = index + step, index + 2 * step
        joined = max(index, link)
        if 0 <= link < len(items) and items[joined].has("clitic:and") and items[link].has_any(("seat", "state")):
            beyond = items[index - 2] if step < 0 and index > 1 else None
            return (beyond is None or not beyond.has_any(_PLACED)) and not (step < 0 and items[link].has("clitic:prep"))
        if min(link, other) >= 0 and max(link, other) < len(items) and (items[link].has("word:and") or "dash" in items[link].codes):
            beyond = items[index - 3] if step < 0 and index > 2 else None
            placed = beyond is not None and beyond.has_any(_PLACED)
            if (items[other].has("seat") or items[other].has("state")) and not placed:
                return True
    return False
