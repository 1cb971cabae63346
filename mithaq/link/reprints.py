"""Reprints: documents whose passages are, nearly all, the passages of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from mithaq.link.clusters import Clusters
from mithaq.link.passes import Group, Pass, grouped, run
from mithaq.link.sheets import Sheet
from mithaq.model import digest
from mithaq.text.fold import folded

_SHARE = 0.8
"""Part of the passages of the shorter document that must stand in the longer one."""
_FEWEST = 3
"""Passages that must be shared at least: a single sentence said aloud stands in many independent reports."""
_LONG = 25
"""Code points from which a passage tells one text from another."""


def reprints(sheets: list[Sheet], group: Group = grouped) -> dict[str, str]:
    """The smallest document of its group of reprints for each document."""
    passages = {sheet.id: _passages(sheet) for sheet in sheets}
    pairs = Counter(run(SHARED, [(passage, one) for one in sorted(passages) for passage in sorted(passages[one])], group))
    clusters = Clusters(passages)
    for (one, other), shared in sorted(pairs.items()):
        if shared >= _FEWEST and shared >= _SHARE * min(len(passages[one]), len(passages[other])):
            clusters.join(one, other)
    return clusters.labels()


def _passages(sheet: Sheet) -> frozenset[str]:
    quotes = (" ".join(folded(claim.evidence.quote).split()) for claim in sheet.claims)
    return frozenset(digest(quote) for quote in quotes if len(quote) >= _LONG)


def _pairs(passage: str, members: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Neighbours in the order of ids, and each with the first: enough for copies of copies to meet, and linear in the number of copies."""
    documents = sorted({document for _, document in members})
    yield from pairwise(documents)
    yield from ((documents[0], other) for other in documents[2:])


SHARED = Pass("reprints: one passage", itemgetter(0), _pairs)
