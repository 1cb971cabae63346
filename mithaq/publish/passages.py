"""Passages: the sentence that a claim stands on and one on each side, the quote marked apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mithaq.errors import GroundingError
from mithaq.model import Evidence
from mithaq.text.sentences import sentences

REACH = 500
"""Code points shown at most on each side of a quote; a text without sentence ends is cut there, with an ellipsis."""

_SAMPLE = 2000


@dataclass(frozen=True, slots=True)
class Source:
    """One article as the page names it; None is what neither its reader nor its text gave."""

    id: str
    text: str
    file: str
    lang: str | None
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None


class Place(NamedTuple):
    """Where a passage stands: `text[start:end]` of a document."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote between the words around it; `before + quote + after` stands in the text, without the ellipses of a cut."""

    number: int
    place: Place
    before: str
    quote: str
    after: str


class Shelf:
    """The passages that a page uses, each once. Ask for places while the page is put together; number them when it is.

    Numbers follow the order of the documents given and of the text, so that the printed passages are easy to find.
    """

    def __init__(self, documents: Mapping[str, Source]) -> None:
        self._documents = documents
        self._places: set[Place] = set()

    def place(self, document: str, evidence: Evidence) -> Place:
        """Note a passage as used.

        Raises:
            GroundingError: the quote does not stand in the document, or the document is missing.
        """
        held = self._documents.get(document)
        if held is None or held.text[evidence.start : evidence.end] != evidence.quote:
            where = f"{held.file if held else document}:{evidence.start}:{evidence.end}"
            raise GroundingError("the passage does not stand in the text of its document.", where, "mithaq verify lists all such passages.")
        place = Place(document, evidence.start, evidence.end)
        self._places.add(place)
        return place

    def numbered(self) -> dict[Place, int]:
        """All places used so far with their numbers, from 1."""
        rank = {document: index for index, document in enumerate(self._documents)}
        ordered = sorted(self._places, key=lambda place: (rank[place.document], place.start, place.end))
        return {place: number for number, place in enumerate(ordered, 1)}

    def passages(self) -> dict[str, list[Passage]]:
        """The used passages of each document, in order."""
        out: dict[str, list[Passage]] = {document: [] for document in self._documents}
        spans: dict[str, list[tuple[int, int]]] = {}
        for place, number in self.numbered().items():
            text = self._documents[place.document].text
            if place.document not in spans:
                spans[place.document] = sentences(text)
            out[place.document].append(_passage(text, spans[place.document], place, number))
        return out


def direction(text: str) -> str:
    """The direction in which most letters of a text run: `rtl` or `ltr`."""
    strong = [unicodedata.bidirectional(letter) for letter in text[:_SAMPLE]]
    return "rtl" if sum(kind in ("R", "AL") for kind in strong) > strong.count("L") else "ltr"


def marked(text: str, places: Iterable[Place]) -> list[tuple[str, bool]]:
    """A whole text in pieces, each with whether any of the places covers it."""
    edges = {0: 0, len(text): 0}
    for place in places:
        edges[place.start] = edges.get(place.start, 0) + 1
        edges[place.end] = edges.get(place.end, 0) - 1
    pieces: list[tuple[str, bool]] = []
    depth, last = 0, 0
    for edge in sorted(edges):
        if edge > last:
            pieces.append((text[last:edge], depth > 0))
        depth, last = depth + edges[edge], edge
    return pieces


def _passage(text: str, spans: list[tuple[int, int]], place: Place, number: int) -> Passage:
    start, end = _window(spans, place)
    before, after = text[max(start, place.start - REACH) : place.start], text[place.end : min(end, place.end + REACH)]
    if len(before) < place.start - start:
        before = "… " + before
    if len(after) < end - place.end:
        after += " …"
    return Passage(number, place, before, text[place.start : place.end], after)


def _window(spans: list[tuple[int, int]], place: Place) -> tuple[int, int]:
    """From the sentence before the passage's first to the sentence after its last."""
    inside = [index for index, (start, end) in enumerate(spans) if start < place.end and place.start < end]
    if not inside:
        return place.start, place.end
    first, last = max(inside[0] - 1, 0), min(inside[-1] + 1, len(spans) - 1)
    return min(spans[first][0], place.start), max(spans[last][1], place.end)
