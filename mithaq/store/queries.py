"""The queries of a register: one set for command line, Python and web."""

from __future__ import annotations

import itertools
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mithaq import follow
from mithaq.errors import RegisterError
from mithaq.knowledge import DATA
from mithaq.knowledge.members import load_members
from mithaq.knowledge.parties import Parties, parties
from mithaq.model import KINDS, SINGULAR, Claim, Entry, Evidence, Failure, Record, last_day
from mithaq.store import search as searching
from mithaq.store.database import Database
from mithaq.store.rows import Rows
from mithaq.store.wider import concerning, widened
from mithaq.store.writer import DECISION
from mithaq.text.asked import prefix_date

Row = dict[str, Any]

_LISTS = {of: name for name, of in SINGULAR.items()}
_DOCUMENT = "k.id, k.file, k.lang, k.outlet, k.title, k.url, k.published, json_extract(k.record, '$.relevant')"
_KEYS = ("id", "file", "lang", "outlet", "title", "url", "published", "relevant")
_AT_ONCE = 500
"""Records that are read together."""
_REPORTED = "(k.published IS NULL OR k.published <= ?)"


class Queries:
    """All that can be asked of a register. Lists come as `Rows`; every method may raise `RegisterError`.

    Wherever parties are asked for with `between`, they are codes ("IR,BY", ("IR", "BY")) or names ("Iran, Belarus"); what is
    neither raises `UsageError`, as does an `as_of` that is no date.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    # documents

    def documents(self, between: Parties = ()) -> Rows[Row]:
        """The documents that gave a record, in their export form, by id; with `between`, those that speak of all these parties.

        `relevant` says whether it tells of dealings between states at all; one that does not has no claims.
        """
        where, parameters = _speaking(between)
        sql = f"SELECT {_DOCUMENT} FROM known k WHERE {where} ORDER BY k.id"
        return Rows(lambda: (_document(row) for row in self.database.rows(sql, parameters)), dict)

    def document(self, document: str) -> Row | None:
        """One document in its export form; None where it is not here."""
        found = self.database.row(f"SELECT {_DOCUMENT} FROM known k WHERE k.id = ?", (document,))
        return None if found is None else _document(found)

    def text(self, document: str) -> str | None:
        """The text of a document as read; None where it is not here."""
        found = self.database.row("SELECT t.text FROM documents d JOIN texts t ON t.id = d.text WHERE d.id = ?", (document,))
        return None if found is None else str(found[0])

    def records(self) -> Iterator[Record]:
        """The records of all documents, by id, as `extract` wrote them and with `text_id`.

        What the reader knew of a document stands where its text says nothing.
        """
        names = [name for (name,) in self.database.rows("SELECT id FROM known ORDER BY id")]
        for at in range(0, len(names), _AT_ONCE):
            yield from self.linkable(names[at : at + _AT_ONCE])

    def linkable(self, documents: Collection[str]) -> Iterator[Record]:
        """The records of some documents, by id, and with the prints of their texts; see `records`."""
        wanted = (json.dumps(list(documents)),)
        claims: dict[str, list[Claim]] = {}
        for claim in self._claims_of(wanted):
            claims.setdefault(claim.document, []).append(claim)
        sql = f"""SELECT {_DOCUMENT}, t.prints, k.text, k.record FROM known k JOIN texts t ON t.id = k.text
                  WHERE k.id IN (SELECT value FROM json_each(?)) ORDER BY k.id"""
        for *row, prints, text, frame in self.database.rows(sql, wanted):
            record = _record(row, text, frame, claims.get(row[0], []))
            yield record if prints is None else {**record, "prints": json.loads(prints)}

    def record(self, document: str) -> Record | None:
        """The record of one document (see `records`); None where it is not here."""
        found = self.database.row(f"SELECT {_DOCUMENT}, k.text, k.record FROM known k WHERE k.id = ?", (document,))
        if found is None:
            return None
        return _record(found[:-2], found[-2], found[-1], self._claims("document = ? ORDER BY position", (document,)))

    # claims

    def claims(
        self,
        of: str | None = None,
        between: Parties = (),
        *,
        topic: str | None = None,
        document: str | None = None,
        as_of: str | None = None,
    ) -> Rows[Claim]:
        """Claims, by id.

        Args:
            of: statement, event, agreement, commitment, appeal, figure, body or project; None for all.
            between: party codes that must all be parties of it, or, where it names fewer than two, be spoken of in its document.
            topic: a topic or sector of it.
            document: id of the document that it stands in.
            as_of: prefix date; leaves out what is known to have been published later.
        """
        where, parameters = _among("claim_parties", "claim", "party", "claims.id", between)
        for condition, value in (
            ("of = ?", of),
            ("document = ?", document),
            (_topical("claims.fields"), topic),
            (f"EXISTS (SELECT 1 FROM known k WHERE k.id = document AND {_REPORTED})", as_of and _last(as_of)),
        ):
            if value is not None:
                where, parameters = f"{where} AND {condition}", [*parameters, value]
        return Rows(lambda: self._claims(f"{where} ORDER BY id", parameters), Claim.write)

    def claim(self, claim: str) -> Claim | None:
        """One claim; None where it is not here."""
        return next(self._claims("id = ?", (claim,)), None)

    # entries

    def entries(
        self,
        of: str | None = None,
        between: Parties = (),
        *,
        topic: str | None = None,
        as_of: str | None = None,
        claim: str | None = None,
    ) -> Rows[Entry]:
        """Entries, by id.

        Args:
            of: agreement, story, actor, event, …; None for all.
            between: party codes that must all be parties of it. An agreement, event or commitment of more than these, or that binds one of
                them as a member of an organisation, has `wider`: `{parties, through}`, their number, and state -> organisation.
            topic: a topic or sector of it or of one of its claims.
            as_of: prefix date; the entry as it was known then: claims published later, and steps of its history that only they
                tell, are left out. Its other fields stand as they are known now.
            claim: id of a claim that it holds.
        """
        wanted, members = parties(between), load_members(DATA / "members.tsv")
        where, parameters = concerning(wanted, members)
        told = (
            f"EXISTS (SELECT 1 FROM entry_claims e JOIN claims c ON c.id = e.claim WHERE e.entry = entries.id AND {_topical('c.fields')})"
        )
        for condition, value in (
            ("of = ?", of),
            (f"({_topical('entries.fields')} OR {told})", topic),
            ("id IN (SELECT entry FROM entry_claims WHERE claim = ?)", claim),
        ):
            if value is not None:
                where, parameters = f"{where} AND {condition}", [*parameters, *[value] * condition.count("?")]
        last = None if as_of is None else _last(as_of)

        def read() -> Iterator[Entry]:
            found = self._entries(f"{where} ORDER BY id", parameters, last)
            return (one for entry in found if (one := widened(entry, wanted, members) if wanted else entry))

        return Rows(read, Entry.write)

    def entry(self, entry: str) -> Entry | None:
        """One entry; None where it is not here."""
        return next(self._entries("id = ?", (entry,), None), None)

    # the rest

    def failures(self) -> Rows[Failure]:
        """What could not be read or extracted, and why, by id."""
        sql = "SELECT DISTINCT place, stage, reason, hint FROM failures ORDER BY id"
        return Rows(lambda: (Failure(*row) for row in self.database.rows(sql)), Failure.write)

    def decisions(self) -> Rows[Row]:
        """Reviewers' decisions, in the order in which they were made; see `Batch.decide`."""
        sql = f"SELECT {', '.join(DECISION)} FROM decisions ORDER BY number"

        def read() -> Iterator[Row]:
            for row in self.database.rows(sql):
                found = dict(zip(DECISION, row, strict=True))
                yield {
                    "kind": "decision",
                    **found,
                    **{name: found[name] and json.loads(found[name]) for name in ("claims", "passages", "value")},
                }

        return Rows(read, dict)

    def judgements(self) -> Rows[Row]:
        """Decisions with the claims that stand today where the judged ones stood; `orphaned` are the passages that nothing claims any more.

        A claim that is here is itself. One that is not, because other knowledge reads its article otherwise, is the claim of its kind
        with the same passage, else the one that shares most of it.
        """
        return Rows(lambda: map(self._today, self.decisions()), dict)

    def _today(self, decision: Row) -> Row:
        found = [(passage, self._standing(passage)) for passage in decision["passages"]]
        claims = [claim for _, claim in found if claim]
        return {**decision, "claims": claims, "orphaned": [passage for passage, claim in found if not claim]}

    def _standing(self, passage: Row) -> str | None:
        """The claim that stands today where a judged one stood."""
        if self.database.row("SELECT 1 FROM claims WHERE id = ?", (passage["claim"],)):
            return str(passage["claim"])
        sql = """SELECT c.id FROM claims c JOIN passages p ON p.claim = c.id AND p.role = 'evidence'
                 WHERE c.document = ?1 AND c.of = ?2 AND p.start < ?4 AND p."end" > ?3
                 ORDER BY p.start <> ?3 OR p."end" <> ?4, max(p.start, ?3) - min(p."end", ?4), c.id LIMIT 1"""
        row = self.database.row(sql, (passage["document"], passage.get("of"), passage["start"], passage["end"]))
        return None if row is None else str(row[0])

    def coverage(self, between: Parties = (), *, as_of: str | None = None) -> Rows[Row]:
        """What was read, by outlet and month: `{outlet, month, last, documents, speaking}`; None where the document gives none.

        `last` is the latest date of publication among them; `speaking` counts those that speak of all of `between` (all
        documents where it is empty). With `as_of`, a prefix date, only what is not known to have been published later.
        """
        where, parameters = _speaking(between)
        sql = f"""SELECT k.outlet, substr(k.published, 1, 7) AS month, max(k.published), count(*), sum({where})
                  FROM known k WHERE {_REPORTED} GROUP BY k.outlet, month ORDER BY k.outlet IS NULL, k.outlet, month IS NULL, month"""
        keys = ("outlet", "month", "last", "documents", "speaking")
        found = [*parameters, _last(as_of)]
        return Rows(lambda: (dict(zip(keys, row, strict=True)) for row in self.database.rows(sql, found)), dict)

    def search(self, query: str, between: Parties = ()) -> Rows[Row]:
        """Documents that hold every word of `query`, best first: the document's export form with `passages: [{start, end, quote}]`.

        Words match in any spelling; "a phrase" stays together; word* matches beginnings.

        Raises:
            UsageError: the query holds no word.
        """
        where, parameters = _speaking(between)
        sql = f"""SELECT {_DOCUMENT}, t.text FROM folded JOIN texts t ON t.number = folded.rowid JOIN known k ON k.text = t.id
                  WHERE folded MATCH ? AND {where} ORDER BY bm25(folded), k.id"""
        wanted = searching.match(query)

        def hits() -> Iterator[Row]:
            for *document, text in self.database.rows(sql, [wanted, *parameters]):
                yield {**_document(document), "passages": list(searching.passages(query, text))}

        return Rows(hits, dict)

    def claimed(self) -> dict[str, int]:
        """How many claims each document makes, by id; one that makes none is left out."""
        rows = self.database.rows("SELECT document, count(*) FROM claims GROUP BY document")
        return {str(row[0]): int(row[1]) for row in rows}

    def counts(self) -> dict[str, int]:
        """How many documents, claims, entries, decisions and failures stand here; and of the documents, how many are irrelevant."""
        tables = {"documents": "known", "claims": "claims", "entries": "entries", "decisions": "decisions", "failures": "failures"}
        tables["irrelevant"] = "known WHERE NOT json_extract(record, '$.relevant')"
        found = {name: self.database.row(f"SELECT count(*) FROM {table}") for name, table in tables.items()}
        return {name: row[0] if row else 0 for name, row in found.items()}

    def _claims(self, where: str, parameters: Sequence[Any]) -> Iterator[Claim]:
        for name, of, document, fields, derived in self.database.rows(
            f"SELECT id, of, document, fields, derived FROM claims WHERE {where}", parameters
        ):
            sql = 'SELECT role, start, "end", quote FROM passages WHERE claim = ? ORDER BY role, position'
            found: dict[str, tuple[Evidence, ...]] = {
                role: tuple(Evidence(*row[1:]) for row in rows)
                for role, rows in itertools.groupby(self.database.rows(sql, (name,)), key=lambda row: row[0])
            }
            yield self._claim((name, of, document), json.loads(fields), json.loads(derived), found)

    def _claims_of(self, documents: Sequence[Any]) -> Iterator[Claim]:
        """The claims of documents, a JSON list, in the order of their texts; all passages are read at once."""
        spans: dict[str, dict[str, list[Evidence]]] = {}
        sql = """SELECT p.claim, p.role, p.start, p."end", p.quote FROM claims c JOIN passages p ON p.claim = c.id
                 WHERE c.document IN (SELECT value FROM json_each(?)) ORDER BY p.claim, p.role, p.position"""
        for claim, role, *span in self.database.rows(sql, documents):
            spans.setdefault(claim, {}).setdefault(role, []).append(Evidence(*span))
        sql = """SELECT id, of, document, fields, derived FROM claims
                 WHERE document IN (SELECT value FROM json_each(?)) ORDER BY document, position"""
        for name, of, document, fields, derived in self.database.rows(sql, documents):
            yield self._claim((name, of, document), json.loads(fields), json.loads(derived), spans.get(name, {}))

    def _claim(self, row: tuple[str, str, str], fields: Row, derived: Row, found: Mapping[str, Sequence[Evidence]]) -> Claim:
        name, of, document = row
        if "evidence" not in found:
            raise RegisterError(f"claim {name} stands on no passage.", str(self.database.path), "mithaq verify lists every such fault.")
        grounds = {role.removeprefix("grounds:"): tuple(held) for role, held in found.items() if role.startswith("grounds:")}
        return Claim(name, of, document, found["evidence"][0], tuple(found.get("also", ())), grounds, derived, fields)

    def _entries(self, where: str, parameters: Sequence[Any], last: str | None) -> Iterator[Entry]:
        sql = f"""SELECT e.claim FROM entry_claims e JOIN claims c ON c.id = e.claim JOIN known k ON k.id = c.document
                  WHERE e.entry = ? AND {_REPORTED} ORDER BY e.claim"""
        for name, of, fields in self.database.rows(f"SELECT id, of, fields FROM entries WHERE {where}", parameters):
            claims = tuple(claim for (claim,) in self.database.rows(sql, (name, last or _last(None))))
            if claims:
                yield Entry(of, claims, _known(json.loads(fields), set(claims)) if last else json.loads(fields))


