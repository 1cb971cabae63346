"""The register: one file, open for queries and for writing in batches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from mithaq.store.database import Database
from mithaq.store.faults import Fault, faults
from mithaq.store.queries import Queries
from mithaq.store.writer import Batch


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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    @contextmanager
    def writing(self, knowledge: str) -> Iterator[Batch]:
        """A batch for one run: kept as a whole when the block ends well, else undone.

        Args:
            knowledge: digest of what the records are made with.

        Raises:
            RegisterError: another process writes.
        """
        with self.database.transaction():
            yield Batch(self.database, knowledge)
            self.database.run("INSERT OR REPLACE INTO meta VALUES ('knowledge', ?)", (knowledge,))

    @property
    def knowledge(self) -> str | None:
        """Digest of the knowledge of the last run; None before the first."""
        found = self.database.row("SELECT value FROM meta WHERE name = 'knowledge'")
        return None if found is None else str(found[0])

    def verify(self) -> Iterator[Fault]:
        """Every passage that does not stand in its text, and every fault of structure; nothing where the register is sound."""
        return faults(self)
