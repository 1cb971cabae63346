"""Sides compared on a page: what outlets of one side alone report, and how much of the other side was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mithaq.publish.cards import Card
from mithaq.publish.differences import Difference
from mithaq.publish.register import Row
from mithaq.publish.values import Ground


@dataclass(frozen=True, slots=True)
class Alone:
    """What outlets of one side report: the card or difference, by whom how often, and what is known of the silence of the others."""

    about: Card | Difference
    reported: str
    missing: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What the outlets of one side alone report."""

    heading: str
    held: tuple[Alone, ...]


def compared(ground: Ground, rows: Iterable[Row], cards: Mapping[str, Card], differences: Iterable[Difference]) -> list[Compared]:
    """What one side alone tells, side by side in the order of codes.

    Args:
        rows: of `follow.sided`.
        cards: id of an entry -> its card, of the entries on the page.
    """
    words = ground.words
    known: dict[str, Card | Difference] = {**cards, **{one.anchor.removeprefix("e-"): one for one in differences}}
    held: dict[str, list[Alone]] = {}
    for row in rows:
        if row["reporting"] == "one side" and row["entry"] in known:
            absent = {one["side"] for one in row["missing"]}
            telling = [side for side, count in row["reported"].items() if count and side not in {*absent, "other", "unknown"}]
            missing = words.join([_missing(ground, one) for one in row["missing"]])
            side = ground.party_list(telling)
            held.setdefault(side, []).append(Alone(known[row["entry"]], _reported(ground, row), missing))
    return [Compared(words.say("sides", "alone", side=side), tuple(found)) for side, found in sorted(held.items())]


def _reported(ground: Ground, row: Row) -> str:
    words = ground.words
    named = {"other": words.say("sides", "other"), "unknown": words.say("page", "unknown_side")}
    counts = ((named.get(side) or ground.party(side), count) for side, count in row["reported"].items() if count)
    return str(words.tables["language"]["list"]).join(f"{side} {words.number(count)}" for side, count in counts)


def _missing(ground: Ground, one: Row) -> str:
    told = _read(ground, one)
    return ground.words.say("sides", "perhaps", told=told) if "perhaps" in one else told


def _read(ground: Ground, one: Row) -> str:
    words, side = ground.words, ground.party(one["side"])
    if one["documents"] is None:
        return words.say("sides", "undated", side=side)
    if not one["documents"]:
        return words.say("sides", "not_searched", side=side)
    return words.say("sides", "not_found", side=side, documents=words.count("documents", one["documents"]))
