"""Follow-through on a page: what falls due by a day, what was heard of since, and what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mithaq import follow
from mithaq.model import Entry
from mithaq.publish.cards import Card
from mithaq.publish.catalogue import Catalogue
from mithaq.publish.dates import period, written
from mithaq.publish.register import Row
from mithaq.publish.values import Ground, Value, value

_DATED = {"agreement": ("ends", "date"), "commitment": ("deadline", "deadline"), "event": ("date", "date")}
"""Kind -> the field that gives its day, and how it is written."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a last day: `left` counts the days to it, or since it, in words."""

    card: Card
    date: str
    given: Value | None
    left: str
    state: str
    told: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one outlet: documents, those among them that speak of the parties, the months, and how many give no date."""

    outlet: str
    documents: str
    speaking: str
    months: str
    undated: str


def due(ground: Ground, entries: Iterable[Entry], cards: Mapping[str, Card], as_of: str) -> list[Due]:
    """What falls due or is past due, the earliest first.

    Args:
        cards: id of an entry -> its card, of the entries on the page.
    """
    held = {entry.id: entry for entry in entries}
    return [_due(ground, held[row["entry"]], row, cards) for row in follow.due(held.values(), as_of)]


def _due(ground: Ground, entry: Entry, row: Row, cards: Mapping[str, Card]) -> Due:
    words = ground.words
    return Due(
        card=cards[entry.id],
        date=written(row["date"], words),
        given=value(ground, entry, *_DATED[entry.of]),
        left=words.count("days_left" if row["days"] >= 0 else "days_past", abs(row["days"])),
        state=row["state"],
        told=words.term("due", row["state"]),
    )


def heard(words: Catalogue, entries: Iterable[Entry], coverage: Iterable[Row], as_of: str) -> dict[str, str]:
    """Entry -> until when its parties' outlets were read, and whether they told of it; silence is claimed only where they were read."""
    return {row["entry"]: _heard(words, row) for row in follow.silent(entries, coverage, as_of)}


def _heard(words: Catalogue, row: Row) -> str:
    if row["searched_until"] is None:
        return words.say("page", "not_searched")
    told = []
    if row["since"] and "nothing reported" in row["note"]:
        told.append(words.say("page", "nothing_since", date=written(row["since"], words)))
    if "not searched" in row["note"]:
        told.append(words.say("page", "not_searched_after", date=written(row["searched_until"], words)))
    return str(words.tables["language"]["clause"]).join(told)


def readings(words: Catalogue, coverage: Iterable[Row]) -> list[Reading]:
    """What was read, one row an outlet, by name; the outlet that is not named last."""
    held: dict[str | None, list[Row]] = {}
    for row in coverage:
        held.setdefault(row["outlet"], []).append(row)
    return [_reading(words, outlet, held[outlet]) for outlet in sorted(held, key=lambda name: (name is None, name or ""))]


def _reading(words: Catalogue, outlet: str | None, rows: list[Row]) -> Reading:
    months = sorted(row["month"] for row in rows if row["month"])
    undated = sum(row["documents"] for row in rows if not row["month"])
    return Reading(
        outlet=outlet or words.say("page", "unknown_outlet"),
        documents=words.number(sum(row["documents"] for row in rows)),
        speaking=words.number(sum(row["speaking"] for row in rows)),
        months=period((months[0], months[-1]), words) if months else words.say("page", "no_date"),
        undated=words.number(undated),
    )
