"""Agreements: which claims speak of one instrument. The rule, with what was rejected, is docs/decisions/0003-linking.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Told
from mithaq.link.clusters import best, joined
from mithaq.link.instruments import Instrument, Traits, instruments, period_relation, scope_relation
from mithaq.link.passes import Pass
from mithaq.link.references import Reference
from mithaq.link.sheets import meets
from mithaq.model import days

_SCOPE = {"equal": 4.0, "broad": 3.0, "overlap": 2.0, "unknown": 1.0, "wider": 0.5}
_YEAR = 400
"""Days within which a drafted agreement may be the one that is then signed."""

Part = tuple[Told, frozenset[str]]
"""A claim, and the stories that its passage refers to."""


def referring(told: Iterable[Told], references: Iterable[Reference]) -> list[Part]:
    """The claims of agreements, each with the stories that references within its passage lead to."""
    held: dict[str, list[Reference]] = {}
    for reference in references:
        held.setdefault(reference.document, []).append(reference)
    return [
        (one, frozenset(other.story for other in held.get(one.document, ()) if meets(one.claim.evidence, other.evidence)))
        for one in told
        if one.claim.of == "agreement"
    ]


def pass_of(vocabularies: Vocabularies) -> Pass:
    """The pass: claims with the same parties meet; it gives sorted lists of the claims of one entry each."""
    return Pass("agreements", _key, partial(_agreements, vocabularies))


def _key(part: Part) -> tuple[str, ...]:
    """The parties; a claim that names none stands alone."""
    return tuple(sorted(part[0].claim.fields["parties"])) or (part[0].id,)


def _agreements(vocabularies: Vocabularies, key: tuple[str, ...], members: list[Part]) -> Iterator[list[str]]:
    members = sorted(members, key=lambda part: part[0].id)
    refers = {one.id: stories for one, stories in members}
    standing = [one for one, _ in members if one.claim.fields["certainty"] != "negated"]
    package = [one for one in standing if is_package(one)]
    single = instruments((one for one in standing if not is_package(one)), refers)
    denied = instruments((one for one, _ in members if one.claim.fields["certainty"] == "negated"), refers)
    groups = [*_singles(single, vocabularies), *_packages(package)]
    yield from with_denials(groups, [*single, *instruments(package, refers)], denied, vocabularies)


def is_package(one: Told) -> bool:
    """Whether a claim speaks of several signed documents together and names none of them."""
    fields = one.claim.fields
    return fields.get("legal") == "signed" and fields.get("count") != 1 and not fields.get("title") and not fields.get("period")


def _packages(members: list[Told]) -> Iterator[list[str]]:
    """What was signed in one place, by fields: two numbers for fields that have nothing in common are two packages."""
    by_place: dict[str, list[Told]] = {}
    for one in members:
        by_place.setdefault(one.place, []).append(one)
    for place in sorted(by_place):
        traits = {one.id: _Counted.of(one) for one in by_place[place]}
        first = min(traits)
        edges = [(1.0 + (traits[one].counts != frozenset()), first, one) for one in traits if one != first]
        counted = sorted(one for one in traits if traits[one].counts)
        edges += [(3.0, one, other) for one, other in combinations(counted[:50], 2) if traits[one].counts == traits[other].counts]
        yield from joined(traits, edges).groups()


class _Counted:
    """Number of documents and fields that a claim of a package gives."""

    def __init__(self, counts: frozenset[tuple[int, frozenset[str]]]) -> None:
        self.counts = counts

    @classmethod
    def of(cls, one: Told) -> _Counted:
        count, sectors = one.claim.fields.get("count"), frozenset(one.claim.fields.get("sectors") or ())
        return cls(frozenset({(count, sectors)} if count is not None else ()))

    def apart(self, other: _Counted) -> bool:
        return any(a != b and x and y and not x & y for a, x in self.counts for b, y in other.counts)

    def with_(self, other: _Counted) -> _Counted:
        return _Counted(self.counts | other.counts)


def _singles(members: list[Instrument], vocabularies: Vocabularies) -> list[list[str]]:
    by_id = {one.id: one for one in members}
    edges = [*_direct(members, vocabularies), *_backward(members, vocabularies), *_forward(members, vocabularies)]
    clusters = joined({one.id: Traits.of(one) for one in members}, edges)
    return [sorted(claim for one in group for claim in by_id[one].claims) for group in clusters.groups()]


def _direct(members: list[Instrument], vocabularies: Vocabularies) -> Iterator[tuple[float, str, str]]:
    """Edges between instruments of one place, one period or one title."""
    held: dict[tuple[object, ...], list[Instrument]] = {}
    for one in members:
        for key in (("place", one.place), ("period", one.period), ("title", one.title)):
            if key[1] is not None:
                held.setdefault(key, []).append(one)
    for group in held.values():
        for one, other in combinations(group, 2):
            weight = likeness(one, other, vocabularies)
            if weight:
                yield weight, one.id, other.id


def likeness(one: Instrument, other: Instrument, vocabularies: Vocabularies) -> float:
    """How surely two instruments of the same parties are one, from what each says of itself; 0 where that is not enough."""
    period = period_relation(one.period, other.period)
    scope = scope_relation(one.sectors, other.sectors, vocabularies)
    titled = one.title is not None and one.title == other.title
    types = vocabularies["instrument"]
    same, kin = one.type == other.type, other.type in types.listed(one.type, "kin")
    if period == "conflict" or scope == "apart" or not (same or kin or titled):
        return 0.0
    if period == "equal" and (same or kin) and scope in _SCOPE:
        return 20.0 + _SCOPE[scope] + same
    if one.place != other.place:
        return 10.0 + same if titled and same and (_looks_back(one, vocabularies) or _looks_back(other, vocabularies)) else 0.0
    if titled or (same and not types.has(one.type, "loose") and scope in {"equal", "broad", "overlap", "unknown"}):
        return 10.0 + _SCOPE.get(scope, 0.0) + same
    return 5.0 if scope == "equal" and not _broad(one, vocabularies) else 0.0


def _broad(one: Instrument, vocabularies: Vocabularies) -> bool:
    return any(vocabularies["sector"].listed(sector, "covers") for sector in one.sectors)


def _looks_back(one: Instrument, vocabularies: Vocabularies) -> bool:
    """Whether a passage speaks of an agreement that was made before: recalled, at a later step, or being kept."""
    after = vocabularies["legal"].values.get(one.legal or "", {}).get("phase") == "after"
    return one.certainty == "historical" or after or (one.legal is None and one.certainty == "asserted")


def _backward(members: list[Instrument], vocabularies: Vocabularies) -> Iterator[tuple[float, str, str]]:
    """Edges from what looks back to the one earlier agreement that it fits best."""
    for one in members:
        if _looks_back(one, vocabularies):
            scored = ((score, other.id) for other in members if (score := _recalls(one, other, vocabularies)))
            found = best(scored)
            if found is not None:
                yield 3.0, one.id, found


def _recalls(one: Instrument, other: Instrument, vocabularies: Vocabularies) -> tuple[float, ...] | None:
    scope = scope_relation(one.sectors, other.sectors, vocabularies)
    pointed = float(other.place in one.refers) + float(bool(one.dates & other.dates))
    if other.place == one.place or one.type != other.type or period_relation(one.period, other.period) == "conflict":
        return None
    if other.legal not in {"agreed", "signed"} or other.certainty == "future" or _looks_back(other, vocabularies):
        return None
    if other.day is None or (one.day is not None and other.day > one.day):
        return None
    if scope in {"apart", "sectoral", "wider"} or (scope in {"unknown", "overlap"} and not pointed):
        return None
    return _SCOPE[scope], pointed, float(one.title == other.title)


def _forward(members: list[Instrument], vocabularies: Vocabularies) -> Iterator[tuple[float, str, str]]:
    """Edges from what is being prepared to the one agreement of the same fields that is made within a year after."""
    legal = vocabularies["legal"]
    for one in members:
        preparing = legal.values.get(one.legal or "", {}).get("phase") == "preparing" or one.certainty == "future"
        if preparing and one.day is not None and one.sectors:
            found = best(((_SCOPE[scope],), other.id) for other in members if (scope := _fulfils(one, other, vocabularies)))
            if found is not None:
                yield 2.0, one.id, found


def _fulfils(one: Instrument, other: Instrument, vocabularies: Vocabularies) -> str | None:
    made = other.legal in {"agreed", "signed"} and other.certainty == "asserted" and other.place != one.place
    if (
        not made
        or other.type != one.type
        or other.day is None
        or one.day is None
        or period_relation(one.period, other.period) == "conflict"
    ):
        return None
    wait = (days(other.day)[0] - days(one.day)[0]).days
    scope = scope_relation(one.sectors, other.sectors, vocabularies)
    return scope if 0 <= wait <= _YEAR and scope in {"equal", "broad"} else None


def with_denials(
    groups: Iterable[list[str]], known: Iterable[Instrument], denied: list[Instrument], vocabularies: Vocabularies
) -> Iterator[list[str]]:
    """The groups, each with the denials that speak of it; a denial that fits none makes no entry, for nothing was agreed."""
    held = [list(group) for group in groups]
    group_of = {claim: number for number, group in enumerate(held) for claim in group}
    known = list(known)
    for one in denied:
        scored = sorted((-likeness(one, other, vocabularies), other.id) for other in known)
        if scored and scored[0][0] < 0:
            held[group_of[scored[0][1]]].extend(one.claims)
    yield from (sorted(group) for group in held)
