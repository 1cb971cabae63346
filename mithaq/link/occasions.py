"""Occasions: which events of several documents are one visit, meeting or signing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from typing import NamedTuple

from mithaq.link.board import Story, Told
from mithaq.link.clusters import joined
from mithaq.link.passes import Pass
from mithaq.link.sheets import Mention, Sheet, parties
from mithaq.model import days
from mithaq.text.fold import folded


class Seen(NamedTuple):
    """An event, where it took place, and who took part.

    Attributes:
        place: the story in which it is told, or of which it is recalled by its day; else the document.
        persons: (state, person) as far as they are known.
    """

    told: Told
    place: str
    persons: frozenset[tuple[str, str]]


def seen(told: list[Told], persons: Mapping[str, str], stories: Iterable[Story]) -> list[Seen]:
    """The events with their persons: those whose names stand in its passages, else those who speak most for their state in the document."""
    events = [one for one in told if one.claim.of == "event"]
    leads = {one.document: _leads(one.sheet, persons) for one in events}
    by_day: dict[str, list[Story]] = {}
    for story in stories:
        for day in story.days:
            by_day.setdefault(day, []).append(story)
    return [Seen(one, _place(one, by_day), _persons(one, persons, leads[one.document])) for one in events]


def _place(one: Told, by_day: Mapping[str, list[Story]]) -> str:
    """A recalled occasion belongs to the only story of its sides that has its day."""
    if one.claim.fields["certainty"] == "historical":
        sides = set(parties(one.claim))
        found = [story for story in by_day.get(one.claim.fields.get("date") or "", ()) if len(sides) > 1 and sides <= set(story.sides)]
        if len(found) == 1:
            return found[0].id
    return one.place


def _leads(sheet: Sheet, persons: Mapping[str, str]) -> dict[str, str]:
    spoken = Counter(speech.mention for speech in sheet.speeches if speech.mention in persons)
    by_state: dict[str, list[Mention]] = {}
    for mention in sheet.mentions:
        if mention.state and spoken[mention.id]:
            by_state.setdefault(mention.state, []).append(mention)
    return {state: persons[min(found, key=lambda mention: (-spoken[mention.id], mention.id)).id] for state, found in by_state.items()}


def _persons(one: Told, persons: Mapping[str, str], leads: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    passages = [one.claim.evidence, *one.claim.grounds.get("participants", ())]
    words = set(re.findall(r"\w+", folded(" ".join(passage.quote for passage in passages))))
    sides = set(one.claim.fields["participants"])
    named = {
        (mention.state, persons[mention.id])
        for mention in one.sheet.mentions
        if mention.state in sides and mention.id in persons and folded(mention.as_written).split()[-1] in words
    }
    found = {(state, person) for state, person in named if state}
    silent = sides - {state for state, _ in found}
    return frozenset(found | {(state, leads[state]) for state in silent if state in leads})


@dataclass(frozen=True, slots=True)
class _Traits:
    """What keeps two events apart: their documents, days, hosts, sides and persons."""

    documents: frozenset[str]
    dates: frozenset[str]
    hosts: frozenset[str]
    persons: frozenset[tuple[str, str]]

    def apart(self, other: _Traits) -> bool:
        states = {state for state, _ in self.persons} & {state for state, _ in other.persons}
        strangers = any(not {p for s, p in self.persons if s == state} & {p for s, p in other.persons if s == state} for state in states)
        hosts = bool(self.hosts and other.hosts and self.hosts != other.hosts)
        dates = any(not _meet(a, b) for a in self.dates for b in other.dates)
        return bool(self.documents & other.documents) or strangers or hosts or dates

    def with_(self, other: _Traits) -> _Traits:
        return _Traits(self.documents | other.documents, self.dates | other.dates, self.hosts | other.hosts, self.persons | other.persons)


def _meet(one: str, other: str) -> bool:
    (a, b), (c, d) = days(one), days(other)
    return a < d and c < b


def _traits(item: Seen) -> _Traits:
    fields = item.told.claim.fields
    return _Traits(
        frozenset({item.told.document}), frozenset({fields["date"]} if fields.get("date") else ()),
        frozenset({fields["state"]} if fields.get("state") else ()), item.persons,
    )  # fmt: skip


def _key(item: Seen) -> tuple[str, ...]:
    """Type and story; a recalled occasion of no story meets its like by the month that it is dated to, wherever it is told."""
    fields = item.told.claim.fields
    recalled = fields["certainty"] == "historical" and item.place == item.told.place
    if recalled and fields.get("date"):
        return ("recalled", fields["type"], fields["date"][:7], *sorted(fields["participants"]))
    return ("recalled" if recalled else "told", fields["type"], item.place)


def _occasions(key: tuple[str, ...], members: list[Seen]) -> Iterator[list[str]]:
    """Events with the same traits but the document meet first, so that only what differs is compared in pairs."""
    alike: dict[tuple[object, ...], list[Seen]] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for item in sorted(members, key=lambda item: item.told.id):
        traits = _traits(item)
        said = (_sides(item), traits.dates, traits.hosts, traits.persons)
        alike.setdefault((times[item.told.document, said], *said), []).append(item)
        times[item.told.document, said] += 1
    held = {same[0].told.id: same for same in alike.values()}
    traits_of = {one: reduce(_Traits.with_, map(_traits, same)) for one, same in held.items()}
    edges = [(weight, a, b) for a, b in combinations(sorted(held), 2) if (weight := _weight(held[a][0], held[b][0]))]
    for group in joined(traits_of, edges).groups():
        yield sorted(item.told.id for one in group for item in held[one])


def _sides(item: Seen) -> frozenset[str]:
    return frozenset(item.told.claim.fields["participants"])


def _weight(one: Seen, other: Seen) -> float:
    a, b = _sides(one), _sides(other)
    if not a & b or not (a <= b or b <= a):
        return 0.0
    x, y = _traits(one), _traits(other)
    return 1.0 + 4.0 * (a == b) + 2.0 * len(x.persons & y.persons) + bool(x.dates & y.dates) + bool(x.hosts & y.hosts)


OCCASIONS = Pass("events", _key, _occasions)
