"""An increment: what linking finds anew when documents come or go, of the keys that they touch alone.

Each step looks up who shares a touched key, runs the same pass over all members of these keys, and compares with what was kept. What
differs touches the keys of the next step. The result is that of linking everything at once; docs/decisions/0010-increments.md says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from mithaq.link import entries
from mithaq.link.actors import actors
from mithaq.link.actors import keys as names_of
from mithaq.link.board import Story, stories_of
from mithaq.link.decisions import Decision, Judged, applied, judged
from mithaq.link.found import Found, Groups, Written, desk_of, groups, written
from mithaq.link.holders import holders
from mithaq.link.kept import Kept, Remembered, holder_kept, read_story, remembered, restored, sole_offices, story_kept
from mithaq.link.keys import Kind, given, key, kind_of, told_of
from mithaq.link.passes import Known, grouped
from mithaq.link.references import references, visit
from mithaq.link.reprints import COMMON, blocks, copies
from mithaq.link.sheets import Sheet, sheet
from mithaq.link.stories import placed, reports, sides_of
from mithaq.link.whole import same_speakers, uncollected, whole
from mithaq.model import Record

Keys = Collection[int]


class Memory(Protocol):
    """What a register remembers of documents that were linked before; it knows nothing of those that come with the increment."""

    def linkable(self, documents: Collection[str]) -> Iterable[Record]:
        """The records of documents."""

    def holding(self, keys: Keys) -> set[str]:
        """The documents that have any of these keys."""

    def counted(self, keys: Keys) -> Mapping[int, int]:
        """How many documents have each key."""

    def keys(self, documents: Collection[str]) -> set[int]:
        """All keys of documents."""

    def kept(self, documents: Collection[str]) -> Mapping[str, Kept]:
        """What was kept of documents."""

    def told(self, stories: Collection[str]) -> Mapping[str, Mapping[str, Any]]:
        """Stories by id, as JSON."""

    def named(self, persons: Collection[str]) -> Mapping[str, str]:
        """The names to show for persons."""

    def home(self, claims: Collection[str]) -> Mapping[str, str]:
        """The document of each claim that is here."""


@dataclass(frozen=True)
class Changes:
    """What an increment changes in a register.

    Attributes:
        touched: keys of groups; the entries of these groups go, and `entries` take their place; None for all that there are.
        documents: what is to be kept of documents, in place of what was.
        stories: id -> story as JSON, or None for one that is no more.
        names: person -> name to show.
    """

    touched: frozenset[int] | None
    entries: list[Written]
    documents: Iterable[Remembered]
    stories: Mapping[str, Mapping[str, Any] | None]
    names: Mapping[str, str]


def everything(records: Iterable[Record], knowledge: Known, decisions: Iterable[Decision] = ()) -> Changes:
    """What changes when all records are linked at once, in a register that remembers nothing."""
    linked = whole(records, knowledge, decisions)
    found = linked.found
    kept = remembered(found.sheets, found, linked.groups, knowledge.vocabularies)
    stories = {name: story_kept(story) for name, story in found.stories.items()}
    return Changes(None, sorted(linked.entries, key=lambda held: (held[1].of, held[1].id)), kept, stories, found.names)


def changed(memory: Memory, documents: Collection[str], left: Keys, knowledge: Known, decisions: Iterable[Decision] = ()) -> Changes:
    """What changes when documents come, in place of others or none.

    Args:
        documents: those that are new, or whose record is; `memory` knows only their records.
        left: keys of documents that went, or had another record.
        decisions: the same with which all that is remembered was linked.
    """
    with uncollected():
        return _Increment(memory, frozenset(documents), frozenset(left), knowledge, judged(decisions)).changes()


class _Increment:
    """The documents that were looked at, with what was kept of them and what is found anew."""

    def __init__(self, memory: Memory, new: frozenset[str], left: frozenset[int], knowledge: Known, said: Judged) -> None:
        self.memory, self.new, self.left, self.knowledge, self.said = memory, new, left, knowledge, said
        self.found = Found()
        self.old: dict[str, Kept] = {}
        self.sole = sole_offices(knowledge.vocabularies)
        self.stories: dict[str, Mapping[str, Any] | None] = {}
        self.names: dict[str, str] = {}

    def changes(self) -> Changes:
        """Go through the steps, each with what those before it changed."""
        self.load(self.new)
        moved = self.copied()
        again = self.people(self.new)
        differing = self.occasions(self.new | moved | again)
        referring, referred = self.referring(differing)
        anew = differing | referring | self.seats(differing) | self.recalling()
        touched = {one for one in self.left | self.memory.keys(anew - self.new) if kind_of(one) >= Kind.STORY}
        touched |= {key(Kind.STORY, story) for story in referred} | {told_of(one) for one in self.gone(Kind.REFERRED)}
        held, touched = self.closed(anew, touched)
        self.persons_of(touched)
        desk = desk_of(self.found, self.knowledge, self.said)
        made = written(self.found, desk, held, self.said, grouped, touched=touched)
        kept = remembered(anew, self.found, held, self.knowledge.vocabularies)
        return Changes(frozenset(touched), made, list(kept), self.stories, self.names)

    def load(self, documents: Collection[str]) -> None:
        """Read documents that were not looked at before, with what was kept of them."""
        wanted = set(documents) - self.found.sheets.keys()
        kept = self.memory.kept(wanted)
        for record in self.memory.linkable(wanted):
            one = applied(sheet(record, self.knowledge.letters), self.said)
            if one.id in kept:
                self.old[one.id] = kept[one.id]
                restored(one, kept[one.id], self.found)
            else:
                self.found.sheets[one.id] = one
        missing = {self.found.labels[one] for one in wanted if one in self.found.labels} - self.found.stories.keys()
        self.found.stories |= {name: read_story(story) for name, story in self.memory.told(missing).items()}

    def meet(self, keys: Iterable[int]) -> set[str]:
        """The documents that have any of these keys, read."""
        found = self.memory.holding(set(keys))
        self.load(found)
        return found

    def sheets(self, documents: Iterable[str]) -> list[Sheet]:
        return [self.found.sheets[one] for one in sorted(documents)]

    def given(self, documents: Iterable[str], kind: Kind) -> set[int]:
        """The keys of one kind that documents have by themselves."""
        return {one for each in documents for one in given(self.found.sheets[each], self.sole) if kind_of(one) == kind}

    def gone(self, kind: Kind) -> set[int]:
        """The keys of one kind that documents had which went."""
        return {one for one in self.left if kind_of(one) == kind}

    def copied(self) -> set[str]:
        """Copies, of all that share a row of prints with what came or went; gives the documents whose copies differ."""
        near = set(self.new) | self.meet(self.gone(Kind.BLOCK) | self.gone(Kind.COPY) | self.given(self.new, Kind.BLOCK))
        near |= self.meet({key(Kind.COPY, self.found.copies[one]) for one in near if one in self.found.copies})
        prints = {one: self.found.sheets[one].prints for one in near}
        rows = {block: key(Kind.BLOCK, block) for of in prints.values() for block in blocks(of)}
        own = Counter(key(Kind.BLOCK, block) for one in self.new for block in blocks(prints[one]))
        counts = self.memory.counted(rows.values())
        found = copies(prints, common=[row for row, number in rows.items() if counts.get(number, 0) + own[number] > COMMON])
        self.found.copies |= found
        return {one for one in near if one in self.new or self.old[one]["copy"] != found[one]}

    def people(self, documents: Collection[str]) -> set[str]:
        """Persons, of all whose names meet those of some documents; gives the documents in which a person or a name to show differs."""
        touched = self.gone(Kind.NAME) | self.given(documents, Kind.NAME)
        ring = set(documents) | self.meet(touched | self.gone(Kind.PERSON))
        judged_too = {*self.memory.home({claim for pair in self.said.same for claim in pair}).values()}
        self.load(judged_too)
        labels = {
            self.found.persons[mention.id]
            for one in self.sheets(ring | judged_too)
            for mention in one.mentions
            if mention.id in self.found.persons
            and (one.id in judged_too or key(Kind.PERSON, self.found.persons[mention.id]) in self.left or self._meets(mention, touched))
        }
        members = self.around(labels, set(documents) | judged_too)
        differing = {one for one, mention, label in members if self.old.get(one, {}).get("persons", {}).get(mention) != label}
        fresh = {label for _, _, label in members}
        mentions = [mention for one in {one for one, _, _ in members} for mention in self.found.sheets[one].mentions]
        names = entries.names([mention for mention in mentions if self.found.persons.get(mention.id) in fresh], self.found.persons)
        known = self.memory.named(fresh)
        self.names = {label: name for label, name in names.items() if known.get(label) != name}
        self.found.names |= names
        return differing | {one for one, _, label in members if label in self.names}

    def _meets(self, mention: Any, touched: Collection[int]) -> bool:
        return any(key(Kind.NAME, one) in touched for one in names_of(mention))

    def around(self, labels: Collection[str], documents: Collection[str]) -> list[tuple[str, str, str]]:
        """Bring together anew the mentions of some persons and of some documents: (document, mention, smallest mention of the person)."""
        self.meet(key(Kind.PERSON, label) for label in labels)
        held = {one.document for each in self.found.sheets.values() for one in each.mentions if self.found.persons.get(one.id) in labels}
        homes = {*documents, *held}
        own = [
            mention
            for one in self.sheets(homes)
            for mention in one.mentions
            if mention.name.family and (one.id in documents or self.found.persons.get(mention.id) in labels)
        ]
        ring = homes | self.new | self.meet(key(Kind.NAME, one) for mention in own for one in names_of(mention))
        sheets = self.sheets(ring)
        people = actors((mention for one in sheets for mention in one.mentions), self.knowledge.letters, same_speakers(sheets, self.said))
        inside = {mention.id for mention in own}
        self.found.persons |= {mention: people.of[mention] for mention in inside}
        merges = [merge for merge in people.merges if merge.one in inside and merge.other in inside]
        self.found.merges = tuple(sorted({*self.found.merges, *merges}, key=lambda merge: (merge.one, merge.other)))
        return [(mention.document, mention.id, people.of[mention.id]) for mention in own]

    def occasions(self, documents: Collection[str]) -> set[str]:
        """Stories, of all reports that meet those of some documents; gives the documents whose story differs, and the first ones."""
        copied = {self.found.copies[one] for one in documents}
        self.meet(key(Kind.COPY, one) for one in copied)
        texts = {one for one, label in self.found.copies.items() if label in copied}
        told = reports(self.sheets(texts), self.found.copies, self.found.persons, self.knowledge)
        sides = {document: sides_of(one) for one in told for document in one.documents}
        before = {key(Kind.SIDES, self.found.sides[one]) for one in texts if one in self.found.sides}
        touched = self.gone(Kind.SIDES) | before | {key(Kind.SIDES, one) for one in sides.values()}
        held = texts | self.meet(touched)
        old = {self.found.labels[one] for one in held if one in self.found.labels}
        told = reports(self.sheets(held), self.found.copies, self.found.persons, self.knowledge)
        self._replace(self.found.sides, texts, sides)
        labels = placed([one for one in told if key(Kind.SIDES, sides_of(one)) in touched], self.knowledge.vocabularies)
        moved = {one for one in held if self.found.labels.get(one) != labels.get(one)}
        self._replace(self.found.labels, held, labels)
        now = {story.id: story for story in stories_of(self.sheets(held), labels, self.knowledge.members)}
        return texts | moved | self._differing(old, now)

    def _replace(self, held: dict[str, Any], documents: Iterable[str], found: Mapping[str, Any]) -> None:
        for one in documents:
            held.pop(one, None)
            if one in found:
                held[one] = found[one]

    def _differing(self, old: Collection[str], now: Mapping[str, Story]) -> set[str]:
        """Put the stories in the place of the old ones; gives the documents of those that differ."""
        before = {name: read_story(story) for name, story in self.memory.told(old).items()}
        differing: set[str] = set()
        for name in before.keys() | now.keys():
            if before.get(name) != now.get(name):
                self.stories[name] = story_kept(now[name]) if name in now else None
                differing |= set(now[name].documents if name in now else ())
        for name in before.keys() - now.keys():
            self.found.stories.pop(name, None)
        self.found.stories |= now
        self._days = {day for name in self.stories for story in (before.get(name), now.get(name)) if story for day in story.days}
        return differing

    def referring(self, documents: set[str]) -> tuple[set[str], set[str]]:
        """References by the visits of some documents; gives the documents whose references differ, and the stories referred to."""
        touched = self.gone(Kind.VISIT) | self.given(documents, Kind.VISIT)
        held = documents | self.meet(touched)
        inner = Found(
            {one: self.found.sheets[one] for one in held}, labels=self.found.labels, stories=self.found.stories, persons=self.found.persons
        )
        visits = [one for one in inner.claims() if (going := visit(one)) and key(Kind.VISIT, *going) in touched]
        within = {one.id for one in visits}
        before = [one for one in self.found.references if one.claim in within]
        now = references(visits, self.found.stories.values())
        self.found.references = sorted([one for one in self.found.references if one.claim not in within] + now, key=lambda one: one.claim)
        differing = {*before} ^ {*now}
        return {one.document for one in differing}, {one.story for one in differing}

    def seats(self, documents: set[str]) -> set[str]:
        """Holders of the offices of some documents; gives the documents in which one differs."""
        touched = self.gone(Kind.SEAT) | self.given(documents, Kind.SEAT)
        held = documents | self.meet(touched)
        found = holders(
            self.sheets(held),
            self.found.persons,
            self.found.stories.values(),
            self.knowledge.offices,
            self.knowledge.vocabularies["office"],
        )
        now = {one.mention.id: one for one in found if key(Kind.SEAT, one.mention.office, one.mention.state) in touched}
        before = {one.mention.id: one for one in self.found.holders}
        self.found.holders = list({**before, **now}.values())
        return {
            one.mention.document
            for name, one in now.items()
            if name not in before
            or holder_kept(before[name]) != holder_kept(one)
            or {one.person, *(one.last or ())[:1]} & self.names.keys()
        }

    def recalling(self) -> set[str]:
        """The documents that recall an occasion of a day on which a story differs."""
        return self.meet(key(Kind.RECALLED, day) for day in self._days)

    def closed(self, anew: set[str], touched: set[int]) -> tuple[Groups, set[int]]:
        """All claims in their groups, and the touched groups with those that decisions tie to them; every member of them is read."""
        tied = [set(pair) for pairs in (self.said.same, self.said.apart, self.said.parts) for pair in pairs]
        self.load({*self.memory.home({claim for pair in tied for claim in pair}).values()})
        first = True
        while True:
            self._stories_of_days()
            held = groups(self.found, desk_of(self.found, self.knowledge, self.said))
            if first:
                touched = touched | {
                    one for name in anew for one in held.keys(self.found.sheets[name], self._holders(name), self.found.persons)
                }
                touched |= {key(Kind.STORY, self.found.labels[name]) for name in anew if name in self.found.labels}
                first = False
            for pair in [*tied, *tied]:
                ends = {held.of[claim] for claim in pair if claim in held.of}
                touched |= ends if ends & touched else set()
            stories = {one for one in self.found.stories if key(Kind.STORY, one) in touched}
            wanted = self.memory.holding({*touched, *(key(Kind.REFERRED, one) for one in stories)}) - self.found.sheets.keys()
            if not wanted:
                return held, touched
            self.load(wanted)

    def _holders(self, document: str) -> list[Any]:
        return [one for one in self.found.holders if one.mention.document == document]

    def _stories_of_days(self) -> None:
        """Read the stories of the days that the documents at hand recall."""
        days = {
            one.fields.get("date")
            for each in self.found.sheets.values()
            for one in each.of("event")
            if one.fields["certainty"] == "historical"
        }
        documents = self.memory.holding({key(Kind.DAY, day) for day in days if day}) - self.found.sheets.keys()
        names = (
            {kept["story"] for kept in self.memory.kept(documents).values() if kept["story"]}
            - self.found.stories.keys()
            - self.stories.keys()
        )
        self.found.stories |= {name: read_story(story) for name, story in self.memory.told(names).items()}

    def persons_of(self, touched: Collection[int]) -> None:
        """What is needed to write the persons of the touched groups: why they are one, and the names of all who are shown."""
        held = {name for one in self.found.holders for name in (one.person, *(one.last or ())[:1]) if name}
        self.found.names |= self.memory.named({*self.found.persons.values(), *held} - self.found.names.keys())
        spoken = {
            self.found.persons[one.id] for each in self.found.sheets.values() for one in each.mentions if one.id in self.found.persons
        }
        self.around({person for person in spoken if key(Kind.ACTOR, person) in touched}, ())
