"""Appeals: what one asks of others, of both, or wishes."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.claims import Found
from mithaq.extract.promises import REACH, Promise, by, made, spoken
from mithaq.extract.scene import Scene, merged

_SMALL = ("comma", "quote", "dash", "stop", "word:article", "word:prep", "word:first_person", "cue:that")
_ENOUGH = 2
"""Words that say what is asked."""

_CLOSE = 5
"""Items ahead of a noun of need among which the word of speech stands that it belongs to."""


def appeals(scene: Scene) -> list[Found]:
    """All appeals of an article."""
    return made(scene, "appeals", _appeal)


def _appeal(scene: Scene, found: Promise) -> Found | None:
    force, evidence = found.force, found.evidence
    if scene.article.find(force, "modal:must") and not spoken(scene, found) and not _stressed(scene, force):
        return None
    if scene.article.find(force, "modal:call_for") and _unasked(scene, force):
        return None
    said = scene.speaker_state(found.anchor)
    asking = [said] if said else by(scene, found)
    evidence = _demanded(scene, force, evidence)
    heard = scene.statement(found.anchor)
    unheard = not asking and (heard is None or heard.speaker is None)
    if not spoken(scene, found) and scene.article.find(force, "modal:must") and set(scene.parties(evidence)) <= set(asking):
        return None  # a need of one's own, or nobody's
    if _empty(scene, force, evidence) or (unheard and scene.article.find(force, "modal:must", "modal:want")):
        return None
    on = _on(scene, found, evidence, asking)
    if scene.article.find(evidence, "word:two_states", "word:two_sides"):
        on = merged(on, scene.pair(evidence))
    return {
        "by": asking,
        "on": on,
        "what": scene.article.quote(evidence),
        "force": found.match.rule.values["force"],
        "evidence": evidence,
        "also": [],
    }


def _stressed(scene: Scene, force: Span) -> bool:
    """Whether a word of speech stands right before a noun of need: "stressed, together with his guest, the need for"."""
    first = max(scene.article.sentence(force.first).first, force.first - _CLOSE)
    return bool(scene.article.find(Span(first, force.first), "cue:say", "cue:note"))


def _on(scene: Scene, found: Promise, evidence: Span, asking: list[str]) -> list[str]:
    """Of whom it is asked: the subject of what must be done, whoever a demand names; nobody where one only hopes."""
    if found.match.rule.values["force"] == "hoped":
        return []
    must = scene.article.items[found.force.first].has("modal:must")
    named = scene.subject(found.force) if must else scene.parties(evidence)
    return [name for name in named if name not in asking]


def _demanded(scene: Scene, force: Span, evidence: Span) -> Span:
    """A demand grown to what is demanded, where verb and subject come first and a comma or a quotation mark cuts the rest off."""
    article = scene.article
    asks = article.pack.profile.names["subject"] == "after" and article.find(force, "cue:ask", "modal:call_for")
    if not asks or evidence.last < force.last or article.find(Span(force.last, evidence.last), "word:prep.to", "act"):
        return evidence
    rest = Span(evidence.last, min(article.sentence(force.first).last, force.last + REACH))
    begins = next(iter(article.find(rest, "word:prep.to", "quote")), None)
    if begins is None or article.find(Span(rest.first, begins), "cue:say", "cue:note"):
        return evidence
    return Span(evidence.first, scene.clause(Span(begins + 1, begins + 2), REACH).last)


def _empty(scene: Scene, force: Span, evidence: Span) -> bool:
    """Whether hardly a word beside that of asking says what is asked."""
    items = scene.article.items
    told = [i for i in evidence if i not in force and not items[i].has_any(_SMALL)]
    return len(told) < _ENOUGH


def _unasked(scene: Scene, force: Span) -> bool:
    """Whether nothing is asked: "she refused to ask", "until he asks for it", "called on the king at his palace"."""
    items = scene.article.items
    rest = Span(force.last, max(scene.article.sentence(force.first).last, force.last))
    if items[force.first].has("modal:call_for.on") and not scene.article.find(rest, "word:prep.to", "act", "mark:future", "quote"):
        return True
    before = Span(max(force.first - 1, 0), force.first)
    if scene.article.find(before, "marker:negation") or items[force.first].has_any(("mark:infinitive", "mark:participle")):
        return True
    capitals = scene.article.pack.profile.names["capitals"]
    return bool(capitals and scene.article.find(before, "word:stop.relative"))
