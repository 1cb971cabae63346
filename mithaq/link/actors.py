"""Named actors: mentions of one person in many documents and scripts meet by the skeleton of the name and what corroborates it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from operator import itemgetter

from mithaq.knowledge.letters import Letters
from mithaq.link.clusters import Clusters
from mithaq.link.names import Name, agree
from mithaq.link.passes import Group, Pass, grouped, run
from mithaq.link.sheets import Mention
from mithaq.link.sounds import Ear

_SOUNDS_LIKE = 0.58
"""Likeness from which on two family names of one office of one state are one: 97 of 100 spellings of one name, 1.6 of 100 of two."""
_SOUNDS_MUCH_ALIKE = 0.65
"""The same where nothing but the state or nothing but the office is known of either."""
_TELLING = 4
"""Consonants from which on a family name is enough with the state (one side names no office) or the office (one side names no state)."""


@dataclass(frozen=True, slots=True)
class Person:
    """Mentions that agree in everything but the document.

    Attributes:
        mentions: ids of the mentions, sorted; the first stands for the person.
    """

    name: Name
    office: str | None
    state: str | None
    mentions: tuple[str, ...]

    @property
    def id(self) -> str:
        """The smallest mention."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True)
class Merge:
    """A judgement that two persons are one, with its reasons."""

    one: str
    other: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actors:
    """Who is whom.

    Attributes:
        of: id of a mention -> the smallest mention id of the person.
        merges: the judgements that brought mentions together.
    """

    of: dict[str, str]
    merges: tuple[Merge, ...]


def actors(mentions: Iterable[Mention], letters: Letters, same: Iterable[tuple[str, str]] = (), group: Group = grouped) -> Actors:
    """Bring the named mentions together.

    Args:
        mentions: of all documents; those without a name are left out.
        letters: how names are written in each script.
        same: pairs of mentions that a reviewer judged to be one person.
        group: the verb of the engine.
    """
    profiles, merging = passes(letters)
    ear = Ear(letters)
    persons = run(profiles, (mention for mention in mentions if mention.name.family), group)
    keyed = [(key, person) for person in persons for key in keys(person)]
    equal = [Merge(person.id, other, corroboration(person, person, ear)) for person in persons for other in person.mentions[1:]]
    merges = sorted({*equal, *run(merging, keyed, group)}, key=lambda merge: (merge.one, merge.other))
    clusters = Clusters(mention for person in persons for mention in person.mentions)
    for one, other in [*((merge.one, merge.other) for merge in merges), *same]:
        clusters.join(one, other)
    return Actors(clusters.labels(), tuple(merges))


def _profile(ear: Ear, mention: Mention) -> tuple[Name, str | None, str | None, str]:
    """All that is known of a mention; where that is a name alone, also the document, for a name alone brings nobody together."""
    alone = Person(mention.name, mention.office, mention.state, (mention.id,))
    return (mention.name, mention.office, mention.state, "" if corroboration(alone, alone, ear) else mention.document)


def _profiled(key: tuple[Name, str | None, str | None, str], members: list[Mention]) -> Iterator[Person]:
    name, office, state, _ = key
    yield Person(name, office, state, tuple(sorted({mention.id for mention in members})))


def keys(person: Person | Mention) -> list[str]:
    """Where persons may meet: those of one state or one office by either skeleton, those of one office of one state by the sound alone."""
    bones = person.name.family | person.name.whole
    found = {f"{place} {bone}" for place in (person.state, person.office) if place for bone in bones}
    return sorted(found | ({f"{person.office} of {person.state}"} if bones and (person.office or person.state) else set()))


def _merge(ear: Ear, key: str, members: list[tuple[str, Person]]) -> Iterator[Merge]:
    """Merges among the persons of one skeleton: those with a given name first, then each without one joins the only one that it fits."""
    persons = sorted((person for _, person in members), key=lambda person: person.id)
    if len({person.state for person in persons if person.state}) > 1:
        persons = [person for person in persons if person.state]  # one of no known state could be of any of them
    named = [person for person in persons if person.name.given]
    clusters = Clusters(person.id for person in named)
    for one, other in combinations(named, 2):
        reasons = corroboration(one, other, ear)
        if reasons:
            clusters.join(one.id, other.id)
            yield Merge(one.id, other.id, reasons)
    for person in (person for person in persons if not person.name.given):
        fits = [(reasons, other) for other in named if (reasons := corroboration(person, other, ear))]
        heads = {clusters[other.id] for _, other in fits}
        if len(heads) == 1:
            reasons, other = min(fits, key=lambda fit: (-len(fit[0]), fit[1].id))
            yield Merge(min(person.id, other.id), max(person.id, other.id), reasons)
    bare = [person for person in persons if not person.name.given]
    for one, other in combinations(bare, 2):
        reasons = corroboration(one, other, ear)
        if reasons:
            yield Merge(one.id, other.id, reasons)


def corroboration(one: Person, other: Person, ear: Ear) -> tuple[str, ...]:
    """Why two persons are one; () where they are not known to be. A shared skeleton alone is no reason, nor is a like sound."""
    shared = one.name.family & other.name.family
    given = agree(one.name.given, other.name.given)
    if given is False or (one.state and other.state and one.state != other.state):
        return ()
    state = one.state is not None and one.state == other.state
    office = one.office is not None and one.office == other.office
    if shared and state and (office or given):
        return tuple(name for name, holds in (("family name", True), ("given name", given), ("office", office), ("state", True)) if holds)
    if one.name.whole & other.name.whole and given and (state or office):
        return ("whole name", "office" if office else "state")
    silent = one.office is None or other.office is None
    telling = max(map(len, shared), default=0)
    if telling >= _TELLING and ((state and silent) or office):
        return ("family name", "state" if state else "office")
    if state and office and not shared and _likeness(one.name, other.name, ear) >= _SOUNDS_LIKE:
        return ("sound of the family name", "office", "state")
    alone = (state and one.office is other.office is None) or (office and one.state is other.state is None)
    if alone and _likeness(one.name, other.name, ear) >= _SOUNDS_MUCH_ALIKE:
        return ("sound of the family name", "state" if state else "office")
    return ()


def _likeness(one: Name, other: Name, ear: Ear) -> float:
    return ear.likeness(one.words[-1], other.words[-1]) if one.words and other.words else 0.0


def passes(letters: Letters) -> tuple[Pass, Pass]:
    """The two passes: equal mentions are one person, and persons who meet are compared."""
    ear = Ear(letters)
    return Pass("actors: equal mentions", partial(_profile, ear), _profiled), Pass("actors: persons", itemgetter(0), partial(_merge, ear))
