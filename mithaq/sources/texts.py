"""A text file is one document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mithaq.errors import SourceError
from mithaq.model import Document
from mithaq.sources.encodings import decode
from mithaq.sources.names import shown

LIMIT = 10_000_000
"""Bytes that one document may have: some 2,000 pages."""

TOO_LONG = f"is longer than the {LIMIT // 1_000_000} MB that one document may have"
SPLIT = "Split it into articles: a file each, or one JSON line each."


def read(path: Path) -> Iterator[Document]:
    """The document of a .txt file: its text as read, without translation of line ends, its name, and nothing else.

    Raises:
        SourceError: too long, empty, binary, or in an encoding that cannot be told.
    """
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise SourceError(f"{TOO_LONG} ({path.stat().st_size / 1_000_000:.1f} MB).", hint=SPLIT)
    yield Document(decode(data), shown(path.name), place=shown(path))
