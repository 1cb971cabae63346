"""Who takes part in an occasion: the visitor, those who speak to the press, or all sides."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.phrases import Match
from mithaq.extract.scene import Scene, merged
from mithaq.extract.sides import between, lists

WITHIN = ("summit",)
"""Occasions that the members of one organisation may have among themselves."""

ALONE = ("visit", "press_conference", "ratification")
"""Occasions that one party alone may have."""

_PLACE_REACH = 6
_WHERE = ("word:prep.from", "word:prep.in", "word:prep.to")
_OWNED = ("word:prep", "modal", "comma", "stop", "break", "cue", "quote")
_WITH = 6
"""Items in which it is told with whom somebody speaks to the press."""

_NEXT = 2
"""Items right behind the word for an occasion among which its organisation stands, where the genitive follows."""

_TALKS = ("meeting", "negotiation")

_OWNER = 3
"""Items right before a visit among which the visitor stands, as in "the minister's visit"."""

_TURNS = ("comma", "act:event", "office", "word:prep.with", "cue", "modal")
"""What ends the name of the occasion beside which another one took place."""


def participants(scene: Scene, match: Match, kind: str, evidence: Span, host: str | None) -> list[str]:
    """The parties that take part in an occasion, in the order in which they are named.

    Args:
        match: the rule that found it, with the slots `what` and perhaps `who`, `with` and `place`.
        kind: its type.
        evidence: the items of its clause.
        host: the state in which it takes place, if known.
    """
    if kind == "visit":
        return _visitors(scene, match, host)
    if kind == "ratification" and "who" in match.slots:
        return scene.parties(match.slots["who"])
    if kind == "press_conference" and not _joint(scene, match.slots["what"]):
        return _who_speaks(scene, match.slots["what"]) or _sides(scene, match, evidence, kind)[:1]
    sides = _sides(scene, match, evidence, kind)
    hosting = "with" in match.slots or kind == "other"  # relations of one state are those with the state in which its embassy is
    return [host, *sides] if host and hosting and len(sides) == 1 and host not in sides else sides


def _visitors(scene: Scene, match: Match, host: str | None) -> list[str]:
    """Who visits: the party in the slot `who`, else the nearest one before the visit in its sentence that is no host; those beside it."""
    who = match.slots.get("who")
    if who and (named := [name for name in scene.parties(who) if name != host]):
        return named
    what = match.slots["what"]
    if (name := _antecedent(scene, what)) and name != host:
        return [name]
    sentence = scene.article.sentence(what.first)
    reach = Span(what.last, min(sentence.last, what.last + _PLACE_REACH))
    place = match.slots.get("place")
    told = (scene.article.items[what.first].sense("act") or "").endswith(".n") and place and place.first >= what.last
    near = scene.parties(Span(what.last, place.first) if told and place else reach)  # "the visit of A to B after C's": A's
    before = scene.parties(Span(sentence.first, what.first), places=False) if what.first > sentence.first else []
    if not near and not before and scene.article.home in (pair := scene.pair(what)):
        return [name for name in pair if name != scene.article.home]
    after = scene.article.pack.profile.names["subject"] != "near"
    owned = scene.parties(_owner(scene, what)) == [host]
    if not after and host and owned and not (place and place.first < what.first):
        return []  # at home
    order = [*near, *reversed(before)] if after else [*reversed(before), *near]
    if scene.article.pack.profile.names["verb_last"]:
        order = [*scene.parties(_owners(scene, what)), *before, *near]
    if (scene.article.items[what.first].sense("act") or "").endswith(".v"):
        order = [*scene.subject(what), *order]
    left = _left(scene, Span(sentence.first, what.first))
    order = [name for name in order if name not in left]
    return _of_lists(scene, match, host, [*order, *([said] if (said := scene.speaker_state(what)) else []), *scene.cast.principals], left)


def _of_lists(scene: Scene, match: Match, host: str | None, order: list[str], left: set[str]) -> list[str]:
    """The first party of an order that is no host, with those listed behind it ("the ministers of A and B"); hosts may be listed too."""
    what, place = match.slots["what"], match.slots.get("place")
    sentence, whose = scene.article.sentence(what.first), (scene.parties(_owners(scene, what)), scene.subject(what))
    listed = [found for last, found in lists(scene) if sentence.first < last <= sentence.last and len(found) > 1]
    hosts = {name for found in listed if host in found and place and place.first >= what.last for name in found}
    joint = [found for found in listed if host not in found and not left & set(found) and (host or found in whose)]
    visitor = next((name for name in order if name != host and name not in hosts), None)
    return next((found for found in joint if visitor == found[0]), [visitor] if visitor else [])


def _left(scene: Scene, span: Span) -> set[str]:
    """The states of a span from which, in which or to which somebody goes: their bare names behind a preposition, never with an office."""
    named = [index for index in span if scene.article.parties[index]]
    placed = {index for index in named if index and scene.article.items[index - 1].has_any(_WHERE)}
    held = {scene.article.parties[index] for index in named if index not in placed}
    return {name for index in placed if (name := scene.article.parties[index]) and name not in held}


def _antecedent(scene: Scene, what: Span) -> str | None:
    """For whom the person acts of whom a relative clause tells that he visits: "the minister, who is visiting Oman"."""
    items, first = scene.article.items, scene.article.sentence(what.first).first
    relative = next((i for i in range(what.first, max(what.first - _OWNER, first) - 1, -1) if items[i].has("mark:who")), None)
    if relative is None:
        return None
    end = relative - 1 if relative > first and "comma" in items[relative - 1].codes else relative
    ending = (number for number, mention in enumerate(scene.cast.mentions) if mention.span.last == end)
    return next((found for number in ending if (found := scene.cast.state(number))), None)


def _owner(scene: Scene, what: Span) -> Span:
    """The items right before a word for a visit, back to the verb that governs it."""
    before = range(max(what.first - _OWNER, 0), what.first)
    return Span(max((i + 1 for i in before if scene.article.items[i].has_any(("cue", "modal"))), default=before.start), what.first)


def _owners(scene: Scene, what: Span) -> Span:
    """The items behind a word for a visit up to where it leads: whose visit it is, where verbs stand last ("سفر A به B")."""
    items, last = scene.article.items, what.last
    while last < min(len(items), what.last + _PLACE_REACH) and not items[last].has_any(_OWNED):
        last += 1
    return Span(what.last, last)


def _before(match: Match, reach: int) -> Span:
    """The items right before an occasion."""
    first = match.slots["what"].first
    return Span(max(first - reach, 0), first)


def _sides(scene: Scene, match: Match, evidence: Span, kind: str) -> list[str]:
    slots = [name for slot in ("who", "with", "a", "b") if slot in match.slots for name in scene.parties(match.slots[slot])]
    if not slots and len(named := between(scene, match.slots["what"], evidence)) > 1:
        return named
    found = merged(slots, _beside(scene, match.slots["what"], evidence))
    what = match.slots["what"]
    beside = (_before(match, _OWNER), Span(what.last, min(what.last + _NEXT, scene.article.sentence(what.first).last)))
    if kind in WITHIN and len(found) == 1 and found[0].startswith("org:") and any(found == scene.parties(near) for near in beside):
        return found  # of its members: "the African Union summit"
    met, who = _met(scene, what), scene.subject(what)
    if kind == "call" and len(spoke := merged(who, met)) > 1:
        return spoke  # what they spoke of takes no part
    if len(found) < 2 and met:
        own = who or scene.parties(Span(scene.article.sentence(what.first).first, what.first), places=False)[-1:]
        if own == met and kind in _TALKS and not scene.article.find(Span(what.last, what.last + _NEXT), "word:counterpart"):
            return met  # with people of one's own state
        if len(two := merged(who, met)) > 1:
            return two
    return found if len(found) > 1 else merged(found, scene.bilateral(evidence))


def _met(scene: Scene, what: Span) -> list[str]:
    """Those with whom somebody meets, right behind the word for it ("met with the deputy head of government, minister of A")."""
    end = min(scene.article.sentence(what.first).last, what.last + 2 * _WITH)
    if what.last >= end or not scene.article.items[what.last].has("word:prep.with"):
        return []
    return scene.parties(Span(what.last, end))[:1]


def _beside(scene: Scene, what: Span, evidence: Span) -> list[str]:
    """The parties of a clause, without those whose own occasion another one took place beside ("on the sidelines of the UN assembly")."""
    named = scene.parties(evidence)
    asides = scene.article.find(evidence, "word:prep.in.aside")
    if not asides:
        return named
    end = next((i for i in range(asides[0], evidence.last) if scene.article.items[i].has_any(_TURNS)), evidence.last)
    rest = merged(scene.parties(Span(evidence.first, asides[0])), scene.parties(Span(end, evidence.last)) if end < evidence.last else [])
    rest = rest if len(rest) > 1 else merged(scene.subject(what), rest)
    return rest if len(rest) > 1 else named


def _joint(scene: Scene, what: Span) -> bool:
    """Whether several sides speak to the press: the word says so, or it is told with whom."""
    items = scene.article.items
    if items[what.last - 1].has("mark:joint"):
        return True
    behind = Span(what.last, min(what.last + _WITH, scene.clause(what).last))
    with_whom = scene.article.find(behind, "word:prep.with") if behind.last > behind.first else []
    return bool(with_whom) and bool(scene.parties(Span(with_whom[0], min(with_whom[0] + _WITH, len(items)))))


def _who_speaks(scene: Scene, what: Span) -> list[str]:
    """For whom the one acts who speaks in a sentence, or is its subject."""
    sentence = scene.article.sentence(what.first)
    said = next((found.state for found in scene.statements if found.frame.cue.first in sentence and found.state), None)
    return [said] if said else scene.subject(what)[:1]
