"""Sections of a page: the entries of each kind, grouped and in order."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from mithaq.model import Entry
from mithaq.publish.cards import Card, card
from mithaq.publish.values import Ground, Value, value

KINDS = ("agreement", "event", "statement", "commitment", "appeal", "figure", "actor", "body", "project")
"""Kinds of entries with a section of cards, in the order of the page."""

READINGS = ("reached", "estimate", "target", "hoped", "offered")


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading; None where the section has no groups."""

    heading: Value | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """All entries of one kind."""

    key: str
    groups: tuple[Group, ...]

    @property
    def size(self) -> int:
        """How many entries it shows."""
        return sum(len(group.cards) for group in self.groups)


def section(ground: Ground, of: str, entries: Iterable[Entry], reviewed: frozenset[str]) -> Section:
    """The section of one kind of entries."""
    ordered = sorted((entry for entry in entries if entry.of == of), key=_order(ground, of))
    groups = {"statement": _by_speaker, "figure": _by_reading}.get(of, _all)(ground, ordered)
    key = {"body": "bodies"}.get(of, f"{of}s")
    return Section(key, tuple(Group(heading, tuple(card(ground, entry, reviewed) for entry in held)) for heading, held in groups))


Groups = list[tuple[Value | None, list[Entry]]]


def _all(_: Ground, entries: list[Entry]) -> Groups:
    return [(None, entries)] if entries else []


def _by_speaker(ground: Ground, entries: list[Entry]) -> Groups:
    """By the speaker's name, the most frequent first, those without a name last."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(str(ground.held(entry, "speaker") or ""), []).append(entry)
    ranked = sorted(found.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0]))
    return [(_speaker(ground, held) if name else Value(ground.words.say("page", "nobody_named")), held) for name, held in ranked]


def _speaker(ground: Ground, entries: list[Entry]) -> Value | None:
    return value(ground, entries[0], "speaker", "verbatim")


def _by_reading(ground: Ground, entries: list[Entry]) -> Groups:
    """By reading: what was reached never stands among what is hoped for."""
    rank = {reading: index for index, reading in enumerate(READINGS)}
    ordered = sorted(entries, key=lambda entry: rank.get(str(ground.held(entry, "reading")), len(rank)))
    grouped = itertools.groupby(ordered, key=lambda entry: str(ground.held(entry, "reading")))
    return [(Value(ground.words.term("reading", reading)), list(held)) for reading, held in grouped]


def _order(ground: Ground, of: str) -> Callable[[Entry], Any]:
    """Events by date, the undated last; all else in the order of the sources and of the text."""
    rank = {document: index for index, document in enumerate(ground.documents)}

    def key(entry: Entry) -> Any:
        claims = ground.behind(entry)
        first = (rank[claims[0].document], claims[0].evidence.start) if claims else (len(rank), 0)
        date = ground.held(entry, "date") or ground.held(entry, "interval") if of == "event" else None
        return (date is None, str(date), first, entry.id)

    return key
