"""What the passes find of documents, and the entries that are written from it, each with the group of claims that it is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from mithaq.link import agreements, differences, entries, figures, occasions, pledges, promises, series, ties
from mithaq.link.actors import Merge
from mithaq.link.board import Story, Told, told
from mithaq.link.bound import bound
from mithaq.link.contracts import agreement, with_parts
from mithaq.link.decisions import Judged, regrouped
from mithaq.link.desk import Desk
from mithaq.link.figures import NAMED
from mithaq.link.holders import Holder
from mithaq.link.keys import Kind, key
from mithaq.link.passes import Group, Known, Pass, run
from mithaq.link.references import Reference
from mithaq.link.sheets import Sheet
from mithaq.link.sources import source
from mithaq.model import Entry

Written = tuple[int, Entry]
"""The key of the group that an entry is made of, and the entry."""


@dataclass
class Found:
    """What the passes before the entries found.

    Attributes:
        sheets: document -> document as linking sees it.
        copies: document -> smallest document of its copies.
        persons: mention -> smallest mention of its person.
        merges: why mentions are one person.
        names: person -> the name to show.
        sides: document -> where its report meets others; nothing for one that tells of no occasion.
        labels: document -> smallest document of its story.
        stories: id -> story.
    """

    sheets: dict[str, Sheet] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    sides: dict[str, tuple[str, ...]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)

    def ordered(self) -> list[Sheet]:
        """The documents, by id."""
        return [self.sheets[one] for one in sorted(self.sheets)]

    def claims(self) -> list[Told]:
        """All claims with their places."""
        return told(self.ordered(), self.labels, self.stories.values())


@dataclass(frozen=True)
class Groups:
    """Claims in the groups that entries are made of.

    Attributes:
        items: of each pass, with the key of its group.
        of: claim -> the key of its group.
    """

    items: tuple[tuple[Pass, list[tuple[int, Any]]], ...]
    of: Mapping[str, int]

    def keys(self, sheet: Sheet, holders: Iterable[Holder], persons: Mapping[str, str]) -> set[int]:
        """The groups in which a document takes part: of its claims, and of those who are named in it, by name or by office."""
        stands_for = {holder.mention.id: holder.person for holder in holders if holder.person}
        own = {self.of[claim.id] for claim in sheet.claims if claim.id in self.of}
        return own | {key(Kind.ACTOR, persons.get(one.id) or stands_for.get(one.id) or one.id) for one in sheet.mentions}


def groups(found: Found, desk: Desk) -> Groups:
    """Put all claims of the desk in groups."""
    items = []
    of = {}
    for one, name, held, grouping in _passes(found, desk):
        keyed = []
        for item in held:
            if (meeting := one.key(item)) is not None:
                number = key(Kind.GROUP, name, grouping(item) if grouping else meeting)
                keyed.append((number, item))
                of[_claim(item).id] = number
        items.append((one, keyed))
    return Groups(tuple(items), of)


_DEALINGS = "dealings"
"""Agreements and commitments of the same parties are one group, as a commitment may stand in an agreement."""


def _passes(found: Found, desk: Desk) -> Iterator[tuple[Pass, str, Iterable[Any], Any]]:
    """Each pass that makes entries, with the name of its groups, its items, and what groups them where that is wider than its key."""
    claims = sorted(desk.told.values(), key=lambda one: one.id)
    vocabularies = desk.knowledge.vocabularies
    binding = partial(bound, desk.stories, desk.knowledge.members)
    yield agreements.pass_of(vocabularies, binding), _DEALINGS, agreements.referring(claims, found.references), None
    yield promises.pass_of(vocabularies), _DEALINGS, claims, None
    yield occasions.OCCASIONS, "events", occasions.seen(claims, desk.persons, desk.stories.values()), None
    yield pledges.SPOKEN, "spoken", pledges.spoken(claims, desk.persons), None
    yield figures.pass_of(vocabularies), "figures", figures.measured(claims, desk.stories), None
    yield NAMED, "named", claims, None


def _claim(item: Any) -> Told:
    claim: Told = item if isinstance(item, Told) else item[0]
    return claim


def desk_of(found: Found, knowledge: Known, said: Judged) -> Desk:
    """What entries are written from."""
    return Desk(
        told={one.id: one for one in found.claims()},
        stories=found.stories,
        sources={sheet.id: source(sheet, found.copies, knowledge.outlets) for sheet in found.sheets.values()},
        persons=found.persons,
        names=found.names,
        knowledge=knowledge,
        confirmed=said.confirmed,
    )


def written(found: Found, desk: Desk, held: Groups, said: Judged, group: Group, *, touched: Collection[int] | None = None) -> list[Written]:
    """The entries of the groups.

    Args:
        touched: keys of the groups to write; all where it is None.
    """

    def wanted(number: int) -> bool:
        return touched is None or number in touched

    found_groups: list[list[str]] = []
    for at, (one, items) in enumerate(held.items):
        parts = run(one, [item for number, item in items if wanted(number)], group)
        if at == 0:
            contracts = regrouped(parts, said)
        else:
            found_groups += parts
    made, differing = differences.with_differences([agreement(one, desk) for one in contracts], desk)
    others = [entries.entry(of, one, desk) for one in regrouped(found_groups, said) if (of := entries.kind(one, desk))]
    made, others = ties.tied(with_parts(made, said.parts), others, desk, held.of)
    out = [*made, *differing, *(entry for entry in others if entry.of != "figure")]
    out += series.counted([entry for entry in others if entry.of == "figure"], desk)
    keyed = [(min(held.of[claim] for claim in entry.claims), entry) for entry in out]
    persons = entries.actors(found.ordered(), found.merges, found.holders, desk, wanted=lambda person: wanted(key(Kind.ACTOR, person)))
    keyed += [(key(Kind.ACTOR, person), entry) for person, entry in persons]
    told_of = [story for story in found.stories.values() if wanted(key(Kind.STORY, story.id))]
    stories = entries.stories(told_of, found.ordered(), found.references, found.holders, desk)
    return [*keyed, *((key(Kind.STORY, story), entry) for story, entry in stories)]
