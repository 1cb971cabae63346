"""Figures as `show` lists them: series by series, with what each comes to where some may be added."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mithaq.model import prefix
from mithaq.store import Register

Row = Mapping[str, Any]


def rows(register: Register, narrowed: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The figures of a register, by parties, measure, unit, flow and period; after them their series."""
    figures = register.figures(**narrowed).to_dicts()
    return sorted(figures, key=_place) + register.series(**narrowed).to_dicts()


def _place(row: Row) -> tuple[Any, ...]:
    kept = [row.get(name) or "" for name in ("measure", "unit", "flow")]
    when = row.get("interval") or [row.get("date") or "9999"]
    return (row.get("parties") or [], *map(str, kept), row["reading"] or "", when, row["value"] or 0, row["id"])


def sums(rows: Iterable[Row]) -> Iterator[str]:
    """A line for each series: what its figures come to, or that none may be added."""
    for row in rows:
        if row["of"] == "series":
            what = " ".join(filter(None, (", ".join(row["parties"]), row["measure"], " to ".join(row["flow"]))))
            total = row["sum"]
            if total:
                kept = f"{len(total['figures'])} of {len(row['points'])} figures"
                yield f"{what}: {total['value']:,} {row['unit']}, {span(total['interval'])}, the sum of {kept}"
            else:
                yield f"{what}, {row['unit']}: {len(row['points'])} figures, not added: {', '.join(_reasons(row))}"


def _reasons(row: Row) -> list[str]:
    return sorted({reason for point in row["points"] for reason in point["not_added"]} or {"only one is safe to add"})


def span(interval: Iterable[str]) -> str:
    """Half-open days as a prefix date where they are those of one, else as the first and the last day."""
    start, end = interval
    return prefix(start, end) or f"{start} to {datetime.date.fromisoformat(end) - datetime.timedelta(days=1)}"
