"""Exports: the whole register as text, one object a line, the same bytes for the same register."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mithaq.errors import UsageError
from mithaq.publish.register import Register, Row

_HEAD = ("kind", "of", "id")
_COLUMNS = (*_HEAD, "document", "start", "end", "quote", "claims", "fields")
_BREAKS = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"})
"""Line ends that JSON leaves as they are, and that many readers of lines split at."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(register: Register, format: str = "jsonl") -> Iterator[str]:
    """All documents, claims, entries, decisions and failures of a register, sorted by kind and id.

    Args:
        format: "jsonl", one JSON object a line; or "csv", one row an object, with its fields as JSON in the last column.

    Returns:
        Lines, each with its line end.

    Raises:
        UsageError: there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"{format!r} is no format of an export; there are {', '.join(FORMATS)}.", "--format")
    return FORMATS[format](_objects(register))


def _objects(register: Register) -> Iterator[Row]:
    """Kind by kind, so that one kind at a time is held: claim, decision, document, entry, failure."""
    yield from _by_id(claim.write() for claim in register.claims())
    yield from _by_id(iter(register.decisions()))
    yield from _by_id({**row, "kind": "document"} for row in register.documents())
    yield from _by_id(entry.write() for entry in register.entries())
    yield from _by_id(failure.write() for failure in register.failures())


def _by_id(rows: Iterator[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row["id"]))


def _jsonl(rows: Iterator[Row]) -> Iterator[str]:
    for row in rows:
        head = json.dumps({name: row[name] for name in _HEAD if name in row})
        rest = _json({name: held for name, held in row.items() if name not in _HEAD})
        yield (head if rest == "{}" else f"{head[:-1]}, {rest[1:]}") + "\n"


def _csv(rows: Iterator[Row]) -> Iterator[str]:
    yield _line(_COLUMNS)
    for row in rows:
        evidence = row.get("evidence") or {}
        flat = {**row, **evidence, "claims": " ".join(row.get("claims") or ())}
        held = row.get("fields") or {name: value for name, value in row.items() if name not in _COLUMNS and name != "evidence"}
        yield _line([*(_cell(flat.get(name)) for name in _COLUMNS[:-1]), _json(held)])


def _cell(held: object) -> object:
    """A cell that no spreadsheet takes for a formula: the text of an article may begin like one."""
    return f"'{held}" if isinstance(held, str) and held.startswith(_FORMULA) else held


def _line(cells: Any) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _json(held: object) -> str:
    return json.dumps(held, ensure_ascii=False, sort_keys=True).translate(_BREAKS)


FORMATS: Mapping[str, Callable[[Iterator[Row]], Iterator[str]]] = {"jsonl": _jsonl, "csv": _csv}
"""Name of a format -> what writes it."""
