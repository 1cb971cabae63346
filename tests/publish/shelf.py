"""A register made by hand: articles written for these tests about no real outlet, with the entries that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mithaq import follow
from mithaq.model import Claim, Document, Entry, Evidence, Failure, Record, claims

HOSTILE = "<script>alert(1)</script>"
"""What a hostile article may hold; stands in the English text and in an outlet's name."""

PERSIAN = (
    "رئیس‌جمهور ایران روز دوشنبه به مینسک رفت. ایران و بلاروس نقشه راه همکاری سال‌های ۲۰۲۳ تا ۲۰۲۶ را امضا کردند. "
    "سخنگوی دولت گفت: همه بندها را اجرا خواهیم کرد. پس از آن هیئت‌ها به تهران بازگشتند."
)
ENGLISH = (
    f"MINSK, 14 March 2023 {HOSTILE}. Officials of Iran and Belarus met on Tuesday & talked. No roadmap was signed, a minister said. "
    "Trade reached 100 million dollars. Both hope for more."
)


def passage(text: str, quote: str) -> dict[str, Any]:
    """The passage of a text that holds a quote."""
    start = text.index(quote)
    return Evidence.of(text, start, start + len(quote)).write()


def record(document: Document, published: Mapping[str, Any] | None, **kinds: list[dict[str, Any]]) -> Record:
    """A record as extract writes it."""
    return {"id": document.id, "file": document.file, "lang": document.lang, "published": published, "states": ["BY", "IR"], **kinds}


