"""Stories: which documents tell of one occasion (a visit with all that happens on it), by sides, days, host, actors and figures.

Every document stands in one story at most. Dated reports of the same sides form stories by their days; an undated
report joins the one story that it fits best, or meets other undated ones; where two fit equally well it stays alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.clusters import Clusters, best, joined
from mithaq.link.instruments import scope_relation
from mithaq.link.names import read
from mithaq.link.passes import Group, Known, Pass, grouped, merged, run
from mithaq.link.sheets import DAY, Mention, Sheet, parties, sectors
from mithaq.model import Claim, days

_NEAR = 1
"""Days between two reports of one story whose actors are not known to be the same."""
_SAME_ACTORS = 4
"""Days between two reports of one story that name the same actor of a side."""
_SAME_OFFICE = 3
"""Days between two reports of one story that name the same office of a side, one of them without its holder."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENOUGH = 3
"""Reports of an occasion from which on what none of them tells was not agreed there."""
_LONGEST = 10
"""Days from the first to the last report of a story."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a document, or one text in several reprints, says of its occasion.

    Attributes:
        first, last: ordinals of the days it is dated to, by its occasions, else by its publication, else by what its sides did; None
            where none is known.
        actors: (state, person) of the sides.
        figures: what it counts: measure, value and unit; "documents" and their number.
        promises: act and last day of what is promised, which may be promised again on another occasion.
        instruments: type, fields and legal step of the single agreements that are spoken of as made on the occasion.
        remote: whether all that takes place is a call.
        seats: (state, office, skeletons of the family name) of the sides' sole offices: of a named holder, or of the one that the office
            table has for an unnamed one; without skeletons where nobody knows.
        unnamed: (state, office) of those seats whose holder the report does not name.
    """

    documents: tuple[str, ...]
    sides: tuple[str, ...]
    host: str | None
    first: int | None
    last: int | None
    weekdays: frozenset[str]
    actors: frozenset[tuple[str, str]]
    figures: frozenset[tuple[str, str, str]]
    promises: frozenset[tuple[str, str]]
    instruments: frozenset[tuple[str, frozenset[str], str | None]]
    remote: bool
    seats: frozenset[tuple[str, str, frozenset[str]]]
    unnamed: frozenset[tuple[str, str]]

    @property
    def id(self) -> str:
        """Smallest document."""
        return self.documents[0]


def stories(
    sheets: Iterable[Sheet], copies: Mapping[str, str], persons: Mapping[str, str], knowledge: Known, group: Group = grouped
) -> dict[str, str]:
    """The smallest document of its story for each document that tells of an occasion.

    Args:
        copies: smallest document of its reprints for each document.
        persons: smallest mention of its person for each named mention.
        group: the verb of the engine.
    """
    return placed(reports(sheets, copies, persons, knowledge), knowledge.vocabularies, group)


def reports(sheets: Iterable[Sheet], copies: Mapping[str, str], persons: Mapping[str, str], knowledge: Known) -> list[Report]:
    """One report for each text, of those that have sides."""
    texts: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        texts.setdefault(copies[sheet.id], []).append(sheet)
    return [one for held in texts.values() if (one := report(held, persons, knowledge)).sides]


def placed(reports: Iterable[Report], vocabularies: Vocabularies, group: Group = grouped) -> dict[str, str]:
    """The smallest document of its story for each document of the reports."""
    return merged(run(Pass("stories", sides_of, partial(_stories, vocabularies)), reports, group))


