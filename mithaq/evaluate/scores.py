"""Scores of records against hand-made ones.

An article's figures are counts, and counts add up: the scores of a corpus, of a language or of a sample are sums over articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mithaq.evaluate.fields import FIELDS, OPEN, right
from mithaq.evaluate.matching import NEAR, Item, Matching, Span, covered, match
from mithaq.model import Record


@dataclass(slots=True)
class Detection:
    """How many were found, missed and made up; adds up."""

    hit: int = 0
    missed: int = 0
    extra: int = 0

    def add(self, hit: int, missed: int, extra: int) -> None:
        """Count further ones."""
        self.hit += hit
        self.missed += missed
        self.extra += extra

    @property
    def precision(self) -> float:
        """Part of what was found that is right; 1 where nothing was to find and nothing was found."""
        return self._part(self.extra)

    @property
    def recall(self) -> float:
        """Part of what was to find that was found."""
        return self._part(self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def _part(self, wrong: int) -> float:
        if self.hit + wrong:
            return self.hit / (self.hit + wrong)
        return 0.0 if self.missed or self.extra else 1.0


@dataclass(slots=True)
class Accuracy:
    """The sum of n values between 0 and 1; adds up."""

    right: float = 0.0
    n: int = 0

    @property
    def share(self) -> float:
        """Mean; 0 where there is none."""
        return self.right / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """An item that was missed, or that is extra."""

    file: str
    kind: str
    what: str
    item: Item


@dataclass(slots=True)
class Scores:
    """Figures of one article or of many.

    Attributes:
        detection: "relevant", "states", "statement_characters" or a kind of claim -> what was found.
        fields: "kind.field" -> how often it was right; "kind.field_unknown_kept": left open where the article leaves it open.
        misses: each item missed or extra.
    """

    detection: dict[str, Detection] = field(default_factory=dict)
    fields: dict[str, Accuracy] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def count(self, what: str, hit: int, missed: int, extra: int) -> None:
        """Add a detection."""
        self.detection.setdefault(what, Detection()).add(hit, missed, extra)

    def grade(self, name: str, value: float, n: int = 1) -> None:
        """Add the value of a field, or the sum of n values."""
        kept = self.fields.setdefault(name, Accuracy())
        kept.right += value
        kept.n += n

    def add(self, other: Scores) -> None:
        """Add the figures of further articles."""
        for what, found in other.detection.items():
            self.count(what, found.hit, found.missed, found.extra)
        for name, kept in other.fields.items():
            self.grade(name, kept.right, kept.n)
        self.misses.extend(other.misses)


def score(gold: Mapping[str, Record], predicted: Mapping[str, Record]) -> Scores:
    """Score records by file name; an article without a record counts as one in which nothing was found."""
    return total(by_article(gold, predicted).values())


def by_article(gold: Mapping[str, Record], predicted: Mapping[str, Record]) -> dict[str, Scores]:
    """The scores of each article by its file name."""
    return {file: score_article(want, predicted.get(file) or {}) for file, want in gold.items()}


def languages(gold: Mapping[str, Record]) -> dict[str, list[str]]:
    """The file names of the articles of each language (as the hand-made record gives it), sorted."""
    out: dict[str, list[str]] = {}
    for file, want in sorted(gold.items()):
        out.setdefault(want.get("lang") or "", []).append(file)
    return dict(sorted(out.items()))


def total(parts: Iterable[Scores]) -> Scores:
    """The sum of scores."""
    out = Scores()
    for part in parts:
        out.add(part)
    return out


def score_article(want: Record, got: Mapping[str, Any]) -> Scores:
    """Figures of one article: `want` is hand-made, `got` the extractor's, {} where it gave none."""
    out = Scores()
    _article(out, want, got)
    for kind in NEAR:
        if kind in want:
            found = match(kind, want[kind], got.get(kind) or ())
            out.count(kind, len(found.pairs), len(found.missed), len(found.extra))
            _fields(out, kind, found, want)
            out.misses += [Miss(want["file"], kind, "missed", item) for item in found.missed]
            out.misses += [Miss(want["file"], kind, "extra", item) for item in found.extra]
    if "statements" in want:
        _characters(out, want["statements"], got.get("statements") or ())
    return out


def _article(out: Scores, want: Record, got: Mapping[str, Any]) -> None:
    relevant, said = bool(want.get("relevant", True)), bool(got.get("relevant"))
    out.count("relevant", relevant and said, relevant and not said, said and not relevant)
    if not relevant:
        out.grade("relevant.refused", not said)
    published, read = ((record.get("published") or {}).get("date") for record in (want, got))
    out.grade("published.date" if published else "published.unknown_kept", read == published)
    if want.get("lang"):
        out.grade("document.lang", got.get("lang") == want["lang"])
    states, found = set(want.get("states") or ()), set(got.get("states") or ())
    out.count("states", len(states & found), len(states - found), len(found - states))


def _fields(out: Scores, kind: str, found: Matching, want: Record) -> None:
    for gold, got in found.pairs:
        for name in FIELDS[kind]:
            value = right(name, gold, got, want)
            if value is not None:
                out.grade(f"{kind}.{name}", value)
            if name in OPEN.get(kind, ()) and name in gold and gold[name] is None:
                out.grade(f"{kind}.{name}_unknown_kept", got.get(name) is None)


def _characters(out: Scores, want: Sequence[Item], got: Sequence[Item]) -> None:
    gold, found = covered(want), covered(got)
    both = sum(_common(gold, found))
    out.count("statement_characters", both, sum(e - s for s, e in gold) - both, sum(e - s for s, e in found) - both)


def _common(a: Sequence[Span], b: Sequence[Span]) -> Iterator[int]:
    for start, end in a:
        for other_start, other_end in b:
            yield max(0, min(end, other_end) - max(start, other_start))
