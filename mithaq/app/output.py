"""What the command line writes: tables for a terminal, JSON lines for a pipe, and beside them, on standard error, how far it is."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from mithaq.errors import SourceError
from mithaq.model import Failure

T = TypeVar("T")

FORMATS = ("table", "jsonl")


def as_table(chosen: str | None) -> bool:
    """Whether to print a table: as chosen, else where standard output is a terminal."""
    return sys.stdout.isatty() if chosen is None else chosen == "table"


def lines(items: Iterable[Mapping[str, Any]]) -> None:
    """Write one JSON object a line."""
    for item in items:
        sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their headings; numbers stand to the right. In a pipe a table is as wide as it needs to be."""
    made = Table(show_lines=False)
    kept = [[cell(value) for value in row] for row in rows]
    for index, heading in enumerate(columns):
        numeric = bool(kept) and all(row[index].replace(".", "").isdigit() for row in kept if row[index])
        made.add_column(heading, justify="right" if numeric else "left", overflow="fold")
    for row in kept:
        made.add_row(*(Text(value) for value in row))
    console = Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=200)
    console.print(made)


def cell(value: object) -> str:
    """A value as a cell of a table shows it; what is unknown is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return cell(
            value.get("as_written") or value.get("date") or value.get("quote") or ", ".join(f"{k} {cell(v)}" for k, v in value.items())
        )
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(map(cell, value))
    if isinstance(value, float):
        return f"{value:.3f}"
    return str(value)


def note(text: str) -> None:
    """A line on standard error."""
    print(text, file=sys.stderr)


def watched(items: Iterable[T], title: str) -> Iterator[T]:
    """Pass items on, showing on a terminal's standard error how many there have been."""
    if not sys.stderr.isatty():
        yield from items
        return
    shown = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, description=title)


def closing(documents: int, claims: int, failures: Sequence[Failure]) -> int:
    """The end of a run that reads: each failure, then one line that counts; gives the exit code."""
    for failure in failures:
        note(f"{failure.where}: {failure.reason} {failure.hint}".rstrip())
    note(f"{counted(documents, 'document')}, {counted(claims, 'claim')}, {counted(len(failures), 'failure')}")
    return SourceError.exit_code if failures else 0


def counted(number: int, noun: str) -> str:
    """`1 claim`, `2,000 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def say(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(text + "\n")
