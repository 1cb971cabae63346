"""Readers: files and folders into documents, one at a time; what cannot be read becomes a failure that says why."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mithaq.errors import SourceError
from mithaq.model import Document, Failure
from mithaq.sources import lines, texts
from mithaq.sources.names import shown

READERS: dict[str, Callable[[Path], Iterator[Document | Failure]]] = {".txt": texts.read, ".jsonl": lines.read}
"""Ending of a file's name, in lower case -> its reader. A reader may raise SourceError or OSError for the whole file."""


def read(paths: Iterable[Path]) -> Iterator[Document | Failure]:
    """The documents of files and folders, and a failure for each thing that gives none; lazy, one at a time.

    A folder is read with all that lies in it, in the order of names; names that begin with a dot are passed over.
    `Document.text` is the text as read: no translation of line ends, a byte order mark kept as U+FEFF.
    """
    for path in paths:
        found = None
        for found in _path(path):
            yield found
        if found is None:
            yield _failure(path, "holds nothing to read.", "Give a file or a folder that holds articles.")


def _path(path: Path) -> Iterator[Document | Failure]:
    try:
        if path.is_dir():
            yield from _folder(path)
        elif path.is_file():
            yield from _file(path)
        elif path.exists():
            yield _failure(path, "is neither a file nor a folder.", "Give a file or a folder.")
        else:
            yield _failure(path, "there is no such file or folder.", "Check the spelling of the path.")
    except SourceError as error:
        yield _failure(path, error.what, error.hint)
    except OSError as error:
        yield _failure(path, f"cannot be read: {error.strerror or error}.", "Check that you may read it.")


def _folder(folder: Path) -> Iterator[Document | Failure]:
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    for name in names:
        path = folder / name
        if path.is_symlink() and path.is_dir():
            yield _failure(path, "is a link to a folder; links within folders are not followed.", "Give that folder itself.")
        else:
            yield from _path(path)


def _file(path: Path) -> Iterator[Document | Failure]:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kind = f"files that end in {path.suffix!r}" if path.suffix else "files without an ending"
        yield _failure(path, f"there is no reader for {kind}; read are {', '.join(sorted(READERS))}.", "Convert it, or take it out.")
    else:
        yield from reader(path)


def _failure(path: Path, what: str, hint: str) -> Failure:
    return Failure(shown(path), "read", what, hint)
