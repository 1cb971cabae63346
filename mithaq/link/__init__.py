"""Linking: claims of many documents about the same thing become entries.

The passes, in their order; each reads what those before it found, never its own output:
reprints, actors, stories (with the days that they give), holders of offices, references, then agreements, events,
statements with commitments and appeals, figures, bodies and projects; last histories and differences.
The rule is docs/decisions/0003-linking.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.link import agreements, differences, entries, occasions, pledges
from mithaq.link.actors import actors
from mithaq.link.board import Told, stories_of, told
from mithaq.link.contracts import agreement, with_parts
from mithaq.link.decisions import Decision, Judged, applied, judged, regrouped
from mithaq.link.desk import Desk
from mithaq.link.figures import FIGURES, NAMED
from mithaq.link.holders import holders
from mithaq.link.passes import Group, Known, grouped, run
from mithaq.link.references import Reference, references
from mithaq.link.reprints import reprints
from mithaq.link.sheets import Sheet, sheet
from mithaq.link.sources import source
from mithaq.link.stories import stories
from mithaq.model import Entry, Record

__all__ = ["Decision", "Known", "link"]


def link(records: Iterable[Record], knowledge: Known, decisions: Iterable[Decision] = (), *, group: Group = grouped) -> list[Entry]:
    """The entries of all records, the same for any order of them.

    Args:
        records: of all documents, with the document's id, outlet, title, address and date of publication.
        decisions: of reviewers, the earliest first; they win over what the passes find.
        group: the verb `group` of an engine.

    Returns:
        Entries of all kinds, sorted by kind and id.
    """
    said = judged(decisions)
    sheets = sorted((applied(sheet(record, knowledge.letters), said) for record in records), key=lambda one: one.id)
    mentions = [mention for one in sheets for mention in one.mentions]
    copies = reprints(sheets, group)
    people = actors(mentions, _same_speakers(sheets, said), group)
    labels = stories(sheets, copies, people.of, knowledge, group)
    found = stories_of(sheets, labels)
    claims = told(sheets, labels, found)
    desk = Desk(
        told={one.id: one for one in claims},
        stories={story.id: story for story in found},
        sources={one.id: source(one, copies, knowledge.outlets) for one in sheets},
        persons=people.of,
        names=entries.names(mentions, people.of),
        knowledge=knowledge,
    )
    unnamed = holders(sheets, people.of, found, knowledge.offices, knowledge.vocabularies["office"])
    recalled = references(claims, found, group)
    made = [
        *_agreements(claims, recalled, desk, said, group),
        *_others(claims, desk, said, group),
        *entries.actors(sheets, people.merges, unnamed, desk),
        *entries.stories(found, sheets, recalled, unnamed, desk),
    ]
    return sorted(made, key=lambda entry: (entry.of, entry.id))


def _agreements(claims: list[Told], recalled: list[Reference], desk: Desk, said: Judged, group: Group) -> list[Entry]:
    parts = agreements.referring(claims, recalled)
    groups = regrouped(run(agreements.pass_of(desk.knowledge.vocabularies), parts, group), said)
    made, differing = differences.with_differences([agreement(one, desk) for one in groups], desk)
    return [*with_parts(made, said.parts), *differing]


def _others(claims: list[Told], desk: Desk, said: Judged, group: Group) -> list[Entry]:
    groups = [
        *run(occasions.OCCASIONS, occasions.seen(claims, desk.persons, desk.stories.values()), group),
        *run(pledges.pass_of(desk.knowledge.vocabularies), pledges.spoken(claims, desk.persons), group),
        *run(FIGURES, claims, group),
        *run(NAMED, claims, group),
    ]
    made = [entries.entry(desk.told[one[0]].claim.of, one, desk) for one in regrouped(groups, said)]
    return [*made, *differences.figures([entry for entry in made if entry.of == "figure"], desk)]


def _same_speakers(sheets: Iterable[Sheet], said: Judged) -> list[tuple[str, str]]:
    """Speakers of statements that a reviewer judged the same."""
    mention_of: dict[str, str | None] = {speech.claim: speech.mention for one in sheets for speech in one.speeches}
    named: set[str] = {mention.id for one in sheets for mention in one.mentions if mention.name.family}
    pairs = ((mention_of.get(one), mention_of.get(other)) for one, other in sorted(said.same))
    return [(one, other) for one, other in pairs if one in named and other in named and one and other]
