"""Readings of figures: whether a number was reached, is a target, hoped for, offered or an estimate."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract.article import Span
from mithaq.extract.claims import Found
from mithaq.extract.quantities import Quantity
from mithaq.extract.scene import Scene

_READINGS = (
    ("offered", ("modal:ready", "word:offered")),
    ("target", ("modal:plan", "modal:will", "mark:future", "word:target", "word:until.within")),
    ("hoped", ("modal:hope", "modal:wish", "modal:want")),
    ("estimate", ("word:estimate", "modal:can")),
)
"""What tells that a number was not reached, each with the words that say so; the word nearest to the number decides."""

_SAID = {"hoped": "hoped", "called_for": "target", "planned": "target", "pledged": "offered", "offered": "offered"}
"""Force of the promise or appeal that holds a number -> its reading, where the words beside it say nothing else."""


def reading(scene: Scene, evidence: Span, quantity: Quantity, measure: str) -> str:
    """What the word nearest to the number says of it: offered, a target, hoped for, an estimate; else it was reached."""
    if quantity.first and scene.article.items[quantity.first - 1].has("word:prep.from"):
        return "reached"
    clause = scene.clause(evidence)
    near: dict[int, str] = {}
    for name, words in _READINGS:
        for place in scene.article.find(clause, *words):
            near.setdefault(min(abs(place - quantity.first), abs(place - quantity.last + 1)), name)
    if near:
        return near[min(near)]
    return "estimate" if quantity.qualifier == "upto" else "reached"


def held(item: Found, said: Sequence[Found]) -> str:
    """The reading of a figure, where it is reached by its own words that of the promise or appeal that holds it."""
    by = next((one for one in said if item["stands"].first in one["evidence"]), None) if item["reading"] == "reached" else None
    return _SAID.get(by["force"], "reached") if by else str(item["reading"])
