"""Clusters of ids: joined by edges from the strongest to the weakest, never across what must stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

T = TypeVar("T")


class Clusters:
    """A partition of ids; each cluster is known by its smallest member."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._members: dict[str, set[str]] = {one: {one} for one in ids}
        self._label = {one: one for one in self._members}

    def __getitem__(self, one: str) -> str:
        return self._label[one]

    def join(self, one: str, other: str) -> str:
        """Make the clusters of two ids one, and give its smallest member."""
        a, b = self._label[one], self._label[other]
        if a == b:
            return a
        label, gone = min(a, b), max(a, b)
        for member in self._members[gone]:
            self._label[member] = label
        self._members[label] |= self._members.pop(gone)
        return label

    def labels(self) -> dict[str, str]:
        """Smallest member of its cluster for each id."""
        return dict(self._label)

    def groups(self) -> list[list[str]]:
        """The clusters, members sorted, in the order of their smallest members."""
        return [sorted(self._members[label]) for label in sorted(self._members)]


class Trait(Protocol):
    """What is known of a cluster that may keep it from joining another."""

    def apart(self: T, other: T) -> bool:
        """Whether the two must not be one."""
        ...

    def with_(self: T, other: T) -> T:
        """What is known of both together."""
        ...


def joined(traits: Mapping[str, Trait], edges: Iterable[tuple[float, str, str]]) -> Clusters:
    """Join ids by weighted edges, the heaviest first, ties by id; an edge between clusters that must stay apart is left out.

    Args:
        traits: what is known of each id.
        edges: (weight, id, id).
    """
    clusters = Clusters(traits)
    held = dict(traits)
    for _, one, other in sorted({(-weight, min(a, b), max(a, b)) for weight, a, b in edges}):
        a, b = clusters[one], clusters[other]
        if a != b and not held[a].apart(held[b]):
            both = held.pop(a).with_(held.pop(b))
            held[clusters.join(a, b)] = both
    return clusters


def best(candidates: Iterable[tuple[tuple[float, ...], T]]) -> T | None:
    """The candidate with the single highest score; None where there is none or two share the highest."""
    ranked = sorted(candidates, key=lambda scored: scored[0], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]
