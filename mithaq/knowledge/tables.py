"""Tables of the packs: tab-separated files of `surface, sense, source`, read with their line numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mithaq.errors import PackError


class Row(NamedTuple):
    """One row of a table, and where it stands (`file:line`)."""

    surface: str
    sense: str
    source: str
    where: str


def lines(path: Path, columns: int, *, filled: int | None = None) -> Iterator[tuple[str, list[str]]]:
    """The rows of a tab-separated file, each with its place; blank lines and `#` comments are left out.

    Args:
        filled: how many of the first columns may not be empty; all of them where it is left out.

    Raises:
        PackError: a row has another number of columns, or an empty one.
    """
    file = f"{path.parent.name}/{path.name}"
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{file}:{number}"
        cells = [cell.strip(" ") for cell in line.split("\t")]
        if len(cells) != columns or not all(cells[:filled]):
            raise PackError(f"{len(cells)} columns where {columns} filled ones, divided by tabs, were expected.", where, repr(line[:80]))
        yield where, cells


def rows(path: Path) -> list[Row]:
    """The rows of a table `surface, sense, source`.

    Raises:
        PackError: a row has not three filled columns.
    """
    return [Row(cells[0], cells[1], cells[2], where) for where, cells in lines(path, 3)]


def merged(folder: Path, stem: str) -> list[Row]:
    """The rows of `stem.tsv` and of `stem.upstream.tsv`; a surface that the plain file holds wins over the generated one."""
    plain, upstream = (folder / name for name in (f"{stem}.tsv", f"{stem}.upstream.tsv"))
    own = rows(plain) if plain.exists() else []
    held = {row.surface for row in own}
    return own + [row for row in (rows(upstream) if upstream.exists() else []) if row.surface not in held]
