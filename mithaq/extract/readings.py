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
    ("estimate", ("word:estimate", "modal:can", "modal:expect", "marker:hypothetical")),
)
"""What tells that a number was not reached, each with the words that say so; the word nearest to the number decides."""

_RAISE = "act:do.raise_trade"
_GIVEN, _TO_COME = ("aid", "credit"), ("modal:will", "mark:future")
"""Measures of what is given, and so is offered where it is to come."""

_NOT_GIVEN = ("trade", "export", "import", "share", "rank", "duration", "documents", "area", "length")
"""Measures of what nobody gives, and so is a target where it is promised."""

_SAID = {"hoped": "hoped", "called_for": "target", "planned": "target", "pledged": "offered", "offered": "offered"}
"""Force of the promise or appeal that holds a number -> its reading, where the words beside it say nothing else."""


def reading(scene: Scene, evidence: Span, quantity: Quantity, measure: str) -> str:
    """What the word nearest to the number says of it: offered, a target, hoped for, an estimate; else it was reached."""
    if quantity.first and scene.article.items[quantity.first - 1].has("word:prep.from"):
        return "reached"
    clause, items = scene.clause(evidence), scene.article.items
    near: dict[int, str] = {}
    for name, words in _READINGS:
        for place in scene.article.find(clause, *words):
            if not items[place].has("mark:past") and not (measure == "documents" and place >= evidence.last):
                given = measure in _GIVEN and items[place].has_any(_TO_COME)
                near.setdefault(_distance(scene, quantity, place), "offered" if given else name)
    raised = scene.article.find(Span(clause.first, max(quantity.first, clause.first)), _RAISE) if _aimed(scene, quantity) else []
    if raised and not items[raised[-1]].has("mark:past"):
        near.setdefault(_distance(scene, quantity, raised[-1]), "target")
    if near:
        name = near[min(near)]
        return "target" if name == "offered" and measure in _NOT_GIVEN else name
    return "estimate" if quantity.qualifier == "upto" and not _aimed(scene, quantity) else "reached"


def _aimed(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number stands behind "to", perhaps with "about" between: "raise trade to about $5bn"."""
    before = scene.article.items[max(quantity.first - 2, 0) : quantity.first]
    return any(item.has_any(("word:prep.to", "word:until")) for item in before)


def _distance(scene: Scene, quantity: Quantity, place: int) -> int:
    """How far a word stands from a number; where verbs do not stand last, one behind it is sooner another verb's."""
    if place < quantity.first or scene.article.pack.profile.names["verb_last"]:
        return min(abs(place - quantity.first), abs(place - quantity.last + 1))
    return (place - quantity.last + 1) * 2


def held(item: Found, said: Sequence[Found]) -> str:
    """The reading of a figure, where it is reached by its own words that of the promise or appeal that holds it."""
    by = next((one for one in said if item["stands"].first in one["evidence"]), None) if item["reading"] == "reached" else None
    return _SAID.get(by["force"], "reached") if by else str(item["reading"])
