"""Figures: numbers that measure dealings, with measure, unit and reading."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, joined
from mithaq.extract.items import Item
from mithaq.extract.quantities import Quantity
from mithaq.extract.scene import Scene

_DEED = 12
"""Items around a number of people in which the deed stands that they are counted in."""

_REACH = 7
_TIMES = frozenset({"years", "months", "weeks", "days"})
"""Units that measure dealings only where a term is spoken of: other spans of time are ages and anniversaries."""

_BRACKET = 3
"""Items between a sum and the bracket that holds it in another currency."""

_NOUN = 4
"""Items between a noun and the number behind it that counts it."""

_YEAR_DIGITS = 4
_NO_MONEY = ("share", "rank", "people", "jobs", "documents", "projects", "length", "area", "votes")

_COUNTED = ("people", "jobs", "projects", "documents")
_READINGS = (
    ("offered", ("modal:ready", "word:offered")),
    ("target", ("modal:plan", "modal:will", "mark:future", "word:target", "word:until.within")),
    ("hoped", ("modal:hope", "modal:wish", "modal:want")),
    ("estimate", ("word:estimate", "modal:can")),
)
"""What tells that a number was not reached, each with the words that say so; the word nearest to the number decides."""

_OWN_SHARE = ("trade", "export", "import", "investment", "price")
"""Measures whose rise or fall is given in percent; of anything else a percentage is a share."""


_SAID = {"hoped": "hoped", "called_for": "target", "planned": "target", "pledged": "offered", "offered": "offered"}
"""Force of the promise or appeal that holds a number -> its reading, where the words beside it say nothing else."""


def figures(scene: Scene, said: Sequence[Found] = ()) -> list[Found]:
    """All figures of an article.

    Args:
        scene: of the article.
        said: its commitments and appeals: a number that one of them holds was not reached.
    """
    out: list[Found] = []
    dated = [Span(date.first, date.last) for date in scene.dates]
    for quantity in scene.quantities:
        if any(quantity.first < span.last and span.first < quantity.last for span in dated):
            continue
        if item := _figure(scene, quantity):
            if item["reading"] == "reached":
                held_by = next((one for one in said if quantity.first in one["evidence"]), None)
                item["reading"] = _SAID.get(held_by["force"], "reached") if held_by else "reached"
            if out and _converted(scene, out[-1], quantity):
                out[-1]["also"].append(item["evidence"])
                out[-1]["stands"] = item["stands"]
                continue
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


def _converted(scene: Scene, before: Found, quantity: Quantity) -> bool:
    """Whether a sum in brackets says the one before it in another currency ("$10bn (5.2bn pounds)")."""
    if not (quantity.money and before["money"]):
        return False
    span = Span(before["stands"].last, quantity.first)
    close = span.first < span.last <= span.first + _BRACKET
    return close and bool(scene.article.find(span, "open", "semicolon")) and not scene.article.find(span, "stop")


def _figure(scene: Scene, quantity: Quantity) -> Found | None:
    items = scene.article.items
    here = Span(quantity.first, quantity.last)
    counted = _counted(scene, here) if quantity.unit is None else None
    measure, noun = _measure(scene, here, times=quantity.unit in _TIMES, money=quantity.money)
    unit = quantity.unit or (counted[0] if counted else None)
    if unit is None or unit == "countries" or (quantity.value == 1 and unit in {"documents", "projects"}):
        return None  # "two countries", "a roadmap"
    if counted:
        measure, noun = counted[1], counted[2]
    if unit == "percent" and measure and not _own_share(scene, here, measure):
        measure = "share"
    if measure is None and not (unit == "percent" and scene.article.find(scene.clause(here, 3), "unit:change")):
        measure = _default(unit)
    if measure is None or (unit in _TIMES and measure != "duration") or (measure == "people" and not _dealt(scene, here)):
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
        "stands": here,
        "money": quantity.money,
    }


def _dealt(scene: Scene, here: Span) -> bool:
    """Whether people are counted in a deed or an instrument, not as a crowd or as victims."""
    return bool(scene.article.find(scene.clause(here, _DEED), "act", "instrument", "modal", "measure:aid", "measure:investment"))


def _counted(scene: Scene, here: Span) -> tuple[str, str, Span] | None:
    """Unit, measure and noun where a bare number counts instruments, projects or people."""
    items = scene.article.items
    for index in range(here.last, min(here.last + 3, len(items))):
        item = items[index]
        if item.has("instrument") and not _year(items, here):
            return "documents", "documents", Span(index, index + 1)
        sense = item.sense("measure")
        if sense in _COUNTED:
            return sense, sense, Span(index, index + 1)
        if item.codes & {"comma", "stop"} or item.has("act") or item.has("modal"):
            break
    return _counted_before(scene, here)


def _counted_before(scene: Scene, here: Span) -> tuple[str, str, Span] | None:
    """The same where verbs stand last and a number behind "to" tells how many of the instruments named before it there are."""
    items = scene.article.items
    if not scene.article.pack.profile.names["verb_last"] or here.first < 1 or not items[here.first - 1].has("word:prep.to"):
        return None
    closes = here.last < len(items) and items[here.last].has_any(("modal:aux", "word:stop"))
    found = scene.article.find(Span(max(scene.article.sentence(here.first).first, here.first - _NOUN), here.first), "instrument")
    return ("documents", "documents", Span(found[-1], found[-1] + 1)) if closes and found else None


def _year(items: Sequence[Item], here: Span) -> bool:
    """Whether a number before a noun is a year ("the 2015 deal") and counts nothing."""
    return here.last - here.first == 1 and items[here.first].text.isdigit() and len(items[here.first].text) == _YEAR_DIGITS


def _measure(scene: Scene, here: Span, *, times: bool, money: bool) -> tuple[str | None, Span | None]:
    """The measure whose noun stands nearest in the sentence, before the number sooner than after it."""
    sentence = scene.article.sentence(here.first)
    best: tuple[int, str, Span] | None = None
    for index in range(max(sentence.first, here.first - _REACH * 2), min(sentence.last, here.last + _REACH)):
        sense = scene.article.items[index].sense("measure")
        if index >= here.last and scene.article.items[index].has_any(("comma", "semicolon", "word:and", "word:stop.relative")):
            break
        if sense and (sense == "duration") == times and not (money and sense in _NO_MONEY):
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


def _own_share(scene: Scene, here: Span, measure: str) -> bool:
    """Whether a percentage is the change of its measure ("exports rose by 5%"), and no part of something ("5% of exports")."""
    behind = scene.article.items[here.last] if here.last < len(scene.article.items) else None
    return measure in _OWN_SHARE and not (behind and behind.has("word:prep.of"))


def _reading(scene: Scene, evidence: Span, quantity: Quantity) -> str:
    """What the word nearest to the number says of it: offered, a target, hoped for, an estimate; else it was reached."""
    if quantity.first and scene.article.items[quantity.first - 1].has("word:prep.from"):
        return "reached"
    clause = scene.clause(evidence)
    near: dict[int, str] = {}
    for reading, names in _READINGS:
        for place in scene.article.find(clause, *names):
            near.setdefault(min(abs(place - quantity.first), abs(place - quantity.last + 1)), reading)
    if near:
        return near[min(near)]
    return "estimate" if quantity.qualifier == "upto" else "reached"
