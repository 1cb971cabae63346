"""What entries are made from: all claims with their stories, persons, sources and the knowledge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.link.board import Story, Told, belongs
from mithaq.link.histories import dating, derivation
from mithaq.link.passes import Known
from mithaq.link.sources import Source, counted


@dataclass(frozen=True)
class Desk:
    """The results of the passes before entries are written.

    Attributes:
        told: id of a claim -> the claim and where it was told.
        stories: id of a story -> the story.
        sources: id of a document -> the document as a source.
        persons: id of a mention -> the person.
        names: person -> the name to show.
        confirmed: claims that a reviewer vouches for.
    """

    told: Mapping[str, Told]
    stories: Mapping[str, Story]
    sources: Mapping[str, Source]
    persons: Mapping[str, str]
    names: Mapping[str, str]
    knowledge: Known
    confirmed: frozenset[str] = frozenset()

    def members(self, claims: Iterable[str]) -> list[Told]:
        """Claims by id, in the order given."""
        return [self.told[claim] for claim in claims]

    def counted(self, members: Iterable[Told]) -> dict[str, Any]:
        """The sources of some claims."""
        return counted(self.sources[one.document] for one in members)

    def setting(self, members: list[Told]) -> dict[str, Any]:
        """Story, date and sources of an entry: the date that most claims give, the most exact; else the one that the story gives."""
        now = [one for one in members if _now(one)]
        places = sorted({one.story for one in now or members if one.story})
        story = self.stories[places[0]] if len(places) == 1 else None
        dates = [one.claim.fields["date"] for one in members if one.claim.fields.get("date")]
        out: dict[str, Any] = {"story": story.id if story else None, "date": None, "date_basis": None, "sources": self.counted(members)}
        if dates:
            out |= {"date": most(dates), "date_basis": "read"}
        elif story and now and all(belongs(one, story) for one in now) and (found := _derived(story, now)):
            out |= {"date": found.pop("date"), "date_basis": "derived", "derived": {"date": found}}
        return out


def _derived(story: Story, now: list[Told]) -> dict[str, Any] | None:
    if story.date and all(one.claim.fields.get("type") == "visit" for one in now):
        return {"date": story.date, **dating(story)}
    return derivation(story, now)


def _now(one: Told) -> bool:
    return bool(one.claim.fields.get("certainty", "asserted") == "asserted")


def most(values: Iterable[str]) -> str:
    """The value that stands most often; of equals the longest, then the first in order."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], -len(value), value))


def leading(members: Iterable[Told], field: str) -> Any:
    """The value that most claims give for a field, None aside; of equals the first in order of its text."""
    values = [one.claim.fields[field] for one in members if one.claim.fields.get(field) is not None]
    counts = Counter(map(repr, values))
    return min(values, key=lambda value: (-counts[repr(value)], repr(value)), default=None)


def union(members: Iterable[Told], field: str) -> list[str]:
    """All values that claims list under a field, sorted."""
    return sorted({value for one in members for value in one.claim.fields.get(field) or ()})
