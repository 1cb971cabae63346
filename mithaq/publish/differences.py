"""Differences: one field, and what each source gives for it, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.model import Entry
from mithaq.publish.cards import Card
from mithaq.publish.values import Ground, Value, written

_HOW = {
    "parties": "parties", "participants": "parties", "mediators": "parties", "state": "parties", "by": "parties", "to": "parties",
    "sectors": "sector", "type": "type", "legal": "legal", "delivery": "delivery", "date": "date", "period": "period",
    "count": "number", "value": "number", "unit": "unit",
}  # fmt: skip
"""Field -> how its values are written; all others as they stand."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What sources disagree in.

    Attributes:
        about: card of the entry whose field it is; None where it is not on the page.
        label: the field, in words.
        sort: contradiction, scope, precision or reconciled.
    """

    anchor: str
    about: Card | None
    label: str
    sort: str
    told: str
    values: tuple[Value, ...]


def difference(ground: Ground, entry: Entry, cards: Mapping[str, Card]) -> Difference:
    """A difference as the page shows it.

    Args:
        cards: id of an entry -> its card, of the entries on the page.
    """
    name = str(entry.fields.get("field", ""))
    sort = str(entry.fields.get("class", "contradiction"))
    values = tuple(_value(ground, name, held) for held in entry.fields.get("values") or ())
    return Difference(
        anchor=f"e-{entry.id}",
        about=cards.get(str(entry.fields.get("entry"))),
        label=ground.words.term("field", name),
        sort=sort,
        told=ground.words.term("difference", sort),
        values=values,
    )


def _value(ground: Ground, name: str, held: Mapping[str, Any]) -> Value:
    claims = [ground.claims[claim] for claim in held.get("claims") or () if claim in ground.claims]
    shown = held.get("value")
    how = _HOW.get(name, "verbatim")
    text = written(ground, shown, "verbatim" if isinstance(shown, str) and how == "number" else how)
    return Value(text, ground.support(claims, name, shown), ground.verbatim(text, claims))
