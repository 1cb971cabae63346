"""Reprints: documents whose text is, nearly all, the text of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from operator import itemgetter

from mithaq.link.clusters import Clusters
from mithaq.link.passes import Group, Pass, grouped, run
from mithaq.link.sheets import Sheet

_SHARE = 0.8
"""Part of the prints of the shorter document that must stand in the longer one."""
_FEWEST = 3
"""Prints that must be shared at least: a single sentence said aloud stands in many independent reports."""
COMMON = 40
"""Texts from which on a print is too common to tell anything: a formula, not a copy."""

Prints = frozenset[int]


def reprints(sheets: Iterable[Sheet], group: Group = grouped) -> dict[str, str]:
    """The smallest document of its group of reprints for each document."""
    return copies({sheet.id: sheet.prints for sheet in sheets}, group)


def copies(prints: Mapping[str, Prints], group: Group = grouped, common: frozenset[int] = frozenset()) -> dict[str, str]:
    """The smallest document of its copies for each document.

    Args:
        prints: of each document.
        common: prints that are known to be too common, where `prints` are not those of all documents.
    """
    texts: dict[Prints, list[str]] = {}
    for document in sorted(prints):
        texts.setdefault(prints[document], []).append(document)
    clusters = Clusters(prints)
    for held, same in texts.items():
        if len(held) >= _FEWEST:
            for other in same[1:]:
                clusters.join(same[0], other)
    heads = {same[0]: held for held, same in texts.items()}
    pairs = run(SHARED, [(one, head) for head, held in heads.items() for one in held - common], group)
    for one, other in sorted(set(pairs)):
        shared = len(heads[one] & heads[other])
        if shared >= _FEWEST and shared >= _SHARE * min(len(heads[one]), len(heads[other])):
            clusters.join(one, other)
    return clusters.labels()


def _pairs(one: int, members: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    documents = sorted(document for _, document in members)
    return combinations(documents, 2) if len(documents) <= COMMON else iter(())


SHARED = Pass("reprints: one print", itemgetter(0), _pairs)
