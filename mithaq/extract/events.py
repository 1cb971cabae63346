"""Events: occasions with participants, one item an occasion."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, overlapping
from mithaq.extract.marks import certainty, marks
from mithaq.extract.participants import ALONE, WITHIN, participants
from mithaq.extract.parties import paired
from mithaq.extract.phrases import Match, matches
from mithaq.extract.scene import Scene, merged
from mithaq.extract.when import when

_TALKS = ("meeting", "negotiation")
_TALKED = (*_TALKS, "call", "summit", "commission_session")
"""Occasions at which things are discussed."""

_NEAR = 3
"""Items within which whom one talks to follows the word for talking."""


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
        item["bare"] = item["within"] = False
    out: list[Found] = []
    for item in sorted([*found, *signings], key=lambda item: (item["evidence"].first, -item["evidence"].last)):
        _merge(out, item, scene.article.paragraphs[1].first if len(scene.article.paragraphs) > 1 else 0)
    calls = [item for item in out if item["type"] == "call"]
    return [item for item in out if not (item["type"] == "meeting" and any(_by_telephone(item, call) for call in calls))]


def _by_telephone(meeting: Found, call: Found) -> bool:
    """Whether what looks like a meeting is what was said on the telephone: "discussed it in a call"."""
    return overlapping(meeting["evidence"], call["evidence"]) and set(meeting["participants"]) == set(call["participants"])


def _event(scene: Scene, match: Match) -> Found | None:
    items = scene.article.items
    what = match.slots["what"]
    kind = (match.rule.values.get("type") or items[what.first].sense("act:event") or "other").partition(".")[0]
    if kind == "relations" and scene.article.find(Span(max(what.first - _NEAR, 0), what.first), "mark:settled", "modal:pledge"):
        return None  # what they agreed to do is no occasion yet
    kind = "other" if kind == "relations" else kind
    evidence = scene.clause(match.span)
    place = match.slots.get("place")
    host, city = (None, None) if kind == "call" else _place(scene, place, evidence)
    said = marks(scene, what)
    date = when(scene, evidence, what)
    told = certainty(scene, said, date)
    if told == "asserted":
        told = match.rule.values.get("certainty", told)
    sides = participants(scene, match, kind, evidence, host)
    if kind == "visit":
        host = host or next((name for name in scene.pair(evidence) if name not in sides), None)
    if items[what.first].has("mark:loose") and (items[what.first].has("mark:plural") or not _with_people(scene, what)):
        return None
    if kind == "meeting" and what.last < len(items) and items[what.last].has("act:event.commission_session"):
        return None  # "the meeting of the joint commission" is that commission's session
    if kind in _TALKS and scene.article.find(Span(what.last, min(what.last + _NEAR, len(items))), "word:medium", "outlet"):
        return None  # an interview
    alone = kind in ALONE or (kind in WITHIN and sides[:1] and sides[0].startswith("org:"))
    if told == "hypothetical" or not sides or (not alone and len(sides) < 2):
        return None
    return {
        "type": kind,
        "date": date.value if date and told != "negated" else None,
        "weekday": date.weekday if date else None,
        "place": city,
        "state": host,
        "participants": sides,
        "certainty": told,
        "within": items[what.first].has("mark:within") and told == "asserted",
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
        side = items[index].has("seat") and (
            paired(items, index) or (index > 0 and items[index - 1].has("word:prep.with"))
        )  # "between A and B"
        placed = (slot and index in slot) or ((items[index].has("seat") or hanging) and not side)
        if placed and (sense := items[index].sense("city")):
            state, _, city = sense.partition("/")
            return state, city
        if slot and index in slot and (state_named := scene.article.parties[index]):
            return state_named, None
    return None, None


def _merge(out: list[Found], item: Found, body: int) -> None:
    """Add an item, or join it to the one of the same occasion; a headline, which often lacks its verb, does not decide how sure it is.

    Args:
        body: first item below the headline.
    """
    if _joins_talks(out, item):
        return
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


def _joins_talks(out: list[Found], item: Found) -> bool:
    """Whether what was discussed, or "the talks", is the occasion of the same sides that was told before, and has become part of it."""
    for held in reversed(out):
        if held["type"] not in _TALKED or item["type"] not in _TALKED or set(held["participants"]) != set(item["participants"]):
            continue
        if held["type"] == item["type"]:
            return False
        if item["within"] or (item["bare"] and not held["bare"] and item["type"] in _TALKS and not item["date"]):
            held["also"].append(item["evidence"])
            return True
        if held["within"]:
            held.update(item, also=[held["evidence"], *held["also"], *item["also"]])
            return True
    return False


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
        return set(a["participants"]) == set(b["participants"]) and (not a["state"] or not b["state"] or a["state"] == b["state"])
    few, many = sorted((set(a["participants"]), set(b["participants"])), key=len)
    return few <= many and (len(few) < 2 or few == many or a["bare"] or b["bare"])
