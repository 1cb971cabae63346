"""The timeline: periods, dated steps and events laid out along an axis of days; what has no date stands apart from it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.model import Entry, days
from mithaq.publish.axis import GUTTER, WIDTH, Place, Span, Tick, axis
from mithaq.publish.catalogue import Catalogue
from mithaq.publish.dates import period
from mithaq.publish.steps import DONE
from mithaq.publish.values import Ground, when, written

ROW, TOP, BOTTOM = 46.0, 12.0, 46.0
"""Of the picture: height of a row, room above and for the axis."""

PICTURE = (WIDTH, GUTTER, TOP, BOTTOM)

_LABEL, _CLUSTER, _ROWS = 96, 14.0, 60


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a place of the axis: `x` and `width` cover the days that it may have been, no fewer."""

    x: float
    width: float
    y: float
    sort: str
    title: str
    href: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A lane of the picture; `undated` counts, in words, what of it has no date."""

    y: float
    label: str
    href: str
    marks: tuple[Mark, ...]
    undated: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture. `rows` hold what has a date; `apart` says, in words, how much has none at all.

    Attributes:
        today: the day on which the page stands, where it lies on the axis.
        left_out: agreements with a date for which there was no room.
    """

    height: float
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    apart: tuple[tuple[str, str], ...]
    left_out: int
    today: Tick | None = None


@dataclass(frozen=True, slots=True)
class _Dated:
    span: Span
    sort: str
    title: str
    href: str


def timeline(ground: Ground, entries: Iterable[Entry]) -> Timeline:
    """Lay out the agreements and events among `entries`."""
    found = list(entries)
    agreements = [(entry, _agreement(ground, entry)) for entry in found if entry.of == "agreement"]
    events = [(entry, _event(ground, entry)) for entry in found if entry.of == "event"]
    dated = [(entry, things) for entry, things in agreements if things]
    happened = [thing for _, thing in events if thing]
    shown = sorted(dated, key=lambda item: (min(thing.span for thing in item[1]), item[0].id))[:_ROWS]
    spans = [thing.span for _, things in shown for thing in things] + [thing.span for thing in happened]
    apart = _apart(ground.words, len(agreements) - len(dated), len(events) - len(happened))
    if not spans:
        return Timeline(0, (), (), apart, 0)
    ticks, place = axis(ground.words, spans)
    rows = [_row(ground, number, entry, things, place) for number, (entry, things) in enumerate(shown)]
    if happened:
        rows.append(_events(ground.words, len(rows), happened, place))
    return Timeline(TOP + ROW * len(rows) + BOTTOM, tuple(rows), ticks, apart, len(dated) - len(shown), _today(ground, ticks, place))


def _apart(words: Catalogue, agreements: int, events: int) -> tuple[tuple[str, str], ...]:
    counted = (("undated_agreements", agreements, "#agreements"), ("undated_events", events, "#events"))
    return tuple((f"{words.say('timeline', key)}: {words.number(count)}", href) for key, count, href in counted if count)


def _span(date: Any) -> Span | None:
    """The days that a prefix date, or a half-open interval of days, covers; None where it is no date."""
    try:
        if isinstance(date, str):
            return days(date)
        start, end = (datetime.date.fromisoformat(part) for part in date)
        return start, end
    except (TypeError, ValueError):
        return None


def _agreement(ground: Ground, entry: Entry) -> list[_Dated]:
    """The period, where both its ends are given, and the dated steps."""
    href = f"#e-{entry.id}"
    out = []
    start, end = (entry.fields.get("period") or (None, None))[:2]
    first, last = _span(start), _span(end)
    if first and last:
        out.append(_Dated((first[0], last[1]), "period", period((start, end), ground.words), href))
    for step in entry.fields.get("history") or ():
        span = _span(when(step))
        if span:
            out.append(_Dated(span, _sort(step), _told(ground, step), href))
    return out


def _sort(step: Mapping[str, Any]) -> str:
    if step.get("certainty", "asserted") not in DONE:
        return "open"
    return "derived" if step.get("date_basis") == "derived" or step.get("basis") == "derived" else "step"


