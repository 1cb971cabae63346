"""References: a visit that a document recalls or announces, and the story that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mithaq.link.board import Story, Told
from mithaq.link.passes import Group, Pass, grouped, run
from mithaq.model import Evidence, days

_SOON = 400
"""Days within which an announced visit may follow."""

RULES = {
    "historical": "the last visit of the same side to the same state before",
    "future": "the next visit of the same side to the same state",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage of one document that speaks of the occasion of another story."""

    claim: str
    document: str
    evidence: Evidence
    certainty: str
    story: str

    @property
    def rule(self) -> str:
        """By what the story was found."""
        return RULES[self.certainty]


def references(told: Iterable[Told], stories: Iterable[Story], group: Group = grouped) -> list[Reference]:
    """The recalled and announced visits whose story is known.

    Args:
        told: all claims.
        stories: all stories.
        group: the verb of the engine.
    """
    visits = [one for one in told if one.claim.of == "event" and one.claim.fields["type"] == "visit" and one.claim.fields["state"]]
    by_id = {story.id: story for story in stories}
    items = [(one, by_id.get(one.story or "")) for one in visits]
    return sorted(run(REFERENCES, items, group), key=lambda reference: reference.claim)


def _key(item: tuple[Told, Story | None]) -> tuple[str, ...] | None:
    fields = item[0].claim.fields
    visitors = tuple(sorted(fields["participants"]))
    return (*visitors, "to", fields["state"]) if visitors else None


def _references(key: tuple[str, ...], members: list[tuple[Told, Story | None]]) -> Iterator[Reference]:
    hosts = {story.id: story for one, story in members if story and one.claim.fields["certainty"] == "asserted"}
    for one, _ in members:
        certainty = one.claim.fields["certainty"]
        found = _found(one, certainty, [hosts[name] for name in sorted(hosts)]) if certainty in RULES else None
        if found:
            yield Reference(one.claim.id, one.document, one.claim.evidence, certainty, found.id)


def _found(one: Told, certainty: str, stories: list[Story]) -> Story | None:
    """The story on the right side of the document's day, the nearest first; where that day is unknown, the only story there is."""
    others = [story for story in stories if story.id != one.story]
    date = one.claim.fields.get("date")
    if date:
        others = [story for story in others if story.first and story.last and _overlap(date, story.first, story.last)]
    if one.day is None:
        return others[0] if len(others) == 1 else None
    if certainty == "historical":
        before = [story for story in others if story.last and story.last < one.day]
        return max(before, key=lambda story: (story.last, story.id), default=None)
    after = [story for story in others if story.first and story.first > one.day and _distance(one.day, story.first) <= _SOON]
    return min(after, key=lambda story: (story.first, story.id), default=None)


def _overlap(date: str, first: str, last: str) -> bool:
    begin, end = days(date)
    return begin < days(last)[1] and days(first)[0] < end


def _distance(one: str, other: str) -> int:
    return (days(other)[0] - days(one)[0]).days


REFERENCES = Pass("references", _key, _references)
