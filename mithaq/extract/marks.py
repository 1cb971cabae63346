"""Marks of a clause: negated, denied, future, conditional, past. One phase for all rules, tested once for each act and marker."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mithaq.extract.article import Span
from mithaq.extract.dates import Date
from mithaq.extract.scene import Scene
from mithaq.model import days

_NEAR = 5
"""Items within which a mark belongs to an act."""

_GOVERNS = 3
"""Items before a noun among which the word that governs it stands: "cancelled a planned visit"."""

_BEHIND_NOUN = 8
"""Items behind a noun among which its verb is looked for: "the summit of A and B will take place"."""

_PAST = 12
"""Words around an act among which a mark of the past is looked for, where verbs do not stand last."""

_WEEK = 7
"""Days."""

_LONG_AGO = 60
"""Days before publication from which on what is told is recalled, no news."""

_FUTURE = ("marker:future", "mark:future", "modal:will", "modal:plan")
_OPEN = (
    "marker:condition",
    "marker:hypothetical",
    "modal:hope",
    "modal:wish",
    "modal:want",
    "modal:can",
    "modal:must",
    "modal:call_for",
    "modal:invite",
)
_INTENDS = ("modal:expect", "modal:determined", "modal:ready", "modal:pledge", "modal:settle")
"""What is to be signed or ended, where its verb stands in the infinitive behind them."""

_VISITS = "modal:call_for.on"
"""Of two senses, one asks ("called on him to go") and leaves open what is asked, one does not ("called on him")."""

_CALLS_OFF = ("mark:cancels", "act:delivery.cancelled", "act:delivery.stalled", "act:legal.abandoned", "act:legal.terminated")
_LIKELY = "marker:hypothetical"
_AFTER = ("word:stop.after", "word:stop.since")
"""Behind these words stands what happened before, whatever is denied."""

_NEGATION = ("marker:negation", "mark:negated")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the markers of a clause say of the act in it."""

    negated: bool
    denied: bool
    future: bool
    open: bool
    past: bool
    likely: bool = False
    """Open only by a word like "probably": what will probably come is to come."""

    @property
    def certainty(self) -> str:
        """Of the codebook: asserted, future, hypothetical, negated or historical; the strongest mark decides."""
        if self.negated or self.denied:
            return "negated"
        if self.open and not (self.future and self.likely):
            return "hypothetical"
        if self.future:
            return "future"
        return "historical" if self.past else "asserted"


def marks(scene: Scene, act: Span) -> Marks:
    """The marks that bear on an act: those beside it in its own clause.

    Where the verb ends the clause, its marks follow the act; elsewhere they stand before it. A thing that the text
    points to ("this visit") is there, whatever is hoped of it.
    """
    items, find = scene.article.items, scene.article.find
    last_verb = scene.article.pack.profile.names["verb_last"]
    clause = scene.own_clause(act)
    near = Span(
        clause.first if last_verb else max(clause.first, act.first - _NEAR), min(clause.last, act.last + (_NEAR if last_verb else 1))
    )
    settled = bool(find(act, "mark:settled"))  # "agreed not to build": what they agreed on is negated, not that they agreed
    verbal = Span(act.first, near.last) if last_verb else Span(near.first, act.last) if settled else near
    noun = any(code.endswith(".n") for i in act for code in items[i].codes)  # "the visit that he will pay"
    pointed = act.first > 0 and items[act.first - 1].has("word:this")
    bare = items[act.first].has("mark:infinitive") and not find(near, "modal")  # "it is hard to agree"; "they agreed to sign"
    denials = [
        i
        for i in find(scene.article.sentence(act.first), "marker:denial", "cue:deny")
        if i < clause.last and not find(Span(i, act.first), *_AFTER)
    ]
    if last_verb and noun and items[act.first].has("act:event"):
        verbal = _own_verb(scene, act, clause)
        cancelled = False
    elif noun and not last_verb:
        verbal = Span(verbal.first, act.last)
        cancelled = bool(find(Span(act.last, min(scene.article.sentence(act.first).last, act.last + 3 * _NEAR)), "mark:cancels"))
    else:
        cancelled = False
    if noun and items[act.first].has("act:event") and not items[act.first].has("act:event.relations"):
        cancelled = cancelled or _called_off(scene, act, clause)
    negations = [i for i in find(verbal, *_NEGATION) if i not in act or items[i].has("mark:negated")]  # "cancelled" negates no ending
    if noun and not last_verb:
        negations = [i for i in negations if not _of_another(scene, i, act)]
    told = Span(near.first, clause.last if last_verb else min(clause.last, act.last + _BEHIND_NOUN)) if noun else near
    return Marks(
        negated=(len(negations) % 2 == 1 and not find(Span(near.first, negations[0]), "marker:condition")) or cancelled,  # "if they do not"
        denied=bool(denials),
        future=bool(find(told, *_FUTURE))
        or (bare and bool(find(near, "mark:settled")))
        or (items[act.first].has("mark:infinitive") and items[act.first].has("act:legal") and bool(find(near, *_INTENDS)))
        or (noun and items[act.first].has("act:legal") and _intended(scene, act)),
        open=(any(i not in act or not items[i].has(_VISITS) for i in find(verbal if settled else near, *_OPEN)) and not pointed)
        or (bare and not find(near, "mark:settled")),
        past=any(not _in_date(scene, i) for i in find(clause if last_verb else scene.clause(act, _PAST), "marker:past", "marker:earlier"))
        or _had(scene, act),
        likely=not bare and all(items[i].has(_LIKELY) for i in find(verbal if settled else near, *_OPEN)),
    )


