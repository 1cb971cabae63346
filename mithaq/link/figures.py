"""Figures: one number that several documents of a story give, and names of bodies and projects."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.link.board import Told
from mithaq.link.passes import Pass
from mithaq.text.fold import folded


def _figure(one: Told) -> tuple[object, ...] | None:
    """What makes two figures one: the story, and all that they measure."""
    if one.claim.of != "figure":
        return None
    fields = one.claim.fields
    return (one.place, *(repr(fields.get(name)) for name in ("measure", "reading", "value", "unit", "period")))


def measured(one: Told) -> tuple[object, ...]:
    """What figures that may differ have in common: the story, and all that they measure but the value."""
    return (one.place, *(repr(one.claim.fields.get(name)) for name in ("measure", "reading", "unit", "period")))


def _named(one: Told) -> tuple[object, ...] | None:
    """What makes two bodies or projects one: kind, parties and name."""
    fields = one.claim.fields
    if one.claim.of not in {"body", "project"}:
        return None
    sides = tuple(sorted(fields.get("parties") or fields.get("states") or ()))
    return (one.claim.of, sides, " ".join(folded(fields["name"]).split()))


def _together(key: tuple[object, ...], members: list[Told]) -> Iterator[list[str]]:
    yield sorted(one.id for one in members)


FIGURES = Pass("figures", _figure, _together)
NAMED = Pass("bodies and projects", _named, _together)
