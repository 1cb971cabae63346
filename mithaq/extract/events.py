"""Events: occasions with participants, one item an occasion."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, overlapping
from mithaq.extract.marks import certainty, marks
from mithaq.extract.phrases import Match, matches
from mithaq.extract.scene import Scene, merged
from mithaq.extract.when import when

_PLACE_REACH = 6
_OWNED = ("word:prep", "modal", "comma", "stop", "break", "cue", "quote")
_TALKS = ("meeting", "negotiation")
_NEAR = 3
"""Items within which whom one talks to follows the word for talking."""
_WITH = 6
"""Items in which it is told with whom somebody speaks to the press."""
_WITHIN = ("summit",)
"""Occasions that the members of one organisation may have among themselves."""

_OWNER = 3
"""Items right before a visit among which the visitor stands, as in "the minister's visit"."""
_ALONE = ("visit", "press_conference", "ratification")
"""Occasions that one party alone may have."""


def events(scene: Scene, signings: list[Found]) -> list[Found]:
    """All events of an article; what it says twice of one occasion is one item with `also`. Of several rules the one with most slots holds.

    Args:
        scene: of the article.
        signings: events that its agreements imply.
    """
    best: dict[int, Match] = {}
    for match in matches(scene.article.pack.rules_of("events"), scene.phrases):
        held = best.get(match.slots["what"].first)
        if held is None or len(match.slots) > len(held.slots):
            best[match.slots["what"].first] = match
    found = [made for match in best.values() if (made := _event(scene, match))]
    for item in signings:
        item["state"], item["place"] = _place(scene, None, item["evidence"])
        item["bare"] = False
    out: list[Found] = []
    for item in sorted([*found, *signings], key=lambda item: (item["evidence"].first, -item["evidence"].last)):
        _merge(out, item, scene.article.paragraphs[1].first if len(scene.article.paragraphs) > 1 else 0)
    return out


def _event(scene: Scene, match: Match) -> Found | None:
    items = scene.article.items
    what = match.slots["what"]
    kind = (match.rule.values.get("type") or items[what.first].sense("act:event") or "other").partition(".")[0]
    if kind == "relations" and scene.article.find(Span(max(what.first - _NEAR, 0), what.first), "mark:settled", "modal:pledge"):
        return None  # what they agreed to do is no occasion yet
    kind = "other" if kind == "relations" else kind
    evidence = scene.clause(match.span)
    place = match.slots.get("place")
    host, city = _place(scene, place, evidence)
    said = marks(scene, what)
    date = when(scene, evidence, what)
    told = certainty(scene, said, date)
    if told == "asserted":
        told = match.rule.values.get("certainty", told)
    if kind == "visit":
        participants = _visitors(scene, match, host)
        host = host or next((name for name in scene.pair(evidence) if name not in participants), None)
    elif kind == "ratification" and "who" in match.slots:
        participants = scene.parties(match.slots["who"])
    elif kind == "press_conference" and not _joint(scene, what):
        participants = _who_speaks(scene, what) or _sides(scene, match, evidence, kind)[:1]
    else:
        participants = _sides(scene, match, evidence, kind)
    if items[what.first].has("mark:loose") and (items[what.first].has("mark:plural") or not _with_people(scene, what)):
        return None
    if kind == "meeting" and what.last < len(items) and items[what.last].has("act:event.commission_session"):
        return None  # "the meeting of the joint commission" is that commission's session
    if kind in _TALKS and scene.article.find(Span(what.last, min(what.last + _NEAR, len(items))), "word:medium", "outlet"):
        return None  # an interview
    alone = kind in _ALONE or (kind in _WITHIN and participants[:1] and participants[0].startswith("org:"))
    if told == "hypothetical" or not participants or (not alone and len(participants) < 2):
        return None
    return {
        "type": kind,
        "date": date.value if date and told != "negated" else None,
        "weekday": date.weekday if date else None,
        "place": city,
        "state": host,
        "participants": participants,
        "certainty": told,
        "bare": (items[what.first].sense("act:event") or "").endswith(".n") and told == "asserted",
        "evidence": evidence,
        "also": [],
    }


def _with_people(scene: Scene, what: Span) -> bool:
    """Whether the sentence of a word that often means something else ("trip", "arrived") names somebody who acts for a party."""
    sentence = scene.article.sentence(what.first)
    return any(mention.span.first in sentence for mention in scene.cast.mentions) or bool(scene.subject(what))


def _place(scene: Scene, slot: Span | None, evidence: Span) -> tuple[str | None, str | None]:
    """Host state and city: of the slot, else of a city in the passage, a capital or one after a preposition."""
    items = scene.article.items
    for index in [*(slot or ()), *evidence]:
        hanging = items[index].has("clitic:prep") or (index > 0 and items[index - 1].has("word:prep"))
        placed = (slot and index in slot) or items[index].has("seat") or hanging
        if placed and (sense := items[index].sense("city")):
            state, _, city = sense.partition("/")
            return state, city
        if slot and index in slot and (state_named := scene.article.parties[index]):
            return state_named, None
    return None, None


def _visitors(scene: Scene, match: Match, host: str | None) -> list[str]:
    """Who visits: the party in the slot `who`, else the nearest party before the visit in its sentence that is not the host."""
    who = match.slots.get("who")
    if who and (named := [name for name in scene.parties(who) if name != host]):
        return named
    what = match.slots["what"]
    if (name := _antecedent(scene, what)) and name != host:
        return [name]
    sentence = scene.article.sentence(what.first)
    near = scene.parties(Span(what.last, min(sentence.last, what.last + _PLACE_REACH)))
    before = scene.parties(Span(sentence.first, what.first), places=False) if what.first > sentence.first else []
    if not near and not before and scene.article.home in (pair := scene.pair(what)):
        return [name for name in pair if name != scene.article.home]
    after = scene.article.pack.profile.names["subject"] != "near"
    place = match.slots.get("place")
    owned = scene.parties(_owner(scene, what)) == [host]
    if not after and host and owned and not (place and place.first < what.first):
        return []  # at home
    order = [*near, *reversed(before)] if after else [*reversed(before), *near]
    if scene.article.pack.profile.names["verb_last"]:
        order = [*scene.parties(_owners(scene, what)), *before, *near]
    if (scene.article.items[what.first].sense("act") or "").endswith(".v"):
        order = [*scene.subject(what), *order]
    for name in [*order, *([said] if (said := scene.speaker_state(what)) else []), *scene.cast.principals]:
        if name != host:
            return [name]
    return []


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
    found = merged(slots, scene.parties(evidence))
    if kind in _WITHIN and len(found) == 1 and found[0].startswith("org:") and found == scene.parties(_before(match, _OWNER)):
        return found  # of its members: "the African Union summit"
    return found if len(found) > 1 else merged(found, scene.bilateral(evidence))


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


def _merge(out: list[Found], item: Found, body: int) -> None:
    """Add an item, or join it to the one of the same occasion; a headline, which often lacks its verb, does not decide how sure it is.

    Args:
        body: first item below the headline.
    """
    for held in reversed(out):
        if _same(held, item):
            if not overlapping(held["evidence"], item["evidence"]):
                held["also"].append(item["evidence"])
            for name in ("date", "weekday", "place", "state"):
                held[name] = held.get(name) or item.get(name)
            if held["evidence"].last <= body and len(held["also"]) == 1 and held["certainty"] == "asserted":
                held["certainty"] = item["certainty"]
            if held["type"] not in {"visit", "ratification"}:
                held["participants"] = (
                    merged(held["participants"], item["participants"]) if len(held["participants"]) < 2 else held["participants"]
                )
            return
    out.append(item)


def _same(a: Found, b: Found) -> bool:
    if a["type"] != b["type"]:
        return False
    if overlapping(a["evidence"], b["evidence"]) and a["type"] != "visit":
        return True
    if not set(a["participants"]) & set(b["participants"]) or (a["certainty"] == "historical") != (b["certainty"] == "historical"):
        return False
    if (a["certainty"] == "negated") != (b["certainty"] == "negated") and not b["bare"]:
        return False
    if a["date"] and b["date"] and a["date"] != b["date"]:
        return False
    if a["type"] == "visit":
        return a["participants"] == b["participants"] and (not a["state"] or not b["state"] or a["state"] == b["state"])
    few, many = sorted((set(a["participants"]), set(b["participants"])), key=len)
    return few <= many and (len(few) < 2 or few == many or a["bare"] or b["bare"])
