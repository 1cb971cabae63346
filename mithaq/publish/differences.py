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

_NOT = "not "
"""Before a status that a source denies, as linking writes it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One value and the articles that give it."""

    value: Value
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What sources disagree in.

    Attributes:
        about: card of the entry whose field it is; None where it is not on the page.
        sort: contradiction, scope, precision or reconciled; `told` in words.
        parts: cards of the entries that make up the larger number of a reconciled count.
        label: the field, in words.
    """

    anchor: str
    about: Card | None
    label: str
    sort: str
    told: str
    sides: tuple[Side, ...]
    parts: tuple[Card, ...]


def difference(ground: Ground, entry: Entry, cards: Mapping[str, Card]) -> Difference | None:
    """A difference as the page shows it; None where fewer than two of its sides were published by the day of the page.

    Args:
        cards: id of an entry -> its card, of the entries on the page.
    """
    name = str(entry.fields.get("field", ""))
    sort = str(entry.fields.get("class", "contradiction"))
    sides = tuple(side for held in entry.fields.get("values") or () if (side := _side(ground, name, held)))
    if len(sides) < 2:
        return None
    return Difference(
        anchor=f"e-{entry.id}",
        about=cards.get(str(entry.fields.get("entry"))),
        label=ground.words.term("field", name),
        sort=sort,
        told=ground.words.term("difference", sort),
        sides=sides,
        parts=tuple(cards[part] for part in entry.fields.get("parts") or () if part in cards),
    )


def _side(ground: Ground, name: str, held: Mapping[str, Any]) -> Side | None:
    claims = [ground.claims[claim] for claim in held.get("claims") or () if claim in ground.claims]
    if not claims:
        return None
    documents = sorted({claim.document for claim in claims}, key=lambda document: ground.rank[document])
    text = _told(ground, name, held.get("value"))
    return Side(Value(text, ground.support(claims, name, held.get("value")), ground.verbatim(text, claims)), tuple(documents))


def _told(ground: Ground, name: str, shown: Any) -> str:
    how = _HOW.get(name, "verbatim")
    if how == "number" and isinstance(shown, str):
        return ground.words.term("number", shown)
    if how == "legal" and isinstance(shown, str) and shown.startswith(_NOT):
        return ground.words.say("status_as", "negated", status=ground.words.term(how, shown.removeprefix(_NOT)))
    return written(ground, shown, how)
