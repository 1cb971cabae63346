"""Commitments: what a side binds itself to."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, overlapping
from mithaq.extract.deadlines import deadline
from mithaq.extract.marks import marks
from mithaq.extract.promises import BESIDE, REACH, Promise, by, made, named_by, spoken
from mithaq.extract.scene import Scene
from mithaq.extract.when import within

_ACTS = {
    "legal.signed": "sign",
    "legal.ratified": "ratify",
    "event.visit": "visit",
    "event.negotiation": "negotiate",
    "event.meeting": "negotiate",
}
_VAGUE = ("other", "cooperate")
"""Acts that are goodwill alone unless something is named that they are about."""

_CONTENT = frozenset({"word", "name", "digits"})
"""Codes of words that stand in no table."""

_CLOSE = 8
"""Items behind the word for a promise in which its act stands."""

_SMALL = ("comma", "quote", "dash", "word:article", "word:prep", "word:and", "word:pronoun", "word:first_person", "cue:that", "modal")
"""Codes of what says nothing of a promise itself."""

_ENOUGH = 3
"""Words of content that say what is promised."""

_UNSETTLED = frozenset({"future", "hypothetical"})
"""Certainty of an agreement that binds nobody yet."""


def commitments(scene: Scene) -> list[Found]:
    """All commitments of an article."""
    return made(scene, "commitments", _commitment)


def _commitment(scene: Scene, found: Promise) -> Found | None:
    force, evidence, rule = found.force, found.evidence, found.match.rule.values
    agreed = rule["force"] == "agreed"
    binding = (named_by(scene, found) or scene.bilateral(evidence)) if agreed else by(scene, found)
    if not binding or not _binds(scene, found, binding):
        return None
    negations = _negations(scene, force, evidence)
    if negations and not _refrains(scene, force, negations):
        return None
    act = "refrain" if negations or scene.article.items[force.first].has("mark:refrain") else _act(scene, evidence, force)
    to = [name for name in scene.parties(evidence) if name not in binding]
    done_to = bool(to) and not agreed and not scene.article.find(evidence, "sector:general")  # beyond good relations
    if act in _VAGUE and not _has_object(scene, evidence) and not (act == "other" and (done_to or _told(scene, force, evidence))):
        return None
    sentence = scene.article.sentence(found.match.span.first)
    condition = next((scene.clause(Span(i, i + 1), REACH) for i in scene.article.find(sentence, "marker:condition")), None)
    return {
        "by": binding,
        "to": [] if agreed and len(binding) > 1 else to,
        "act": act,
        "what": scene.article.quote(evidence),
        "force": "agreed" if _jointly(scene, found) else rule["force"],
        "condition": scene.article.quote(condition) if condition and not overlapping(condition, evidence) else None,
        "deadline": deadline(scene, evidence, force, done=agreed),
        "evidence": evidence,
        "also": [],
    }


def _binds(scene: Scene, found: Promise, binding: Sequence[str]) -> bool:
    """Whether a word for a promise binds somebody: it is not denied, foretold, supposed, nor about an instrument or an occasion."""
    items, force = scene.article.items, found.force
    said = marks(scene, force)
    if said.denied or items[force.first].has("mark:participle"):  # "the planned visit"
        return False
    if items[force.first].has("modal:aux") and items[force.first].has("mark:past"):
        return False
    verb_last = scene.article.pack.profile.names["verb_last"]
    if not verb_last and items[force.first].has("modal:aux") and not items[force.first].has_any(("act", "modal:will")):
        return False  # "the summit will begin"
    if found.match.rule.values.get("voice") == "quoted" and not _deed(scene, found):
        told = scene.article.find(force, "cue:say", "modal:can") or not spoken(scene, found)
        if told or _foretold(scene, found, binding):
            return False
    if found.match.rule.values["force"] == "agreed":
        unsettled = items[force.first].has("act:legal.agreed") and said.certainty in _UNSETTLED
        return not unsettled and not _instrument(scene, force)
    return not (_supposed(scene, force) or _thing(scene, found) or _fixed(scene, found) or _finished(scene, force))


def _deed(scene: Scene, found: Promise) -> bool:
    """Whether the reporter tells what a state or an organisation (not a person) will do, by a verb of doing."""
    who, force = found.match.slots.get("who"), found.force
    beside = Span(found.evidence.first, min(force.last + BESIDE, found.evidence.last))
    if scene.article.find(beside, "word:two_sides", "word:two_states") and named_by(scene, found):
        return True
    if who is None or scene.person_at(who) or not scene.article.find(force, "modal:will", "mark:future"):
        return False
    acts = scene.article.find(Span(force.first, min(force.last + 1, found.evidence.last)), "act:do", "act:legal.signed")
    return any(not scene.article.items[i].has_any(("act:do.visit", "act:do.negotiate")) for i in acts)


def _under_text(scene: Scene, force: Span) -> bool:
    """Whether the sentence of a promise says in line with which instrument it is made."""
    article = scene.article
    sentence = article.sentence(force.first)
    under = article.find(sentence, "word:prep.under", "cue:according")
    return any(article.find(Span(i, min(i + BESIDE + 1, sentence.last)), "instrument") for i in under)


def _jointly(scene: Scene, found: Promise) -> bool:
    """Whether a pledge stands in a text or is made by both: "under the deal, X undertook to", "the sides undertook to"."""
    article, force = scene.article, found.force
    if not article.find(force, "modal:pledge", "modal:settle", "modal:will", "mark:future"):
        return False
    if article.find(found.evidence, "word:two_sides", "word:two_states") and len(named_by(scene, found)) > 1:
        return True
    return _under_text(scene, force)


def _supposed(scene: Scene, force: Span) -> bool:
    """Whether it is only supposed ("if it promises"), asked or wished ("hopes that it will"), or ability ("will be able to")."""
    article = scene.article
    if article.find(Span(scene.own_clause(force, REACH).first, force.first), "marker:condition"):
        return True
    sentence = article.sentence(force.first)
    if article.find(Span(force.last, min(force.last + 2, sentence.last)), "modal:can"):
        return True
    if article.find(Span(max(sentence.first, force.first - BESIDE), force.first), "modal:must", "modal:call_for"):
        return True
    wishes = article.find(Span(sentence.first, force.first), "modal:hope", "modal:wish", "modal:expect")
    return bool(wishes) and bool(article.find(Span(wishes[-1], min(wishes[-1] + 1 + BESIDE, force.first)), "cue:that"))


def _thing(scene: Scene, found: Promise) -> bool:
    """Whether the subject of "will" is a thing, which promises nothing: "the bridge with Spain will boost trade"."""
    article, force, evidence = scene.article, found.force, found.evidence
    who = found.match.slots.get("who")
    if who:
        hung = who.first > 0 and article.items[who.first - 1].has("word:prep")
        return hung and not article.find(force, "mark:passive")
    if article.find(evidence, "mark:first", "word:first_person") or not article.find(force, "modal:will"):
        return False
    if article.pack.profile.names["verb_last"]:
        own = scene.own_clause(force, REACH)
        marked = article.find(Span(own.first, min(own.first + 1 + BESIDE, force.first)), "word:stop.object")
        first = article.items[own.first]
        return not marked and not named_by(scene, found) and (first.has("word:this") or not first.codes.isdisjoint(_CONTENT))
    near = Span(max(evidence.first, force.first - BESIDE), force.first)
    plain = near.last > near.first and not article.items[near.last - 1].codes.isdisjoint(_CONTENT)
    return plain and not any(article.parties[i] for i in near) and not article.find(near, "office", "word:that_state", "cue:that")


def _foretold(scene: Scene, found: Promise, binding: Sequence[str]) -> bool:
    """Whether somebody of another side only says what a side will do."""
    said = scene.speaker_state(found.anchor)
    return found.match.rule.values.get("voice") == "quoted" and said is not None and said not in binding


def _instrument(scene: Scene, force: Span) -> bool:
    """Whether it is an instrument that was agreed on, which is an agreement."""
    article = scene.article
    behind = Span(force.last, min(force.last + BESIDE, article.sentence(force.first).last))
    found = article.find(behind, "instrument", "act")
    return bool(found) and article.items[found[0]].has("instrument")


def _finished(scene: Scene, force: Span) -> bool:
    """Whether it is an instrument that is ready, and nobody to do something ("the agreement is ready")."""
    if not scene.article.find(force, "modal:ready") or scene.article.find(
        Span(force.last, min(force.last + BESIDE, len(scene.article.items))), "act"
    ):
        return False
    return bool(scene.article.find(Span(scene.clause(force, REACH).first, force.first), "instrument"))


def _refrains(scene: Scene, force: Span, negations: Sequence[int]) -> bool:
    """Whether what is promised is not to do something: "will never join", "agreed not to leave"; not "did not agree to leave"."""
    if all(i >= force.last for i in negations) and not scene.article.pack.profile.names["verb_last"]:
        return True
    wills = ("modal:will", "mark:future", "modal:determined", "modal:pledge", "modal:plan")
    return bool(scene.article.find(force, *wills)) and not scene.article.find(force, "modal:plan.due")


def _negations(scene: Scene, force: Span, evidence: Span) -> list[int]:
    """What negates beside the word for a promise; words of refraining are what is promised ("plans to give up gas")."""
    items, own = scene.article.items, scene.own_clause(force, REACH)
    near = Span(force.first - BESIDE, force.last + BESIDE)
    found = [i for i in scene.article.find(evidence, "marker:negation", "mark:negated") if i in own and i in near]
    return [i for i in found if not (i >= force.last and items[i].has("act:do.refrain"))]


def _act(scene: Scene, evidence: Span, force: Span) -> str:
    """What is promised: the first act close behind the word for a promise, or it itself; where verbs stand last, before its verb."""
    for index in _doing(scene, evidence, force):
        item = scene.article.items[index]
        if deed := item.sense("act:do"):
            return deed.partition(".")[0]
        sense = item.sense("act")
        if sense and (found := next((act for head, act in _ACTS.items() if sense.startswith(head)), None)):
            return found
    return "other"


def _doing(scene: Scene, evidence: Span, force: Span) -> Sequence[int]:
    """Where the act of a promise stands, the likeliest place first."""
    if not scene.article.pack.profile.names["verb_last"]:
        return range(force.first, min(evidence.last, force.last + _CLOSE))
    verbs = [i for i in evidence if i not in force and (scene.article.items[i].sense("act") or "").endswith(".v")][-1:]
    if scene.article.find(force, "modal:will", "mark:future", "act:legal.agreed"):
        return [*verbs, *range(force.last - 1, evidence.first - 1, -1)]
    return [*verbs, *range(force.last, evidence.last), *range(force.first - 1, evidence.first - 1, -1)]


def _fixed(scene: Scene, found: Promise) -> bool:
    """Whether it is an occasion to come, to which nobody binds himself as "we": a meeting, or a visit that is merely due."""
    article = scene.article
    if not article.find(found.force, "modal:plan", "modal:will", "modal:would", "mark:future"):
        return False
    if article.find(found.evidence, "mark:first", "word:first_person"):
        return False
    acts = article.find(found.evidence, "act")
    first = article.items[acts[0]] if acts else None
    if first is None or first.has("act:event.negotiation"):
        return False
    due = article.find(found.force, "modal:plan.due")
    if first.has_any(("act:event.visit", "act:do.visit")):
        return bool(due)
    return first.has("act:event")


def _told(scene: Scene, force: Span, evidence: Span) -> bool:
    """Whether words of content say what is promised: behind the word for it, or before it where verbs stand last."""
    first, last = evidence.first, evidence.last
    told = Span(first, last) if scene.article.pack.profile.names["verb_last"] else Span(force.last, last)
    content = [i for i in told if i not in force and not scene.article.items[i].has_any(_SMALL)]
    subject = [i for i in content if scene.article.parties[i]] if told.first < force.first else []
    return len(content) - len(subject) >= _ENOUGH and not scene.article.find(told, "sector:general")


def _has_object(scene: Scene, evidence: Span) -> bool:
    found = scene.article.find(evidence, "sector", "measure", "instrument", "word:project", "word:body")
    told = [i for i in found if not scene.article.items[i].has("sector:general")]
    return bool(told) or within(scene, evidence) is not None
