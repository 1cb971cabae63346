"""The article under analysis: its items, sentences and paragraphs, and passages made from them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from mithaq.extract.items import Item, Reading, read
from mithaq.extract.parties import parties
from mithaq.knowledge.pack import Pack
from mithaq.model import Evidence
from mithaq.text.sentences import sentences

_LONGEST = 200
"""Items of the longest sentence that is taken for one."""


@dataclass(frozen=True, slots=True)
class Span:
    """Items `first` up to, not including, `last`."""

    first: int
    last: int

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.last

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.last))


@dataclass(frozen=True, slots=True)
class Article:
    """A reading cut into sentences and paragraphs.

    Attributes:
        items: of the whole text, in order.
        sentences: item spans in order; breaks between lines belong to none.
        paragraphs: item spans of the lines.
    """

    reading: Reading
    items: Sequence[Item]
    sentences: Sequence[Span]
    paragraphs: Sequence[Span]
    parties: Sequence[str | None]
    """The state or organisation that each item names, or for which it stands: `IR` or `org:eu`; None for any other item."""
    home: str | None
    """State of the outlet, for which "our country" stands; None where it is not known."""

    @property
    def pack(self) -> Pack:
        """The pack of the article's language."""
        return self.reading.pack

    def sentence(self, index: int) -> Span:
        """The sentence that holds an item, or the item alone where it stands between lines."""
        return _holding(self.sentences, index)

    def paragraph(self, index: int) -> Span:
        """The paragraph that holds an item."""
        return _holding(self.paragraphs, index)

    def evidence(self, span: Span) -> Evidence:
        """The passage of the text as read that a span of items covers."""
        return self.passage(self.items[span.first].start, self.items[span.last - 1].end)

    def passage(self, start: int, end: int) -> Evidence:
        """The passage of the text as read that a folded span covers."""
        return Evidence.of(self.reading.folded.source, *self.reading.folded.span(start, end))

    def quote(self, span: Span) -> str:
        """The words of a span as written."""
        return self.evidence(span).quote

    def trimmed(self, span: Span, names: Sequence[str]) -> Span:
        """A span without the items at its ends that have one of the codes `names`."""
        first, last = span.first, span.last
        while first < last and self.items[first].has_any(names):
            first += 1
        while last > first and self.items[last - 1].has_any(names):
            last -= 1
        return Span(first, last)

    def find(self, span: Span, *names: str) -> list[int]:
        """The items of a span that have one of the codes `names`, in order; what of it lies behind the last item holds none."""
        return [index for index in range(span.first, min(span.last, len(self.items))) if self.items[index].has_any(names)]


_first = attrgetter("first")


def _holding(spans: Sequence[Span], index: int) -> Span:
    place = bisect_right(spans, index, key=_first) - 1
    if place >= 0 and index in spans[place]:
        return spans[place]
    return Span(index, index + 1)


def article(text: str, pack: Pack, home: Callable[[Reading], str | None] = lambda _: None) -> Article:
    """Read a text and cut it.

    Args:
        text: as read.
        pack: of its language.
        home: finds the state of the outlet in the reading.
    """
    reading = read(text, pack)
    starts = [item.start for item in reading.items]

    def spans(cuts: Sequence[tuple[int, int]]) -> list[Span]:
        found = []
        for start, end in cuts:
            first = bisect_left(starts, reading.folded.index(start))
            last = bisect_left(starts, reading.folded.index(end))
            if first < last:
                found.append(Span(first, last))
        return found

    cuts, state = sentences(text, pack.profile.abbreviations), home(reading)
    return Article(reading, reading.items, _pieces(spans(cuts)), spans(_lines(text)), parties(reading.items, state), state)


def _pieces(found: Sequence[Span]) -> list[Span]:
    """Sentences, those cut that are longer than any sentence is, so that a text without stops costs no more than another."""
    return [Span(first, min(first + _LONGEST, span.last)) for span in found for first in range(span.first, span.last, _LONGEST)]


def _lines(text: str) -> list[tuple[int, int]]:
    out, position = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            out.append((position, position + len(line.rstrip())))
        position += len(line)
    return out
