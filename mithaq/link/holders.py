"""Holders of offices that an article names without a person: by the same story, by the dated office table, or the last one named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.knowledge.offices import Offices
from mithaq.knowledge.vocabularies import Vocabulary
from mithaq.link.board import Story
from mithaq.link.sheets import Mention, Sheet
from mithaq.model import days


@dataclass(frozen=True, slots=True)
class Holder:
    """What is known of who is meant by an office without a name.

    Attributes:
        person: the person it resolves to, by the same story; None elsewhere.
        name: name by the office table; None elsewhere.
        rule: "same story" or "office table"; "" where it is left unresolved.
        source: address of who vouches for the table's row.
        last: (person, day, document) of the last one named in that office up to the document's day; None where none is known.
    """

    mention: Mention
    day: str | None
    person: str | None = None
    name: str | None = None
    rule: str = ""
    source: str | None = None
    last: tuple[str, str, str] | None = None

    def write(self, names: Mapping[str, str]) -> dict[str, Any]:
        """For an entry; `names` gives the name of a person."""
        person, day, document = self.last or (None, None, None)
        name = self.name or (names[self.person] if self.person else None)
        return {
            "document": self.mention.document, "as_written": self.mention.as_written, "office": self.mention.office,
            "state": self.mention.state,
            "resolved": bool(self.rule), "name": name, "rule": self.rule or None, "source": self.source,
            "last_named_holder": names[person] if person else None, "last_named": day, "last_named_in": document,
            "days_between": (days(self.day)[0] - days(day)[0]).days if self.day and day else None,
        }  # fmt: skip


def holders(
    sheets: Iterable[Sheet], persons: Mapping[str, str], stories: Iterable[Story], offices: Offices, vocabulary: Vocabulary
) -> list[Holder]:
    """All mentions without a name whose office and state are known, with who is meant.

    Args:
        persons: smallest mention of its person for each named mention.
        vocabulary: offices; only of one that a state has one holder of is a person told by office and state.
    """
    sheets = sorted(sheets, key=lambda sheet: sheet.id)
    story_of = {document: story for story in stories for document in story.documents}
    in_story: dict[tuple[str, str | None, str | None], set[str]] = {}
    named: dict[tuple[str | None, str | None], list[tuple[str, str, str]]] = {}
    for sheet in sheets:
        own = _own_day(sheet)
        for mention in sheet.mentions:
            if mention.id in persons:
                place = story_of[sheet.id].id if sheet.id in story_of else sheet.id
                in_story.setdefault((place, mention.office, mention.state), set()).add(persons[mention.id])
                if own:
                    named.setdefault((mention.office, mention.state), []).append((own, sheet.id, persons[mention.id]))
    out = []
    for sheet in sheets:
        story = story_of.get(sheet.id)
        for mention in sheet.mentions:
            if not mention.name.family and mention.state and vocabulary.has(mention.office, "sole"):
                same = in_story.get((story.id if story else sheet.id, mention.office, mention.state), set())
                out.append(_holder(mention, sheet, story, same, named.get((mention.office, mention.state), []), offices=offices))
    return out


def _own_day(sheet: Sheet) -> str | None:
    return max(sheet.attested, default=None) or sheet.published


def _holder(
    mention: Mention, sheet: Sheet, story: Story | None, same: set[str], named: list[tuple[str, str, str]], *, offices: Offices
) -> Holder:
    first = story.first if story and story.first else sheet.published
    last_day = story.last if story and story.last else sheet.published
    if len(same) == 1:
        return Holder(mention, first, person=next(iter(same)), rule="same story")
    found = offices.holder(mention.office or "", mention.state or "", first, last_day) if first and last_day else None
    before = [one for one in named if first and one[0] <= first]
    latest = max(before, key=lambda one: (one[0], one[1]), default=None)
    last = (latest[2], latest[0], latest[1]) if latest else None
    if found:
        return Holder(mention, first, name=found.names[0], rule="office table", source=found.source, last=last)
    return Holder(mention, first, last=last)
