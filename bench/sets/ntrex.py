"""NTREX: the four languages of one news text must give the same states and numbers; most documents are no diplomacy. Translated text."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.sets.reading import HALF_SPACE, WITHOUT_HALF_SPACES, mentions, read, seen, span
from mithaq.evaluate import Scores
from mithaq.model import Record

FOLDER = "ntrex"
_OTHERS = ("fa", "ar", "ru")
_LABELS = Path(__file__).with_name("ntrex_documents.tsv")
_SEGMENTS = Path(__file__).with_name("ntrex_segments.tsv")

Values = dict[str, list[set[Any]]]
"""What is read, "states" or "numbers" -> the values of each segment."""


def measure(shared: Path) -> dict[str, Scores]:
    """Scores by document: agreement with English by language, what a reader found in English, and what is no diplomacy."""
    documents: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for line in (shared / "data" / FOLDER / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        documents[row["doc"]][row["lang"]] = row["segments"]
    known = labels()
    left_out = seen(shared, "ntrex")
    return {doc: _document(doc, texts, known[doc]) for doc, texts in documents.items() if doc not in left_out}


def labels() -> dict[str, str]:
    """Name of a document -> whether it reports dealings, by one reader's judgement: yes, no or open."""
    return {row[0]: row[1] for row in _rows(_LABELS)}


def _document(doc: str, texts: dict[str, list[str]], label: str) -> Scores:
    out = Scores()
    records = {lang: read("\n".join(segments), lang) for lang, segments in texts.items()}
    values = {lang: _values(records[lang], texts[lang]) for lang in texts}
    for lang in _OTHERS:
        _beside(out, lang, values[lang], values["en"])
        _beside(out, "all", values[lang], values["en"])
    for how, put in WITHOUT_HALF_SPACES.items():
        segments = [segment.replace(HALF_SPACE, put) for segment in texts["fa"]]
        _beside(out, f"fa with half-spaces {how}", _values(read("\n".join(segments), "fa"), segments), values["en"])
    for of, place, states, numbers in _rows(_SEGMENTS):
        if of == doc:
            found = values["en"]
            for state in states.split():
                out.grade("states that a reader found, en", state in found["states"][int(place)])
            for number in numbers.split():
                out.grade("numbers that a reader found, en", float(number) in found["numbers"][int(place)])
    for lang, record in records.items():
        _relevance(out, label, lang, record)
    return out


def _beside(out: Scores, name: str, found: Values, english: Values) -> None:
    for what in ("states", "numbers"):
        for own, wanted in zip(found[what], english[what], strict=True):
            out.count(f"{what}, {name} beside en", len(own & wanted), len(wanted - own), len(own - wanted))


def _relevance(out: Scores, label: str, lang: str, record: Record) -> None:
    for name in (lang, "all"):
        if label == "yes":
            out.grade(f"diplomacy: relevant, {name}", record["relevant"])
        else:
            kind = "no diplomacy" if label == "no" else "touched on"
            out.grade(f"{kind}: relevant, {name}", record["relevant"])
            out.grade(f"{kind}: an agreement, {name}", bool(record["agreements"]))


def _values(record: Record, segments: Sequence[str]) -> Values:
    """The states and numbers of each segment."""
    starts = [0]
    for segment in segments[:-1]:
        starts.append(starts[-1] + len(segment) + 1)
    out: Values = {what: [set() for _ in segments] for what in ("states", "numbers")}
    for one in mentions(record, "state", "number"):
        out[f"{one['kind']}s"][bisect_right(starts, span(one)[0]) - 1].add(one["value"])
    return out


def _rows(path: Path) -> Iterator[tuple[str, ...]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield tuple(line.split("\t"))
