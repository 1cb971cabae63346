"""Cases: everything in which a found record differs from the hand-made one, each with the sentence that it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.evaluate.fields import FIELDS, OPEN, right
from mithaq.evaluate.matching import NEAR, Item, Span, match, span
from mithaq.model import Record
from mithaq.text.sentences import sentences

_NAMED_BY = {"events": "type", "agreements": "type", "commitments": "act", "appeals": "force", "figures": "measure", "statements": "kind"}
"""Kind of claim -> the field by which missed and extra items are grouped."""


_CLOSED = frozenset({"type", "legal", "delivery", "certainty", "act", "force", "measure", "reading", "unit", "kind"})
"""Fields with a vocabulary; the values of others seldom come twice."""

_APART = 200
"""Characters between two passages from which on they are shown apart."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentences around a passage; `marks` says where the gold one ("gold") and ours ("found") stand in it."""

    text: str
    marks: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Case:
    """One difference.

    Attributes:
        kind: a kind of claim, or "article" for what is said of the article as a whole.
        error: what went wrong, the same for all cases of one sort: "missed visit", "legal: signed, not agreed".
        gold, found: the items, or {"…": value} of the article; None where there is none.
        excerpts: where it stands: one, or two where the passages lie far apart; none for the article as a whole.
    """

    file: str
    lang: str
    kind: str
    error: str
    gold: Item | None
    found: Item | None
    excerpts: tuple[Excerpt, ...]


def cases(want: Record, got: Mapping[str, Any], text: str, abbreviations: frozenset[str] = frozenset()) -> list[Case]:
    """All differences of one article.

    Args:
        want: the hand-made record.
        got: the extractor's, {} where it gave none.
        text: of the article.
        abbreviations: of its language, that end no sentence.
    """
    cuts = sentences(text, abbreviations)

    def case(kind: str, error: str, gold: Item | None, found: Item | None) -> Case:
        marks = {side: at for side, item in (("gold", gold), ("found", found)) if item and (at := span(item.get("evidence")))}
        return Case(want["file"], want.get("lang") or "", kind, error, gold, found, tuple(_excerpts(text, cuts, marks)))

    out = [case("article", error, gold, found) for error, gold, found in _article(want, got)]
    for kind in NEAR:
        if kind in want:
            matched = match(kind, want[kind], got.get(kind) or ())
            out += [case(kind, f"missed: {item.get(_NAMED_BY[kind])}", item, None) for item in matched.missed]
            out += [case(kind, f"extra: {item.get(_NAMED_BY[kind])}", None, item) for item in matched.extra]
            out += [case(kind, error, gold, found) for gold, found in matched.pairs for error in _wrong(kind, gold, found, want)]
    return out


def commonest(found: Iterable[Case]) -> list[tuple[tuple[str, str], int]]:
    """Each sort of error, (kind, error), with the number of its cases, the commonest first."""
    return sorted(Counter((case.kind, case.error) for case in found).items(), key=lambda one: (-one[1], one[0]))


def _article(want: Record, got: Mapping[str, Any]) -> Iterator[tuple[str, Item | None, Item | None]]:
    relevant, said = bool(want.get("relevant", True)), bool(got.get("relevant"))
    if relevant != said:
        yield f"relevant: {_word(relevant)}, not {_word(said)}", {"relevant": relevant}, {"relevant": said}
    published, read = ((record.get("published") or {}).get("date") for record in (want, got))
    if published != read:
        yield "published", {"published": published}, {"published": read}
    states, found = set(want.get("states") or ()), set(got.get("states") or ())
    for state in sorted(states - found):
        yield f"missed state: {state}", {"states": sorted(states)}, {"states": sorted(found)}
    for state in sorted(found - states):
        yield f"extra state: {state}", {"states": sorted(states)}, {"states": sorted(found)}


def _wrong(kind: str, gold: Item, found: Item, want: Record) -> Iterator[str]:
    for field in FIELDS[kind]:
        value, held = right(field, gold, found, want), found.get(field)
        left_open = field in OPEN.get(kind, ()) and field in gold and gold[field] is None
        if (value is not None and value < 1) or (left_open and held is not None):
            yield f"{field}: {_word(gold[field])}, not {_word(held)}" if field in _CLOSED else f"{field}: {_sort(gold.get(field), held)}"


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "open" if value is None else str(value)


def _sort(want: Any, got: Any) -> str:
    """How two values differ where there is no vocabulary."""
    if not got:
        return "left open"
    if not want:
        return "filled, though the article leaves it open"
    if isinstance(want, list) and isinstance(got, list):
        missing, extra = set(want) - set(got), set(got) - set(want)
        return "others" if missing and extra else "too few" if missing else "too many"
    return "another value"


def _excerpts(text: str, cuts: Sequence[Span], marks: Mapping[str, Span]) -> Iterator[Excerpt]:
    """The sentences of the marks, together where these lie near each other."""
    spans = sorted(marks.values())
    if len(spans) == 2 and spans[1][0] - spans[0][1] > _APART:
        for side, at in sorted(marks.items(), key=lambda one: one[1]):
            yield from _excerpts(text, cuts, {side: at})
    elif spans:
        first, last = spans[0][0], max(end for _, end in spans)
        touched = [(start, end) for start, end in cuts if start < last and first < end]
        start, end = min([first, *(start for start, _ in touched)]), max([last, *(end for _, end in touched)])
        yield Excerpt(text[start:end], {side: (at[0] - start, at[1] - start) for side, at in marks.items()})
