"""What an engine must do, and what it gives in the place of a result that cannot be had."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands where the result of an item would: the worker that had it ended, as often as it was tried.

    Attributes:
        reason: how the worker ended and how often the item was tried.
    """

    reason: str


class Engine(Protocol):
    """Two verbs; all that is computed over many documents is one or the other.

    Functions are pure: an engine may run them anywhere, in any order, and more than once for one item. An error that a
    function raises is raised where its result would have been given.
    """

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B | Lost]:
        """The result of `function` for each item, in the order of `items`; lazy, with a bounded number of items in work."""
        ...

    def group(self, items: Iterable[A], key: Callable[[A], K], function: Callable[[K, list[A]], Iterable[B]]) -> Iterator[B]:
        """What `function(key, its items)` gives, key after key in the order of `repr(key)`; holds all items at once.

        Args:
            key: strings, numbers, None, or tuples of these.
            function: must not depend on the order of the items of a key.

        Raises:
            EngineError: the items of one key ended each worker that had them.
        """
        ...


def grouped(items: Iterable[A], key: Callable[[A], K]) -> list[tuple[K, list[A]]]:
    """Each key with its items, in the order of `repr(key)`."""
    found: dict[K, list[A]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return sorted(found.items(), key=lambda pair: repr(pair[0]))
