"""Agreements: which claims speak of one instrument. The rule, with what was rejected, is docs/decisions/0003-linking.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import combinations, pairwise

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Told
from mithaq.link.clusters import best, joined
from mithaq.link.instruments import Instrument, Traits, gap, instruments, period_relation, scope_relation
from mithaq.link.packages import is_package, packages
from mithaq.link.passes import Pass
from mithaq.link.references import Reference
from mithaq.link.sheets import DAY, meets
from mithaq.model import days

_SCOPE = {"equal": 4.0, "broad": 3.0, "overlap": 2.0, "wider": 1.5, "unknown": 1.0, "touch": 0.5}
_YEAR = 400
"""Days within which a drafted agreement may be the one that is then signed."""

_LIFE = 2000
"""Days within which two steps of one life follow each other at the longest."""
_ENDS = frozenset({"abandoned", "expired", "terminated", "superseded"})

Part = tuple[Told, frozenset[str]]
"""A claim, and the stories that its passage refers to."""

Edge = tuple[float, str, str]


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


def pass_of(vocabularies: Vocabularies, bound: Callable[[Told], tuple[str, ...]]) -> Pass:
    """The pass: claims that bind the same parties meet; it gives sorted lists of the claims of one entry each."""
    return Pass("agreements", partial(_key, bound), partial(_agreements, vocabularies))


def _key(bound: Callable[[Told], tuple[str, ...]], part: Part) -> tuple[str, ...]:
    return bound(part[0])


def _agreements(vocabularies: Vocabularies, key: tuple[str, ...], members: list[Part]) -> Iterator[list[str]]:
    members = sorted(members, key=lambda part: part[0].id)
    refers = {one.id: stories for one, stories in members}
    standing = [one for one, _ in members if one.claim.fields["certainty"] != "negated"]
    package = [one for one in standing if is_package(one)]
    single = instruments((one for one in standing if not is_package(one)), refers)
    denied = instruments((one for one, _ in members if one.claim.fields["certainty"] == "negated"), refers)
    groups = [*_singles(single, vocabularies), *packages(package, vocabularies)]
    yield from with_denials(groups, [*single, *instruments(package, refers)], denied, vocabularies)


def _singles(members: list[Instrument], vocabularies: Vocabularies) -> list[list[str]]:
    by_id = {one.id: one for one in members}
    finders = (_direct, _dated, _backward, _forward, _onward)
    edges = [edge for find in finders for edge in find(members, vocabularies)]
    clusters = joined({one.id: Traits.of(one, vocabularies) for one in members}, edges)
    return [sorted(claim for one in group for claim in by_id[one].claims) for group in clusters.groups()]


def _direct(members: list[Instrument], vocabularies: Vocabularies) -> Iterator[Edge]:
    """Edges between instruments of one place, one period or one title."""
    held: dict[tuple[object, ...], list[Instrument]] = {}
    for one in members:
        for key in _meeting(one):
            held.setdefault(key, []).append(one)
    beside = _beside(members)
    over = _endings(members)
    for group in held.values():
        for one, other in _pairs(group):
            weight = likeness(one, other, vocabularies)
            apart = _over_between(one, other, over, vocabularies) if one.place != other.place else None
            if weight and not (apart or (apart is None and (one.place, frozenset({one.type, other.type})) in beside)):
                yield weight, one.id, other.id


def _beside(members: list[Instrument]) -> set[tuple[str, frozenset[str]]]:
    """(place, two types) that one document of the place tells of beside each other: there they are two instruments."""
    types: dict[tuple[str, str], set[str]] = {}
    for one in members:
        for document in one.documents:
            types.setdefault((one.place, document), set()).add(one.type)
    return {(place, frozenset(pair)) for (place, _), named in types.items() for pair in combinations(sorted(named), 2)}


def _pairs(group: list[Instrument]) -> Iterator[tuple[Instrument, Instrument]]:
    """Pairs to compare: instruments that say the same each with the next and with their first, and the first ones with one another.

    What says the same weighs the same against all others, so that the pairs grow with what differs, not with what is repeated.
    """
    alike: dict[tuple[object, ...], list[Instrument]] = {}
    for one in sorted(group, key=lambda one: one.id):
        alike.setdefault((one.type, one.title, one.period, one.sectors, one.legal, one.certainty, one.aside), []).append(one)
    for same in alike.values():
        yield from pairwise(same)
        yield from ((same[0], other) for other in same[2:])
    yield from combinations([same[0] for same in alike.values()], 2)


def _meeting(one: Instrument) -> list[tuple[object, ...]]:
    """Where an instrument may meet its like: its place, its title, and the years in which its period begins and ends."""
    ends = zip(("from", "to"), one.period or (None, None), strict=True)
    return [("place", one.place), *((side, end[:4]) for side, end in ends if end), *([("title", *one.title)] if one.title else [])]


def likeness(one: Instrument, other: Instrument, vocabularies: Vocabularies) -> float:
    """How surely two instruments of the same parties are one, from what each says of itself; 0 where that is not enough."""
    period = period_relation(one.period, other.period)
    scope = scope_relation(one.sectors, other.sectors, vocabularies)
    titled = one.title is not None and one.title == other.title
    types = vocabularies["instrument"]
    same, kin = one.type == other.type, other.type in types.listed(one.type, "kin")
    if period == "conflict" or scope == "apart" or not (same or kin or titled):
        return 0.0
    if period == "equal" and (same or (kin and one.place == other.place)) and scope in _SCOPE:
        return 20.0 + _SCOPE[scope] + same
    if one.place != other.place:
        return 10.0 + same if titled and same and _later_looks_back(one, other, vocabularies) else 0.0
    if titled:
        return 10.0 + _SCOPE.get(scope, 0.0) + same
    if "historical" in {one.certainty, other.certainty}:
        return 0.0
    phases = {_phase(one, vocabularies), _phase(other, vocabularies)}
    if scope == "unknown" and one.certainty == other.certainty and one.legal != other.legal and "preparing" in phases:
        return 0.0
    if same and not types.has(one.type, "loose") and scope in _SCOPE:
        return 10.0 + _SCOPE[scope] if _current(one) and _current(other) else 1.0
    return 5.0 if scope == "equal" and not _broad(one, vocabularies) else 0.0


def _over_between(one: Instrument, other: Instrument, over: Iterable[Instrument], vocabularies: Vocabularies) -> bool:
    """Whether one of two had ended before the other is told of as going on: what goes on then is another, of the same name."""
    if one.day is None or other.day is None or period_relation(one.period, other.period) == "equal":
        return False
    first, second = sorted((one, other), key=lambda each: each.day or "")
    if second.certainty != "asserted" or _ended(second):
        return False
    return (_ended(first) and first.certainty == "asserted") or _over(first, second, over, vocabularies)


def _endings(members: Iterable[Instrument]) -> list[Instrument]:
    """What says on a known day that an agreement has ended."""
    return [one for one in members if _ended(one) and one.day is not None and one.certainty == "asserted"]


def _later_looks_back(one: Instrument, other: Instrument, vocabularies: Vocabularies) -> bool:
    """Whether the later of two looks back, or either where their order is not known."""
    if one.day is None or other.day is None:
        return looks_back(one, vocabularies) or looks_back(other, vocabularies)
    return looks_back(max(one, other, key=lambda each: (each.day or "", each.id)), vocabularies)


def _current(one: Instrument) -> bool:
    """Whether the period, where there is one, has the day of the story: what names no period is hardly one of years to come."""
    start, end = one.period or (None, None)
    return one.day is None or ((start is None or start[:4] <= one.day[:4]) and (end is None or one.day[:4] <= end[:4]))


def _broad(one: Instrument, vocabularies: Vocabularies) -> bool:
    return any(vocabularies["sector"].listed(sector, "covers") for sector in one.sectors)


def looks_back(one: Instrument, vocabularies: Vocabularies) -> bool:
    """Whether a passage speaks of an agreement that was made before: recalled, at a later step, being kept, or named in passing."""
    after = vocabularies["legal"].values.get(one.legal or "", {}).get("phase") == "after"
    return one.certainty == "historical" or after or (one.certainty == "asserted" and (one.legal is None or one.aside))


def _dated(members: list[Instrument], vocabularies: Vocabularies) -> Iterator[Edge]:
    """Edges between instruments of one type that took one step on one day, and from a less exact date to the one day that it covers.

    A less exact date that covers the day of another such step, which no report dates, tells nothing.
    """
    places: dict[tuple[str, str | None, str], set[tuple[str, str]]] = {}
    for one in members:
        if one.certainty == "asserted" and one.day and not one.dates and not one.aside:
            places.setdefault((one.type, one.legal, one.day[:4]), set()).add((one.day, one.place))
    held: dict[tuple[str, str | None, str], list[tuple[str, Instrument]]] = {}
    for one in members:
        for date in one.dates:
            if one.certainty != "future":
                held.setdefault((one.type, one.legal, date[:4]), []).append((date, one))
    for key, found in held.items():
        heads: dict[str, Instrument] = {}
        for date, one in found:
            head = heads.setdefault(date, one)
            if head is not one and scope_relation(head.sectors, one.sectors, vocabularies) != "apart":
                yield 15.0, head.id, one.id
        for date, one in found:
            inner = [other for other in heads if other != date and other.startswith(date) and len(other) == DAY]
            others = {place for day, place in places.get(key, ()) if day.startswith(date)} - {heads[other].place for other in inner}
            if len(inner) == 1 and not others and scope_relation(one.sectors, heads[inner[0]].sectors, vocabularies) != "apart":
                yield 4.0, one.id, heads[inner[0]].id


def _backward(members: list[Instrument], vocabularies: Vocabularies) -> Iterator[Edge]:
    """Edges from what looks back to the one earlier agreement that it fits best.

    Where the passage names the occasion of that agreement it weighs more than what two reports of one story say of themselves.
    """
    made = [
        one for one in members if one.legal in {"agreed", "signed"} and one.certainty == "asserted" and not looks_back(one, vocabularies)
    ]
    by_id = {one.id: one for one in made}
    over = _endings(members)
    for one in members:
        if looks_back(one, vocabularies):
            open_ = [other for other in made if one.certainty == "historical" or not _over(other, one, over, vocabularies)]
            found = best((score, other.id) for other in open_ if (score := _recalls(one, other, vocabularies)))
            if found is not None:
                yield (17.0 if by_id[found].place in one.refers else 3.0), one.id, found


def _ended(one: Instrument) -> bool:
    return one.legal in _ENDS or one.delivery in {"complete", "cancelled"}


def _over(made: Instrument, one: Instrument, over: Iterable[Instrument], vocabularies: Vocabularies) -> bool:
    """Whether an agreement like this was said to have ended after it was made and before a later passage speaks."""
    return any(
        end.place != one.place
        and (made.day or "") < (end.day or "") < (one.day or "")
        and end.type == made.type
        and scope_relation(end.sectors, made.sectors, vocabularies) in {"equal", "broad"}
        and period_relation(end.period, made.period) != "conflict"
        for end in over
    )


def _recalls(one: Instrument, other: Instrument, vocabularies: Vocabularies) -> tuple[float, ...] | None:
    """How well an earlier agreement fits what looks back: by fields, by the story or day pointed to, by title; None where it does not."""
    if other.place == one.place or other.day is None or (one.day is not None and other.day > one.day):
        return None
    same_day = one.legal == other.legal and any(gap(date, known) == 0 for date in one.dates for known in other.dates or {other.day})
    pointed = float(other.place in one.refers) + float(same_day)
    kin = pointed and other.type in vocabularies["instrument"].listed(one.type, "kin")
    if not (one.type == other.type or kin) or period_relation(one.period, other.period) == "conflict":
        return None
    scope = scope_relation(one.sectors, other.sectors, vocabularies)
    if scope in {"apart", "sectoral"} or (scope in {"unknown", "touch", "wider"} and not pointed):
        return None
    return _SCOPE[scope], pointed, float(one.title == other.title)


def _forward(members: list[Instrument], vocabularies: Vocabularies) -> Iterator[Edge]:
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


def _onward(members: list[Instrument], vocabularies: Vocabularies) -> Iterator[Edge]:
    """Edges along the life of what has one type and the same fields, from each place to the next that tells of it.

    What is prepared leads to what is made, and what is made to its later steps; where two such lives are open, neither goes on.
    """
    held: dict[tuple[str, frozenset[str]], list[Instrument]] = {}
    for one in members:
        if one.sectors and one.day is not None and one.certainty == "asserted" and not one.aside:
            held.setdefault((one.type, one.sectors), []).append(one)
    for same in held.values():
        lives: list[Instrument] = []
        for one in sorted(same, key=lambda one: (one.day or "", one.id)):
            lives = [last for last in lives if gap(last.day or "", one.day or "") <= _LIFE]
            here = [last for last in lives if last.place == one.place]
            before = here or [last for last in lives if _leads(last, one, vocabularies)]
            if len(before) == 1 and not here:
                yield 1.0, before[0].id, one.id
            if len(before) < 2 or _phase(one, vocabularies) != "after":
                lives = [last for last in lives if last not in before[:1]] + [one]


def _leads(before: Instrument, one: Instrument, vocabularies: Vocabularies) -> bool:
    """Whether a status may follow in one life: nothing follows an end, and only what is being prepared is made."""
    if _ended(before) or period_relation(before.period, one.period) == "conflict":
        return False
    if _phase(before, vocabularies) == "preparing" and _phase(one, vocabularies) == "after":
        return vocabularies.follows("legal", before.legal or "", one.legal or "")
    return _phase(before, vocabularies) == "preparing" or _phase(one, vocabularies) == "after"


def _phase(one: Instrument, vocabularies: Vocabularies) -> str:
    return str(vocabularies["legal"].values.get(one.legal or "", {}).get("phase", "after"))


def _named_alike(one: Instrument, other: Instrument) -> bool:
    return bool(one.sectors) and one.sectors == other.sectors


def with_denials(
    groups: Iterable[list[str]], known: Iterable[Instrument], denied: list[Instrument], vocabularies: Vocabularies
) -> Iterator[list[str]]:
    """The groups, each with the denials that speak of it; a denial that fits none makes no entry, for nothing was agreed.

    A document that denies one thing and asserts another of the same type speaks of two things, unless it names the same fields for both.
    """
    held = [list(group) for group in groups]
    group_of = {claim: number for number, group in enumerate(held) for claim in group}
    by_key: dict[tuple[object, ...], list[Instrument]] = {}
    for one in known:
        for key in _meeting(one):
            by_key.setdefault(key, []).append(one)
    for one in denied:
        near = [other for key in _meeting(one) for other in by_key.get(key, ())]
        apart = {group_of[other.id] for other in near if other.documents & one.documents and not _named_alike(one, other)}
        scored = sorted((-likeness(one, other, vocabularies), other.id) for other in near if group_of[other.id] not in apart)
        if scored and scored[0][0] < 0:
            held[group_of[scored[0][1]]].extend(one.claims)
    yield from (sorted(group) for group in held)
