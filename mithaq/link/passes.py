"""A pass of linking: a key function and a group function, as every engine can run them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from mithaq.knowledge.letters import Letters
from mithaq.knowledge.members import Members
from mithaq.knowledge.offices import Offices
from mithaq.knowledge.outlets import Outlets
from mithaq.knowledge.vocabularies import Vocabularies

Key = Callable[[Any], Hashable]
Function = Callable[[Any, list[Any]], Iterable[Any]]
Group = Callable[[Iterable[Any], Key, Function], Iterable[Any]]
"""The verb `group` of an engine: items that share a key meet in one call of the function, `function(key, members)`."""


class Known(Protocol):
    """What linking needs of the knowledge."""

    @property
    def vocabularies(self) -> Vocabularies:
        """Allowed values of every field."""

    @property
    def offices(self) -> Offices:
        """Who held which office when."""

    @property
    def outlets(self) -> Outlets:
        """Whose outlets are whose."""

    @property
    def letters(self) -> Letters:
        """Consonants of names across scripts."""

    @property
    def members(self) -> Members:
        """Members of organisations of states."""


class Pass(NamedTuple):
    """One pass: its name, the key of an item (None leaves the item out), and what becomes of the items of one key.

    A group function sees its members in any order and gives the same for each.
    """

    name: str
    key: Key
    function: Function


def run(one: Pass, items: Iterable[Any], group: Group) -> list[Any]:
    """What a pass makes of the items that have a key."""
    return list(group([item for item in items if one.key(item) is not None], one.key, one.function))


def grouped(items: Iterable[Any], key: Key, function: Function) -> Iterator[Any]:
    """The verb `group` within this process, keys in the order of their first members."""
    held: dict[Hashable, list[Any]] = {}
    for item in items:
        held.setdefault(key(item), []).append(item)
    for name, members in held.items():
        yield from function(name, members)


def merged(parts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """One mapping of the many that the groups of a pass gave; their keys are disjoint."""
    return {name: value for part in parts for name, value in part.items()}