def report(copies: list[Sheet], persons: Mapping[str, str], knowledge: Known) -> Report:
    """One report of the reprints of one text: what any of them says."""
    copies = sorted(copies, key=lambda sheet: sheet.id)
    first = copies[0]
    attested = sorted({day for sheet in copies for day in sheet.attested})
    published = sorted({sheet.published for sheet in copies if sheet.published and len(sheet.published) == DAY})[:1]
    weekdays = frozenset(day for sheet in copies for day in sheet.weekdays)
    dates = attested or _recent(published, weekdays) or sorted(_steps(first))[:1]
    span = (dates[0], dates[-1]) if dates else None
    return Report(
        documents=tuple(sheet.id for sheet in copies),
        sides=first.sides,
        host=first.host,
        first=_ordinal(dates[0]) if dates else None,
        last=_ordinal(dates[-1]) if dates else None,
        weekdays=weekdays,
        actors=frozenset(
            (mention.state or "", persons[mention.id])
            for mention in first.mentions
            if mention.id in persons and mention.state in first.sides
        ),
        figures=frozenset(number for sheet in copies for number in _numbers(sheet)),
        promises=frozenset(promise for sheet in copies for promise in _promises(sheet)),
        instruments=frozenset(
            (made.fields["type"], sectors(made), made.fields.get("legal")) for made in _made(first)
        ),
        remote={event.fields["type"] for event in first.of("event") if event.fields["certainty"] == "asserted"} == {"call"},
        seats=frozenset(seat for mention in first.mentions for seat in _seats(mention, first.sides, span, knowledge)),
        unnamed=frozenset((mention.state or "", mention.office or "") for mention in first.mentions if not mention.name.family),
    )  # fmt: skip


def _made(sheet: Sheet) -> Iterator[Claim]:
    """The agreements that the sides of a document make on its occasion."""
    for claim in sheet.of("agreement"):
        fields = claim.fields
        if fields["certainty"] == "asserted" and set(parties(claim)) <= set(sheet.sides):
            yield claim


def _recent(published: list[str], weekdays: frozenset[str]) -> list[str]:
    """The day that a report of this day tells of: the last day of the week that it names, else the day itself."""
    if not published or len(weekdays) != 1:
        return published
    day = _ordinal(published[0])
    return [datetime.date.fromordinal(day - back).isoformat() for back in range(7) if _WEEKDAYS[(day - back - 1) % 7] in weekdays]


def _seats(
    mention: Mention, sides: tuple[str, ...], span: tuple[str, str] | None, knowledge: Known
) -> Iterator[tuple[str, str, frozenset[str]]]:
    if mention.state not in sides or not mention.state or not knowledge.vocabularies["office"].has(mention.office, "sole"):
        return
    bones = mention.name.family
    if not bones and span:
        tenure = knowledge.offices.holder(mention.office or "", mention.state, *span)
        bones = read(tenure.names[0], knowledge.letters).family if tenure else bones
    yield mention.state, mention.office or "", bones


def _steps(sheet: Sheet) -> Iterator[str]:
    """Days on which the sides of a document are said to have taken a step, as news of it tells."""
    for claim in sheet.of("agreement"):
        date, legal = claim.fields.get("date") or "", claim.fields.get("legal")
        if len(date) == DAY and legal and claim.fields["certainty"] == "asserted" and set(parties(claim)) <= set(sheet.sides):
            yield date


