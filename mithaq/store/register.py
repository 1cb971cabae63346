"""The register: one file, open for queries and for writing in batches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from mithaq import follow, knowledge
from mithaq.errors import UsageError
from mithaq.knowledge import DATA
from mithaq.knowledge.parties import Parties, parties
from mithaq.knowledge.vocabularies import load_vocabularies
from mithaq.model import Entry, last_day
from mithaq.store.database import Database
from mithaq.store.faults import Fault, faults
from mithaq.store.links import Links
from mithaq.store.queries import Queries
from mithaq.store.rows import Rows
from mithaq.store.writer import Batch
from mithaq.text.asked import prefix_date

Row = dict[str, Any]

_FOLLOWED = ("agreement", "commitment", "event")
_COMPARED = 2


class Register(Queries):
    """A register file; use it in a `with` block, which closes it.

    Args:
        path: the file.
        create: make it where there is none.

    Raises:
        RegisterError: missing (without `create`), locked, foreign, of a newer mithaq, or broken.
    """

    def __init__(self, path: Path | str, *, create: bool = False) -> None:
        self.path = Path(path)
        super().__init__(Database(self.path, create=create))

    def __repr__(self) -> str:
        return f"<Register {str(self.path)!r}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def agreements(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """What was agreed: one entry for all reports of one agreement, with the history of its steps; arguments as of `entries`."""
        return self.entries("agreement", between, topic=topic, as_of=as_of)

    def commitments(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Who bound himself to do what, and by when; arguments as of `entries`."""
        return self.entries("commitment", between, topic=topic, as_of=as_of)

    def appeals(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Who called on whom to do what; it binds nobody; arguments as of `entries`."""
        return self.entries("appeal", between, topic=topic, as_of=as_of)

    def statements(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Who said what; arguments as of `entries`."""
        return self.entries("statement", between, topic=topic, as_of=as_of)

    def events(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Meetings, visits, calls, signings: who met whom, where and when; arguments as of `entries`."""
        return self.entries("event", between, topic=topic, as_of=as_of)

    def figures(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Amounts that were given, as a volume of trade: reached, aimed at or agreed; arguments as of `entries`."""
        return self.entries("figure", between, topic=topic, as_of=as_of)

    def series(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Figures that measure one thing, period by period, with the sum of those that are safe to add; arguments as of `entries`."""
        return self.entries("series", between, topic=topic, as_of=as_of)

    def bodies(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Joint bodies, as a commission of two states; arguments as of `entries`."""
        return self.entries("body", between, topic=topic, as_of=as_of)

    def projects(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Joint works, as a railway or a plant; arguments as of `entries`."""
        return self.entries("project", between, topic=topic, as_of=as_of)

    def actors(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Those who speak: persons, and offices that stay without a name; arguments as of `entries`."""
        return self.entries("actor", between, topic=topic, as_of=as_of)

    def stories(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Occasions, each with the documents that report of it; arguments as of `entries`."""
        return self.entries("story", between, topic=topic, as_of=as_of)

    def differences(self, between: Parties = (), *, topic: str | None = None, as_of: str | None = None) -> Rows[Entry]:
        """Where sources tell a field of one entry differently, both values with their outlets; arguments as of `entries`.

        What was reconciled, or is a report's lesser precision, is no difference to be listed; `entries("difference")` has it too.
        """
        classes = load_vocabularies(DATA / "vocabularies")["difference"]
        found = self.entries("difference", between, topic=topic, as_of=as_of)
        return Rows(lambda: (entry for entry in found if classes.has(entry.fields["class"], "listed")), Entry.write)

    def sides(self, between: Parties, *, as_of: str | None = None, topic: str | None = None) -> Rows[Row]:
        """What outlets of one state report and those of the others do not; rows as of `follow.sided`.

        Args:
            between: two states or more, whose outlets are compared by what they tell of their dealings.

        Raises:
            UsageError: fewer than two states are given.
        """
        states = [party for party in parties(between) if ":" not in party]
        if len(states) < _COMPARED:
            raise UsageError("names fewer than two states, and outlets are of states.", "between", "Write codes, as in IR,BY.")
        outlets = knowledge.load().outlets
        found = ((outlets.find(row["outlet"], row["month"]), row) for row in self.coverage(between, as_of=as_of))
        coverage = [{**row, "side": one.state if one else None} for one, row in found]

        def read() -> Iterator[Row]:
            entries = [one for of in follow.SIDED for one in self.entries(of, between, topic=topic, as_of=as_of)]
            return iter(follow.sided(entries, coverage, states))

        return Rows(read, dict)

    def due(self, between: Parties = (), *, as_of: str, topic: str | None = None) -> Rows[Row]:
        """What falls due from a day on, and what is past due, the earliest first; rows as of `follow.due`.

        Args:
            as_of: the day from which days are counted; only what was known then is looked at. Of a month or year its last day.
        """
        day = last_day(prefix_date(as_of)).isoformat()
        return Rows(lambda: iter(follow.due(self._followed(between, topic, day), day, self.judgements())), dict)

    def silent(self, between: Parties = (), *, as_of: str, topic: str | None = None) -> Rows[Row]:
        """Open agreements and commitments with the last report of each and what was read since; rows as of `follow.silent`.

        Args:
            as_of: the day of the question; only what was known then is looked at. Of a month or year its last day.
        """
        day = last_day(prefix_date(as_of)).isoformat()
        coverage = self.coverage(between, as_of=day)
        return Rows(lambda: iter(follow.silent(self._followed(between, topic, day), coverage, day)), dict)

    def _followed(self, between: Parties, topic: str | None, day: str) -> list[Entry]:
        return [entry for of in _FOLLOWED for entry in self.entries(of, between, topic=topic, as_of=day)]

    @contextmanager
    def writing(self, knowledge: str) -> Iterator[Batch]:
        """A batch for one run: kept as a whole when the block ends well, else undone.

        Args:
            knowledge: digest of what the records are made with.

        Raises:
            RegisterError: another process writes.
        """
        with self.database.transaction():
            yield Batch(self.database, knowledge, Links(self.database, self.linkable))
            self.database.run("INSERT OR REPLACE INTO meta VALUES ('knowledge', ?)", (knowledge,))

    @property
    def knowledge(self) -> str | None:
        """Digest of the knowledge of the last run; None before the first."""
        found = self.database.row("SELECT value FROM meta WHERE name = 'knowledge'")
        return None if found is None else str(found[0])

    def verify(self) -> Iterator[Fault]:
        """Every passage that does not stand in its text, and every fault of structure; nothing where the register is sound."""
        return faults(self)
