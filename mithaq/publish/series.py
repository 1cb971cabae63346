"""Series on a page: the figures that measure one thing as a table, and what they come to where some may be added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.model import Entry, prefix
from mithaq.publish.values import Ground, Value, written


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: its period, amount with passages, reading, how many reports give it, and whether it is added or why not."""

    when: str
    amount: Value
    reading: str
    reports: str
    added: str


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one measure and unit.

    Attributes:
        head: what is measured, of whom, in which unit.
        total: their sum in words; "" where none may be added.
    """

    anchor: str
    head: str
    points: tuple[Point, ...]
    total: str


def series(ground: Ground, entries: Iterable[Entry]) -> list[Series]:
    """The series among some entries, those with the most points first."""
    made = [_series(ground, entry) for entry in entries if entry.of == "series"]
    return sorted((one for one in made if len(one.points) > 1), key=lambda one: (-len(one.points), one.anchor))


def _series(ground: Ground, entry: Entry) -> Series:
    words, fields = ground.words, entry.fields
    flow = (
        words.say("series", "flow", one=ground.party(fields["flow"][0]), other=ground.party(fields["flow"][-1])) if fields["flow"] else ""
    )
    whose = flow or ground.party_list(fields["parties"])
    head = f"{words.term('measure', fields['measure'])}{words.tables['language']['list']}{whose}"
    unit = words.term("unit", fields["unit"])
    points = tuple(_point(ground, point) for point in fields["points"] if set(point["claims"]) & ground.claims.keys())
    total = fields["sum"]
    told = ""
    if total:
        figures = words.number(len(total["figures"]))
        amount = f"{words.number(total['value'])} {unit}"
        told = words.say("series", "sum", amount=amount, period=_days(ground, total["interval"]), n=figures)
    return Series(f"e-{entry.id}", f"{head}{words.tables['language']['list']}{unit}", points, told)


def _point(ground: Ground, point: Mapping[str, Any]) -> Point:
    words = ground.words
    claims = [ground.claims[one] for one in point["claims"] if one in ground.claims]
    when = _days(ground, point["interval"]) if point["interval"] else words.digits(_said(point["period"]))
    reasons = [words.term("not_added", reason) for reason in point["not_added"]]
    about = [words.term("qualifier", point["qualifier"])] if point["qualifier"] else []
    return Point(
        when=when or words.say("page", "no_date"),
        amount=Value(" ".join([*about, words.number(point["value"])]), ground.evidence(claims)),
        reading=words.term("reading", point["reading"]),
        reports=words.number(len({claim.document for claim in claims})),
        added=words.say("series", "added") if point["safe_to_add"] else words.join(reasons),
    )


def _days(ground: Ground, interval: Sequence[str]) -> str:
    return written(ground, prefix(*interval) or interval, "date")


def _said(period: Any) -> str:
    return period if isinstance(period, str) else " – ".join(map(str, period or ()))
