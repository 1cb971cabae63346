"""Marks of a clause: negated, denied, future, conditional, past. One phase for all rules, tested once for each act and marker."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.extract.article import Span
from mithaq.extract.scene import Scene

_NEAR = 5
"""Items within which a mark belongs to an act."""

_FUTURE = ("marker:future", "mark:future", "modal:will", "modal:plan")
_OPEN = ("marker:condition", "marker:hypothetical", "modal:hope", "modal:wish", "modal:want", "modal:can", "modal:must", "modal:call_for")
_NEGATION = ("marker:negation", "mark:negated")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the markers of a clause say of the act in it."""

    negated: bool
    denied: bool
    future: bool
    open: bool
    past: bool

    @property
    def certainty(self) -> str:
        """Of the codebook: asserted, future, hypothetical, negated or historical; the strongest mark decides."""
        if self.negated or self.denied:
            return "negated"
        if self.open:
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
    near = Span(max(clause.first, act.first - _NEAR), min(clause.last, act.last + (_NEAR if last_verb else 1)))
    verbal = Span(act.first, near.last) if last_verb else near
    pointed = act.first > 0 and items[act.first - 1].has("word:this")
    denials = [i for i in find(scene.article.sentence(act.first), "marker:denial", "cue:deny") if i < clause.last]
    return Marks(
        negated=len(find(verbal, *_NEGATION)) % 2 == 1,
        denied=bool(denials),
        future=bool(find(near, *_FUTURE)),
        open=bool(find(near, *_OPEN)) and not pointed,
        past=bool(find(clause, "marker:past", "marker:earlier")),
    )
