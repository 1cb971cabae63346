"""Keys by which documents meet in the passes, as whole numbers, so that a register can find who shares one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from hashlib import blake2b

from mithaq.link.actors import keys as actor_keys
from mithaq.link.board import Story
from mithaq.link.reprints import blocks
from mithaq.link.sheets import Sheet, parties

_BITS = 55


class Kind(IntEnum):
    """What a key stands for; those from `STORY` on are groups that entries are made of."""

    BLOCK = 1
    COPY = 2
    NAME = 3
    PERSON = 4
    SIDES = 5
    VISIT = 6
    SEAT = 7
    RECALLED = 8
    DAY = 9
    REFERRED = 10
    STORY = 16
    ACTOR = 17
    GROUP = 18


def key(kind: Kind, *parts: object) -> int:
    """The number of a key: its kind in the highest bits, below them a hash of the rest."""
    return kind << _BITS | int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest()) >> 64 - _BITS


def told_of(referred: int) -> int:
    """The key of the group of a story, from the key of what refers to it."""
    return Kind.STORY << _BITS | referred & (1 << _BITS) - 1


def kind_of(number: int) -> int:
    """The kind of a key."""
    return number >> _BITS


def given(sheet: Sheet, sole: frozenset[str]) -> Iterator[int]:
    """The keys that a document has by itself, whatever others say.

    Args:
        sole: offices that a state has one holder of.
    """
    yield from (key(Kind.BLOCK, block) for block in blocks(sheet.prints))
    for mention in sheet.mentions:
        yield from (key(Kind.NAME, one) for one in actor_keys(mention))
        if mention.state and mention.office in sole:
            yield key(Kind.SEAT, mention.office, mention.state)
    for event in sheet.of("event"):
        fields = event.fields
        if fields["type"] == "visit" and fields["state"] and fields["participants"]:
            yield key(Kind.VISIT, *sorted(fields["participants"]), "to", fields["state"])
        if fields["certainty"] == "historical" and fields.get("date") and len(parties(event)) > 1:
            yield key(Kind.RECALLED, fields["date"])


def settled(copy: str, sides: object, story: Story | None, persons: Mapping[str, str], referred: Iterator[str]) -> Iterator[int]:
    """The keys that a document has by what linking found of it."""
    yield key(Kind.COPY, copy)
    yield from (key(Kind.PERSON, person) for person in set(persons.values()))
    yield from (key(Kind.REFERRED, other) for other in referred)
    if sides is not None:
        yield key(Kind.SIDES, sides)
    if story is not None:
        yield key(Kind.STORY, story.id)
        yield from (key(Kind.DAY, day) for day in story.days)
