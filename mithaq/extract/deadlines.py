"""Deadlines: the interval of days that a promise allows itself.

"By the end of 2026" gives everything until 2027-01-01; "before 19 September" ends when that day begins; "within two
months" is reckoned from the date of publication, the last day included. What cannot be reckoned stays open.
"""

from __future__ import annotations

import calendar
import datetime
from typing import Any

from mithaq.extract.article import Span
from mithaq.extract.dates import Date
from mithaq.extract.quantities import Quantity
from mithaq.extract.scene import Scene
from mithaq.model import days

_REACH = 4
_NEAR = 10
_SMALL = ("word:article", "word:prep", "word:stop", "word:until", "calendar", "number", "digits", "unit")
_ONE_DAY = datetime.timedelta(days=1)


def deadline(scene: Scene, clause: Span, force: Span, *, done: bool) -> dict[str, Any] | None:
    """The deadline that a clause sets: `{as_written, start, end}`, half-open days; None where it names no time.

    Args:
        scene: of the article.
        clause: items of the promise.
        force: the word for the promise; a time that no "by" or "until" marks must stand near it.
        done: the promise is told as an act of the past ("they agreed"), whose own date an unmarked time would be.
    """
    for date in scene.dates:
        if not clause.first <= date.first < clause.last or _past(scene, date) or _recalled(scene, date):
            continue
        if _mark(scene, date.first, "word:until") is not None or (not done and _bare(scene, date, clause, force)):
            return _dated(scene, date)
    for quantity in scene.quantities:
        if clause.first <= quantity.first < clause.last and quantity.unit in {"days", "weeks", "months", "years"}:
            mark = _mark(scene, quantity.first, "word:until.within")
            if mark is None and quantity.first >= force.last and scene.article.items[quantity.first - 1].has("word:prep.in"):
                mark = quantity.first - 1  # "will pay it in two months"
            if mark is not None:
                return _within(scene, quantity, mark)
    return None


def _bare(scene: Scene, date: Date, clause: Span, force: Span) -> bool:
    """Whether a time that no "by" marks is that of what is promised: near the word for it, and behind it where verbs do not stand last."""
    if date.precision == "weekday" or min(abs(date.first - force.last), abs(force.first - date.last)) > _NEAR:
        return False
    begins = scene.article.items[clause.first].has_any(("word:until", "word:prep.in"))
    return bool(scene.article.pack.profile.names["verb_last"]) or begins or date.first >= force.first


def _past(scene: Scene, date: Date) -> bool:
    """Whether a date lies before the day of publication, so that it can be no deadline."""
    if date.relative:
        return date.relative.startswith("-") or date.relative == "last"
    return bool(scene.published and date.days and date.days[1] <= days(scene.published)[0].isoformat())


def _recalled(scene: Scene, date: Date) -> bool:
    """Whether a date is that of an instrument named in the promise: "the treaty signed on 17 April"."""
    first = max(scene.article.sentence(date.first).first, date.first - _REACH)
    before = Span(first, date.first)
    return bool(scene.article.find(before, "act:legal.signed", "act:legal.ratified")) and not scene.article.find(
        before, "mark:future", "modal"
    )


def _mark(scene: Scene, index: int, name: str) -> int | None:
    """The item that has a code, at most a few items before an index in its sentence, with nothing but small words between."""
    first = max(scene.article.sentence(index).first, index - _REACH)
    for i in range(index - 1, first - 1, -1):
        if scene.article.items[i].has(name):
            return i
        if not scene.article.items[i].has_any(_SMALL):
            return None
    return None


def _dated(scene: Scene, date: Date) -> dict[str, Any]:
    mark = _mark(scene, date.first, "word:until")
    as_written = scene.article.quote(Span(date.first if mark is None else mark, date.last))
    if date.days is None:
        return {"as_written": as_written, "start": None, "end": None}
    first, last = date.days
    if mark is None:
        return {"as_written": as_written, "start": first, "end": last}
    before = scene.article.items[mark].has("word:until.start")
    return {"as_written": as_written, "start": scene.published, "end": first if before else last}


def _within(scene: Scene, quantity: Quantity, mark: int) -> dict[str, Any]:
    as_written = scene.article.quote(Span(mark, quantity.last))
    if scene.published is None or len(scene.published) != len("2023-01-01"):
        return {"as_written": as_written, "start": None, "end": None}
    begin = datetime.date.fromisoformat(scene.published)
    end = later(begin, quantity.value, quantity.unit or "days") + _ONE_DAY
    return {"as_written": as_written, "start": begin.isoformat(), "end": end.isoformat()}


def later(begin: datetime.date, value: float, unit: str) -> datetime.date:
    """The day that lies some days, weeks, months or years after another."""
    if unit in {"days", "weeks"}:
        return begin + datetime.timedelta(days=value * (7 if unit == "weeks" else 1))
    months = begin.month - 1 + round(value * (12 if unit == "years" else 1))
    year, month = begin.year + months // 12, months % 12 + 1
    return datetime.date(year, month, min(begin.day, calendar.monthrange(year, month)[1]))
