"""Reprints: documents whose text is, nearly all, the text of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import combinations
from operator import itemgetter

from mithaq.link.clusters import Clusters
from mithaq.link.passes import Group, Pass, grouped, run
from mithaq.link.sheets import Sheet

_SHARE = 0.8
"""Part of the prints of the shorter document that must stand in the longer one."""
_FEWEST = 3
"""Prints that must be shared at least: a single sentence said aloud stands in many independent reports."""
_ROW = 3
"""Prints in a row by which copies meet: a passage of some twenty words."""
_BLOCKS = 5
"""Rows of a document by which it meets others, the smallest of all: copies share nearly all of theirs."""
COMMON = 100
"""Documents from which on a row is too common to tell anything: a formula, not a copy."""

Prints = tuple[int, ...]
"""Prints of a text, in their order in it."""


def reprints(sheets: Iterable[Sheet], group: Group = grouped) -> dict[str, str]:
    """The smallest document of its group of reprints for each document."""
    return copies({sheet.id: sheet.prints for sheet in sheets}, group)


def copies(prints: Mapping[str, Prints], group: Group = grouped, common: Iterable[int] = ()) -> dict[str, str]:
    """The smallest document of its copies for each document.

    Args:
        prints: of each document.
        common: blocks that are known to be too common, where `prints` are not those of all documents.
    """
    passed_over = frozenset(common)
    clusters = Clusters(prints)
    found = [(block, one) for one in sorted(prints) for block in blocks(prints[one]) if block not in passed_over]
    held = {one: frozenset(of) for one, of in prints.items()}
    for one, other in set(run(SHARED, found, group)):
        shared = len(held[one] & held[other])
        if shared >= _FEWEST and shared >= _SHARE * min(len(held[one]), len(held[other])):
            clusters.join(one, other)
    return clusters.labels()


def blocks(prints: Prints) -> list[int]:
    """The rows of prints by which a document meets its copies."""
    rows = {_hash(prints[at : at + _ROW]) for at in range(len(prints) - _ROW + 1)}
    return sorted(rows)[:_BLOCKS]


def _hash(row: Prints) -> int:
    return int.from_bytes(blake2b(b"".join(one.to_bytes(8) for one in row), digest_size=6).digest())


def _pairs(block: int, members: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    documents = sorted(document for _, document in members)
    return combinations(documents, 2) if len(documents) <= COMMON else iter(())


SHARED = Pass("reprints: one row of prints", itemgetter(0), _pairs)
