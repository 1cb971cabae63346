"""What a figure is of, as its clause says: the parties that it names, its period, and a word like "about" beside the number."""

from __future__ import annotations

import datetime
from typing import Any

from mithaq.extract.article import Span
from mithaq.extract.claims import Found
from mithaq.extract.dates import Date
from mithaq.extract.deadlines import later
from mithaq.extract.quantities import Quantity
from mithaq.extract.scene import Scene

_REACH = 14
"""Words of common length on each side of a number within which parties and period are looked for."""
_PART = 5
"""Items before or behind a year in which words may stand that make it a part of the year."""
_NEAR = 3
"""Items before a date in which a word stands that says whose it is."""
_YEAR_MONTHS = 12


def ascribed(scene: Scene, figure: Found) -> Found:
    """A figure in the making, with `parties` (in the order of the text), `qualifier`, `period` as written and `interval` in days.

    What is not said in its clause, and for a period in its sentence, stays open; so does the interval where the words say only a part of a
    year that cannot be reckoned, or what it is compared with.
    """
    clause = scene.clause(figure["evidence"], _REACH)
    quantity = next((one for one in scene.quantities if one.first == figure["stands"].first), None)
    found = {
        **figure,
        "parties": list(dict.fromkeys(name for place in clause if (name := scene.article.parties[place]))),
        "qualifier": quantity.qualifier if quantity else None,
        "interval": None,
    }
    date = _date(scene, figure, clause)
    return {**found, **_period(scene, date, figure)} if date else found


def _date(scene: Scene, figure: Found, clause: Span) -> Date | None:
    """The year or month in the clause of a figure, else the only one in its sentence; None where two might be meant."""
    sentence = scene.article.sentence(figure["stands"].first)
    dates = [one for one in scene.dates if sentence.first <= one.first < sentence.last and (one.precision in {"year", "month"} or one.end)]
    dates = [one for one in dates if not one.conflict and not _of_another(scene, one, figure["stands"])]
    inside = [one for one in dates if one.first in clause]
    chosen = inside or dates
    return chosen[0] if len(chosen) == 1 else None


def _of_another(scene: Scene, date: Date, stands: Span) -> bool:
    """Whether a date is that of another number, or of when something began: "compared with 2021", "since 2014"."""
    before = Span(max(date.first - _NEAR, scene.article.sentence(date.first).first), date.first)
    between = Span(min(stands.last, date.last), max(stands.first, date.first))
    compared = [*scene.article.find(before, "word:stop.compared"), *scene.article.find(between, "word:stop.compared")]
    own = [place for place in compared if place < stands.first < date.first]
    return len(own) < len(compared) or bool(scene.article.find(before, "word:stop.since", "word:prep.from"))


def _period(scene: Scene, date: Date, figure: Found) -> dict[str, Any]:
    sentence = scene.article.sentence(date.first)
    around = Span(max(date.first - _PART, sentence.first), min(date.last + _PART, sentence.last))
    months = [one for one in scene.quantities if one.unit == "months" and one.first in around and one.first != figure["stands"].first]
    firsts = scene.article.find(around, "number:ordinal")
    span = Span(min([date.first, *(one.first for one in months)]), max([date.last, *(one.last for one in months)]))
    written = {"period": scene.article.quote(span), "grounds": {**figure.get("grounds", {}), "period": [span]}}
    until = scene.article.find(Span(max(date.first - 2, 0), date.first), "word:until")
    if date.days is None or (until and figure["reading"] == "reached") or (firsts and not months) or len(months) > 1:
        return written
    days = _begun(date, months[0]) if months else date.days
    if days is None:
        return written
    if not date.relative or not scene.published:
        return {**written, "interval": list(days)}
    reckoned = {"rule": "publication", "from": [scene.published]}
    return {**written, "interval": list(days), "derived": {**figure.get("derived", {}), "interval": reckoned}}


def _begun(date: Date, months: Quantity) -> tuple[str, str] | None:
    """The first months of a year; None where the year is of another calendar."""
    if date.days is None or date.precision != "year" or date.calendar != "gregorian" or not 0 < months.value < _YEAR_MONTHS:
        return None
    begin = datetime.date.fromisoformat(date.days[0])
    return date.days[0], later(begin, months.value, "months").isoformat()
