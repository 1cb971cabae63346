"""The engine that does everything here, one thing after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mithaq.engine.outcomes import A, B, K, Lost, grouped


class LocalEngine:
    """One process, one item at a time."""

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B | Lost]:
        """See `Engine.map`; nothing is ever lost."""
        for item in items:
            yield function(item)

    def group(self, items: Iterable[A], key: Callable[[A], K], function: Callable[[K, list[A]], Iterable[B]]) -> Iterator[B]:
        """See `Engine.group`."""
        for name, members in grouped(items, key):
            yield from function(name, members)
