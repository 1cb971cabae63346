"""What a register keeps of linking, document by document, so that an increment need not find it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Story, Wide
from mithaq.link.found import Found, Groups
from mithaq.link.holders import Holder
from mithaq.link.keys import given, settled
from mithaq.link.references import Reference
from mithaq.link.sheets import Mention, Sheet
from mithaq.model import Evidence

Kept = dict[str, Any]
"""`{copy, sides, story, persons, references, holders}` of one document, as JSON."""


class Remembered(NamedTuple):
    """One document with what is kept of it and the keys by which others find it."""

    document: str
    kept: Kept
    keys: frozenset[int]


def remembered(documents: Iterable[str], found: Found, groups: Groups, vocabularies: Vocabularies) -> Iterator[Remembered]:
    """What is to be kept of documents."""
    references: dict[str, list[Reference]] = {}
    for one in found.references:
        references.setdefault(one.document, []).append(one)
    holders: dict[str, list[Holder]] = {}
    for holder in found.holders:
        holders.setdefault(holder.mention.document, []).append(holder)
    sole = sole_offices(vocabularies)
    for name in sorted(documents):
        sheet = found.sheets[name]
        refers = references.get(name, [])
        kept: Kept = {
            "copy": found.copies[name],
            "sides": found.sides.get(name),
            "story": found.labels.get(name),
            "persons": {mention.id: found.persons[mention.id] for mention in sheet.mentions if mention.id in found.persons},
            "references": [reference(one) for one in sorted(refers, key=lambda one: one.claim)],
            "holders": [holder_kept(one) for one in sorted(holders.get(name, []), key=lambda one: one.mention.id)],
        }
        story = found.stories.get(found.labels.get(name, ""))
        own = settled(kept["copy"], kept["sides"], story, kept["persons"], (one.story for one in refers))
        yield Remembered(name, kept, frozenset({*given(sheet, sole), *own, *groups.keys(sheet, holders.get(name, []), found.persons)}))


def sole_offices(vocabularies: Vocabularies) -> frozenset[str]:
    """The offices that a state has one holder of at a time."""
    return frozenset(name for name in vocabularies["office"].values if vocabularies["office"].has(name, "sole"))


def reference(one: Reference) -> dict[str, Any]:
    """A reference as JSON."""
    return {"claim": one.claim, "evidence": one.evidence.write(), "certainty": one.certainty, "story": one.story}


def read_reference(document: str, kept: Mapping[str, Any]) -> Reference:
    """A reference from JSON."""
    return Reference(kept["claim"], document, Evidence.read(kept["evidence"]), kept["certainty"], kept["story"])


def holder_kept(one: Holder) -> dict[str, Any]:
    """A holder as JSON, by the id of the mention."""
    return {
        "mention": one.mention.id, "day": one.day, "person": one.person, "name": one.name, "rule": one.rule, "source": one.source,
        "last": list(one.last) if one.last else None,
    }  # fmt: skip


def read_holder(mentions: Iterable[Mention], kept: Mapping[str, Any]) -> Holder:
    """A holder from JSON, with its mention among those of its document."""
    mention = next(one for one in mentions if one.id == kept["mention"])
    last = tuple(kept["last"]) if kept["last"] else None
    return Holder(mention, kept["day"], kept["person"], kept["name"], kept["rule"], kept["source"], last)


def story_kept(story: Story) -> dict[str, Any]:
    """A story as JSON."""
    return {
        "id": story.id, "documents": list(story.documents), "sides": list(story.sides), "host": story.host, "first": story.first,
        "last": story.last, "dated_by": [[document, evidence.write()] for document, evidence in story.dated_by], "arrival": story.arrival,
        "wide": [[list(one.parties), one.type, list(one.sectors), list(one.title) if one.title else None] for one in story.wide],
    }  # fmt: skip


def read_story(kept: Mapping[str, Any]) -> Story:
    """A story from JSON."""
    dated_by = tuple((document, Evidence.read(evidence)) for document, evidence in kept["dated_by"])
    wide = tuple(Wide(tuple(bound), type_, tuple(sectors), title and (title[0], title[1])) for bound, type_, sectors, title in kept["wide"])
    named = (kept["id"], tuple(kept["documents"]), tuple(kept["sides"]))
    return Story(*named, kept["host"], kept["first"], kept["last"], dated_by, kept["arrival"], wide)


def restored(sheet: Sheet, kept: Kept, found: Found) -> None:
    """Put what was kept of a document back among what was found."""
    name = sheet.id
    found.sheets[name] = sheet
    found.copies[name] = kept["copy"]
    found.persons |= kept["persons"]
    if kept["sides"] is not None:
        found.sides[name] = tuple(kept["sides"])
    if kept["story"] is not None:
        found.labels[name] = kept["story"]
    found.references += [read_reference(name, one) for one in kept["references"]]
    found.holders += [read_holder(sheet.mentions, one) for one in kept["holders"]]
