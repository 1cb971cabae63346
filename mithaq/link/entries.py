"""Entries of all kinds but agreements and differences, from the groups that the passes found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from mithaq.link.actors import Merge
from mithaq.link.board import Story, Told, own_speech
from mithaq.link.desk import Desk, leading, most, union
from mithaq.link.histories import dating
from mithaq.link.holders import Holder
from mithaq.link.keeping import history, met, undated
from mithaq.link.references import Reference
from mithaq.link.sayings import shared
from mithaq.link.series import figure
from mithaq.link.sheets import Mention, Sheet
from mithaq.model import Entry

Fields = Callable[[list[Told], Desk], dict[str, Any]]


def entry(of: str, claims: Iterable[str], desk: Desk) -> Entry:
    """The entry of one group of claims of one kind."""
    held = tuple(sorted(claims))
    members = desk.members(held)
    return Entry(of, held, {**_FIELDS[of](members, desk), **desk.setting(members)})


def kind(claims: Iterable[str], desk: Desk) -> str | None:
    """Of what kind the entry of a group of claims is; None where it is of outcomes alone, as of a promise that nobody told."""
    kinds = {desk.told[claim].claim.of for claim in claims}
    return min(kinds - {"outcome"}, default=None)


def _event(members: list[Told], desk: Desk) -> dict[str, Any]:
    certainty = sorted({one.claim.fields["certainty"] for one in members}, key=desk.knowledge.vocabularies["certainty"].rank)
    return {
        "type": members[0].claim.fields["type"],
        "certainty": certainty[0],
        "participants": union(members, "participants"),
        "mediators": union(members, "mediators"),
        "state": leading(members, "state"),
        "place": leading(members, "place"),
    }


def _statement(members: list[Told], desk: Desk) -> dict[str, Any]:
    speeches = [own_speech(one) for one in members]
    person = min((desk.persons[speech.mention] for speech in speeches if speech.mention and speech.mention in desk.persons), default=None)
    states = {speech.state for speech in speeches if speech.state}
    return {
        "speaker": desk.names[person] if person else leading(members, "speaker"),
        "state": next(iter(states)) if len(states) == 1 else None,
        "form": leading(members, "kind"),
        "cue": leading(members, "cue"),
        "topics": union(members, "topics"),
        "shared": shared(members) if len(members) > 1 else [],
        "words": _words(members, lambda one: one.claim.evidence.quote),
    }


def _commitment(members: list[Told], desk: Desk) -> dict[str, Any]:
    vocabularies = desk.knowledge.vocabularies
    promised = [one for one in members if one.claim.of == "commitment"]
    steps = history(members, desk.stories, vocabularies)
    return {
        "by": union(members, "by"),
        "to": union(members, "to"),
        "act": leading(promised, "act"),
        "force": min((one.claim.fields["force"] for one in promised), key=vocabularies["force"].rank),
        "condition": leading(promised, "condition"),
        "deadline": next((step["deadline"] for step in reversed(steps) if step["deadline"]), None) or leading(promised, "deadline"),
        "what": leading(promised, "what"),
        "words": _words(promised, lambda one: str(one.claim.fields["what"])),
        "sectors": sorted(union(members, "sectors"), key=vocabularies["sector"].rank),
        "history": steps,
        "undated": undated(members),
        "denied": [one.id for one in members if one.claim.fields.get("status") == "denied"],
        "met": met(members, vocabularies),
        "agreement": None,
    }


def _appeal(members: list[Told], desk: Desk) -> dict[str, Any]:
    return {
        "by": union(members, "by"),
        "on": union(members, "on"),
        "force": leading(members, "force"),
        "what": leading(members, "what"),
        "words": _words(members, lambda one: str(one.claim.fields["what"])),
    }


def _words(members: list[Told], words: Callable[[Told], str]) -> dict[str, str]:
    """What is said, promised or asked, as each language has it."""
    return {lang: most(words(one) for one in members if one.lang == lang) for lang in sorted({one.lang for one in members})}


def _body(members: list[Told], desk: Desk) -> dict[str, Any]:
    return {"name": leading(members, "name"), "parties": union(members, "parties")}


def _project(members: list[Told], desk: Desk) -> dict[str, Any]:
    return {"name": leading(members, "name"), "parties": union(members, "states"), "sectors": union(members, "sectors")}


_FIELDS: Mapping[str, Fields] = {
    "event": _event, "statement": _statement, "commitment": _commitment, "appeal": _appeal, "figure": figure,
    "body": _body, "project": _project,
}  # fmt: skip


def names(mentions: Iterable[Mention], persons: Mapping[str, str]) -> dict[str, str]:
    """The name to show for each person: the one that most mentions have."""
    held: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.id in persons:
            held.setdefault(persons[mention.id], []).append(mention.label or mention.as_written)
    return {person: most(labels) for person, labels in held.items()}


def actors(
    sheets: Iterable[Sheet], merges: Iterable[Merge], holders: Iterable[Holder], desk: Desk, *, wanted: Callable[[str], bool]
) -> Iterator[tuple[str, Entry]]:
    """One entry for each wanted person who speaks, and for each office that speaks and stays without a name; with the smallest mention."""
    sheets = list(sheets)
    stands_for = {holder.mention.id: holder.person for holder in holders if holder.person}
    mentions = {mention.id: mention for sheet in sheets for mention in sheet.mentions}
    spoken: dict[str, list[str]] = {}
    for sheet in sheets:
        for speech in sheet.speeches:
            if speech.mention:
                person = desk.persons.get(speech.mention) or stands_for.get(speech.mention) or speech.mention
                spoken.setdefault(person, []).append(speech.claim)
    held: dict[str, list[Mention]] = {}
    for mention in mentions.values():
        held.setdefault(desk.persons.get(mention.id) or stands_for.get(mention.id) or mention.id, []).append(mention)
    reasons: dict[str, list[Merge]] = {}
    for merge in merges:
        reasons.setdefault(desk.persons[merge.one], []).append(merge)
    by_mention = {holder.mention.id: holder for holder in holders}
    for person, claims in sorted(spoken.items()):
        if not wanted(person):
            continue
        mentions_of = sorted(held[person], key=lambda mention: mention.id)
        yield person, _actor(sorted(claims), mentions_of, reasons.get(person, []), by_mention, desk)


def _actor(claims: list[str], mentions: list[Mention], merges: list[Merge], holders: Mapping[str, Holder], desk: Desk) -> Entry:
    members = desk.members(claims)
    named = [mention for mention in mentions if mention.id in desk.persons]
    unnamed = [holders[mention.id].write(desk.names) for mention in mentions if mention.id in holders]
    table = [one["name"] for one in unnamed if one["name"]]
    held = Counter((mention.office, mention.state) for mention in mentions)
    office, state = min(held, key=lambda pair: (-held[pair], pair[0] or "", pair[1] or ""))
    fields = {
        "name": desk.names[desk.persons[named[0].id]] if named else table[0] if table else None,
        "names": {lang: sorted({one.as_written for one in named if one.lang == lang}) for lang in sorted({one.lang for one in named})},
        "office": office,
        "state": state,
        "offices": [list(pair) for pair in sorted({(one.office or "", one.state or "") for one in mentions})],
        "states": sorted({one.state for one in mentions if one.state}),
        "documents": sorted({one.document for one in mentions}),
        "stories": sorted({one.story for one in members if one.story}),
        "statements": len(claims),
        "merged": [{"one": _written(merge.one), "other": _written(merge.other), "reasons": list(merge.reasons)} for merge in merges],
        "unnamed": unnamed,
        "sources": desk.counted(members),
    }
    return Entry("actor", tuple(claims), fields)


def _written(mention: str) -> dict[str, str]:
    document, words, *_ = mention.split("\t")
    return {"document": document, "as_written": words}


def stories(
    stories: Iterable[Story], sheets: Iterable[Sheet], references: Iterable[Reference], holders: Iterable[Holder], desk: Desk
) -> Iterator[tuple[str, Entry]]:
    """One entry for each story whose documents make any claim, with the story."""
    by_id = {sheet.id: sheet for sheet in sheets}
    references, holders = list(references), list(holders)
    mentioned: dict[str, list[Reference]] = {}
    for reference in references:
        mentioned.setdefault(reference.story, []).append(reference)
    unnamed: dict[str, list[Holder]] = {}
    for holder in holders:
        unnamed.setdefault(holder.mention.document, []).append(holder)
    for story in stories:
        held = [by_id[document] for document in story.documents]
        claims = tuple(sorted(claim.id for sheet in held for claim in sheet.claims))
        if claims:
            offices = [holder.write(desk.names) for document in story.documents for holder in unnamed.get(document, ())]
            yield story.id, Entry("story", claims, _story(story, held, mentioned.get(story.id, []), offices, desk))


def _story(story: Story, sheets: list[Sheet], mentioned: list[Reference], unnamed: list[dict[str, Any]], desk: Desk) -> dict[str, Any]:
    persons = {(desk.persons[mention.id], mention.state) for sheet in sheets for mention in sheet.mentions if mention.id in desk.persons}
    undated = [sheet.id for sheet in sheets if not sheet.attested]
    fields: dict[str, Any] = {
        "documents": list(story.documents),
        "parties": list(story.sides),
        "state": story.host,
        "interval": story.interval,
        "derived_dates": {document: dating(story) if story.interval else None for document in undated},
        "mentioned_in": [
            {"document": one.document, "claim": one.claim, "certainty": one.certainty, "rule": one.rule, "evidence": one.evidence.write()}
            for one in mentioned
        ],
        "actors": [
            {"name": desk.names[person], "state": state} for person, state in sorted(persons, key=lambda pair: (pair[1] or "", pair[0]))
        ],
        "unnamed": unnamed,
        "sources": desk.counted([desk.told[claim.id] for sheet in sheets for claim in sheet.claims]),
    }
    if story.interval:
        fields["derived"] = {"interval": {**dating(story), "rule": "the days that dated reports of the story attest"}}
    return fields
