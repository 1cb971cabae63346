"""An engine that keeps the contract and nothing beyond it: it shuffles, repeats and runs again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator

from mithaq.engine.outcomes import A, B, K, grouped


class HostileEngine:
    """Computes in another order than it is asked, every item twice, and hands a group its items shuffled.

    Args:
        seed: of the order.
    """

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        held = list(items)
        order = [*range(len(held)), *range(len(held))]
        self._random.shuffle(order)
        done = {index: function(held[index]) for index in order}
        yield from (done[index] for index in range(len(held)))

    def group(self, items: Iterable[A], key: Callable[[A], K], function: Callable[[K, list[A]], Iterable[B]]) -> Iterator[B]:
        held = list(items)
        self._random.shuffle(held)
        pairs = grouped(held, key)
        yield from (result for results in self.map(lambda pair: list(function(*pair)), pairs) for result in results)
