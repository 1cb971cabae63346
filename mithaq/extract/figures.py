"""Figures: numbers that measure dealings, with measure, unit and reading."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, joined
from mithaq.extract.quantities import Quantity
from mithaq.extract.scene import Scene

_REACH = 7
_TIMES = frozenset({"years", "months", "weeks", "days"})
"""Units that measure dealings only where a term is spoken of: other spans of time are ages and anniversaries."""

_COUNTED = ("people", "jobs", "projects", "documents")
_READINGS = (
    ("target", ("modal:plan", "modal:will", "mark:future", "measure:target")),
    ("hoped", ("modal:hope", "modal:wish", "modal:want", "modal:can")),
    ("offered", ("modal:ready",)),
)


def figures(scene: Scene) -> list[Found]:
    """All figures of an article."""
    out: list[Found] = []
    dated = [Span(date.first, date.last) for date in scene.dates]
    for quantity in scene.quantities:
        if any(quantity.first < span.last and span.first < quantity.last for span in dated):
            continue
        if item := _figure(scene, quantity):
            held = next(
                (
                    held
                    for held in out
                    if held["value"] == item["value"] and held["unit"] == item["unit"] and held["measure"] == item["measure"]
                ),
                None,
            )
            if held:
                held["also"].append(item["evidence"])
            else:
                out.append(item)
    return out


def _figure(scene: Scene, quantity: Quantity) -> Found | None:
    items = scene.article.items
    here = Span(quantity.first, quantity.last)
    counted = _counted(scene, here) if quantity.unit is None else None
    measure, noun = _measure(scene, here)
    unit = quantity.unit or (counted[0] if counted else None)
    if unit is None:
        return None
    if counted:
        measure, noun = counted[1], counted[2]
    if measure is None:
        measure = _default(unit)
    if measure is None or (unit in _TIMES and measure != "duration"):
        return None
    evidence = joined([here, noun]) if noun else scene.clause(here, 3)
    return {
        "measure": measure,
        "of": scene.article.quote(noun) if noun else None,
        "reading": _reading(scene, evidence, quantity),
        "value": quantity.value,
        "unit": unit,
        "period": None,
        "evidence": evidence,
        "also": [],
        "head": items[quantity.first].text,
    }


def _counted(scene: Scene, here: Span) -> tuple[str, str, Span] | None:
    """Unit, measure and noun where a bare number counts instruments, projects or people."""
    for index in range(here.last, min(here.last + 3, len(scene.article.items))):
        item = scene.article.items[index]
        if item.has("instrument"):
            return "documents", "documents", Span(index, index + 1)
        sense = item.sense("measure")
        if sense in _COUNTED:
            return sense, sense, Span(index, index + 1)
        if item.codes & {"comma", "stop"}:
            return None
    return None


def _measure(scene: Scene, here: Span) -> tuple[str | None, Span | None]:
    """The measure whose noun stands nearest in the sentence, before the number sooner than after it."""
    sentence = scene.article.sentence(here.first)
    best: tuple[int, str, Span] | None = None
    for index in range(max(sentence.first, here.first - _REACH * 2), min(sentence.last, here.last + _REACH)):
        if sense := scene.article.items[index].sense("measure"):
            distance = here.first - index if index < here.first else (index - here.last) * 2 + 1
            if best is None or distance < best[0]:
                best = (distance, sense, Span(index, index + 1))
    return (best[1], best[2]) if best else (None, None)


def _default(unit: str) -> str | None:
    if len(unit) == 3 and unit.isupper():
        return "other"
    return {
        "percent": "share",
        "times": "other",
        "kilometres": "length",
        "barrels": "volume",
        "tonnes": "volume",
        "cubic_metres": "volume",
        "megawatts": "capacity",
        "people": "people",
    }.get(unit)


def _reading(scene: Scene, evidence: Span, quantity: Quantity) -> str:
    clause = scene.clause(evidence)
    for reading, names in _READINGS:
        if scene.article.find(clause, *names):
            return reading
    estimated = quantity.qualifier == "upto" or scene.article.find(clause, "word:estimate")
    return "estimate" if estimated else "reached"
