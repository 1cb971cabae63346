"""All documents linked at once."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mithaq.link import entries
from mithaq.link.actors import actors
from mithaq.link.board import stories_of
from mithaq.link.decisions import Decision, Judged, applied, judged
from mithaq.link.found import Found, Groups, Written, desk_of, groups, written
from mithaq.link.holders import holders
from mithaq.link.passes import Group, Known, grouped
from mithaq.link.references import references
from mithaq.link.reprints import reprints
from mithaq.link.sheets import Sheet, sheet
from mithaq.link.stories import placed, reports, sides_of
from mithaq.model import Record


@dataclass(frozen=True)
class Linked:
    """Entries with the groups that they are made of, and what was found on the way."""

    entries: list[Written]
    found: Found
    groups: Groups


def whole(records: Iterable[Record], knowledge: Known, decisions: Iterable[Decision] = (), *, group: Group = grouped) -> Linked:
    """Link all records; see `link`."""
    with uncollected():
        said = judged(decisions)
        found = Found({one.id: one for one in (applied(sheet(record, knowledge.letters), said) for record in records)})
        find(found, knowledge, said, group)
        desk = desk_of(found, knowledge, said)
        held = groups(found, desk)
        return Linked(written(found, desk, held, said, group), found, held)


def find(found: Found, knowledge: Known, said: Judged, group: Group) -> None:
    """Run the passes before the entries over all documents of `found`."""
    sheets = found.ordered()
    mentions = [mention for one in sheets for mention in one.mentions]
    found.copies = reprints(sheets, group)
    people = actors(mentions, knowledge.letters, same_speakers(sheets, said), group)
    found.persons, found.merges = people.of, people.merges
    found.names = entries.names(mentions, people.of)
    told = reports(sheets, found.copies, people.of, knowledge)
    found.sides = {document: sides_of(one) for one in told for document in one.documents}
    found.labels = placed(told, knowledge.vocabularies, group)
    found.stories = {story.id: story for story in stories_of(sheets, found.labels, knowledge.members)}
    found.holders = holders(sheets, people.of, found.stories.values(), knowledge.offices, knowledge.vocabularies["office"])
    found.references = references(found.claims(), found.stories.values(), group)


def same_speakers(sheets: Iterable[Sheet], said: Judged) -> list[tuple[str, str]]:
    """Speakers of statements that a reviewer judged the same."""
    if not said.same:
        return []
    sheets = list(sheets)
    mention_of: dict[str, str | None] = {speech.claim: speech.mention for one in sheets for speech in one.speeches}
    named: set[str] = {mention.id for one in sheets for mention in one.mentions if mention.name.family}
    pairs = ((mention_of.get(one), mention_of.get(other)) for one, other in sorted(said.same))
    return [(one, other) for one, other in pairs if one in named and other in named and one and other]


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: linking makes none, and looking for them costs the more, the more documents are held."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
