"""Sums: which figures of a series are safe to add, and what they make together. Nothing else is ever added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Point = Mapping[str, Any]


def total(points: Iterable[Point]) -> dict[str, Any] | None:
    """`{value, figures, interval}` of the points of a series that are safe to add; None where there are fewer than two.

    Args:
        points: `{figure, value, interval, safe_to_add}`; intervals are half-open days.
    """
    safe = sorted((point for point in points if point["safe_to_add"]), key=lambda point: (point["interval"], point["figure"]))
    if len(safe) < 2:
        return None
    value = sum(point["value"] for point in safe)
    return {
        "value": value,
        "figures": [point["figure"] for point in safe],
        "interval": [safe[0]["interval"][0], max(point["interval"][1] for point in safe)],
    }


def overlapping(spans: Sequence[Sequence[str]]) -> set[int]:
    """Places of the half-open intervals that share a day with another one."""
    order = sorted(range(len(spans)), key=lambda at: (spans[at][0], spans[at][1], at))
    out: set[int] = set()
    furthest: int | None = None
    for at in order:
        if furthest is not None and spans[at][0] < spans[furthest][1]:
            out |= {at, furthest}
        if furthest is None or spans[at][1] > spans[furthest][1]:
            furthest = at
    return out
