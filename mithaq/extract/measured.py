"""What a figure measures: the noun that says it, near the number or right behind it, and what a number counts that has no unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mithaq.extract.article import Span
from mithaq.extract.items import Item
from mithaq.extract.quantities import Quantity
from mithaq.extract.scene import Scene

TIMES = frozenset({"years", "months", "weeks", "days"})
"""Units that measure dealings only where a term is spoken of: other spans of time are ages and anniversaries."""

DOMESTIC = "domestic"
"""What a noun measures that is one country's own: no figure of dealings."""

_REACH = 7
_NOUN = 4
"""Items between a noun and the number behind it that counts it."""

_NUMBER_OF = 14
"""Items between "the number of" and the number, and those of them in which what is counted is named."""

_WEAK = 40
"""By how many items a noun that says least ("worth", "growth") stands farther off than it does."""

_YEAR_DIGITS = 4
_PEOPLE = ("people", "jobs", "projects", "documents")
_NO_MONEY = ("share", "rank", "people", "jobs", "documents", "projects", "length", "area", "votes", "volume", "capacity")
_MONEY = ("credit", "contract_value", "price")
"""Measures in money or in parts of it."""

_OF_MONEY = frozenset({"percent", "times", "percentage_points"})
_OWN_SHARE = ("trade", "export", "import", "investment", "price")
"""Measures whose rise or fall is given in percent; of anything else a percentage is a share."""

_TERM = ("instrument", "measure:aid", "measure:credit", "measure:contract_value", "measure:investment", "measure:projects")
"""What has a term: "a five-year programme"."""


class Counted(NamedTuple):
    """What a number measures.

    Attributes:
        noun: that says so; None where the unit alone does.
    """

    unit: str
    measure: str
    noun: Span | None


def counted(scene: Scene, here: Span) -> Counted | None:
    """Unit, measure and noun where a bare number counts instruments, projects or people; None where it does not."""
    items = scene.article.items
    for index in range(here.last, min(here.last + 3, len(items))):
        item = items[index]
        if item.has("instrument") and not _year(items, here):
            return Counted("documents", "documents", Span(index, index + 1))
        sense = item.sense("measure")
        if sense in _PEOPLE:
            return Counted(sense, sense, Span(index, index + 1))
        if item.codes & {"comma", "stop"} or item.has("act") or item.has("modal"):
            break
    return _before(scene, here) or _number_of(scene, here)


def _before(scene: Scene, here: Span) -> Counted | None:
    """The same where verbs stand last and a number behind "to" tells how many of the instruments named before it there are."""
    items = scene.article.items
    if not scene.article.pack.profile.names["verb_last"] or here.first < 1 or not items[here.first - 1].has("word:prep.to"):
        return None
    closes = here.last < len(items) and items[here.last].has_any(("modal:aux", "word:stop"))
    found = scene.article.find(Span(max(scene.article.sentence(here.first).first, here.first - _NOUN), here.first), "instrument")
    return Counted("documents", "documents", Span(found[-1], found[-1] + 1)) if closes and found else None


def _number_of(scene: Scene, here: Span) -> Counted | None:
    """The same where "the number of" stands before it: "the number of tourists rose to 1.5 million"."""
    items, first = scene.article.items, scene.article.sentence(here.first).first
    found = scene.article.find(Span(max(first, here.first - _NUMBER_OF), here.first), "unit:counting")
    for index in range(found[-1] + 1, here.first) if found else ():
        sense = items[index].sense("unit:unit") or items[index].sense("measure")
        if sense and sense not in TIMES and sense != "countries":
            return Counted(sense, sense if sense in _PEOPLE else "other", Span(index, index + 1))
    return None


def _year(items: Sequence[Item], here: Span) -> bool:
    """Whether a number before a noun is a year ("the 2015 deal") and counts nothing."""
    return here.last - here.first == 1 and items[here.first].text.isdigit() and len(items[here.first].text) == _YEAR_DIGITS


def measure(scene: Scene, quantity: Quantity) -> tuple[str | None, Span | None]:
    """The measure whose noun stands nearest in the sentence, before the number sooner than after it, and the noun."""
    here, items = Span(quantity.first, quantity.last), scene.article.items
    if quantity.unit in TIMES:
        return _term(scene, here, years=quantity.unit == "years")
    sentence = scene.article.sentence(here.first)
    object_first = quantity.unit == "times" and quantity.number[0] == quantity.number[1]  # "double the capacity"
    best: tuple[int, str, Span] | None = None
    for index in range(max(sentence.first, here.first - _REACH * 2), min(sentence.last, here.last + _REACH)):
        if index >= here.last and items[index].has_any(("comma", "semicolon", "word:and", "word:stop.relative")):
            break
        sense, weak = _sense(items[index], quantity)
        if sense:
            distance = here.first - index if index < here.first else (index - here.last) * (1 if object_first else 2) + 1
            distance += _WEAK * weak
            if best is None or distance < best[0]:
                best = (distance, sense, Span(index, index + 1))
    if best is None:
        return None, None
    vague = best[1] == "contract_value" and not sure(scene, best[2])
    return ("other" if vague and not scene.article.find(sentence, "instrument") else best[1]), best[2]


def _sense(item: Item, quantity: Quantity) -> tuple[str | None, bool]:
    """The measure that an item says for a quantity, and whether it says least; no length in dollars, no price in companies."""
    sense = item.sense("measure")
    if item.has("word:domestic"):
        return DOMESTIC, False
    if quantity.money:
        if sense == "projects":
            return "investment", True
        if sense is None or sense in {*_NO_MONEY, "duration"}:
            return ("contract_value", True) if item.has("instrument") else (None, False)
    elif sense == "duration" or (sense in _MONEY and quantity.unit is not None and quantity.unit not in _OF_MONEY):
        return None, False
    return sense, sense == "other" or "mark:weak" in item.codes


def sure(scene: Scene, noun: Span | None) -> bool:
    """Whether the noun of a measure says more than that something has a value."""
    items = scene.article.items
    return noun is not None and items[noun.first].has("measure") and "mark:weak" not in items[noun.first].codes


def _term(scene: Scene, here: Span, *, years: bool) -> tuple[str | None, Span | None]:
    """Duration, where a term is spoken of or set, or the number stands right beside what has one; "within five years" is a far goal."""
    items, sentence = scene.article.items, scene.article.sentence(here.first)
    if here.first and items[here.first - 1].has("word:until.within"):
        return (None, None) if years else ("duration", Span(here.first - 1, here.first))
    found = scene.article.find(Span(max(sentence.first, here.first - _REACH), min(sentence.last, here.last + _REACH)), "measure:duration")
    if found:
        near = min(found, key=lambda index: here.first - index if index < here.first else (index - here.last) * 2 + 1)
        return "duration", Span(near, near + 1)
    behind = next((i for i in range(here.last, min(here.last + 2, sentence.last)) if items[i].has_any(_TERM)), None)
    return ("duration", Span(behind, behind + 1)) if behind is not None else (None, None)


def of_unit(unit: str) -> str | None:
    """The measure that a unit has by itself; None where it has none."""
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


def own_share(scene: Scene, here: Span, sense: str, noun: Span | None) -> bool:
    """Whether a percentage is the change of its measure ("exports rose by 5%"), and no part of something ("5% of exports")."""
    behind = scene.article.items[here.last] if here.last < len(scene.article.items) else None
    if sense not in _OWN_SHARE or (behind and behind.has("word:prep.of")):
        return False
    return noun is None or noun.first < here.first or bool(scene.article.find(scene.clause(here, 3), "unit:change"))