def _intended(scene: Scene, act: Span) -> bool:
    """Whether a noun for a step tells what something is done for: "came to sign", "talks for the conclusion of"."""
    items = scene.article.items
    return items[act.first].has("clitic:prep.to") or (act.first > 0 and items[act.first - 1].has("word:prep.to.purpose"))


def _of_another(scene: Scene, negation: int, act: Span) -> bool:
    """Whether a negation belongs to the verb right behind it, to which "and" adds the act ("is not used up, and today's meeting …")."""
    if negation + 1 >= act.first:
        return False
    verb = scene.article.items[negation + 1]
    told = verb.has("act") and not verb.has("mark:infinitive")
    return told and bool(scene.article.find(Span(negation + 2, act.first), "word:and"))


def _called_off(scene: Scene, act: Span, clause: Span) -> bool:
    """Whether an occasion is what was cancelled or put off: a word for that governs it, or is said of it."""
    reach = _GOVERNS if not scene.article.find(Span(max(clause.first, act.first - _BEHIND_NOUN), act.first), "modal:plan") else _BEHIND_NOUN
    before = Span(max(clause.first, act.first - reach), act.first)
    behind = Span(act.last, min(clause.last, act.last + 2 * _NEAR))
    talks = scene.article.items[act.first].has("act:event.negotiation")  # talks that failed were held
    words = [name for name in _CALLS_OFF if not (talks and name == "act:legal.abandoned")]
    return bool(scene.article.find(before, "act:do.refrain", *words)) or bool(scene.article.find(behind, *words))


def _had(scene: Scene, act: Span) -> bool:
    """Whether a word for "was" before an act and one for its being done, the subject perhaps between them, make a past perfect."""
    before = Span(scene.article.sentence(act.first).first, act.first)
    was = scene.article.find(before, "marker:was")
    return bool(was) and bool(scene.article.find(Span(was[-1], act.first), "marker:done"))


def _own_verb(scene: Scene, act: Span, clause: Span) -> Span:
    """Where the verb of a noun stands that verbs follow: right behind it, or where it is said to be held or done; not any later verb."""
    items = scene.article.items
    held = next((i for i in range(act.last, clause.last) if items[i].has("word:stop.held")), None)
    first = act.last if held is None else held
    return Span(first, min(first + 2, clause.last)) if held is None else Span(first, min(first + 3, clause.last))


def _in_date(scene: Scene, index: int) -> bool:
    """Whether a word for the past is part of a date ("last Monday"), which says itself how long ago that is."""
    return any(date.first <= index < date.last for date in scene.dates)


def certainty(scene: Scene, said: Marks, date: Date | None) -> str:
    """What the marks say, and where they only assert, what the date says: to come, news, or recalled from the past.

    A date with a year that stands below the head of an article whose day of publication is not known is taken for a recalled one.
    """
    marked = said.certainty
    if marked != "asserted" or date is None:
        return marked
    if date.relative == "next" or (date.relative or "0")[0] in "123456789":
        return "future"
    if (date.relative or "").startswith("-"):
        return "historical" if _weeks_ago(date.relative or "") else marked
    if scene.published and date.days:
        told, day = (datetime.date.fromisoformat(text) for text in (date.days[0], days(scene.published)[0].isoformat()))
        return "future" if told > day else "historical" if (day - told).days > _LONG_AGO else marked
    written = date.has_year or (date.precision in {"day", "month"} and not date.relative and not date.weekday)
    return "historical" if written and not scene.published and date.first >= scene.head else marked


def _weeks_ago(relative: str) -> bool:
    """Whether a time seen from the day of publication lies a week or more back ("-10d", "-1w", "-3m", "-2y")."""
    return relative[-1] in "wmy" or (relative[-1] == "d" and int(relative[:-1]) <= -_WEEK)
