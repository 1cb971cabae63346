"""What the command line writes: tables for a terminal, JSON lines for a pipe, and beside them, on standard error, how far it is."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from mithaq.errors import SourceError
from mithaq.model import Failure

T = TypeVar("T")

FORMATS = ("table", "jsonl")

_PIPE = 200
_READABLE, _LONG = 28, 16
"""In a narrow table: what a column of prose needs, and what any other gets at most for a long word."""
_NARROWER = (20, 16, 12, 10)
"""What such another column gets at most; the first with which all columns fit."""
_NUMBER = re.compile(r"-?[0-9.]+")


def as_table(chosen: str | None) -> bool:
    """Whether to print a table: as chosen, else where standard output is a terminal."""
    return sys.stdout.isatty() if chosen is None else chosen == "table"


def lines(items: Iterable[Mapping[str, Any]]) -> None:
    """Write one JSON object a line."""
    for item in items:
        sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    prose: Collection[str] = (),
    spare: Sequence[str] = (),
    width: int | None = None,
) -> None:
    """Print rows under their headings; numbers stand to the right.

    Args:
        prose: headings of the columns that take the room which the others leave.
        spare: headings of the columns that are left out, one after the other, where there is too little room.
        width: in letters; that of the terminal where it is None, and in a pipe 200.
    """
    console = Console(highlight=False, width=width or (None if sys.stdout.isatty() else _PIPE))
    kept = [[cell(value) for value in row] for row in rows]
    held = {heading: [row[index] for row in kept] for index, heading in enumerate(columns)}
    widths = {heading: max(map(cell_len, (heading, *cells))) for heading, cells in held.items()}
    narrow = _room(widths.values()) > console.width
    for most in _NARROWER if narrow else ():
        caps = {heading: _READABLE if heading in prose else max(most, _word(heading, *held[heading])) for heading in columns}
        widths = {heading: min(widths[heading], cap) for heading, cap in caps.items()}
        if _room(widths.values()) <= console.width:
            break
    for heading in spare:
        if _room(widths.values()) > console.width:
            del widths[heading]
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for heading, room in widths.items():
        numeric = any(held[heading]) and all(_NUMBER.fullmatch(text) for text in held[heading] if text)
        kept_whole = room if narrow and heading not in prose else None
        made.add_column(heading, justify="right" if numeric else "left", overflow="fold", min_width=kept_whole, max_width=kept_whole)
    for place in range(len(kept)):
        made.add_row(*(Text(held[heading][place]) for heading in widths))
    console.print(made)


def _room(widths: Collection[int]) -> int:
    """What columns take with two blanks between them."""
    return sum(widths) + 2 * (len(widths) - 1)


def _word(*texts: str) -> int:
    """The longest word, up to what a narrow column may take."""
    return min(max(cell_len(word) for text in texts for word in text.split() or [""]), _LONG)


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
    shown = (SpinnerColumn(), TextColumn("{task.description}: {task.completed:,}"), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, description=title)


def closing(documents: int, claims: int, failures: Sequence[Failure], *, irrelevant: int | None = None) -> int:
    """The end of a run that reads: each failure, then one line that counts; gives the exit code.

    Args:
        irrelevant: documents that tell of no dealings between states; None where that was not asked.
    """
    for failure in failures:
        note(f"{failure.where}: {failure.reason} {failure.hint}".rstrip())
    aside = "" if irrelevant is None else f", {irrelevant:,} not relevant"
    note(f"{counted(documents, 'document')}{aside}, {counted(claims, 'claim')}, {counted(len(failures), 'failure')}")
    return SourceError.exit_code if failures else 0


def counted(number: int, noun: str) -> str:
    """`1 claim`, `2,000 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def say(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(text + "\n")
