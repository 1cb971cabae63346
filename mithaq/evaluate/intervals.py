"""How far scores would wander over other articles of the same kind: intervals by resampling articles (the bootstrap).

An article is drawn whole, as what is in it hangs together. Nothing is left to chance: which articles make a sample follows from
the digests of their hand-made records, so that the same records give the same intervals anywhere, in any order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from struct import unpack
from typing import Any, NamedTuple

from mithaq.evaluate.scores import Accuracy, Detection, Scores
from mithaq.model import digest

SAMPLES = 1000
_TAIL = 0.025
"""Part of the samples that lies below an interval, and part that lies above it."""


class Interval(NamedTuple):
    """Bounds within which 95 of 100 samples lie."""

    low: float
    high: float


def intervals(articles: Mapping[str, Scores], samples: int = SAMPLES) -> dict[str, Interval]:
    """The interval of the F1 of each detection and of the accuracy of each field.

    Args:
        articles: what an article is known by, the same on every machine (`model.digest` of its record) -> its scores.
        samples: how many are drawn; each has as many articles as there are.

    Returns:
        "relevant", "events", "agreements.legal" … -> interval; nothing for what no article is asked for.
    """
    scores = [articles[key] for key in sorted(articles)]
    drawn = list(_samples(digest(sorted(articles)), len(scores), samples))
    out: dict[str, Interval] = {}
    for what in sorted({what for one in scores for what in one.detection}):
        found = [one.detection.get(what, Detection()) for one in scores]
        sums = _sums([(d.hit, d.missed, d.extra) for d in found], drawn)
        out |= _named(what, [Detection(*counts).f1 for counts in sums])
    for name in sorted({name for one in scores for name in one.fields}):
        kept = [one.fields.get(name, Accuracy()) for one in scores]
        out |= _named(name, [right / n for right, n in _sums([(a.right, a.n) for a in kept], drawn)])
    return out


def _named(name: str, values: Sequence[float]) -> dict[str, Interval]:
    return {name: interval(values)} if values else {}


def interval(values: Iterable[float]) -> Interval:
    """The interval that leaves out the same part of some values at either end; there must be one value at least."""
    ranked = sorted(values)
    aside = int(len(ranked) * _TAIL)
    return Interval(ranked[aside], ranked[len(ranked) - 1 - aside])


def _samples(seed: str, articles: int, samples: int) -> Iterator[list[int]]:
    """How often each article stands in each sample."""
    for number in range(samples):
        stream = hashlib.shake_256(f"{seed}:{number}".encode()).digest(4 * articles)
        often = [0] * articles
        for value in unpack(f"<{articles}I", stream):
            often[value % articles] += 1
        yield often


def _sums(counts: Sequence[tuple[Any, ...]], drawn: Iterable[Sequence[int]]) -> Iterator[tuple[Any, ...]]:
    """The sum of the articles' counts in each sample that holds something to count."""
    asked = [(place, one) for place, one in enumerate(counts) if any(one)]
    for often in drawn:
        held = [(often[place], one) for place, one in asked if often[place]]
        if held:
            yield tuple(sum(times * one[column] for times, one in held) for column in range(len(held[0][1])))
