"""Commitments and appeals: what a side binds itself to, and what it asks of others or wishes."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, overlapping
from mithaq.extract.deadlines import deadline
from mithaq.extract.marks import marks
from mithaq.extract.phrases import Match, matches
from mithaq.extract.scene import Scene, merged
from mithaq.extract.when import within

_ACTS = {
    "legal.signed": "sign",
    "legal.ratified": "ratify",
    "event.visit": "visit",
    "event.negotiation": "negotiate",
    "event.meeting": "negotiate",
}
_REACH = 24
_NEAR = 5
_VAGUE = ("other", "cooperate")
"""Acts that are goodwill alone unless something is named that they are about."""

_UNSETTLED = frozenset({"future", "hypothetical"})
"""Certainty of an agreement that binds nobody yet."""

_BESIDE = 3
"""Items within which a negation, or "that", belongs to the word for a promise or a wish."""


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
    force = match.slots.get("force", match.span)
    anchor = _anchor(scene, force)
    evidence = _clause(scene, match, anchor)
    agreed = match.rule.values["force"] == "agreed"
    by = (_named_by(scene, match, evidence) or scene.bilateral(evidence)) if agreed else _by(scene, match, evidence, anchor)
    if items[force.first].has("mark:participle"):  # "the planned visit"
        return None
    if items[force.first].has("modal:aux") and not items[force.first].has_any(("act", "modal:will")):  # "the summit will begin"
        return None
    told = scene.article.find(force, "cue:say", "modal:can") or not _spoken(scene, force, anchor)
    if not by or (told and match.rule.values.get("voice") == "quoted") or marks(scene, force).denied:
        return None
    negations = [i for i in scene.article.find(evidence, "marker:negation", "mark:negated") if i in scene.own_clause(force, _REACH)]
    if negations and (agreed or not _refrains(scene, force, negations)):
        return None
    if agreed and items[force.first].has("act") and marks(scene, force).certainty in _UNSETTLED:
        return None
    act = "refrain" if negations or items[force.first].has("mark:refrain") else _act(scene, evidence, force)
    if (match.rule.values["force"] == "planned" and _fixed(scene, evidence)) or _finished(scene, force):
        return None
    to = [] if agreed else [name for name in scene.parties(evidence) if name not in by]
    done_to = (
        act == "other" and to and not scene.article.find(evidence, "sector:general")
    )  # to whom something is done, beyond good relations
    if act in _VAGUE and not _has_object(scene, evidence) and not done_to:
        return None
    sentence = scene.article.sentence(match.span.first)
    condition = next((scene.clause(Span(i, i + 1), _REACH) for i in sentence if items[i].has("marker:condition")), None)
    return {
        "by": by,
        "to": [] if agreed and len(by) > 1 else [name for name in scene.parties(evidence) if name not in by],
        "act": act,
        "what": scene.article.quote(evidence),
        "force": match.rule.values["force"],
        "condition": scene.article.quote(condition) if condition and not overlapping(condition, evidence) else None,
        "deadline": deadline(scene, _allowed(scene, force, evidence), force, done=agreed),
        "evidence": evidence,
        "also": [],
    }


def _finished(scene: Scene, force: Span) -> bool:
    """Whether it is an instrument that is ready, and nobody to do something ("the agreement is ready")."""
    if not scene.article.find(force, "modal:ready") or scene.article.find(
        Span(force.last, min(force.last + _BESIDE, len(scene.article.items))), "act"
    ):
        return False
    return bool(scene.article.find(Span(scene.clause(force, _REACH).first, force.first), "instrument"))


def _allowed(scene: Scene, force: Span, evidence: Span) -> Span:
    """The part of a promise in which its deadline is looked for: behind the word for it ("on Friday agreed to …"), or all of it."""
    begins = evidence.first < evidence.last and scene.article.items[evidence.first].has_any(("word:until", "word:prep.in"))
    return evidence if scene.article.pack.profile.names["verb_last"] or begins else Span(force.first, max(evidence.last, force.last))


def _refrains(scene: Scene, force: Span, negations: Sequence[int]) -> bool:
    """Whether what is promised is not to do something ("will never join", "promised not to leave")."""
    near = all(force.first - _BESIDE <= i < force.last + _BESIDE for i in negations)
    return near and bool(scene.article.find(force, "modal:will", "mark:future", "modal:determined", "modal:pledge"))


def _appeal(scene: Scene, match: Match) -> Found | None:
    force = match.slots.get("force", match.span)
    anchor = _anchor(scene, force)
    evidence = _clause(scene, match, anchor)
    if scene.article.find(force, "modal:must") and not _spoken(scene, force, anchor):
        return None
    if scene.article.find(force, "modal:call_for") and _unasked(scene, force):
        return None
    by = [said] if (said := scene.speaker_state(anchor)) else _by(scene, match, evidence, anchor)
    evidence = _demanded(scene, force, evidence)
    on = _on(scene, match, evidence, by)
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


def _demanded(scene: Scene, force: Span, evidence: Span) -> Span:
    """A demand grown to what is demanded, where verb and subject come first and a comma or a quotation mark cuts the rest off."""
    article = scene.article
    asks = article.pack.profile.names["subject"] == "after" and article.find(force, "cue:ask", "modal:call_for")
    if not asks or evidence.last < force.last or article.find(Span(force.last, evidence.last), "word:prep.to", "act"):
        return evidence
    rest = Span(evidence.last, min(article.sentence(force.first).last, force.last + _REACH))
    begins = next(iter(article.find(rest, "word:prep.to", "quote")), None)
    if begins is None or article.find(Span(rest.first, begins), "cue:say", "cue:note"):
        return evidence
    return Span(evidence.first, scene.clause(Span(begins + 1, begins + 2), _REACH).last)


def _unasked(scene: Scene, force: Span) -> bool:
    """Whether nothing is asked: "she refused to ask", "until he asks for it", "called on the king at his palace"."""
    items = scene.article.items
    rest = Span(force.last, max(scene.article.sentence(force.first).last, force.last))
    if items[force.first].has("modal:call_for.on") and not scene.article.find(rest, "word:prep.to", "mark:future", "quote"):
        return True
    negated = scene.article.find(Span(max(force.first - 1, 0), force.first), "marker:negation")
    return bool(negated) or items[force.first].has("mark:infinitive")


def _spoken(scene: Scene, force: Span, anchor: Span) -> bool:
    """Whether somebody says it, and not the reporter: in a statement, or in the first person."""
    return scene.statement(anchor) is not None or bool(scene.article.find(force, "mark:first"))


def _anchor(scene: Scene, force: Span) -> Span:
    """Where what is promised or wished begins: after "that", where it soon follows the word for it; else at that word."""
    items, sentence = scene.article.items, scene.article.sentence(force.first)
    for index in range(force.last, min(force.last + _BESIDE + 1, sentence.last - 1)):
        if items[index].has("cue:that"):
            return Span(index + 1, index + 2)
        if not ("comma" in items[index].codes or items[index].has("word") or items[index].has("modal:aux")):
            break
    return force


def _on(scene: Scene, match: Match, evidence: Span, by: list[str]) -> list[str]:
    """Of whom it is asked: the subject of what must be done, whoever a demand names; nobody where one only hopes."""
    force = match.slots.get("force", match.span)
    if match.rule.values["force"] == "hoped":
        return []
    named = scene.subject(force) if scene.article.items[force.first].has("modal:must") else scene.parties(evidence)
    return [name for name in named if name not in by]


def _clause(scene: Scene, match: Match, anchor: Span) -> Span:
    """The clause of a promise, within the statement that holds it."""
    moved = anchor.first >= match.span.last
    clause = scene.clause(anchor if moved else match.span, _REACH)
    if moved:
        clause = Span(anchor.first, clause.last)
    if statement := scene.statement(anchor):
        clause = Span(max(clause.first, statement.content.first), min(clause.last, statement.content.last))
    return clause


def _by(scene: Scene, match: Match, evidence: Span, anchor: Span) -> list[str]:
    """Who binds himself: a party before the modal in its clause, both sides, the speaker in the first person, else the speaker."""
    items = scene.article.items
    force = match.slots.get("force", match.span)
    if any(items[i].has("word:first_person") or (i >= force.first and items[i].has("mark:first")) for i in evidence):
        said = scene.speaker_state(anchor)
        return [said] if said else []
    if (who := match.slots.get("who")) and who.first >= force.last:
        return scene.parties(who)
    if who and items[who.first].has("word:that_state"):
        said = scene.speaker_state(anchor)
        return [said] if said else []
    if who and items[who.first].has("word:pronoun.it") and not _body_speaks(scene, anchor):
        return []
    said = scene.speaker_state(anchor)
    return _named_by(scene, match, evidence) or ([said] if said else [])


def _body_speaks(scene: Scene, span: Span) -> bool:
    """Whether a state, an organ or an organisation says what stands in a span, so that "it" may mean the speaker."""
    found = scene.statement(span)
    return found is not None and found.speaker is not None and scene.cast.mentions[found.speaker].kind == "body"


def _named_by(scene: Scene, match: Match, evidence: Span) -> list[str]:
    """The sides that a clause itself names as its subject: both of them, or the parties before the word for a promise."""
    items, force = scene.article.items, match.slots.get("force", match.span)
    limit = force.last + _NEAR if scene.article.pack.profile.names["verb_last"] else force.first
    if any(items[i].has("word:two_states") or items[i].has("word:two_sides") for i in evidence if i < limit):
        return scene.pair(evidence)
    who = match.slots.get("who")
    named = scene.parties(who) if who else []
    subject = scene.subject(force) if named or not who else []
    return subject if set(named) <= set(subject) else named


def _act(scene: Scene, evidence: Span, force: Span) -> str:
    """What is promised: the first act from the word for a promise on, which may be it itself (before it, where verbs stand last)."""
    verb_last = scene.article.pack.profile.names["verb_last"]
    behind: Sequence[int] = () if verb_last else range(force.first, evidence.last)
    verbs = [i for i in evidence if i not in force and (scene.article.items[i].sense("act") or "").endswith(".v")] if verb_last else []
    for index in behind or [*verbs[-1:], *evidence]:
        item = scene.article.items[index]
        if deed := item.sense("act:do"):
            return deed.partition(".")[0]
        sense = item.sense("act")
        if sense is None:
            continue
        if found := next((act for head, act in _ACTS.items() if sense.startswith(head)), None):
            return found
    return "other"


def _fixed(scene: Scene, evidence: Span) -> bool:
    """Whether what is planned is a visit or a meeting to come (negotiations are more), to which nobody binds himself as "we"."""
    acts = scene.article.find(evidence, "act")
    first = scene.article.items[acts[0]] if acts else None
    occasion = first is not None and first.has_any(("act:event", "act:do.visit")) and not first.has("act:event.negotiation")
    return occasion and not scene.article.find(evidence, "mark:first", "word:first_person")


def _has_object(scene: Scene, evidence: Span) -> bool:
    found = scene.article.find(evidence, "sector", "measure", "instrument", "word:project", "word:body")
    told = [i for i in found if not scene.article.items[i].has("sector:general")]
    return bool(told) or within(scene, evidence) is not None
