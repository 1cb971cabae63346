"""Where something is promised or wished: the word for it, the clause that says what, and who says it; for commitments and appeals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, overlapping
from mithaq.extract.phrases import Match, matches
from mithaq.extract.scene import Scene

REACH = 24
"""Words of common length by which the clause of a promise grows on each side."""

BESIDE = 3
"""Items within which a negation, or "that", belongs to the word for a promise or a wish."""

_NEAR = 5

_OWN = ("modal:pledge.own", "modal:determined.own", "modal:ready.own", "modal:plan.own")

_WILLING = ("modal:pledge", "modal:determined", "modal:ready", "modal:plan")
"""Words whose subject may stand right behind them, as the owner of a noun."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A place where a rule finds a promise or a wish.

    Attributes:
        match: of the rule.
        force: the word that makes it one.
        anchor: where what is promised begins, behind "that" if one follows soon; else the word itself.
        evidence: the clause that says what is promised.
    """

    match: Match
    force: Span
    anchor: Span
    evidence: Span


def made(scene: Scene, kind: str, make: Callable[[Scene, Promise], Found | None]) -> list[Found]:
    """The items that the rules of a kind find, in order; where two passages meet, that of the earlier rule."""
    out: list[Found] = []
    for match in matches(scene.article.pack.rules_of(kind), scene.phrases):
        force = match.slots.get("force", match.span)
        anchor = _anchor(scene, force)
        item = make(scene, Promise(match, force, anchor, _clause(scene, match, anchor)))
        if item and not any(overlapping(held["evidence"], item["evidence"]) for held in out):
            out.append(item)
    return sorted(out, key=lambda item: (item["evidence"].first, item["evidence"].last))


def spoken(scene: Scene, found: Promise) -> bool:
    """Whether somebody says it, and not the reporter: in a statement, or in the first person."""
    return scene.statement(found.anchor) is not None or bool(scene.article.find(found.force, "mark:first"))


def by(scene: Scene, found: Promise) -> list[str]:
    """Who binds himself or wishes: the speaker in the first person, a party before the word for it, both sides, else the speaker."""
    items, force = scene.article.items, found.force
    said = scene.speaker_state(found.anchor)
    speaker = [said] if said else []
    if owner := _owner(scene, found):
        return owner
    if any(items[i].has("word:first_person") or (i >= force.first and items[i].has("mark:first")) for i in found.evidence):
        return speaker or _last(scene, force.first)
    who = _subject(scene, found)
    if who and who.first >= force.last:
        return scene.parties(who)
    if who and items[who.first].has("word:pronoun.they") and (both := _both(scene, who)):
        return both
    if own := scene.article.find(Span(who.first if who else force.first, force.last + 1), "word:that_state"):
        return speaker or _last(scene, own[0])
    if who and items[who.first].has("word:pronoun.it") and not _body_speaks(scene, found.anchor):
        return []
    return named_by(scene, found) or speaker or _unnamed(scene, found)


def _subject(scene: Scene, found: Promise) -> Span | None:
    """What stands as the subject beside the word for a promise; a party that hangs on a preposition is none."""
    who = found.match.slots.get("who")
    hung = who and who.first and scene.article.items[who.first - 1].has("word:prep") and who.first < found.force.first
    return None if hung else who


def _unnamed(scene: Scene, found: Promise) -> list[str]:
    """Who binds himself where no party is the subject: someone of unknown state, whoever was named last, those of whom the thing is."""
    who, force = _subject(scene, found), found.force
    if who:
        person = scene.person(who)
        return [person] if person else []
    if found.match.rule.values.get("voice") == "quoted":
        return []
    if scene.article.find(force, "modal:plan.due"):
        return scene.unhung(found.evidence) or _last(scene, force.first)
    return _last(scene, force.first)


def _owner(scene: Scene, found: Promise) -> list[str]:
    """Of whom a noun for a promise is: the party right behind it ("the readiness of Egypt"), or the last before it ("its readiness")."""
    article, force = scene.article, found.force
    if article.find(force, *_OWN):
        return scene.last_unhung(Span(article.sentence(force.first).first, force.first))
    if not article.find(force, *_WILLING) or article.find(force, "mark:future"):
        return []
    behind = Span(force.last, min(force.last + BESIDE, article.sentence(force.first).last))
    given = article.find(behind, "word:prep.from")  # "a promise from Egypt"
    return scene.first_at(given[0] + 1 if given else force.last)


def _both(scene: Scene, who: Span) -> list[str]:
    """The two sides that "they" means where they were just named as such."""
    sentence = scene.article.sentence(who.first)
    before = scene.article.sentence(max(sentence.first - 1, 0))
    both = scene.article.find(Span(before.first, who.first), "word:two_sides", "word:two_states")
    return scene.pair(Span(both[-1], both[-1] + 1)) if both else []


def _last(scene: Scene, index: int) -> list[str]:
    """The party of whoever is last named in the sentence before an item, else of whoever is last heard around its paragraph."""
    if named := scene.named_before(index):
        return [named]
    here = scene.article.paragraph(index).first
    first = max((part.first for part in scene.article.paragraphs if part.first < here), default=here)
    heard = [found for found in scene.statements if first <= found.content.first and found.content.last <= index and found.state]
    last = max(heard, key=lambda found: found.content.last, default=None)
    return [last.state] if last and last.state else []


def named_by(scene: Scene, found: Promise) -> list[str]:
    """The sides that a clause itself names as its subject: both of them, or the parties before the word for a promise."""
    items, force, evidence = scene.article.items, found.force, found.evidence
    names = scene.article.pack.profile.names
    limit = force.last + (_NEAR if names["verb_last"] else BESIDE) if names["verb_last"] or names["subject"] == "after" else force.first
    if any(items[i].has("word:two_states") or items[i].has("word:two_sides") for i in evidence if i < limit):
        return scene.pair(evidence)
    who = _subject(scene, found)
    named = scene.parties(who) if who else []
    subject = scene.subject(force) if named or not who else []
    return subject if set(named) <= set(subject) else named


def _anchor(scene: Scene, force: Span) -> Span:
    """Where what is promised or wished begins: after "that", where it soon follows the word for it; else at that word."""
    items, sentence = scene.article.items, scene.article.sentence(force.first)
    for index in range(force.last, min(force.last + BESIDE + 1, sentence.last - 1)):
        if items[index].has("cue:that"):
            return Span(index + 1, index + 2)
        if not ("comma" in items[index].codes or items[index].has("word") or items[index].has("modal:aux")):
            break
    return force


def _clause(scene: Scene, match: Match, anchor: Span) -> Span:
    """The clause of a promise, within the statement that holds it."""
    moved = anchor.first >= match.span.last
    clause = scene.clause(anchor if moved else match.span, REACH)
    if moved:
        clause = Span(anchor.first, clause.last)
    if statement := scene.statement(anchor):
        clause = Span(max(clause.first, statement.content.first), min(clause.last, statement.content.last))
    return clause


def _body_speaks(scene: Scene, span: Span) -> bool:
    """Whether a state, an organ or an organisation says what stands in a span, so that "it" may mean the speaker."""
    found = scene.statement(span)
    return found is not None and found.speaker is not None and scene.cast.mentions[found.speaker].kind == "body"
