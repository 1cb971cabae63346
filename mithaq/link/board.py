"""What the later passes see: each claim with its document, its story and the day that the story gives it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mithaq.knowledge.members import Members
from mithaq.link.sheets import DAY, Sheet, Speech, meets, parties, within
from mithaq.model import Claim, Evidence, days


class Wide(NamedTuple):
    """An agreement of three parties or more that a document of a story tells of; the title with its language, where it has one."""

    parties: tuple[str, ...]
    type: str
    sectors: tuple[str, ...]
    title: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that tell of one occasion.

    Attributes:
        id: smallest document.
        first, last: the days that dated reports attest; None where none is dated.
        dated_by: (document, passage) of each report that dates it.
        arrival: whether all that dates it is when a visit began; how long it lasted is not known then.
        wide: agreements of more than two that it tells of.
    """

    id: str
    documents: tuple[str, ...]
    sides: tuple[str, ...]
    host: str | None
    first: str | None
    last: str | None
    dated_by: tuple[tuple[str, Evidence], ...]
    arrival: bool = False
    wide: tuple[Wide, ...] = ()

    @property
    def days(self) -> list[str]:
        """Each day from the first to the last; [] where none is dated."""
        if self.first is None or self.last is None:
            return []
        first, end = (days(day)[0].toordinal() for day in (self.first, self.last))
        return [datetime.date.fromordinal(day).isoformat() for day in range(first, end + 1)]

    @property
    def interval(self) -> list[str] | None:
        """The days as `[first, day after the last]`; None where none is dated."""
        if self.first is None or self.last is None:
            return None
        return [self.first, days(self.last)[1].isoformat()]

    @property
    def date(self) -> str | None:
        """The most exact prefix date that all its days share; None where there is none."""
        return shared(self.first, self.last) if self.first and self.last else None


def shared(first: str, last: str) -> str | None:
    """The most exact prefix date that two days share; None where there is none."""
    return next((first[:length] for length in (DAY, 7, 4) if first[:length] == last[:length]), None)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and where it was told.

    Attributes:
        lang: language of the document.
        story: id of the document's story; None where it tells of no occasion.
        day: day of the story's first report, else of publication; None where neither is known.
        sheet: the document as linking sees it.
    """

    claim: Claim
    document: str
    lang: str
    story: str | None
    day: str | None
    sheet: Sheet

    @property
    def id(self) -> str:
        """Id of the claim."""
        return self.claim.id

    @property
    def place(self) -> str:
        """The story, or the document where there is none: what is told in one place may be one thing."""
        return self.story or self.document


def stories_of(sheets: Iterable[Sheet], labels: Mapping[str, str], members: Members) -> list[Story]:
    """The stories, in the order of their ids."""
    held: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        if sheet.id in labels:
            held.setdefault(labels[sheet.id], []).append(sheet)
    return [_story(held[label], members) for label in sorted(held)]


def _story(sheets: list[Sheet], members: Members) -> Story:
    sheets = sorted(sheets, key=lambda sheet: sheet.id)
    attested = sorted(day for sheet in sheets for day in sheet.attested)
    hosts = sorted({sheet.host for sheet in sheets if sheet.host})
    return Story(
        id=sheets[0].id,
        documents=tuple(sheet.id for sheet in sheets),
        sides=tuple(sorted({side for sheet in sheets for side in sheet.sides})),
        host=hosts[0] if len(hosts) == 1 else None,
        first=attested[0] if attested else None,
        last=attested[-1] if attested else None,
        dated_by=tuple((sheet.id, passages[0]) for sheet in sheets for passages in list(sheet.attested.values())[:1]),
        arrival=bool(attested) and all(day in sheet.arrivals for sheet in sheets for day in sheet.attested),
        wide=_wide(sheets, attested[0] if attested else None, members),
    )


def _wide(sheets: list[Sheet], first: str | None, members: Members) -> tuple[Wide, ...]:
    found = set()
    for sheet in sheets:
        for claim in sheet.of("agreement"):
            fields, title = claim.fields, claim.fields.get("title")
            bound = parties_bound(claim, members, first or sheet.published)
            if len(bound) > 2 and fields["certainty"] != "negated":
                found.add(Wide(bound, fields["type"], tuple(sorted(fields.get("sectors") or ())), (sheet.lang, title) if title else None))
    return tuple(sorted(found, key=repr))


def parties_bound(claim: Claim, members: Members, day: str | None) -> tuple[str, ...]:
    """The parties of an agreement, sorted: an organisation for its members, and without those who mediate."""
    named = set(claim.fields["parties"])
    others = named - set(claim.fields.get("mediators") or ())
    return tuple(sorted(members.folded(others if len(others) > 1 else named, day)))


def told(sheets: Iterable[Sheet], labels: Mapping[str, str], stories: Iterable[Story]) -> list[Told]:
    """All claims with their places, in the order of their ids."""
    days_of = {story.id: story.first for story in stories}
    out: list[Told] = []
    for sheet in sheets:
        story = labels.get(sheet.id)
        day = days_of.get(story or "") or next(iter(sheet.attested), None) or sheet.published
        out.extend(Told(claim, sheet.id, sheet.lang, story, day, sheet) for claim in sheet.claims)
    return sorted(out, key=lambda one: one.id)


def own_speech(one: Told) -> Speech:
    """The speech of a claim that is a statement."""
    return next(speech for speech in one.sheet.speeches if speech.claim == one.id)


def belongs(one: Told, story: Story) -> bool:
    """Whether a claim tells of the story's occasion: an event or agreement of its sides, or words of one who speaks there.

    An article may tell of other things at its end: another pair's agreement, a press conference of one side alone and
    what is said at it. What the story attests is not known of these.
    """
    claim, sides = one.claim, set(story.sides)
    if claim.of in {"event", "agreement"}:
        named = set(parties(claim))
        return named <= sides and (len(named) > 1 or claim.fields.get("type") == "visit")
    if claim.of == "statement":
        speech = own_speech(one)
        return speech.state in sides and not _elsewhere(one.sheet, speech, sides)
    bound = {party for name in ("by", "to", "on") for party in claim.fields.get(name) or ()}
    return bound <= sides


def _elsewhere(sheet: Sheet, speech: Speech, sides: set[str]) -> bool:
    """Whether the speaker takes part in an occasion of the document that is none of the story's."""
    written = next((mention.as_written for mention in sheet.mentions if mention.id == speech.mention), None)
    others = (event for event in sheet.of("event") if event.fields["certainty"] == "asserted" and event.fields["type"] != "visit")
    apart = [event for event in others if len(parties(event)) < 2 or not set(parties(event)) <= sides]
    passages = [passage for event in apart for passage in event.grounds.get("participants", (event.evidence,))]
    return written is not None and any(written in passage.quote for passage in passages)


def speech_of(one: Told, passages: Iterable[Evidence]) -> Speech | None:
    """The statement that holds a claim: the first that holds one of its passages, else the first that meets one.

    A claim that is quoted may stand in the words that lead to the statement ("referring to the draft, he said: …");
    then it is the nearest statement after it.
    """
    speeches = one.sheet.speeches
    found = list(passages)
    for holds in (within, meets):
        for passage in found:
            held = next((speech for speech in speeches if holds(passage, speech.evidence)), None)
            if held:
                return held
    if one.claim.fields.get("voice") == "quoted" and found:
        return next((speech for speech in speeches if speech.evidence.start >= found[0].end), None)
    return None