def _record(row: Sequence[Any], text: str, frame: str, claims: Iterable[Claim]) -> Record:
    given = dict(zip(_KEYS, row, strict=True))
    record: Record = {**json.loads(frame), "text_id": text}
    record |= {name: given[name] for name in ("lang", "outlet", "title", "url")}
    if record.get("published") is None and given["published"]:
        record["published"] = {"date": given["published"], "evidence": None}
    record |= {kind: [] for kind in KINDS}
    for claim in claims:
        record[_LISTS[claim.of]].append(_item(claim))
    return record


def _document(row: Sequence[Any]) -> Row:
    named = dict(zip(_KEYS, row, strict=True))
    return {"kind": "document", **named, "relevant": None if named["relevant"] is None else bool(named["relevant"])}


def _item(claim: Claim) -> Row:
    written = claim.write()
    return {**written["fields"], **{name: written[name] for name in ("evidence", "also", "grounds", "derived")}}


def _known(fields: Row, claims: set[str]) -> Row:
    """An entry's fields without the steps of its history, or the points of its series, that only claims tell which are not known yet."""
    for name in ("history", "points"):
        if name in fields:
            fields = {**fields, name: [part for part in fields[name] if not claims.isdisjoint(part.get("claims") or claims)]}
    return {**fields, "sum": follow.total(fields["points"])} if "points" in fields else fields


