"""Quantities of a document: numbers with their units, currencies, percents and multiples, ranges as two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mithaq.extract.items import Item, Reading
from mithaq.extract.numbers import Number, numbers

_QUALIFIERS = ("approx", "morethan", "lessthan", "upto")
_UNITS = ("unit:unit", "unit:currency", "unit:tomans")
_TERMS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_MOST_FILLERS = 2
_HELD = {"mark:million": 10**6, "mark:billion": 10**9}
"""What a unit multiplies its number by."""

_YEAR = range(1200, 2201)
_CARRIED = 12
"""Items over which a number takes the unit of the one before it."""

_ENDS = ("stop", "break", "semicolon", "colon")
_PLAIN = frozenset({"word", "name"})
_COUNTED = ("measure", "instrument", "office", "sector", "city")
"""What a number right before it counts, or is the name of something."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts: a half-open run of items and span of the folded text.

    Attributes:
        value: with its scale ("20 million" is 20000000).
        unit: of the codebook (ISO 4217, times, percent, years …), None where the text names none that is known.
        number: items of the number alone; empty where the unit itself says it (an Arabic dual, "doubled").
        qualifier: approx, morethan, lessthan or upto, as the text says; None where it says nothing.
        money: the unit is a currency, perhaps one that cannot be told ("dinars").
    """

    first: int
    last: int
    start: int
    end: int
    value: int | float
    unit: str | None
    number: tuple[int, int]
    qualifier: str | None = None
    money: bool = False


def quantities(reading: Reading, counted: Sequence[Number] | None = None) -> list[Quantity]:
    """All quantities of a document, in order: every cardinal number, with its unit where there is one.

    Args:
        counted: its numbers, where they are known.
    """
    found = [number for number in (numbers(reading) if counted is None else counted) if not number.ordinal]
    out = [_quantity(reading.items, number) for number in found]
    for place in range(len(found) - 1, 0, -1):
        if _range(reading.items, out[place - 1], out[place]):
            out[place - 1] = _shared(out[place - 1], out[place], found[place - 1], found[place])
            out[place] = _signed(out[place - 1], out[place])
    for place in range(1, len(found)):
        if found[place].scale > 1 < found[place - 1].scale and _carries(reading.items, out[place - 1], out[place]):
            out[place] = replace(out[place], unit=out[place - 1].unit, money=out[place - 1].money)
    covered = {index for quantity in out for index in range(quantity.first, quantity.last)}
    out += [_worded(item, index) for index, item in enumerate(reading.items) if index not in covered and _says_number(item)]
    return sorted(out, key=lambda quantity: quantity.start)


def _quantity(items: Sequence[Item], number: Number) -> Quantity:
    first, last, unit = number.first, number.last, None
    behind = _unit_behind(items, last)
    if behind is not None and not (number.scale > 1 and items[behind].has("calendar:relative")):  # "3bn next year"
        unit, last = items[behind], behind + 1
    elif first > 0 and (_is_sign(items[first - 1], items[first])):
        first -= 1
        unit = items[first]
    if unit is not None and first == number.first and first > 0 and _is_sign(items[first - 1], items[first]):
        first -= 1  # "$5bn dollars", and a sign before a number with a word behind it
        unit = unit if unit.has("unit:currency") else items[first]
        last = last if unit is not items[first] else number.last
    name, money = _unit(unit)
    qualifier = _qualifier(items, first, last)
    span = items[first].start, items[last - 1].end
    held = next((times for mark, times in _HELD.items() if unit is not None and mark in unit.codes), 1)
    value = number.value if held == 1 else round(number.value * held)
    return Quantity(first, last, *span, value, name, (number.first, number.last), qualifier, money)


def _unit(item: Item | None) -> tuple[str | None, bool]:
    """The codebook's name of the unit that an item says, and whether it is a currency."""
    if item is None:
        return None, False
    if "percent" in item.codes:
        return "percent", False
    if sense := item.sense("unit:currency"):
        return (None if sense == "unknown" else sense), True
    if item.has("unit:tomans"):
        return "tomans", True
    if sense := item.sense("unit:unit"):
        return sense, False
    relative = item.sense("calendar:relative") or ""
    return _TERMS.get(relative[-1:]), False


def _is_unit(item: Item) -> bool:
    return "percent" in item.codes or item.has_any(_UNITS) or (item.sense("calendar:relative") or "d")[-1] != "d"


