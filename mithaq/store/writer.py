"""Writing: idempotent, and the same in any order. The same documents and knowledge give the same register."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal

from mithaq.errors import RegisterError
from mithaq.model import KINDS, Claim, Document, Entry, Evidence, Failure, Record, claims, digest
from mithaq.store.database import Database
from mithaq.store.links import Links
from mithaq.store.parties import parties
from mithaq.text.fold import fold
from mithaq.text.prints import prints

DECISION = ("id", "decision", "claims", "passages", "field", "value", "reviewer", "made", "reason")
"""The keys of a decision, as the export writes them."""

Change = Literal["added", "replaced", "unchanged"]

_UPSERT = """
INSERT INTO documents (id, text, file, lang, outlet, title, url, published, knowledge, record) VALUES (?,?,?,?,?,?,?,?,?,?)
ON CONFLICT(id) DO UPDATE SET file = excluded.file, lang = excluded.lang, title = excluded.title,
  knowledge = excluded.knowledge, record = excluded.record
"""


class Batch:
    """What one run writes; made by `Register.writing`, kept as a whole or not at all.

    Args:
        database: in a transaction.
        knowledge: digest of what the records are made with; another digest replaces what stands.
        links: what is remembered of linking; it is told what comes and goes.
    """

    def __init__(self, database: Database, knowledge: str, links: Links) -> None:
        self._database = database
        self.knowledge = knowledge
        self.links = links

    def holds(self, document: Document) -> bool:
        """Whether adding `document` would change nothing, so that its extraction can be spared."""
        found = self._database.row(
            "SELECT file, lang, title FROM documents WHERE id = ? AND knowledge = ? AND record IS NOT NULL",
            (document.id, self.knowledge),
        )
        return found is not None and _rank(*found) <= _rank(document.file, document.lang, document.title)

    def stale(self) -> Iterator[Document]:
        """The documents that stand here as other knowledge read them; they are to be read again."""
        sql = """SELECT t.text, d.file, d.lang, d.outlet, d.title, d.url, d.published
                 FROM documents d JOIN texts t ON t.id = d.text WHERE d.id = ?"""
        found = [row[0] for row in self._database.rows("SELECT id FROM documents WHERE knowledge <> ? ORDER BY id", (self.knowledge,))]
        for name in found:
            if row := self._database.row(sql, (name,)):
                yield Document(*row)

    def add(self, document: Document, record: Record) -> Change:
        """Store a document with its record. Of two readings of one document the smaller file name, then language, then title stays.

        Raises:
            RegisterError: `record` is another document's.
        """
        if record.get("id") != document.id:
            raise RegisterError(f"the record has the id {record.get('id')!r}, its document {document.id!r}.", document.file)
        if self.holds(document):
            return "unchanged"
        change: Change = "replaced" if self._database.row("SELECT 1 FROM documents WHERE id = ?", (document.id,)) else "added"
        self._document(document, {name: value for name, value in record.items() if name not in KINDS})
        self._database.run("DELETE FROM failures WHERE document = ?", (document.id,))
        states = sorted(set(record.get("states") or ()))
        self._database.many("INSERT INTO document_states VALUES (?, ?)", [(document.id, state) for state in states])
        for position, claim in enumerate(claims(record)):
            self._claim(position, claim, states)
        self.links.came.add(document.id)
        return change

    def fail(self, failure: Failure, document: Document | None = None) -> None:
        """Store a failure; of a document that was read but gave no record, its text too, so that other knowledge can try again."""
        if document is not None:
            found = self._database.row("SELECT knowledge, record IS NOT NULL FROM documents WHERE id = ?", (document.id,))
            if found and found[0] == self.knowledge and found[1]:
                return  # another reading of the same document succeeded
            if not found or found[0] != self.knowledge:
                self._document(document, None)
                self._database.run("DELETE FROM failures WHERE document = ?", (document.id,))
        self._database.run(
            "INSERT OR IGNORE INTO failures VALUES (?, ?, ?, ?, ?, ?)",
            (failure.id, document and document.id, failure.where, failure.stage, failure.reason, failure.hint),
        )

    def forget(self, path: str) -> None:
        """Drop the failures to read `path`, or what lies in it, because it is about to be read again."""
        inside = path.rstrip("/") + "/"
        self._database.run(
            """DELETE FROM failures WHERE document IS NULL
               AND (place = ?1 OR substr(place, 1, length(?2)) = ?2 OR substr(place, 1, length(?3)) = ?3)""",
            (path, inside, path + ":"),
        )

    def remove(self, name: str) -> int:
        """Take out the documents with a file name or an id, with their claims, texts and failures; gives their number.

        Entries that stand here may have lost claims: `link` or `relink` must follow. Decisions stay, and are then listed as orphaned.
        """
        going = list(self._database.rows("SELECT id, text FROM documents WHERE file = ?1 OR id = ?1", (name,)))
        for document, text in going:
            self.links.leave(document)
            self._database.run("DELETE FROM entry_claims WHERE claim IN (SELECT id FROM claims WHERE document = ?)", (document,))
            self._database.run("DELETE FROM documents WHERE id = ?", (document,))
            self._forget_text(text)
        return len(going)

    def _forget_text(self, text: str) -> None:
        """Drop a text that no document has any more, and its words from the index."""
        found = self._database.row("SELECT number, text FROM texts WHERE id = ?1 AND id NOT IN (SELECT text FROM documents)", (text,))
        if found:
            self._database.run("INSERT INTO folded (folded, rowid, text) VALUES ('delete', ?, ?)", (found[0], fold(found[1]).text))
            self._database.run("DELETE FROM texts WHERE number = ?", (found[0],))

    def link(self, entries: Iterable[Entry]) -> int:
        """Put `entries` in the place of all that stand here; gives their number."""
        self.links.forget()
        self._database.run("DELETE FROM entries")
        return self._entries((None, entry) for entry in entries)

    def relink(self, touched: Collection[int] | None, entries: Iterable[tuple[int, Entry]]) -> int:
        """Put `entries`, each with the key of its group, in the place of those of the touched groups, or of all; gives their number."""
        if touched is None:
            self.links.forget()
            self._database.run("DELETE FROM entries")
        else:
            self._database.run("DELETE FROM entries WHERE made_of IN (SELECT value FROM json_each(?))", (json.dumps(list(touched)),))
        return self._entries(entries)

    def _entries(self, entries: Iterable[tuple[int | None, Entry]]) -> int:
        count = 0
        for made_of, entry in entries:
            count += 1
            row = (entry.id, entry.of, written(entry.fields), made_of)
            self._database.run("INSERT INTO entries (id, of, fields, made_of) VALUES (?, ?, ?, ?)", row)
            self._database.many("INSERT INTO entry_claims VALUES (?, ?)", [(entry.id, claim) for claim in entry.claims])
            around = self._database.rows(
                "SELECT DISTINCT party FROM entry_claims e JOIN claim_parties p ON p.claim = e.claim WHERE e.entry = ?", (entry.id,)
            )
            named = parties(entry.fields, [party for (party,) in around])
            self._database.many("INSERT INTO entry_parties VALUES (?, ?)", [(entry.id, party) for party in named])
        return count

    def decide(self, decision: Mapping[str, Any]) -> str:
        """Record a reviewer's decision, with the passages that it judges; gives its id. The same one twice is recorded once.

        What it says of links holds when `relink` has followed.

        Args:
            decision: `{decision, claims, reviewer, made, reason}`, and `field` and `value` where it corrects; `made` is a day.

        Raises:
            RegisterError: a claim of it is not here.
        """
        named = list(dict.fromkeys(decision["claims"]))
        ordered = named if decision["decision"] == "part_of" else sorted(named)
        given = {name: decision.get(name) for name in DECISION} | {"claims": ordered}
        given["passages"] = [self._judged(claim) for claim in given["claims"]]
        given["id"] = digest("decision", *(given[name] for name in DECISION[1:]))
        self._decided(given)
        return str(given["id"])

    def adopt(self, decision: Mapping[str, Any]) -> bool:
        """Record a decision that another register exported, with its passages; gives whether it is new here. Its claims need not be here.

        Raises:
            RegisterError: it is not whole, or was altered since it was made.
        """
        given = {name: decision.get(name) for name in DECISION}
        if given["id"] != digest("decision", *(given[name] for name in DECISION[1:])):
            what = f"the decision {given['id']!r} is not whole, or was altered: its id does not fit what it says."
            raise RegisterError(what, str(self._database.path), "Import lines as mithaq export --of decisions writes them.")
        return self._decided(given)

    def _judged(self, claim: str) -> dict[str, Any]:
        """The passage that a decision on a claim judges."""
        found = self._database.row(
            """SELECT p.document, c.of, p.start, p."end", p.quote FROM passages p JOIN claims c ON c.id = p.claim
               WHERE p.claim = ? AND p.role = 'evidence'""",
            (claim,),
        )
        if found is None:
            hint = "mithaq show --why gives the ids of claims."
            raise RegisterError(f"there is no claim {claim!r} to decide on.", str(self._database.path), hint)
        return {"claim": claim, **dict(zip(("document", "of", "start", "end", "quote"), found, strict=True))}

    def _decided(self, given: Mapping[str, Any]) -> bool:
        """Keep a decision; the documents whose passages it judges are linked anew."""
        row = [written(given[name]) if name in {"claims", "passages", "value"} else given[name] for name in DECISION]
        new = self._database.run(f"INSERT OR IGNORE INTO decisions ({', '.join(DECISION)}) VALUES (?,?,?,?,?,?,?,?,?)", row)
        for document in sorted({passage["document"] for passage in given["passages"]} if new else ()):
            if self._database.row("SELECT 1 FROM documents WHERE id = ? AND record IS NOT NULL", (document,)):
                self.links.leave(document)
                self.links.came.add(document)
        return bool(new)

    def _document(self, document: Document, frame: dict[str, Any] | None) -> None:
        self.links.leave(document.id)
        row = (document.text_id, document.text, written(prints(document.text)))
        if self._database.run("INSERT OR IGNORE INTO texts (id, text, prints) VALUES (?, ?, ?)", row):
            self._database.run(
                "INSERT INTO folded (rowid, text) VALUES ((SELECT number FROM texts WHERE id = ?), ?)",
                (document.text_id, fold(document.text).text),
            )
        given = (document.file, document.lang, document.outlet, document.title, document.url, document.published)
        record = None if frame is None else written(frame)
        self._database.run(_UPSERT, (document.id, document.text_id, *given, self.knowledge, record))
        self._database.run("DELETE FROM document_states WHERE document = ?", (document.id,))
        self._database.run("DELETE FROM claims WHERE document = ?", (document.id,))

    def _claim(self, position: int, claim: Claim, states: list[str]) -> None:
        fields, derived = written(claim.fields), written(claim.derived)
        row = (claim.id, claim.document, position, claim.of, fields, derived)
        self._database.run("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)", row)
        self._database.many(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(claim.id, role, at, claim.document, found.start, found.end, found.quote) for role, at, found in passages(claim)],
        )
        named = parties(claim.fields, states)
        self._database.many("INSERT INTO claim_parties VALUES (?, ?)", [(claim.id, party) for party in named])


def passages(claim: Claim) -> Iterator[tuple[str, int, Evidence]]:
    """Role, place in its list, and passage, of every passage of a claim."""
    yield "evidence", 0, claim.evidence
    for at, found in enumerate(claim.also):
        yield "also", at, found
    for name, ground in claim.grounds.items():
        for at, found in enumerate(ground):
            yield f"grounds:{name}", at, found


def written(value: Any) -> str:
    """JSON as the register holds it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rank(file: str, lang: str | None, title: str | None) -> tuple[str, bool, str, bool, str]:
    """Orders the readings of one document; what is known comes before what is not."""
    return file, lang is None, lang or "", title is None, title or ""
