"""Figures: numbers that measure dealings, with measure, unit and reading."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract import measured
from mithaq.extract.article import Span
from mithaq.extract.claims import Found, joined
from mithaq.extract.quantities import Quantity
from mithaq.extract.readings import held, reading
from mithaq.extract.scene import Scene

_DEED = 12
"""Items around a number of people in which the deed stands that they are counted in."""

_HARM = 3
"""Items around it in which it is told that they were killed, hurt or arrested."""

_BRACKET = 5
"""Items between a sum and the bracket that holds it in another currency."""

_EACH = 3
"""Items between a price and the amount that it is paid for."""

_NONE = frozenset({"countries", "hours", "minutes"})
"""Units of what a report counts, but dealings are not measured in."""

_DISTANCES = frozenset({"kilometres", "miles", "metres"})
_TOLD_ON = ("aid", "credit", "investment", "contract_value", "trade", "export", "import")
"""Measures of figures that a report goes on to speak of without naming them again."""

_ON = 40
"""Items over which a report so goes on."""

_WHOLE = 100


def figures(scene: Scene, said: Sequence[Found] = ()) -> list[Found]:
    """All figures of an article.

    Args:
        scene: of the article.
        said: its commitments and appeals: a number that one of them holds was not reached.
    """
    out: list[Found] = []
    dated = [Span(date.first, date.last) for date in scene.dates]
    before: Quantity | None = None
    for quantity in scene.quantities:
        if any(quantity.first < span.last and span.first < quantity.last for span in dated):
            continue
        item = None if before and _each(scene, before, quantity) else _figure(scene, quantity)
        before = quantity
        if item is None or (item["set"] and not any(quantity.first in one["evidence"] for one in said)):
            continue
        _inherit(scene, out, item)
        item["reading"] = held(item, said)
        if out and _converted(scene, out[-1], quantity):
            out[-1]["also"].append(item["evidence"])
            out[-1].update(stands=item["stands"], bracketed=True)
        elif same := next((one for one in out if _same(one, item)), None):
            same["also"].append(item["evidence"])
        else:
            out.append(item)
    return out


def _same(a: Found, b: Found) -> bool:
    return all(a[name] == b[name] for name in ("value", "unit", "measure"))


def _converted(scene: Scene, before: Found, quantity: Quantity) -> bool:
    """Whether a sum in brackets says the one before it in another currency ("$10bn (5.2bn pounds)")."""
    if not (quantity.money and before["money"]):
        return False
    span = Span(before["stands"].last, quantity.first)
    close = span.first < span.last <= span.first + _BRACKET
    range_too = before["bracketed"] and bool(scene.article.find(span, "dash", "word:or", "word:prep.to"))
    return close and (range_too or bool(scene.article.find(span, "open", "semicolon"))) and not scene.article.find(span, "stop")


def _each(scene: Scene, before: Quantity, quantity: Quantity) -> bool:
    """Whether an amount is what the price before it is paid for ("$58 per 1,000 cubic metres")."""
    round_number = quantity.value in {1, 100, 1000} and quantity.unit is not None and not quantity.money and quantity.unit != "percent"
    between = Span(before.last, quantity.first)
    small = all(scene.article.items[index].has("word") for index in between)
    return before.money and round_number and 0 < between.last - between.first <= _EACH and small


def _inherit(scene: Scene, out: Sequence[Found], item: Found) -> None:
    """Give a sum or a rise that nothing beside it measures the measure of the figure before it, not long before."""
    if item["sure"] or not out or out[-1]["measure"] not in _TOLD_ON or not (item["money"] or _rises(scene, item)):
        return
    if item["stands"].first - out[-1]["stands"].last <= _ON and (out[-1]["money"] or out[-1]["unit"] == "percent"):
        item["measure"] = out[-1]["measure"]


def _rises(scene: Scene, item: Found) -> bool:
    """Whether a percentage is told as a change ("it rose by 5%")."""
    if item["unit"] != "percent":
        return False
    return item["of"] is not None or bool(scene.article.find(scene.clause(item["stands"], 3), "unit:change"))


def _figure(scene: Scene, quantity: Quantity) -> Found | None:
    items = scene.article.items
    here = Span(quantity.first, quantity.last)
    if here.first and items[here.first - 1].has("unit:numbered"):
        return None  # "article 50"
    if quantity.unit in _DISTANCES and here.last < len(items) and items[here.last].has("word:prep.from"):
        return None  # how far off a place is
    count = measured.counted(scene, here) if quantity.unit is None else None
    measure, noun = (count.measure, count.noun) if count else measured.measure(scene, quantity)
    if measure == measured.DOMESTIC:
        return None
    unit = quantity.unit or (count.unit if count else None)
    if unit is None or unit in _NONE or (quantity.value == 1 and unit in {"documents", "projects"}):
        return None  # "two countries", "a roadmap"
    if unit == "percent" and measure and not measured.own_share(scene, here, measure, noun):
        measure = "share"
    if measure is None and not (unit == "percent" and scene.article.find(scene.clause(here, 3), "unit:change")):
        measure = None if unit == "percent" and quantity.value == _WHOLE else measured.of_unit(unit)
    told = bool(count and noun and noun.first < here.first)  # "the number of tourists"
    if (
        measure is None
        or (unit in measured.TIMES and measure != "duration")
        or (measure == "people" and not told and not _dealt(scene, here))
    ):
        return None
    evidence = joined([here, noun]) if noun else scene.clause(here, 3)
    return {
        "measure": measure,
        "of": scene.article.quote(noun) if noun else None,
        "reading": reading(scene, evidence, quantity, measure),
        "value": quantity.value,
        "unit": unit,
        "period": None,
        "evidence": evidence,
        "also": [],
        "head": items[quantity.first].text,
        "stands": here,
        "money": quantity.money,
        "bracketed": False,
        "sure": measured.sure(scene, noun),
        "set": bool(noun and items[noun.first].has("word:until.within")),
    }


def _dealt(scene: Scene, here: Span) -> bool:
    """Whether people are counted in a deed or an instrument, not as a crowd or as victims."""
    counted_in = scene.article.find(scene.clause(here, _DEED), "act", "instrument", "modal", "measure:aid", "measure:investment")
    return bool(counted_in) and not scene.article.find(scene.clause(here, _HARM), "word:harmed")
