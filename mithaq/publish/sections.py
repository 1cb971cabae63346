"""Sections of a page: the entries of each kind, grouped and in order."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.model import Entry
from mithaq.publish.actors import actor, name, offices
from mithaq.publish.cards import Card, card, documents
from mithaq.publish.values import Ground, Value, value

KINDS = ("agreement", "event", "statement", "commitment", "appeal", "figure", "actor", "body", "project")
"""Kinds of entries with a section of cards, in the order of the page."""

READINGS = ("reached", "estimate", "target", "hoped", "offered")


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading; () where the section has no groups."""

    heading: tuple[Value, ...]
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


def section(ground: Ground, of: str, entries: Sequence[Entry], reviewed: frozenset[str], heard: Mapping[str, str]) -> Section:
    """The section of one kind of entries.

    Args:
        reviewed: ids of the claims that a person has decided on.
        heard: entry -> until when it was listened for, in words.
    """
    ordered = sorted((entry for entry in entries if entry.of == of), key=_order(ground, of))
    if of == "statement":
        groups = _by_speaker(ground, ordered, [entry for entry in entries if entry.of == "actor"])
    else:
        groups = _by_reading(ground, ordered) if of == "figure" else [((), ordered)] if ordered else []

    def made(entry: Entry) -> Card:
        return actor(ground, entry, reviewed) if of == "actor" else card(ground, entry, reviewed, heard.get(entry.id, ""))

    key = {"body": "bodies"}.get(of, f"{of}s")
    return Section(key, tuple(Group(heading, tuple(map(made, held))) for heading, held in groups))


Groups = list[tuple[tuple[Value, ...], list[Entry]]]


def _by_speaker(ground: Ground, entries: list[Entry], actors: Iterable[Entry]) -> Groups:
    """By who speaks, the most frequent first, those without a name or office last."""
    known = {claim: entry for entry in actors for claim in entry.claims}
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        by = next((known[claim] for claim in entry.claims if claim in known), None)
        speaker = ground.held(entry, "speaker") or ground.held(entry, "speaker_as_written")
        found.setdefault(by.id if by else str(speaker or ""), []).append(entry)
    ranked = sorted(found.items(), key=lambda item: (item[0] == "", -len(item[1]), item[0]))
    return [(_speaker(ground, held[0], known), held) for _, held in ranked]


def _speaker(ground: Ground, entry: Entry, known: Mapping[str, Entry]) -> tuple[Value, ...]:
    """Name and offices of an actor of the register; else the speaker as the statement gives it."""
    by = next((known[claim] for claim in entry.claims if claim in known), None)
    if by is not None:
        return (name(ground, by), *offices(ground, by))
    told = value(ground, entry, "speaker", "verbatim") or value(ground, entry, "speaker_as_written", "verbatim")
    return (told or Value(ground.words.say("page", "nobody_named")),)


def _by_reading(ground: Ground, entries: list[Entry]) -> Groups:
    """By reading: what was reached never stands among what is hoped for."""
    rank = {reading: index for index, reading in enumerate(READINGS)}
    ordered = sorted(entries, key=lambda entry: rank.get(str(ground.held(entry, "reading")), len(rank)))
    grouped = itertools.groupby(ordered, key=lambda entry: str(ground.held(entry, "reading")))
    return [((Value(ground.words.term("reading", reading)),), list(held)) for reading, held in grouped]


def _order(ground: Ground, of: str) -> Callable[[Entry], Any]:
    """Agreements by the number of articles, events by date with the undated last; then in the order of the sources and of the text."""

    def key(entry: Entry) -> Any:
        claims = ground.behind(entry)
        first = (ground.rank[claims[0].document], claims[0].evidence.start) if claims else (len(ground.rank), 0)
        reports = len(documents(ground, entry)) if of == "agreement" else 0
        date = ground.held(entry, "date") if of == "event" else None
        return (-reports, date is None, str(date), first, entry.id)

    return key