def _told(ground: Ground, step: Mapping[str, Any]) -> str:
    words = ground.words
    status = words.say("status_as", step.get("certainty") or "asserted", status=words.term(step["axis"], step["status"]))
    return f"{words.say('axis', step['axis'])}: {status}, {written(ground, when(step), 'date')}"


def _event(ground: Ground, entry: Entry) -> _Dated | None:
    date = when(entry.fields) if "date" in entry.fields else ground.held(entry, "date")
    span = _span(date)
    if span is None:
        return None
    derived = entry.fields.get("date_basis") == "derived"
    certainty = ground.held(entry, "certainty") or "asserted"
    sort = "open" if certainty not in DONE else "derived" if derived else "step"
    title = ground.words.say("status_as", certainty, status=ground.words.term("event", ground.held(entry, "type")))
    return _Dated(span, sort, f"{title}, {written(ground, date, 'date')}", f"#e-{entry.id}")


def _today(ground: Ground, ticks: Sequence[Tick], place: Place) -> Tick | None:
    span = _span(ground.as_of)
    if span is None:
        return None
    x = place(span)[0]
    ends = sorted(tick.x for tick in ticks)
    return Tick(x, ground.words.say("page", "as_of", date=written(ground, ground.as_of, "date"))) if ends[0] <= x <= ends[-1] else None


def _row(ground: Ground, number: int, entry: Entry, things: Sequence[_Dated], place: Place) -> Row:
    y = TOP + ROW * number
    undated = sum(not step.get("date") for step in entry.fields.get("history") or ())
    marks = [_mark(place, [thing], y) for thing in things if thing.sort == "period"]
    marks += [_mark(place, held, y) for held in _clusters([thing for thing in things if thing.sort != "period"], place)]
    told = ground.words.count("steps", undated, "timeline") if undated else ""
    return Row(y, _label(ground, entry), f"#e-{entry.id}", tuple(marks), told)


def _events(words: Catalogue, number: int, events: Sequence[_Dated], place: Place) -> Row:
    y = TOP + ROW * number
    marks = []
    for held in _clusters(events, place):
        mark = _mark(place, held, y)
        marks.append(Mark(mark.x, mark.width, mark.y, mark.sort, mark.title, mark.href, words.number(len(held)) if len(held) > 1 else ""))
    return Row(y, words.say("timeline", "events"), "#events", tuple(marks), "")


def _clusters(things: Sequence[_Dated], place: Place) -> list[list[_Dated]]:
    """Things that would be drawn on top of each other, together; those not done apart from those done."""
    out: list[list[_Dated]] = []
    for thing in sorted(things, key=lambda thing: (thing.sort == "open", thing.span, thing.title)):
        near = out and abs(place(out[-1][0].span)[0] - place(thing.span)[0]) < _CLUSTER
        if near and (out[-1][0].sort == "open") == (thing.sort == "open"):
            out[-1].append(thing)
        else:
            out.append([thing])
    return out


def _mark(place: Place, held: Sequence[_Dated], y: float) -> Mark:
    x, width = place((min(thing.span[0] for thing in held), max(thing.span[1] for thing in held)))
    sorts = {thing.sort for thing in held}
    return Mark(x, width, y, "step" if "step" in sorts else held[0].sort, "\n".join(thing.title for thing in held), held[0].href)


def _label(ground: Ground, entry: Entry) -> str:
    """Kind, parties and title, each isolated from the direction of the others."""
    title = ground.held(entry, "title")
    parts = [ground.words.term("type", entry.fields.get("type")), ground.party_list(entry.fields.get("parties") or ()), str(title or "")]
    whole = " · ".join(part for part in parts if part)
    room = _LABEL - len(whole) + len(parts[2])
    if title and len(parts[2]) > room:
        parts[2] = parts[2][: max(room, 0)] + "…"
    return " · ".join(f"\u2068{part}\u2069" for part in parts if part)