def _numbers(sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """Numbers that hardly two occasions share."""
    for claim in sheet.claims:
        fields = claim.fields
        if claim.of == "figure":
            yield str(fields.get("measure")), str(fields.get("value")), str(fields.get("unit"))
        elif claim.of == "agreement" and (fields.get("count") or 1) > 1:
            yield "documents", str(fields["count"]), ""


def _promises(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for claim in sheet.of("commitment"):
        end = (claim.fields.get("deadline") or {}).get("end")
        if end:
            yield claim.fields["act"], end


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
    nearest = _SAME_ACTORS if _shared_actors(held, one) else _SAME_OFFICE if _shared_seats(held, one) else _NEAR
    return gap <= nearest and length < _LONGEST


def _shared_actors(held: list[Report], one: Report) -> int:
    return len(one.actors & {actor for member in held for actor in member.actors})


def _shared_seats(held: list[Report], one: Report) -> bool:
    """Whether one names an office of a side without its holder, and the other the same office of a holder who may be the same."""
    return any(
        (state, office) == (place, seat) and (not bones or not others or bool(bones & others))
        for member in held
        for state, office, bones in member.seats
        for place, seat, others in one.seats
        if (state, office) in member.unnamed | one.unnamed
    )


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
        near = [
            label for label in sorted({label for actor in one.actors for label in by_actor.get(actor, ())}) if _may_hold(held[label], one)
        ]
        fits = [(_fit(one, held[label], vocabularies), label) for label in near]
        likely = [(fit, label) for fit, label in fits if fit[0] > 0 or fit[1] >= 0]
        if any(label not in near and _rivals(members, one) for label, members in held.items()):
            likely = [(fit, label) for fit, label in likely if fit[0] > 0 or fit[1] > 0]
        found = best(likely)
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
    called = {member.remote for member in members}
    return len(shared) > 1 and one.remote in called and _agree_in_host(members, one) and _agree_in_weekday(members, one)


def _rivals(members: list[Report], one: Report) -> bool:
    """Whether an undated report may as well belong to a story that names nobody of one of its sides, as far as the story's offices tell."""
    if one.remote not in {member.remote for member in members} or not _agree_in_host(members, one) or not _agree_in_weekday(members, one):
        return False
    known = {actor for member in members for actor in member.actors}
    named = {state for state, _ in known}
    shared = {state for state, _ in one.actors & known}
    open_ = {state for state, _ in one.actors} - named
    others = {(state, bones) for member in members for state, _, bones in member.seats if state in open_ and bones}
    own = {state: bones for state, _, bones in one.seats}
    strangers = any(not bones & own.get(state, bones) for state, bones in others)
    return bool(shared) and {state for state, _ in one.actors} == shared | open_ and not strangers


def _agree_in_host(members: list[Report], one: Report) -> bool:
    hosts = {member.host for member in members if member.host}
    return not one.host or not hosts or one.host in hosts


def _agree_in_weekday(members: list[Report], one: Report) -> bool:
    dated = [(member.first, member.last) for member in members if member.first is not None and member.last is not None]
    if not one.weekdays or not dated:
        return True
    span = range(min(first for first, _ in dated), max(last for _, last in dated) + 1)
    return bool(one.weekdays & {_WEEKDAYS[(day - 1) % 7] for day in span})


def _fit(one: Report, members: list[Report], vocabularies: Vocabularies) -> tuple[float, ...]:
    """How well an undated report fits a story: shared numbers, agreements and promises that may be the same, shared actors.

    Where it takes place says nothing: a pair meets in its two capitals again and again.
    """
    numbers = {figure for member in members for figure in member.figures}
    made = {instrument for member in members for instrument in member.instruments}
    told = [_told(own, made, vocabularies) for own in one.instruments]
    passed_over = bool(told) and max(told) < 1 and len(members) >= _ENOUGH
    promised = len(one.promises & {promise for member in members for promise in member.promises})
    return (len(one.figures & numbers), -1 if passed_over and not promised else sum(told) + promised, _shared_actors(members, one))


def _told(
    own: tuple[str, frozenset[str], str | None], made: set[tuple[str, frozenset[str], str | None]], vocabularies: Vocabularies
) -> int:
    """1 where a story tells of an agreement of this type, step and fields, -1 where it tells only of others of this type."""
    type_, fields, legal = own
    scopes = {(scope_relation(fields, other, vocabularies), step == legal) for kind, other, step in made if kind == type_}
    if any(scope in {"equal", "broad", "overlap"} and same for scope, same in scopes):
        return 1
    return -1 if scopes and all(scope in {"apart", "sectoral"} or not same for scope, same in scopes) else 0


def sides_of(report: Report) -> tuple[str, ...]:
    """Where reports meet: sides of up to three; of a larger gathering its host, because no report lists all that were there."""
    return report.sides if len(report.sides) <= 3 else ("many", report.host or report.id)
