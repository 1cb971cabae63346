"""`show`: what a register holds, as a table or as JSON lines."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mithaq import follow, knowledge
from mithaq.app import output
from mithaq.app.codes import parties, topic
from mithaq.app.columns import COLUMNS, by_date, shown
from mithaq.app.parser import command, date, register_argument
from mithaq.store import Register

Row = dict[str, Any]

_FOLLOWED = ("agreement", "commitment", "event")


def add(commands: Any) -> None:
    """Add the command."""
    show = command(commands, "show", "list what a register holds", _show)
    show.add_argument("kind", choices=tuple(COLUMNS), metavar="KIND", help=", ".join(COLUMNS))
    register_argument(show)
    show.add_argument("--between", type=parties, default=(), metavar="CODES", help="only what concerns all these parties, as IR,BY")
    show.add_argument(
        "--as-of", type=date, metavar="DATE", help="as it was known then; due and silent count from it, and from today without it"
    )
    show.add_argument("--topic", type=topic, metavar="TOPIC", help="only one sector or topic of the codebook")
    show.add_argument("--why", action="store_true", help="print the passages that each line stands on")
    show.add_argument("--format", choices=output.FORMATS, help="default: table on a terminal, jsonl in a pipe")


def _show(args: argparse.Namespace) -> int:
    narrowed = {"between": args.between, "topic": args.topic, "as_of": args.as_of}
    with Register(args.register) as register:
        listing(args.kind, register, narrowed, why=args.why, format=args.format)
    return 0


def listing(kind: str, register: Register, narrowed: Mapping[str, Any], *, why: bool = False, format: str | None = None) -> None:
    """Print what a register holds of one kind, and below it, on standard error, what that was read from.

    Args:
        kind: one of `COLUMNS`.
        narrowed: arguments for `Register.entries`.
        why: with the passages of each.
        format: table or jsonl; None for whichever fits standard output.
    """
    rows = _rows(kind, register, narrowed)
    if not output.as_table(format):
        output.lines({**row, "passages": list(_passages(register, row))} if why else row for row in rows)
    elif why:
        for row in by_date(rows):
            _explained(kind, row, register)
    else:
        output.table(tuple(COLUMNS[kind]), (shown(_said(row, register), kind) for row in by_date(rows)))
    output.note(_read(register, narrowed))


def _rows(kind: str, register: Register, narrowed: Mapping[str, Any]) -> Iterable[Row]:
    if kind in ("due", "silent"):
        as_of = narrowed.get("as_of") or datetime.date.today().isoformat()
        entries = [entry for of in _FOLLOWED for entry in register.entries(of, **narrowed)]
        if kind == "due":
            return follow.due(entries, as_of)
        return follow.silent(entries, register.coverage(between=narrowed.get("between", ()), as_of=as_of), as_of)
    rows = register.entries(kind.removesuffix("s"), **narrowed).to_dicts()
    if kind == "differences":
        classes = knowledge.load().vocabularies["difference"]
        return [row for row in rows if classes.has(row["class"], "listed")]
    return rows


def _said(row: Row, register: Register) -> Row:
    """A statement with the words that its first claim quotes; any other row as it is."""
    claim = register.claim(row["claims"][0]) if row.get("of") == "statement" else None
    return {**row, "said": claim.evidence.quote} if claim else row


def _passages(register: Register, row: Row) -> Iterator[Row]:
    """Each passage behind a row, with what names its article."""
    for name in row.get("claims") or ():
        if claim := register.claim(name):
            document = register.document(claim.document) or {}
            named = {key: document.get(key) for key in ("file", "outlet", "published")}
            yield {"claim": claim.id, **named, **claim.evidence.write()}


def _explained(kind: str, row: Row, register: Register) -> None:
    output.say(" · ".join(filter(None, shown(_said(row, register), kind))))
    for passage in _passages(register, row):
        where = ", ".join(filter(None, (passage["outlet"], passage["published"], passage["file"])))
        output.say(f"    {passage['quote']}\n        {where}, {passage['start']}:{passage['end']}")


def _read(register: Register, narrowed: Mapping[str, Any]) -> str:
    """What a list was read from, and by whom: `5 documents of 5 outlets, the last of 2025-08-20; read by machine alone`."""
    as_of = narrowed.get("as_of") or "9999"
    between = narrowed.get("between", ())
    documents = [row for row in register.documents(between=between) if (row["published"] or "") <= as_of]
    outlets = {row["outlet"] for row in documents if row["outlet"]}
    unnamed = sum(not row["outlet"] for row in documents)
    last = max((row["published"] for row in documents if row["published"]), default=None)
    decisions = register.counts()["decisions"]
    of = f"{output.counted(len(documents) - unnamed, 'document')} of {output.counted(len(outlets), 'outlet')}"
    read = of if not unnamed else f"{output.counted(len(documents), 'document')}, {unnamed:,} of outlets that are not named"
    until = f", the last of {last}" if last else ""
    return f"{read}{until}; {f'{decisions:,} decisions of reviewers' if decisions else 'read by machine alone'}"
