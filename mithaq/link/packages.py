"""Packages: documents that were signed together and that no source names one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Told
from mithaq.link.clusters import joined
from mithaq.link.instruments import scope_relation
from mithaq.link.sheets import sectors


def is_package(one: Told) -> bool:
    """Whether a claim speaks of several signed documents together and names none of them."""
    fields = one.claim.fields
    return fields.get("legal") == "signed" and fields.get("count") != 1 and not fields.get("title") and not fields.get("period")


def packages(members: list[Told], vocabularies: Vocabularies) -> Iterator[list[str]]:
    """Sorted lists of claims: what was signed in one place is one package, what is recalled there another.

    Two numbers for fields that have nothing in common are two packages.
    """
    by_place: dict[tuple[str, bool], list[Told]] = {}
    for one in members:
        by_place.setdefault((one.place, one.claim.fields["certainty"] == "historical"), []).append(one)
    for place in sorted(by_place):
        traits = {one.id: _Counted.of(one, vocabularies) for one in by_place[place]}
        heads: dict[frozenset[tuple[int, frozenset[str]]], str] = {}
        edges = [(3.0, heads.setdefault(traits[one].counts, one), one) for one in sorted(traits)]
        edges += [(1.0 + bool(counts), min(traits), head) for counts, head in heads.items()]
        edges += [(2.0, one, other) for one, other in combinations(sorted(heads.values()), 2)]
        yield from joined(traits, edges).groups()


@dataclass(frozen=True)
class _Counted:
    """Numbers of documents with their fields, as the claims of a package give them."""

    counts: frozenset[tuple[int, frozenset[str]]]
    vocabularies: Vocabularies

    @classmethod
    def of(cls, one: Told, vocabularies: Vocabularies) -> _Counted:
        count = one.claim.fields.get("count")
        return cls(frozenset({(count, sectors(one.claim))} if count is not None else ()), vocabularies)

    def apart(self, other: _Counted) -> bool:
        pairs = ((a, x, b, y) for a, x in self.counts for b, y in other.counts)
        return any(a != b and scope_relation(x, y, self.vocabularies) == "apart" for a, x, b, y in pairs)

    def with_(self, other: _Counted) -> _Counted:
        return _Counted(self.counts | other.counts, self.vocabularies)
