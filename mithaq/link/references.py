"""References: a visit that a document recalls or announces, and the story that tells of it."""

from __future__ import annotations

from bisect import bisect_left
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
    by_id = {story.id: story for story in stories}
    items = [(one, by_id.get(one.story or "")) for one in told if visit(one)]
    return sorted(run(REFERENCES, items, group), key=lambda reference: reference.claim)


def visit(one: Told) -> tuple[str, ...] | None:
    """Who visits whom, where a claim tells of a visit."""
    fields = one.claim.fields
    visitors = tuple(sorted(fields["participants"])) if one.claim.of == "event" else ()
    return (*visitors, "to", fields["state"]) if visitors and fields["type"] == "visit" and fields["state"] else None


def _key(item: tuple[Told, Story | None]) -> tuple[str, ...] | None:
    return visit(item[0])


def _references(key: tuple[str, ...], members: list[tuple[Told, Story | None]]) -> Iterator[Reference]:
    asserted = {story.id: story for one, story in members if story and one.claim.fields["certainty"] == "asserted"}
    dated = sorted((story for story in asserted.values() if story.first), key=lambda story: (story.first or "", story.id))
    firsts = [story.first or "" for story in dated]
    for one, _ in members:
        certainty = one.claim.fields["certainty"]
        if certainty not in RULES:
            continue
        if one.day is None:
            others = [story for story in asserted.values() if story.id != one.story]
            found = others[0] if len(others) == 1 else None
        else:
            place = bisect_left(firsts, one.day)
            found = _nearest(one, dated[:place][::-1] if certainty == "historical" else dated[place:])
        if found and _may_be(one, found):
            yield Reference(one.claim.id, one.document, one.claim.evidence, certainty, found.id)


def _nearest(one: Told, stories: list[Story]) -> Story | None:
    """The first of the stories, from the nearest on, that is another than the claim's own and lies on one side of its day."""
    return next(
        (story for story in stories if story.id != one.story and not (story.first or "") <= (one.day or "") <= (story.last or "")), None
    )


def _may_be(one: Told, story: Story) -> bool:
    """Whether a date that the claim gives lies in the story, and an announced visit comes soon."""
    date = one.claim.fields.get("date")
    if date and story.first and story.last:
        return _overlap(date, story.first, story.last)
    announced = one.claim.fields["certainty"] == "future" and one.day and story.first
    return not announced or _distance(one.day or "", story.first or "") <= _SOON


def _overlap(date: str, first: str, last: str) -> bool:
    begin, end = days(date)
    return begin < days(last)[1] and days(first)[0] < end


def _distance(one: str, other: str) -> int:
    return (days(other)[0] - days(one)[0]).days


REFERENCES = Pass("references", _key, _references)
