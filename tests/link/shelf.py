"""What a register remembers of linking, in memory, for the tests of increments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from mithaq.link import changed
from mithaq.link.decisions import Decision
from mithaq.link.passes import Known
from mithaq.model import Entry, claims


class Shelf:
    """Records that come and go, and the entries that each increment leaves."""

    def __init__(self, knowledge: Known, decisions: Iterable[Decision] = ()) -> None:
        self.knowledge, self.decisions = knowledge, list(decisions)
        self.records: dict[str, dict[str, Any]] = {}
        self._keys: dict[str, frozenset[int]] = {}
        self._kept: dict[str, Any] = {}
        self._stories: dict[str, Any] = {}
        self._names: dict[str, str] = {}
        self.entries: dict[str, tuple[int, Entry]] = {}
        self.read = 0

    def step(self, coming: Iterable[dict[str, Any]], going: Iterable[str] = ()) -> None:
        coming = {record["id"]: record for record in coming}
        left = {key for one in [*going, *coming] for key in self._keys.pop(one, ())}
        for one in [*going, *coming]:
            self._kept.pop(one, None)
            self.records.pop(one, None)
        self.records |= coming
        found = changed(self, coming.keys(), left, self.knowledge, self.decisions)
        self.entries = {name: held for name, held in self.entries.items() if held[0] not in found.touched}
        for number, entry in found.entries:
            assert number in found.touched
            assert entry.id not in self.entries
            self.entries[entry.id] = (number, entry)
        for one in found.documents:
            self._kept[one.document], self._keys[one.document] = one.kept, one.keys
        for name, story in found.stories.items():
            if story is None:
                del self._stories[name]
            else:
                self._stories[name] = story
        self._names |= found.names

    def written(self) -> list[dict[str, Any]]:
        return [entry.write() for _, entry in sorted(self.entries.values(), key=lambda held: (held[1].of, held[1].id))]

    def linkable(self, documents: Collection[str]) -> list[dict[str, Any]]:
        self.read += len(documents)
        return [self.records[one] for one in documents]

    def holding(self, keys: Collection[int]) -> set[str]:
        return {one for one, held in self._keys.items() if held & set(keys)}

    def counted(self, keys: Collection[int]) -> Mapping[int, int]:
        return Counter(key for held in self._keys.values() for key in held & set(keys))

    def keys(self, documents: Collection[str]) -> set[int]:
        return {key for one in documents for key in self._keys.get(one, ())}

    def kept(self, documents: Collection[str]) -> dict[str, Any]:
        return {one: self._kept[one] for one in documents if one in self._kept}

    def told(self, stories: Collection[str]) -> dict[str, Any]:
        return {one: self._stories[one] for one in stories if one in self._stories}

    def named(self, persons: Collection[str]) -> dict[str, str]:
        return {one: self._names[one] for one in persons if one in self._names}

    def home(self, wanted: Collection[str]) -> dict[str, str]:
        return {claim.id: record["id"] for record in self.records.values() for claim in claims(record) if claim.id in wanted}
