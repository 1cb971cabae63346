"""`show`: what a register holds, as a table or as JSON lines."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mithaq.app import figures, output
from mithaq.app.codes import parties, topic
from mithaq.app.columns import COLUMNS, PROSE, SPARE, by_date, shown
from mithaq.app.parser import command, date, register_argument
from mithaq.errors import UsageError
from mithaq.follow.due import what
from mithaq.store import Register

Row = dict[str, Any]

_LISTENED = "Nothing was reported after 'since'. Only where 'read until' is later did anybody listen; elsewhere nothing later was read."


def add(commands: Any) -> None:
    """Add the command."""
    show = command(commands, "show", "list what a register holds", _show)
    show.add_argument("kind", choices=tuple(COLUMNS), metavar="KIND", help=", ".join(COLUMNS))
    register_argument(show)
    show.add_argument(
        "--between", type=parties, default=(), metavar="CODES", help="only what concerns all these parties: codes or names, as IR,BY"
    )
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
    rows = list(_rows(kind, register, narrowed))
    if not output.as_table(format):
        output.lines({**row, "passages": list(_passages(register, row))} if why else row for row in rows)
    elif why:
        for row in _ordered(kind, rows):
            _explained(kind, row, register)
    else:
        cells = (shown(_about(row, register), kind) for row in _ordered(kind, rows))
        output.table(tuple(COLUMNS[kind]), cells, prose=PROSE, spare=SPARE.get(kind, ()))
        if kind == "silent":
            output.note(_LISTENED)
    if output.as_table(format):
        for line in figures.sums(rows) if kind == "figures" else ():
            output.say(line)
    output.note(_read(register, narrowed, rows))


def _ordered(kind: str, rows: Sequence[Row]) -> list[Row]:
    """The rows of a table: figures series by series, what one side tells first, all else by date."""
    if kind == "figures":
        return [row for row in rows if row["of"] == "figure"]
    return list(rows) if kind == "sides" else by_date(rows)


def _rows(kind: str, register: Register, narrowed: Mapping[str, Any]) -> Iterable[Row]:
    if kind == "documents":
        return _documents(register, narrowed)
    if kind in ("due", "silent"):
        as_of = narrowed.get("as_of") or datetime.date.today().isoformat()
        follow = register.due if kind == "due" else register.silent
        return follow(**{**narrowed, "as_of": as_of})
    if kind == "figures":
        return figures.rows(register, narrowed)
    if kind == "sides":
        return register.sides(**narrowed)
    if kind == "differences":
        return register.differences(**narrowed).to_dicts()
    return register.entries(kind.removesuffix("s"), **narrowed).to_dicts()


def _documents(register: Register, narrowed: Mapping[str, Any]) -> list[Row]:
    """What was read, each document with the number of its claims."""
    if narrowed.get("topic"):
        raise UsageError("documents have no topic.", "--topic", "Claims and entries have; leave it out.")
    claims = register.claimed()
    return [{**row, "claims": claims.get(row["id"], 0)} for row in _known(register.documents(narrowed.get("between")), narrowed)]


def _known(documents: Iterable[Row], narrowed: Mapping[str, Any]) -> list[Row]:
    """Those that are not known to have been published later than the day of the question."""
    as_of = narrowed.get("as_of") or "9999"
    return [row for row in documents if (row["published"] or "") <= as_of]


def _about(row: Row, register: Register) -> Row:
    """A difference with what the entry is about in which sources differ; any other row as it is."""
    entry = register.entry(row["entry"]) if row.get("of") == "difference" else None
    return {**row, "about": what(entry)} if entry else row


def _claims(row: Row) -> Sequence[str]:
    """The ids of the claims behind a row; a document has their number alone."""
    claims = row.get("claims")
    return claims if isinstance(claims, list) else ()


def _passages(register: Register, row: Row) -> Iterator[Row]:
    """Each passage behind a row, with what names its article."""
    for name in _claims(row):
        if claim := register.claim(name):
            document = register.document(claim.document) or {}
            named = {key: document.get(key) for key in ("file", "outlet", "published")}
            yield {"claim": claim.id, **named, **claim.evidence.write()}


def _explained(kind: str, row: Row, register: Register) -> None:
    output.say(" · ".join(filter(None, (*shown(_about(row, register), kind), row.get("entry") or row.get("id")))))
    for joined in row.get("met") or ():
        output.say(f"    one with what was told before: {'; '.join(joined['reasons'])}")
    if row.get("shared"):
        output.say(f"    told alike: {'; '.join(row['shared'])}")
    for passage in _passages(register, row):
        where = ", ".join(filter(None, (passage["outlet"], passage["published"], passage["file"])))
        output.say(f"    {passage['quote']}\n        {where}, {passage['start']}:{passage['end']}")


def _read(register: Register, narrowed: Mapping[str, Any], rows: Iterable[Row]) -> str:
    """What a list was read from, and by whom: `5 documents of 5 outlets, the last of 2025-08-20; read by machine alone`.

    Those are the documents that speak of the parties asked for, and those that the rows stand on.
    """
    documents = {row["id"]: row for row in _known(register.documents(narrowed.get("between")), narrowed)}
    if narrowed.get("between"):
        told = {claim.document for row in rows for name in _claims(row) if (claim := register.claim(name))}
        documents |= {name: row for name in told - documents.keys() if (row := register.document(name))}
    outlets = {row["outlet"] for row in documents.values() if row["outlet"]}
    unnamed = sum(not row["outlet"] for row in documents.values())
    last = max((row["published"] for row in documents.values() if row["published"]), default=None)
    decisions = register.counts()["decisions"]
    read = output.counted(len(documents), "document")
    if outlets and not unnamed:
        read += f" of {output.counted(len(outlets), 'outlet')}"
    elif unnamed:
        read += f", {unnamed:,} of outlets that are not named" if outlets else ", of outlets that are not named"
    until = f", the last of {last}" if last else ""
    return f"{read}{until}; {f'{decisions:,} decisions of reviewers' if decisions else 'read by machine alone'}"