def _among(table: str, owner: str, column: str, row: str, between: Parties) -> tuple[str, list[Any]]:
    """A condition that holds where every one of `between` stands beside `row` in `table`."""
    wanted = parties(between)
    conditions = [f"EXISTS (SELECT 1 FROM {table} x WHERE x.{owner} = {row} AND x.{column} = ?)" for _ in wanted]
    return " AND ".join(conditions) or "1", list(wanted)


def _speaking(between: Parties) -> tuple[str, list[Any]]:
    """A condition that holds where the document `k` speaks of every one of `between`: as a state, or as a party of a claim."""
    wanted = parties(between)
    told = "SELECT 1 FROM claims c JOIN claim_parties p ON p.claim = c.id WHERE c.document = k.id AND p.party = ?"
    one = f"(EXISTS (SELECT 1 FROM document_states s WHERE s.document = k.id AND s.state = ?) OR EXISTS ({told}))"
    return " AND ".join(one for _ in wanted) or "1", [party for party in wanted for _ in range(2)]


def _last(as_of: str | None) -> str:
    """The last day of a prefix date; without one, a day that never comes."""
    return "9999" if as_of is None else last_day(prefix_date(as_of)).isoformat()


def _topical(fields: str) -> str:
    """A condition that holds where a topic or sector of the JSON column is the parameter."""
    both = f"SELECT value FROM json_each({fields}, '$.topics') UNION ALL SELECT value FROM json_each({fields}, '$.sectors')"
    return f"? IN ({both})"
