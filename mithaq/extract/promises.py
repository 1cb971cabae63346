"""Commitments and appeals: what a side binds itself to, and what it asks of others or wishes."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, overlapping
from mithaq.extract.deadlines import deadline
from mithaq.extract.phrases import Match, matches
from mithaq.extract.scene import Scene, merged

_ACTS = {
    "legal.signed": "sign",
    "legal.ratified": "ratify",
    "event.visit": "visit",
    "event.negotiation": "negotiate",
    "event.meeting": "negotiate",
}
_REACH = 24


def commitments(scene: Scene) -> list[Found]:
    """All commitments of an article."""
    return _made(scene, "commitments")


def appeals(scene: Scene) -> list[Found]:
    """All appeals of an article."""
    return _made(scene, "appeals")


def _made(scene: Scene, kind: str) -> list[Found]:
    out: list[Found] = []
    for match in matches(scene.article.pack.rules_of(kind), scene.phrases):
        item = _commitment(scene, match) if kind == "commitments" else _appeal(scene, match)
        if item and not any(overlapping(held["evidence"], item["evidence"]) for held in out):
            out.append(item)
    return sorted(out, key=lambda item: (item["evidence"].first, item["evidence"].last))


def _commitment(scene: Scene, match: Match) -> Found | None:
    items = scene.article.items
    evidence = _clause(scene, match)
    by = _by(scene, match, evidence)
    if not by or scene.article.find(evidence, "marker:negation", "mark:negated"):
        return None
    act = _act(scene, evidence)
    if act == "other" and not _has_object(scene, evidence):
        return None
    sentence = scene.article.sentence(match.span.first)
    condition = next((scene.clause(Span(i, i + 1), _REACH) for i in sentence if items[i].has("marker:condition")), None)
    return {
        "by": by,
        "to": [name for name in scene.parties(evidence) if name not in by],
        "act": act,
        "what": scene.article.quote(evidence),
        "force": match.rule.values["force"],
        "condition": scene.article.quote(condition) if condition and not overlapping(condition, evidence) else None,
        "deadline": deadline(scene, evidence),
        "evidence": evidence,
        "also": [],
    }


def _appeal(scene: Scene, match: Match) -> Found | None:
    evidence = _clause(scene, match)
    by = [said] if (said := scene.speaker_state(match.span)) else _by(scene, match, evidence)
    on = [name for name in scene.parties(evidence) if name not in by]
    if any(scene.article.items[i].has("word:two_states") or scene.article.items[i].has("word:two_sides") for i in evidence):
        on = merged(on, scene.pair(evidence))
    return {
        "by": by,
        "on": on,
        "what": scene.article.quote(evidence),
        "force": match.rule.values["force"],
        "evidence": evidence,
        "also": [],
    }


def _clause(scene: Scene, match: Match) -> Span:
    """The clause of a promise, within the statement that holds it."""
    clause = scene.clause(match.span, _REACH)
    statement = scene.statement(match.span)
    if statement:
        clause = Span(max(clause.first, statement.content.first), min(clause.last, statement.content.last))
    return clause


def _by(scene: Scene, match: Match, evidence: Span) -> list[str]:
    """Who binds himself: a party before the modal in its clause, both sides, the speaker in the first person, else the speaker."""
    items = scene.article.items
    force = match.slots.get("force", match.span)
    if items[force.first].has("mark:first") or any(items[i].has("word:first_person") for i in evidence):
        said = scene.speaker_state(match.span)
        return [said] if said else []
    if who := match.slots.get("who"):
        return scene.parties(who)
    if any(items[i].has("word:two_states") or items[i].has("word:two_sides") for i in evidence if i < force.last):
        return scene.pair(evidence)
    said = scene.speaker_state(match.span)
    return scene.subject(force) or ([said] if said else [])


def _act(scene: Scene, evidence: Span) -> str:
    for index in evidence:
        sense = scene.article.items[index].sense("act")
        if sense is None:
            continue
        if sense.startswith("do."):
            return sense.split(".")[1]
        if found := next((act for head, act in _ACTS.items() if sense.startswith(head)), None):
            return found
    return "other"


def _has_object(scene: Scene, evidence: Span) -> bool:
    found = scene.article.find(evidence, "sector", "measure", "instrument", "word:project", "word:body", "act")
    return bool(found) or scene.date(evidence) is not None
