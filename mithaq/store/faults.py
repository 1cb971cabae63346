"""Faults of a register: what `mithaq verify` looks for, passage by passage and table by table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.model import Document, claims, passages, stands
from mithaq.store.queries import Queries


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it stands ("claim ID", "document ID", …), in which field ("" for the whole), and what is wrong."""

    where: str
    field: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}{f', {self.field}' if self.field else ''}: {self.what}"

    def write(self) -> dict[str, Any]:
        """The form in which it is printed."""
        return {"kind": "fault", "where": self.where, "field": self.field, "what": self.what}


_TABLES = {
    "SELECT 'text ' || id FROM texts WHERE number NOT IN (SELECT id FROM folded_docsize)": "is not in the index of the search.",
    "SELECT 'document ' || id FROM documents d WHERE record IS NULL AND NOT EXISTS (SELECT 1 FROM failures f WHERE f.document = d.id)": (
        "has neither a record nor a failure that says why."
    ),
    "SELECT 'claim ' || id FROM claims c WHERE NOT EXISTS (SELECT 1 FROM passages p WHERE p.claim = c.id AND p.role = 'evidence')": (
        "stands on no passage."
    ),
    "SELECT 'claim ' || c.id FROM claims c JOIN passages p ON p.claim = c.id WHERE p.document <> c.document": (
        "stands on a passage of another document."
    ),
    "SELECT 'entry ' || id FROM entries e WHERE NOT EXISTS (SELECT 1 FROM entry_claims c WHERE c.entry = e.id)": "holds no claim.",
}
"""Query for the places of a fault -> what is wrong there."""


def faults(register: Queries) -> Iterator[Fault]:
    """All faults: of the file, of its tables, then document by document, then entry by entry."""
    found = [*_file(register), *_tables(register)]
    yield from found
    broken = {fault.where for fault in found}
    for (document,) in register.database.rows("SELECT id FROM documents ORDER BY id"):
        yield from _document(register, document, broken)
    for (entry,) in register.database.rows("SELECT id FROM entries ORDER BY id"):
        if f"entry {entry}" not in broken:
            yield from _entry(register, entry)


def standing(text: str | None, found: Mapping[str, Any]) -> str:
    """Why a passage does not stand in its text; "" where it does."""
    if text is None:
        return "its document is not here."
    if stands(text, found):
        return ""
    start, end = found["start"], found["end"]
    there = repr(text[start:end]) if 0 <= start < end <= len(text) else f"{len(text)} code points long"
    return f"the quote is {found['quote']!r}, the text at {start}:{end} is {there}."


def _file(register: Queries) -> Iterator[Fault]:
    for (message,) in register.database.rows("PRAGMA integrity_check"):
        if message != "ok":
            yield Fault("file", "", message)
    for table, row, parent, _ in register.database.rows("PRAGMA foreign_key_check"):
        yield Fault(f"table {table}", f"row {row}" if row is not None else "", f"points to a row of {parent} that is not there.")


def _tables(register: Queries) -> Iterator[Fault]:
    for sql, what in _TABLES.items():
        for (where,) in register.database.rows(sql):
            yield Fault(where, "", what)


def _document(register: Queries, name: str, broken: set[str]) -> Iterator[Fault]:
    sql = """SELECT t.id, t.text, d.file, d.lang, d.outlet, d.title, d.url, d.published, d.record
             FROM documents d JOIN texts t ON t.id = d.text WHERE d.id = ?"""
    row = register.database.row(sql, (name,))
    if row is None:
        yield Fault(f"document {name}", "text", "is not here.")
        return
    text_id, text, *given, frame = row
    made = Document(text, *given)
    if made.text_id != text_id:
        yield Fault(f"document {name}", "text", "is not the text that its id was made from.")
    elif made.id != name:
        yield Fault(f"document {name}", "id", f"would be {made.id} for the text, outlet, date and file that stand here.")
    if frame is None:
        return
    yield from _grounded(f"document {name}", text, json.loads(frame))
    whole = True
    for claim, fields, derived in register.database.rows(
        "SELECT id, fields, derived FROM claims WHERE document = ? ORDER BY position", (name,)
    ):
        whole &= f"claim {claim}" not in broken
        sql = 'SELECT role, position, start, "end", quote FROM passages WHERE claim = ? ORDER BY role, position'
        for role, position, *span in register.database.rows(sql, (claim,)):
            if why := standing(text, dict(zip(("start", "end", "quote"), span, strict=True))):
                yield Fault(f"claim {claim}", f"{role}[{position}]", why)
        yield from _grounded(f"claim {claim}", text, {"fields": json.loads(fields), "derived": json.loads(derived)})
    if whole:
        yield from _ids(register, name)


def _ids(register: Queries, document: str) -> Iterator[Fault]:
    stored = {claim.id for claim in register.claims(document=document)}
    made = {claim.id for claim in claims(register.record(document) or {"id": document})}
    for name in sorted(stored - made):
        yield Fault(f"claim {name}", "id", "is not the one that its passage and values give.")


def _entry(register: Queries, name: str) -> Iterator[Fault]:
    entry = register.entry(name)
    if entry is None:
        yield Fault(f"entry {name}", "claims", "are of no document that was read.")
        return
    if entry.id != name:
        yield Fault(f"entry {name}", "id", f"would be {entry.id} for the claims that it holds.")
    for at, step in enumerate(entry.fields.get("history") or ()):
        for claim in step.get("claims") or ():
            if claim not in entry.claims:
                yield Fault(f"entry {name}", f"history[{at}].claims", f"names {claim}, which the entry does not hold.")
    for path, found in passages(entry.fields):
        if "document" in found and (why := standing(register.text(found["document"]), found)):
            yield Fault(f"entry {name}", path, why)


def _grounded(where: str, text: str, node: object) -> Iterator[Fault]:
    for path, found in passages(node):
        if why := standing(text, found):
            yield Fault(where, path, why)
