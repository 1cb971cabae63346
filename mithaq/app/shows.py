"""`show`: what a register holds, as a table or as JSON lines."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mithaq import follow
from mithaq.app import output
from mithaq.app.parser import command, date, register_argument
from mithaq.app.parties import parties
from mithaq.model import SINGULAR
from mithaq.store import Register

Row = Mapping[str, Any]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "agreements": ("type", "title", "parties", "period", "last", "sources", "id"),
    "commitments": ("by", "to", "act", "what", "force", "deadline", "sources", "id"),
    "appeals": ("by", "on", "force", "what", "sources", "id"),
    "figures": ("measure", "value", "unit", "reading", "of", "sources", "id"),
    "statements": ("speaker", "kind", "topics", "sources", "id"),
    "events": ("date", "type", "participants", "state", "certainty", "sources", "id"),
    "actors": ("name", "office", "state", "sources", "id"),
    "differences": ("class", "field", "values", "entry"),
    "due": ("date", "days", "what", "parties", "entry"),
    "silent": ("since", "what", "parties", "note", "entry"),
}
"""What can be shown -> the columns of its table; a JSON line holds every field."""


def add(commands: Any) -> None:
    """Add the command."""
    show = command(commands, "show", "list what a register holds", _show)
    show.add_argument("kind", choices=tuple(COLUMNS), metavar="KIND", help=", ".join(COLUMNS))
    register_argument(show)
    show.add_argument("--between", type=parties, default=(), metavar="CODES", help="only what concerns all these parties, as IR,BY")
    show.add_argument(
        "--as-of", type=date, metavar="DATE", help="as it was known then; for due and silent the day to count from, today if left out"
    )
    show.add_argument("--topic", metavar="TOPIC", help="only one sector or topic of the codebook")
    show.add_argument("--why", action="store_true", help="print the passages that each line stands on")
    show.add_argument("--format", choices=output.FORMATS, help="default: table on a terminal, jsonl in a pipe")


def _show(args: argparse.Namespace) -> int:
    narrowed = {"between": args.between, "topic": args.topic, "as_of": args.as_of}
    listing(args.kind, args.register, narrowed, why=args.why, format=args.format)
    return 0


def listing(kind: str, path: Path, narrowed: Mapping[str, Any] | None = None, *, why: bool = False, format: str | None = None) -> None:
    """Print what a register holds of one kind.

    Args:
        narrowed: arguments for `Register.entries`.
        why: with the passages of each.
        format: table or jsonl; None for whichever fits standard output.
    """
    with Register(path) as register:
        rows = _rows(kind, register, dict(narrowed or {}))
        if why:
            rows = ({**row, "passages": list(_passages(register, row))} for row in rows)
        if not output.as_table(format):
            output.lines(rows)
        elif why:
            for row in rows:
                _explained(COLUMNS[kind], row)
        else:
            output.table(COLUMNS[kind], ([row.get(column) for column in COLUMNS[kind]] for row in rows))


def _rows(kind: str, register: Register, narrowed: Mapping[str, Any]) -> Iterable[Row]:
    if kind in ("due", "silent"):
        as_of = narrowed["as_of"] or datetime.date.today().isoformat()
        entries = list(register.entries("agreement", **narrowed)) + list(register.entries("commitment", **narrowed))
        if kind == "due":
            return follow.due(entries, as_of)
        return follow.silent(entries, register.coverage(between=narrowed["between"], as_of=as_of), as_of)
    of = next((of for name, of in SINGULAR.items() if name == kind), kind.removesuffix("s"))
    return register.entries(of, **narrowed).to_dicts()


def _passages(register: Register, row: Row) -> Iterable[Row]:
    """Each passage behind a row, with what names its article."""
    for name in row.get("claims") or ():
        if claim := register.claim(name):
            document = register.document(claim.document) or {}
            named = {key: document.get(key) for key in ("file", "outlet", "published")}
            yield {"claim": claim.id, **named, **claim.evidence.write()}


def _explained(columns: Iterable[str], row: Row) -> None:
    output.say(" · ".join(shown for column in columns if (shown := output.cell(row.get(column)))))
    for passage in row["passages"]:
        where = ", ".join(part for part in (passage["outlet"], passage["published"], passage["file"]) if part)
        output.say(f"    {passage['quote']}\n        {where}, {passage['start']}:{passage['end']}")