@dataclass
class Shelf:
    """The queries that publishing asks, answered from lists."""

    texts: list[Document]
    records: list[Record]
    held: list[Entry]
    judged: list[dict[str, Any]] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    def documents(self, *, between: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
        for document, made in zip(self.texts, self.records, strict=True):
            if set(between) <= set(made["states"]):
                yield {
                    "kind": "document",
                    "id": document.id,
                    "file": document.file,
                    "lang": document.lang,
                    "outlet": document.outlet,
                    "title": document.title,
                    "url": document.url,
                    "published": (made["published"] or {}).get("date"),
                }

    def document(self, document: str) -> dict[str, Any] | None:
        return next((row for row in self.documents() if row["id"] == document), None)

    def text(self, document: str) -> str | None:
        return next((held.text for held in self.texts if held.id == document), None)

    def record(self, document: str) -> Record | None:
        return next((held for held in self.records if held["id"] == document), None)

    def claims(self) -> Iterator[Claim]:
        return (claim for made in self.records for claim in claims(made))

    def claim(self, claim: str) -> Claim | None:
        return next((held for held in self.claims() if held.id == claim), None)

    def entries(self, *, between: Sequence[str] = (), as_of: str | None = None) -> Iterable[Entry]:
        return self.held

    def decisions(self) -> Iterable[dict[str, Any]]:
        return self.judged

    def failures(self) -> Iterable[Failure]:
        return self.failed

    def sides(self, between: Sequence[str], *, as_of: str | None = None) -> Iterable[dict[str, Any]]:
        return follow.sided(self.held, [], between)

    def coverage(self, *, between: Sequence[str] = (), as_of: str | None = None) -> Iterable[dict[str, Any]]:
        speaking = {row["id"] for row in self.documents(between=between)}
        for row in self.documents():
            day = row["published"]
            if as_of is None or day is None or day <= as_of:
                yield {
                    "outlet": row["outlet"], "month": day and day[:7], "last": day, "documents": 1, "speaking": int(row["id"] in speaking),
                }  # fmt: skip


def shelf() -> Shelf:
    """Two articles: a Persian one without a date that tells of a signing, an English one that denies it."""
    persian = Document(PERSIAN, "fa-test.txt", "fa", "Example Agency", "سفر به مینسک")
    english = Document(ENGLISH, "en-test.txt", "en", f"Gazette {HOSTILE}", "Talks", "javascript:alert(1)")
    made = [
        record(persian, None, **_persian()),
        record(english, {"date": "2023-03-14", "evidence": passage(ENGLISH, "14 March 2023")}, **_english()),
    ]
    found = {(claim.of, claim.fields.get("certainty") or claim.fields.get("reading")): claim for held in made for claim in claims(held)}
    outlets = {persian.id: persian.outlet, english.id: english.outlet}
    return Shelf([persian, english], made, _entries(found, {made[1]["id"]: "2023-03-14"}, outlets))


def _persian() -> dict[str, list[dict[str, Any]]]:
    signed = passage(PERSIAN, "ایران و بلاروس نقشه راه همکاری سال‌های ۲۰۲۳ تا ۲۰۲۶ را امضا کردند")
    pledge = passage(PERSIAN, "همه بندها را اجرا خواهیم کرد")
    titled = {"period": [passage(PERSIAN, "سال‌های ۲۰۲۳ تا ۲۰۲۶")], "title": [passage(PERSIAN, "نقشه راه همکاری")]}
    return {
        "agreements": [
            {"type": "roadmap", "title": "نقشه راه همکاری", "legal": "signed", "delivery": None, "date": None, "certainty": "asserted",
             "voice": "reporter", "parties": ["IR", "BY"], "count": 1, "period": ["2023", "2026"], "sectors": ["general"],
             "evidence": signed, "also": [], "grounds": titled},
        ],
        "statements": [
            {"speaker": None, "speaker_as_written": "سخنگوی دولت", "cue": "گفت", "kind": "direct", "topics": ["progress"],
             "evidence": pledge, "also": [], "grounds": {"cue": [passage(PERSIAN, "گفت")]}},
        ],
        "commitments": [
            {"by": ["IR"], "to": ["BY"], "act": "implement", "what": pledge["quote"], "force": "pledged", "condition": None,
             "deadline": None, "evidence": pledge, "also": []},
        ],
        "events": [
            {"type": "visit", "date": None, "weekday": "Monday", "place": None, "state": "BY", "participants": ["IR"],
             "certainty": "historical", "evidence": passage(PERSIAN, "رئیس‌جمهور ایران روز دوشنبه به مینسک رفت"), "also": []},
        ],
    }  # fmt: skip


def _english() -> dict[str, list[dict[str, Any]]]:
    dated = {"date": [passage(ENGLISH, "14 March 2023")]}
    return {
        "agreements": [
            {"type": "roadmap", "title": None, "legal": "signed", "delivery": None, "date": None, "certainty": "negated",
             "voice": "denied", "parties": ["IR", "BY"], "count": 1, "period": None, "sectors": [],
             "evidence": passage(ENGLISH, "No roadmap was signed"), "also": []},
        ],
        "events": [
            {"type": "meeting", "date": "2023-03-14", "weekday": "Tuesday", "place": None, "state": None, "participants": ["IR", "BY"],
             "certainty": "asserted", "evidence": passage(ENGLISH, "Officials of Iran and Belarus met on Tuesday & talked"), "also": [],
             "grounds": dated},
        ],
        "appeals": [
            {"by": ["IR", "BY"], "on": [], "what": "Both hope for more", "force": "hoped",
             "evidence": passage(ENGLISH, "Both hope for more"), "also": []},
        ],
        "figures": [
            {"measure": "trade", "of": "Trade", "reading": "reached", "value": 100000000, "unit": "USD", "period": None,
             "evidence": passage(ENGLISH, "Trade reached 100 million dollars"), "also": []},
        ],
    }  # fmt: skip


def _entries(found: Mapping[tuple[str, Any], Claim], published: Mapping[str, str], outlets: Mapping[str, str | None]) -> list[Entry]:
    def sources(*held: Claim) -> dict[str, Any]:
        names = sorted({claim.document for claim in held})
        rows = [
            {
                "document": name,
                "outlet": outlets[name],
                "as_written": outlets[name],
                "state": None,
                "published": published.get(name),
                "text": name,
            }
            for name in names
        ]
        count = len(names)
        return {"reports": count, "outlets": count, "independent": count, "sides": {"IR": 1, "unknown": count - 1}, "list": rows}

    signed, denied = found["agreement", "asserted"], found["agreement", "negated"]
    values = [{"value": "signed", "claims": [signed.id]}, {"value": "not signed", "claims": [denied.id]}]
    roadmap = Entry(
        "agreement", (signed.id, denied.id), {**_roadmap(signed, denied, found["event", "asserted"]), "sources": sources(signed, denied)}
    )
    difference = {"class": "contradiction", "field": "legal", "entry": roadmap.id, "values": values}
    told = [claim for claim in found.values() if claim.of != "agreement"]
    single = [Entry(claim.of, (claim.id,), {**_fields(claim), "sources": sources(claim)}) for claim in told]
    return [roadmap, Entry("difference", (signed.id, denied.id), difference), *single]


def _fields(claim: Claim) -> dict[str, Any]:
    """An entry calls the kind of a statement its form and the `of` of a figure what it counts: every line begins with kind and of."""
    return {{"kind": "form", "of": "what"}.get(name, name): held for name, held in claim.fields.items()}


def _roadmap(signed: Claim, denied: Claim, met: Claim) -> dict[str, Any]:
    source = {"document": met.document, **met.evidence.write()}
    derived = {"date": {"rule": "interval of the story", "interval": ["2023-03-13", "2023-03-15"], "from": [source]}}
    steps = [
        {"axis": "legal", "status": "signed", "certainty": "asserted", "date": "2023-03", "date_basis": "derived", "basis": "declared",
         "declared_by": [], "claims": [signed.id], "story": None, "derived": derived},
        {"axis": "delivery", "status": "planned", "certainty": "future", "date": None, "date_basis": None, "basis": "declared",
         "declared_by": ["IR"], "claims": [signed.id], "story": None},
    ]  # fmt: skip
    return {
        "type": "roadmap", "title": "نقشه راه همکاری", "parties": ["BY", "IR"], "period": ["2023", "2026"], "ends": "2026",
        "sectors": ["general"], "count": 1, "history": steps, "denied": [denied.id],
        "standing": {"status": "independent_report", "disputed": True, "declared_by": [], "basis": "derived"},
    }  # fmt: skip
