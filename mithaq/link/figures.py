"""Figures: one number that several documents give for the same parties, measure and period; and names of bodies and projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Story, Told
from mithaq.link.passes import Pass
from mithaq.model import days
from mithaq.text.fold import folded

_PREFIX = re.compile(r"\d{4}(-\d{2}){0,2}")

_HEAD = 4
"""Letters that words of one root have in common."""

Days = tuple[str, str]
"""Half-open interval of days."""


class Measured(NamedTuple):
    """A figure and whom it is of.

    Attributes:
        parties: sorted; () where nobody is known.
        named: the parties that its passage names, in the order of the text.
    """

    told: Told
    parties: tuple[str, ...]
    named: tuple[str, ...]


def measured(told: Iterable[Told], stories: Mapping[str, Story]) -> list[Measured]:
    """The figures with their parties: two and more that the passage names, else the sides of the occasion that the document tells of.

    A passage that names one party which is none of these sides is of this party alone: with whom is not known.
    """
    out = []
    for one in told:
        if one.claim.of == "figure":
            named = tuple(dict.fromkeys(one.claim.fields.get("parties") or ()))
            story = stories.get(one.story or "")
            sides = story.sides if story else one.sheet.sides
            own = len(named) > 1 or not set(named) <= set(sides)
            out.append(Measured(one, tuple(sorted(named)) if own else sides, named))
    return out


def pass_of(vocabularies: Vocabularies) -> Pass:
    """The pass: what measures one thing of the same parties meets; it gives sorted lists of the claims of one figure each."""
    return Pass("figures", _key, partial(_figures, vocabularies))


def _key(item: Measured) -> tuple[object, ...]:
    """The parties, measure and unit; a figure of nobody meets those of its place."""
    fields = item.told.claim.fields
    where = item.parties or (item.told.place, "alone")
    return (*where, repr(fields.get("measure")), repr(fields.get("unit")))


def interval(fields: Mapping[str, Any]) -> Days | None:
    """The days of a figure's period: as they were read, else those of a period that is a prefix date or two; None where it has none."""
    if found := fields.get("interval"):
        return found[0], found[1]
    period = fields.get("period")
    ends = [period] if isinstance(period, str) else list(period or ())
    if not ends or not all(isinstance(end, str) and _PREFIX.fullmatch(end) for end in ends):
        return None
    return days(ends[0])[0].isoformat(), days(ends[-1])[1].isoformat()


def noun(one: Told) -> tuple[str, str]:
    """The language and the folded noun of what is measured."""
    return one.lang, " ".join(folded(str(one.claim.fields.get("of") or "")).split())


def akin(one: str, other: str) -> bool:
    """Whether two nouns of one language share a word, its ending aside; what has no noun is akin to all."""
    heads = [{word[:_HEAD] for word in name.split()} for name in (one, other)]
    return not all(heads) or bool(heads[0] & heads[1])


def _figures(vocabularies: Vocabularies, key: tuple[object, ...], members: list[Measured]) -> Iterator[list[str]]:
    """One value of one reading: for one period wherever it is told, by the noun too where neither money nor the measure says what it is of.

    Without a period in one place, together with the only one of this value for which the place knows a period.
    """
    held: dict[tuple[object, ...], list[Measured]] = {}
    for item in sorted(members, key=lambda item: item.told.id):
        fields = item.told.claim.fields
        span = interval(fields)
        said = (fields.get("reading"), fields.get("value"))
        exact = vocabularies["measure"].has(fields.get("measure"), "whole") or str(fields.get("unit")).isupper()
        where = (span, () if exact else noun(item.told)) if span else (None, item.told.place, repr(fields.get("period")))
        held.setdefault((said, *where), []).append(item)
    for name, group in [(name, group) for name, group in held.items() if name[1] is None]:
        near = [other for other in held if other[0] == name[0] and other[1] and _places(held[other]) & _places(group)]
        if len(near) == 1:
            held[near[0]] = held[near[0]] + held.pop(name)
    yield from (sorted(item.told.id for item in group) for group in held.values())


def _places(items: Iterable[Measured]) -> set[str]:
    return {item.told.place for item in items}


def _named(one: Told) -> tuple[object, ...] | None:
    """What makes two bodies or projects one: kind, parties and name."""
    fields = one.claim.fields
    if one.claim.of not in {"body", "project"}:
        return None
    sides = tuple(sorted(fields.get("parties") or fields.get("states") or ()))
    return (one.claim.of, sides, " ".join(folded(fields["name"]).split()))


def _together(key: tuple[object, ...], members: list[Told]) -> Iterator[list[str]]:
    yield sorted(one.id for one in members)


NAMED = Pass("bodies and projects", _named, _together)
