"""What a register remembers of linking: the keys by which documents meet, and what was found of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from mithaq.model import Record
from mithaq.store.database import Database

_MANY = 10
"""One part in so many of all documents may come at once before linking everything anew is the shorter way."""
_FEW = 50

Remembered = tuple[str, Mapping[str, Any], Collection[int]]
"""A document, what is kept of it, and its keys."""


class Links:
    """The memory of linking within one run: it knows nothing of documents that came in this run but their records.

    Args:
        records: gives the records of documents.

    Attributes:
        came: documents that are new, or have another record.
        left: keys of documents that went, or had another record.
    """

    def __init__(self, database: Database, records: Callable[[Collection[str]], Iterator[Record]]) -> None:
        self._database = database
        self._records = records
        self.came: set[str] = set()
        self.left: set[int] = set()

    def ready(self, state: str) -> bool:
        """Whether all but what came and left was linked in this state, and it is worth while to link no more than that."""
        found = self._database.row("SELECT value FROM meta WHERE name = 'linked'")
        (known,) = self._database.row("SELECT count(*) FROM linked") or (0,)
        return found is not None and found[0] == state and len(self.came) <= max(_FEW, known // _MANY)

    def leave(self, document: str) -> None:
        """Forget what was found of a document, but its keys."""
        self.left |= self.keys([document])
        self._database.run("DELETE FROM linked WHERE document = ?", (document,))
        self.came.discard(document)

    def linkable(self, documents: Collection[str]) -> Iterator[Record]:
        """The records of documents."""
        return self._records(documents)

    def holding(self, keys: Collection[int]) -> set[str]:
        """The documents that have any of these keys."""
        sql = "SELECT document FROM linked WHERE number IN (SELECT linked FROM link_keys WHERE key IN (SELECT value FROM json_each(?)))"
        return {document for (document,) in self._database.rows(sql, (json.dumps(list(keys)),))}

    def counted(self, keys: Collection[int]) -> dict[int, int]:
        """How many documents have each key."""
        sql = "SELECT key, count(*) FROM link_keys WHERE key IN (SELECT value FROM json_each(?)) GROUP BY key"
        return dict(map(tuple, self._database.rows(sql, (json.dumps(list(keys)),))))

    def keys(self, documents: Collection[str]) -> set[int]:
        """All keys of documents."""
        sql = "SELECT key FROM link_keys WHERE linked IN (SELECT number FROM linked WHERE document IN (SELECT value FROM json_each(?)))"
        return {key for (key,) in self._database.rows(sql, (json.dumps(list(documents)),))}

    def kept(self, documents: Collection[str]) -> dict[str, Any]:
        """What was kept of documents."""
        return self._loaded("SELECT document, kept FROM linked WHERE document IN (SELECT value FROM json_each(?))", documents)

    def told(self, stories: Collection[str]) -> dict[str, Any]:
        """Stories by id, as JSON."""
        return self._loaded("SELECT id, story FROM link_stories WHERE id IN (SELECT value FROM json_each(?))", stories)

    def named(self, persons: Collection[str]) -> dict[str, str]:
        """The names to show for persons."""
        sql = "SELECT id, name FROM link_persons WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._pairs(sql, persons))

    def home(self, claims: Collection[str]) -> dict[str, str]:
        """The document of each claim that is here."""
        return dict(self._pairs("SELECT id, document FROM claims WHERE id IN (SELECT value FROM json_each(?))", claims))

    def _pairs(self, sql: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
        return ((name, value) for name, value in self._database.rows(sql, (json.dumps(list(names)),)))

    def _loaded(self, sql: str, names: Collection[str]) -> dict[str, Any]:
        return {name: json.loads(value) for name, value in self._pairs(sql, names)}

    def forget(self) -> None:
        """Drop all that was kept: what follows was linked in another way."""
        for table in ("linked", "link_stories", "link_persons"):
            self._database.run(f"DELETE FROM {table}")
        self._database.run("DELETE FROM meta WHERE name = 'linked'")

    def keep(
        self, documents: Iterable[Remembered], stories: Mapping[str, Mapping[str, Any] | None], names: Mapping[str, str], state: str
    ) -> None:
        """Keep what was found of documents, stories and persons, in place of what was kept of them; a story that is None is no more."""
        for document, kept, keys in documents:
            self._database.run("DELETE FROM linked WHERE document = ?", (document,))
            self._database.run("INSERT INTO linked (document, kept) VALUES (?, ?)", (document, _written(kept)))
            (number,) = self._database.row("SELECT last_insert_rowid()") or (0,)
            self._database.many("INSERT INTO link_keys VALUES (?, ?)", ((key, number) for key in sorted(keys)))
        self._database.many("DELETE FROM link_stories WHERE id = ?", ((name,) for name in stories))
        told = ((name, _written(story)) for name, story in stories.items() if story is not None)
        self._database.many("INSERT INTO link_stories VALUES (?, ?)", told)
        self._database.many("INSERT OR REPLACE INTO link_persons VALUES (?, ?)", names.items())
        self._database.run("INSERT OR REPLACE INTO meta VALUES ('linked', ?)", (state,))


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
