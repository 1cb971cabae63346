"""Documents and records made by hand, for the tests of the store and of the pipeline. What they report is invented."""

from __future__ import annotations

from typing import Any

from mithaq.model import Claim, Document, Entry, Record, claims

SIGNED = "وزیران ایران و بلاروس در مینسک نقشه راه همکاری صنعتی را امضا کردند."
SAID = "وزير الصناعة: سنفتح مصنعاً للجرارات في طهران."


def span(text: str, quote: str) -> dict[str, Any]:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote}


def record(document: Document, *, title: str | None = None, **lists: list[dict[str, Any]]) -> Record:
    """A record of `document` that holds `lists`, and the frame that the codebook asks for."""
    frame = {
        "id": document.id, "file": document.file, "lang": document.lang or "fa", "relevant": bool(lists), "published": None,
        "outlet": document.outlet, "title": title, "url": document.url, "states": ["BY", "IR"], "actors": [], "grounds": {},
    }  # fmt: skip
    return {**frame, **lists}


def signing(text: str = SIGNED) -> dict[str, Any]:
    """An agreement with all its parts: evidence, also, grounds, derived."""
    return {
        "type": "roadmap", "title": None, "legal": "signed", "date": None, "certainty": "asserted", "parties": ["IR", "BY"],
        "sectors": ["industry"], "count": 1, "evidence": span(text, "نقشه راه همکاری صنعتی را امضا کردند"), "also": [span(text, "امضا")],
        "grounds": {"parties": [span(text, "ایران"), span(text, "بلاروس")]}, "derived": {"count": {"rule": "singular", "from": []}},
    }  # fmt: skip


def saying(text: str = SAID) -> dict[str, Any]:
    """A statement, which names no parties of its own."""
    return {
        "speaker": None, "speaker_as_written": "وزير الصناعة", "cue": ":", "kind": "direct", "topics": ["industry"],
        "evidence": span(text, "سنفتح مصنعاً للجرارات في طهران"), "also": [], "grounds": {}, "derived": {},
    }  # fmt: skip


def signed(file: str = "a.txt", **given: Any) -> tuple[Document, Record]:
    """A document about a signing, and its record."""
    document = Document(SIGNED, file, "fa", **given)
    return document, record(document, agreements=[signing()])


def said(file: str = "b.txt", **given: Any) -> tuple[Document, Record]:
    """A document that quotes a minister, and its record."""
    document = Document(SAID, file, "ar", **given)
    return document, record(document, statements=[saying()])


def single(found: list[Record]) -> list[Entry]:
    """An entry for each claim."""
    return [Entry(claim.of, (claim.id,), claim.fields) for one in found for claim in claims(one)]


def only(made: Record) -> Claim:
    """The one claim of a record."""
    (claim,) = claims(made)
    return claim
