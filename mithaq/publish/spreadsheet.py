"""Spreadsheets: all rows of one kind with a column for each field, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mithaq.publish.register import Register, Row

_FIRST = (
    "id", "date", "published", "type", "name", "title", "speaker", "office", "by", "to", "on", "parties", "participants", "state", "class",
    "field", "values", "measure", "value", "unit", "cue", "what", "period_from", "period_to", "ends", "status", "history", "file", "quote",
)  # fmt: skip
"""Columns that stand first, in this order; all others follow in that of the alphabet."""

_APART = frozenset({"kind", "of", "derived", "grounds", "also"})
"""What a row of one kind need not repeat, and what has no place in a cell."""
_TAKEN = ("asserted", "historical")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet(rows: Iterable[Row], register: Register) -> Iterator[str]:
    """The lines of a CSV file, with their line ends: headings, then a line for each row.

    Lists of values are joined by "; ", parts of a field have a column each (`deadline_end`), and steps of a history are written out.
    An entry has the file and the quote of its first claim beside its fields. Single passages and derivations are left out.
    """
    made = [dict(_cells({**row, **_first(row, register)})) for row in rows]
    named = {name for row in made for name in row}
    columns = [name for name in _FIRST if name in named] + sorted(named - set(_FIRST))
    yield line(columns)
    for row in made:
        yield line(row.get(name) for name in columns)


def line(cells: Iterable[object]) -> str:
    """One line of CSV; no cell is one that a spreadsheet takes for a formula, as the text of an article may begin like one."""
    out = io.StringIO()
    safe = (f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in cells)
    csv.writer(out, lineterminator="\n").writerow(safe)
    return out.getvalue()


def _first(row: Row, register: Register) -> dict[str, Any]:
    """The file and the quote of the first claim of an entry, or of a claim itself; the fields of a claim beside its id."""
    if row["kind"] == "claim":
        document = register.document(row["document"]) or {}
        return {**row["fields"], "fields": None, "evidence": None, "file": document.get("file"), "quote": row["evidence"]["quote"]}
    if row["kind"] == "entry" and (claim := register.claim(row["claims"][0])):
        return {"file": (register.document(claim.document) or {}).get("file"), "quote": claim.evidence.quote}
    return {}


def _cells(row: Row, before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in row.items():
        column = f"{before}{name}"
        if column in _APART:
            continue
        if name == "history":
            yield column, "; ".join(_step(step) for step in value)
            yield (
                "status",
                next(
                    (step["status"] for step in reversed(value) if step["axis"] in {"legal", "promise"} and step["certainty"] in _TAKEN),
                    None,
                ),
            )
        elif name == "points":
            yield column, "; ".join(_point(point) for point in value)
        elif name == "values":
            yield column, " / ".join(f"{one['value']} ({', '.join(one.get('outlets') or ())})" for one in value)
        elif name == "period":
            yield from zip((f"{column}_from", f"{column}_to"), value or (None, None), strict=True)
        elif isinstance(value, Mapping):
            yield from _cells(value, f"{column}_")
        elif isinstance(value, list | tuple):
            if not any(isinstance(one, Mapping | list) for one in value):
                yield column, "; ".join(str(one) for one in value if one is not None)
        else:
            yield column, value


def _point(point: Row) -> str:
    """`2022-01-01/2023-01-01 120000000 reached +`: the sign stands where the figure is part of the sum."""
    when = "/".join(point["interval"]) if point["interval"] else str(point["period"] or point["date"] or "")
    return " ".join(filter(None, (when, str(point["value"]), point["reading"], "+" if point["safe_to_add"] else "")))


def _step(step: Row) -> str:
    told = "" if step["certainty"] in _TAKEN else f" ({step['certainty']})"
    return f"{step['status']}{told}{' ' + step['date'] if step['date'] else ''}"
