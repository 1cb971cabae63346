"""Which found item is which hand-made one.

Two items are the same where what both cover of the text is a large enough part of what either covers. An item without a
passage is no item. Where the article says a thing again (`also` of a hand-made item), finding it there costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Item = Mapping[str, Any]
Span = tuple[int, int]

NEAR = {"events": 0.2, "agreements": 0.2, "commitments": 0.2, "appeals": 0.2, "figures": 0.0, "statements": 0.3}
"""Kinds of claims that are scored -> the least part that two passages of one item share."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The items of one kind of one article: those found, those missed and those that nobody made."""

    pairs: tuple[tuple[Item, Item], ...]
    missed: tuple[Item, ...]
    extra: tuple[Item, ...]


def match(kind: str, gold: Sequence[Item], found: Sequence[Item]) -> Matching:
    """Pair hand-made with found items of one kind, surest first; each at most once."""
    ranked = sorted(
        (-sureness, i, j) for i, want in enumerate(gold) for j, got in enumerate(found) if (sureness := likeness(kind, want, got))
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    taken.update(_told_again(kind, [gold[i] for i in sorted(partner)], [(j, got) for j, got in enumerate(found) if j not in taken]))
    return Matching(
        pairs=tuple((gold[i], found[j]) for i, j in partner.items()),
        missed=tuple(want for i, want in enumerate(gold) if i not in partner),
        extra=tuple(got for j, got in enumerate(found) if j not in taken),
    )


def likeness(kind: str, gold: Item, found: Item) -> float:
    """How surely two items of one kind are the same; 0 where they are not.

    Figures need the same value and unit. An event is told all over a report: the same type and a common participant will do.
    """
    share = _nearness(gold, found)
    if kind == "figures":
        same = gold.get("value") == found.get("value") and unit(gold) == unit(found)
        return 1 + share if same and share > 0 else 0.0
    if kind == "events":
        same = gold.get("type") == found.get("type") and not _as_set(gold, "participants").isdisjoint(_as_set(found, "participants"))
        if (not same and share < NEAR[kind]) or not any(spans(found)):
            return 0.0
        return same + 0.5 * (gold.get("date") == found.get("date")) + share
    return share if share >= NEAR[kind] else 0.0


def unit(item: Item) -> str:
    """The unit of a figure, written one way."""
    return (item.get("unit") or "").lower().replace(" ", "_")


def spans(item: Item) -> Iterator[Span]:
    """The passages of an item, its own first, without those that are no span."""
    for passage in (item.get("evidence"), *(item.get("also") or ())):
        if (found := span(passage)) is not None:
            yield found


def covered(items: Iterable[Item]) -> list[Span]:
    """The stretches of text under the items' own passages, in order, without overlaps."""
    out: list[Span] = []
    for start, end in sorted(found for item in items if (found := span(item.get("evidence")))):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _told_again(kind: str, gold: Sequence[Item], spare: Sequence[tuple[int, Item]]) -> Iterator[int]:
    """Which of the items left over repeat a paired one, no more often than the article says it again."""
    left = [len(want.get("also") or ()) for want in gold]
    for j, got in spare:
        for i, want in enumerate(gold):
            if left[i] and (share := _nearness(want, got)) > 0 and share >= NEAR[kind]:
                left[i] -= 1
                yield j
                break


def _nearness(gold: Item, found: Item) -> float:
    own = next(spans(found), None)
    return max((_overlap(span, own) for span in spans(gold)), default=0.0) if own else 0.0


def _overlap(a: Span, b: Span) -> float:
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0


def span(passage: Mapping[str, Any] | None) -> Span | None:
    """Start and end of a passage; None where it is none."""
    start, end = (passage or {}).get("start"), (passage or {}).get("end")
    if type(start) is int and type(end) is int and 0 <= start < end:
        return start, end
    return None


def _as_set(item: Item, field: str) -> set[str]:
    return set(item.get(field) or ())
