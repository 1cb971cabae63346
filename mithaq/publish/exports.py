"""Exports: the whole register as text, one object a line, the same bytes for the same register."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from mithaq.errors import UsageError
from mithaq.model import SINGULAR
from mithaq.publish.register import Register, Row
from mithaq.publish.spreadsheet import line, spreadsheet

_HEAD = ("kind", "of", "id")
_COLUMNS = (*_HEAD, "document", "start", "end", "quote", "claims", "fields")
_BREAKS = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"})
"""Line ends that JSON leaves as they are, and that many readers of lines split at."""
_ENTRIES = {**SINGULAR, "actors": "actor", "stories": "story", "differences": "difference", "series": "series"}

KINDS = (*_ENTRIES, "documents", "claims", "decisions", "failures")
"""What can be exported by itself."""


def export(register: Register, format: str = "jsonl", of: str | None = None) -> Iterator[str]:
    """All documents, claims, entries, decisions and failures of a register, sorted by kind and id.

    Args:
        format: "jsonl", one JSON object a line; or "csv": of all kinds one row an object, with its fields as JSON in the last column,
            of one kind a column a field (`spreadsheet`).
        of: one of `KINDS`; None for all.

    Returns:
        Lines, each with its line end.

    Raises:
        UsageError: there is no such format or kind.
    """
    for word, allowed, where in ((format, FORMATS, "--format"), (of or KINDS[0], KINDS, "--of")):
        if word not in allowed:
            raise UsageError(f"{word!r} is none of {', '.join(allowed)}.", where)
    if format == "csv" and of:
        return spreadsheet(_objects(register, of), register)
    return FORMATS[format](_objects(register, of))


def _objects(register: Register, of: str | None) -> Iterator[Row]:
    """Kind by kind, so that one kind at a time is held: claim, decision, document, entry, failure; or one of these, or of the entries."""
    if of in (None, "claims"):
        yield from _by_id(claim.write() for claim in register.claims())
    if of in (None, "decisions"):
        yield from _by_id(iter(register.decisions()))
    if of in (None, "documents"):
        yield from _by_id({**row, "kind": "document"} for row in register.documents())
    if of is None or of in _ENTRIES:
        yield from _by_id(entry.write() for entry in register.entries() if of is None or entry.of == _ENTRIES[of])
    if of in (None, "failures"):
        yield from _by_id(failure.write() for failure in register.failures())


def _by_id(rows: Iterator[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row["id"]))


def _jsonl(rows: Iterator[Row]) -> Iterator[str]:
    for row in rows:
        head = json.dumps({name: row[name] for name in _HEAD if name in row})
        rest = _json({name: held for name, held in row.items() if name not in _HEAD})
        yield (head if rest == "{}" else f"{head[:-1]}, {rest[1:]}") + "\n"


def _csv(rows: Iterator[Row]) -> Iterator[str]:
    yield line(_COLUMNS)
    for row in rows:
        evidence = row.get("evidence") or {}
        flat = {**row, **evidence, "claims": " ".join(row.get("claims") or ())}
        held = row.get("fields") or {name: value for name, value in row.items() if name not in _COLUMNS and name != "evidence"}
        yield line([*(flat.get(name) for name in _COLUMNS[:-1]), _json(held)])


def _json(held: object) -> str:
    return json.dumps(held, ensure_ascii=False, sort_keys=True).translate(_BREAKS)


FORMATS: Mapping[str, Callable[[Iterator[Row]], Iterator[str]]] = {"jsonl": _jsonl, "csv": _csv}
"""Name of a format -> what writes it."""
