"""What a page or an export reads of a register; `store.Register` has it, and so has any stand-in of a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from mithaq.model import Claim, Entry, Failure, Record

Row = Mapping[str, Any]


class Register(Protocol):
    """The queries of a register that publishing needs."""

    def documents(self, *, between: Sequence[str] = ()) -> Iterable[Row]:
        """Documents in their export form; with `between`, those that speak of all these parties."""

    def document(self, document: str) -> Row | None:
        """One document in its export form."""

    def text(self, document: str) -> str | None:
        """The text of a document as read."""

    def record(self, document: str) -> Record | None:
        """The record of a document."""

    def claims(self) -> Iterable[Claim]:
        """All claims."""

    def claim(self, claim: str) -> Claim | None:
        """One claim."""

    def entries(self, *, between: Sequence[str] = (), as_of: str | None = None) -> Iterable[Entry]:
        """Entries; with `between`, those of these parties; with `as_of`, as they were known then."""

    def decisions(self) -> Iterable[Row]:
        """Reviewers' decisions in their export form."""

    def failures(self) -> Iterable[Failure]:
        """What could not be read."""

    def sides(self, between: Sequence[str], *, as_of: str | None = None) -> Iterable[Row]:
        """By whose outlets each entry is reported; see `follow.sided`."""

    def coverage(self, *, between: Sequence[str] = (), as_of: str | None = None) -> Iterable[Row]:
        """What was read, by outlet and month: `{outlet, month, last, documents, speaking}`."""
