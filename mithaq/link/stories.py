"""Stories: which documents tell of one occasion (a visit with all that happens on it), by sides, days, host, actors and figures.

Every document stands in one story at most. Dated reports of the same sides form stories by their days; an undated
report joins the one story that it fits best, or meets other undated ones; where two fit equally well it stays alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.clusters import Clusters, best, joined
from mithaq.link.instruments import scope_relation
from mithaq.link.passes import Group, Pass, grouped, merged, run
from mithaq.link.sheets import DAY, Sheet, parties
from mithaq.model import Claim, days

_NEAR = 1
"""Days between two reports of one story whose actors are not known to be the same."""
_SAME_ACTORS = 4
"""Days between two reports of one story that name the same actor of a side."""
_LONGEST = 10
"""Days from the first to the last report of a story."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a document, or one text in several reprints, says of its occasion.

    Attributes:
        first, last: ordinals of the days it is dated to, by its occasions or else by its publication; None where neither is known.
        actors: (state, person) of the sides.
        figures: what it counts: measure, value and unit.
        instruments: type and fields of the single agreements that are made on the occasion.
    """

    documents: tuple[str, ...]
    sides: tuple[str, ...]
    host: str | None
    first: int | None
    last: int | None
    weekdays: frozenset[str]
    actors: frozenset[tuple[str, str]]
    figures: frozenset[tuple[str, str, str]]
    instruments: frozenset[tuple[str, frozenset[str]]]

    @property
    def id(self) -> str:
        """Smallest document."""
        return self.documents[0]


def stories(
    sheets: Iterable[Sheet], copies: Mapping[str, str], persons: Mapping[str, str], vocabularies: Vocabularies, group: Group = grouped
) -> dict[str, str]:
    """The smallest document of its story for each document that tells of an occasion.

    Args:
        copies: smallest document of its reprints for each document.
        persons: smallest mention of its person for each named mention.
        group: the verb of the engine.
    """
    texts: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        texts.setdefault(copies[sheet.id], []).append(sheet)
    reports = [report(held, persons) for held in texts.values()]
    found = run(Pass("stories", _key, partial(_stories, vocabularies)), (one for one in reports if one.sides), group)
    return merged(found)


def report(copies: list[Sheet], persons: Mapping[str, str]) -> Report:
    """One report of the reprints of one text: what any of them says."""
    copies = sorted(copies, key=lambda sheet: sheet.id)
    first = copies[0]
    attested = sorted({day for sheet in copies for day in sheet.attested})
    dates = attested or sorted({sheet.published for sheet in copies if sheet.published and len(sheet.published) == DAY})[:1]
    figures = (claim.fields for sheet in copies for claim in sheet.of("figure"))
    return Report(
        documents=tuple(sheet.id for sheet in copies),
        sides=first.sides,
        host=first.host,
        first=_ordinal(dates[0]) if dates else None,
        last=_ordinal(dates[-1]) if dates else None,
        weekdays=frozenset(day for sheet in copies for day in sheet.weekdays),
        actors=frozenset(
            (mention.state or "", persons[mention.id])
            for mention in first.mentions
            if mention.id in persons and mention.state in first.sides
        ),
        figures=frozenset((str(of.get("measure")), str(of.get("value")), str(of.get("unit"))) for of in figures),
        instruments=frozenset((made.fields["type"], frozenset(made.fields.get("sectors") or ())) for made in _made(first)),
    )  # fmt: skip


def _made(sheet: Sheet) -> Iterator[Claim]:
    """The single agreements that the sides of a document make on its occasion."""
    for claim in sheet.of("agreement"):
        fields = claim.fields
        if fields.get("count") == 1 and fields["certainty"] == "asserted" and set(parties(claim)) <= set(sheet.sides):
            yield claim


def _ordinal(day: str) -> int:
    return days(day)[0].toordinal()


def _stories(vocabularies: Vocabularies, sides: tuple[str, ...], members: list[Report]) -> Iterator[dict[str, str]]:
    reports = {one.id: one for one in members}
    clusters = Clusters(reports)
    dated = sorted((one for one in members if one.first is not None), key=lambda one: (one.first, one.id))
    for one, other in _chains(dated):
        clusters.join(one, other)
    _place_undated([one for one in members if one.first is None], dated, clusters, vocabularies)
    documents = {label: min(reports[one].id for one in held) for held in clusters.groups() for label in held}
    yield {document: documents[one.id] for one in members for document in one.documents}


def _chains(dated: list[Report]) -> Iterator[tuple[str, str]]:
    """Pairs of dated reports of one story: each report joins the latest story that is near, of its host and not too long."""
    open_stories: list[list[Report]] = []
    for one in dated:
        fits = [held for held in open_stories if _continues(held, one)]
        if fits:
            held = max(fits, key=lambda held: (_shared_actors(held, one), held[-1].last, held[0].id))
            yield held[0].id, one.id
            held.append(one)
        else:
            open_stories.append([one])
        open_stories = [held for held in open_stories if (one.first or 0) - (held[-1].last or 0) <= _SAME_ACTORS]


def _continues(held: list[Report], one: Report) -> bool:
    hosts = {member.host for member in held if member.host}
    if one.host and hosts and one.host not in hosts:
        return False
    gap = (one.first or 0) - max(member.last or 0 for member in held)
    length = (one.last or 0) - min(member.first or 0 for member in held)
    nearest = _SAME_ACTORS if _shared_actors(held, one) else _NEAR
    return gap <= nearest and length < _LONGEST


def _shared_actors(held: list[Report], one: Report) -> int:
    return len(one.actors & {actor for member in held for actor in member.actors})


def _place_undated(undated: list[Report], dated: list[Report], clusters: Clusters, vocabularies: Vocabularies) -> None:
    held: dict[str, list[Report]] = {}
    for one in dated:
        held.setdefault(clusters[one.id], []).append(one)
    by_actor: dict[tuple[str, str], set[str]] = {}
    for label, members in held.items():
        for actor in (actor for member in members for actor in member.actors):
            by_actor.setdefault(actor, set()).add(label)
    left = []
    for one in sorted(undated, key=lambda one: one.id):
        near = sorted({label for actor in one.actors for label in by_actor.get(actor, ())})
        found = best((_fit(one, held[label], vocabularies), label) for label in near if _may_hold(held[label], one))
        if found is None:
            left.append(one)
        else:
            clusters.join(one.id, found)
    edges = [(float(len(one.actors & other.actors)), one.id, other.id) for one, other in _meeting(left) if _may_hold([one], other)]
    together = joined({one.id: _Hosts(frozenset({one.host} - {None})) for one in left}, edges)
    for first, *others in together.groups():
        for other in others:
            clusters.join(first, other)


@dataclass(frozen=True, slots=True)
class _Hosts:
    """Hosts of the reports of a story; two different ones keep reports apart."""

    states: frozenset[str | None]

    def apart(self, other: _Hosts) -> bool:
        return bool(self.states and other.states and self.states != other.states)

    def with_(self, other: _Hosts) -> _Hosts:
        return _Hosts(self.states | other.states)


def _meeting(left: list[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs of undated reports that share an actor: the first report of each pair of actors with all others that have both."""
    by_pair: dict[tuple[tuple[str, str], tuple[str, str]], list[Report]] = {}
    for one in sorted(left, key=lambda one: one.id):
        for pair in combinations(sorted(one.actors), 2):
            by_pair.setdefault(pair, []).append(one)
    for held in by_pair.values():
        for other in held[1:]:
            yield held[0], other


