"""Instruments: what single claims say of one agreement, and how two of them may be the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Told
from mithaq.link.sheets import parties, sectors
from mithaq.model import days
from mithaq.text.fold import folded

Period = tuple[str | None, str | None]

_SAME_SIGNING = 3
"""Days by which reports of one signing may differ."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """Claims of one story that say the same of an agreement, in different documents.

    Attributes:
        claims: ids, sorted; the first stands for all.
        place: story, or document where there is none.
        aside: whether the article speaks of it in passing: the parties are not those of its story.
        day: day of the place; None where it is not known.
        dates: prefix dates given for its status.
        refers: stories that the claims refer to.
    """

    claims: tuple[str, ...]
    documents: frozenset[str]
    place: str
    day: str | None
    aside: bool
    type: str
    title: tuple[str, str] | None
    period: Period | None
    sectors: frozenset[str]
    legal: str | None
    delivery: str | None
    certainty: str
    dates: frozenset[str]
    refers: frozenset[str]

    @property
    def id(self) -> str:
        """The smallest claim."""
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class Traits:
    """What keeps two instruments apart: one document speaks of each once, a period is one, and an instrument is signed once.

    Attributes:
        signed: prefix dates on which it was signed, as read, or the day of the story in which it is.
        types: as which it is named.
        scopes: fields that its passages name; two that have nothing in common are of two instruments.
    """

    documents: frozenset[str]
    types: frozenset[str]
    periods: frozenset[Period]
    signed: frozenset[str]
    scopes: frozenset[frozenset[str]]
    vocabularies: Vocabularies

    @classmethod
    def of(cls, one: Instrument, vocabularies: Vocabularies) -> Traits:
        """The traits of one instrument."""
        signed: frozenset[str] = frozenset()
        scopes = frozenset({one.sectors} if one.sectors else ())
        if one.legal == "signed" and one.certainty in {"asserted", "historical"}:
            here = one.certainty == "asserted" and one.day is not None and not one.aside
            signed = one.dates or frozenset({one.day or ""} if here else ())
        return cls(one.documents, frozenset({one.type}), frozenset({one.period} if one.period else ()), signed, scopes, vocabularies)

    def apart(self, other: Traits) -> bool:
        """Whether the two must not be one."""
        periods = {period_relation(a, b) for a in self.periods for b in other.periods}
        one_name = "equal" in periods and bool(self.types & other.types)
        signed_twice = not one_name and any(gap(a, b) > _SAME_SIGNING for a in self.signed for b in other.signed)
        strangers = any(scope_relation(a, b, self.vocabularies) == "apart" for a in self.scopes for b in other.scopes)
        return bool(self.documents & other.documents) or "conflict" in periods or signed_twice or strangers

    def with_(self, other: Traits) -> Traits:
        """The traits of both."""
        return Traits(
            self.documents | other.documents,
            self.types | other.types,
            self.periods | other.periods,
            self.signed | other.signed,
            self.scopes | other.scopes,
            self.vocabularies,
        )


def instruments(members: Iterable[Told], refers: dict[str, frozenset[str]]) -> list[Instrument]:
    """The claims, those that say the same in one place taken together."""
    held: dict[tuple[object, ...], list[Told]] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for one in members:
        said = _said(one)
        held.setdefault((times[one.document, said], *said), []).append(one)
        times[one.document, said] += 1
    return [_instrument(same, refers) for same in held.values()]


def _said(one: Told) -> tuple[object, ...]:
    fields = one.claim.fields
    return (
        one.place,
        fields["type"],
        _title(one),
        _period(one),
        sectors(one.claim),
        fields.get("legal"),
        fields.get("delivery"),
        fields["certainty"],
    )


def _period(one: Told) -> Period | None:
    period = one.claim.fields.get("period")
    return (period[0], period[1]) if period else None


def _title(one: Told) -> tuple[str, str] | None:
    title = one.claim.fields.get("title")
    return (one.lang, " ".join(folded(title).split())) if title else None


def _instrument(same: list[Told], refers: dict[str, frozenset[str]]) -> Instrument:
    first, fields = same[0], same[0].claim.fields
    return Instrument(
        claims=tuple(sorted(one.id for one in same)),
        documents=frozenset(one.document for one in same),
        place=first.place,
        day=first.day,
        aside=not set(parties(first.claim)) <= set(first.sheet.sides),
        type=fields["type"],
        title=_title(first),
        period=_period(first),
        sectors=sectors(first.claim),
        legal=fields.get("legal"),
        delivery=fields.get("delivery"),
        certainty=fields["certainty"],
        dates=frozenset(one.claim.fields["date"] for one in same if one.claim.fields.get("date")),
        refers=frozenset(story for one in same for story in refers.get(one.id, ())),
    )


def gap(one: str, other: str) -> int:
    """Days between the days that two prefix dates cover; 0 where they share one."""
    (a, b), (c, d) = days(one), days(other)
    return max(0, (c - b).days + 1, (a - d).days + 1)


def period_relation(one: Period | None, other: Period | None) -> str:
    """`equal` (one may be more exact), `conflict`, or `unknown` where one is not given."""
    if one is None or other is None:
        return "unknown"
    return "equal" if all(_prefixes(a, b) for a, b in zip(one, other, strict=True)) else "conflict"


def _prefixes(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def scope_relation(one: frozenset[str], other: frozenset[str], vocabularies: Vocabularies) -> str:
    """How the fields of two agreements lie to each other.

    `equal`, `broad` (both name a field that covers others), `overlap` (they share half of the fields of one, or more), `touch` (they
    share fewer), `unknown` (one names none), `wider` (one covers all of several fields of the other), `sectoral` (one covers the only
    field of the other), `apart`.
    """
    sectors = vocabularies["sector"]
    if not one or not other:
        return "equal" if one == other and one else "unknown"
    if one == other:
        return "equal"
    broad = [{sector for sector in side if sectors.listed(sector, "covers")} for side in (one, other)]
    if all(broad):
        return "broad"
    if one & other:
        return "overlap" if 2 * len(one & other) >= min(len(one), len(other)) else "touch"
    for covering, narrow in ((broad[0], other), (broad[1], one)):
        covered = {inner for sector in covering for inner in sectors.listed(sector, "covers")}
        if covering and narrow <= covered:
            return "wider" if len(narrow) > 1 else "sectoral"
    return "apart"