def _is_sign(item: Item, number: Item) -> bool:
    """Whether an item before a number is a sign of its unit: "$", "US$", "EUR", or "%" typed before it."""
    if "percent" in item.codes:
        return item.end == number.start
    return item.has("unit:currency") and item.end >= number.start - 1 and (not item.text.isalpha() or len(item.text) == 3)


def _unit_behind(items: Sequence[Item], index: int) -> int | None:
    """The item with the unit of a number that ends before `index`."""
    if (
        index + 1 < len(items)
        and "dash" in items[index].codes
        and items[index].start == items[index - 1].end
        and _is_unit(items[index + 1])
    ):
        return index + 1
    for place in range(index, min(index + _MOST_FILLERS + 1, len(items))):
        if _is_unit(items[place]):
            return None if _names_year(items, place) else place
        if not items[place].has("unit:filler") and not (items[place].sense("state") or "").endswith(".adj"):
            return None
    return None


def _names_year(items: Sequence[Item], index: int) -> bool:
    """Whether a unit is the word "year" of a year beside it ("22 ألفا سنة 2011", "в 2018 году")."""
    if not items[index].has("unit:unit.years") or "mark:count" in items[index].codes:
        return False
    beside = index - 1 if "mark:era" in items[index].codes else index + 1
    return 0 <= beside < len(items) and items[beside].text.isdigit() and int(items[beside].text) in _YEAR


def _qualifier(items: Sequence[Item], first: int, last: int) -> str | None:
    for index in (first - 1, last, first - 2):
        if not 0 <= index < len(items):
            continue
        for name in _QUALIFIERS:
            if items[index].has(f"unit:{name}"):
                return name
        if index == first - 1 and items[index].codes & {"comma", "stop", "break", "semicolon"}:
            return None
    return None


def _range(items: Sequence[Item], before: Quantity, after: Quantity) -> bool:
    """Whether two quantities are the ends of one range or change: "10-12", "from 3 to 5", "between 26 and 28"."""
    between = items[before.last : after.first]
    if len(between) != 1:
        return False
    joint, head = between[0], items[before.first - 1] if before.first else None
    if "dash" in joint.codes or joint.has("word:prep.to"):
        return True
    return bool(joint.codes & {"word:and", "number:and"}) and head is not None and head.has("word:prep.between")


def _signed(before: Quantity, after: Quantity) -> Quantity:
    """The upper end of a range whose sign stands before the lower one only ("$500-700 million")."""
    return replace(after, unit=before.unit, money=True) if after.unit is None and before.money else after


def _carries(items: Sequence[Item], before: Quantity, after: Quantity) -> bool:
    """Whether a number takes the unit of the one before it in its sentence ("from 2 billion cubic metres to 55 billion")."""
    between = items[before.last : after.first]
    if before.unit is None or after.unit is not None or len(between) > _CARRIED or any(item.has_any(_ENDS) for item in between):
        return False
    behind = items[after.last] if after.last < len(items) else None
    return behind is None or not (behind.codes & _PLAIN or behind.has_any(_COUNTED))


def _shared(before: Quantity, after: Quantity, first: Number, second: Number) -> Quantity:
    """The lower end of a range with the unit and scale that stand behind the upper one only."""
    if before.unit is not None and after.unit is not None and before.unit != after.unit:
        return before
    value = before.value
    if first.scale == 1 and second.scale > 1 and first.digits == second.digits and value < 1000:
        value = value * second.scale
        value = int(value) if float(value).is_integer() else value
    unit, money = (after.unit, after.money) if after.unit is not None or after.money else (before.unit, before.money)
    return replace(before, value=value, unit=unit, money=money, qualifier=before.qualifier or after.qualifier)


def _says_number(item: Item) -> bool:
    dual = "mark:dual" in item.codes and (item.has("unit") or item.has("instrument"))
    return dual or item.has_any(("unit:multiply", "unit:term"))


def _worded(item: Item, index: int) -> Quantity:
    """The quantity that one word says by itself: "يومين", "وثيقتان", "tripled", "пятилетний"."""
    span = index, index + 1, item.start, item.end
    if times := item.sense("unit:multiply"):
        return Quantity(*span, int(times), "times", (index, index))
    if term := item.sense("unit:term"):
        count, _, name = term.partition(".")
        return Quantity(*span, int(count), name, (index, index))
    unit, money = _unit(item) if item.has("unit") else ("documents", False)
    return Quantity(*span, 2, unit, (index, index), None, money)
