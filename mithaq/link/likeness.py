"""Passages that say the same in nearly the same words of one language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from mithaq.text.fold import folded

_SHARE = 0.6
"""Part of the word triples of the shorter passage that must stand in the longer one."""
_COMMON = 40
"""Passages from which on a triple of words is too common to tell anything."""


def alike(passages: Iterable[tuple[str, str]]) -> Iterator[tuple[float, str, str]]:
    """Edges between passages that share most of their triples of words, weighted by the part that they share.

    Args:
        passages: (id, text), of one language.
    """
    triples = {one: _triples(text) for one, text in passages}
    held: dict[tuple[str, ...], list[str]] = {}
    for one in sorted(triples):
        for triple in triples[one]:
            held.setdefault(triple, []).append(one)
    shared: Counter[tuple[str, str]] = Counter()
    for found in held.values():
        shared.update(combinations(found, 2) if len(found) <= _COMMON else ((found[0], other) for other in found[1:]))
    for (one, other), count in sorted(shared.items()):
        share = count / min(len(triples[one]), len(triples[other]))
        if share >= _SHARE:
            yield share, one, other


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", folded(text))
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset({tuple(words)})