def _may_hold(members: list[Report], one: Report) -> bool:
    """Whether an undated report may belong to a story: same host, a weekday that occurs, and the same actors on two sides."""
    shared = {state for state, _ in one.actors & {actor for member in members for actor in member.actors}}
    return len(shared) > 1 and _agree_in_host(members, one) and _agree_in_weekday(members, one)


def _agree_in_host(members: list[Report], one: Report) -> bool:
    hosts = {member.host for member in members if member.host}
    return not one.host or not hosts or one.host in hosts


def _agree_in_weekday(members: list[Report], one: Report) -> bool:
    dated = [(member.first, member.last) for member in members if member.first is not None and member.last is not None]
    if not one.weekdays or not dated:
        return True
    span = range(min(first for first, _ in dated), max(last for _, last in dated) + 1)
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return bool(one.weekdays & {names[(day - 1) % 7] for day in span})


def _fit(one: Report, members: list[Report], vocabularies: Vocabularies) -> tuple[float, ...]:
    """How well an undated report fits a story: shared actors, shared figures, agreements that may be the same, known host."""
    figures = {figure for member in members for figure in member.figures}
    hosts = {member.host for member in members if member.host}
    scopes = [
        scope_relation(fields, other, vocabularies)
        for type_, fields in one.instruments
        for member in members
        for other_type, other in member.instruments
        if other_type == type_
    ]
    agreeing = sum(scope in {"equal", "broad", "overlap"} for scope in scopes) - sum(scope in {"apart", "sectoral"} for scope in scopes)
    return (_shared_actors(members, one), len(one.figures & figures), agreeing, float(one.host in hosts))


def _key(report: Report) -> tuple[str, ...]:
    """Sides of up to three; of a larger gathering its host, because no report lists all that were there."""
    return report.sides if len(report.sides) <= 3 else ("many", report.host or report.id)
