"""The columns of the tables that `show` prints, for each kind of thing; a JSON line holds every field instead, and the id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from mithaq.app.figures import span
from mithaq.app.output import cell

Row = Mapping[str, Any]
R = TypeVar("R", bound=Row)
Cell = Callable[[Row], object]

_TAKEN = ("asserted", "historical")
_LONGEST = 90


def shown(row: Row, kind: str) -> list[str]:
    """The cells of a row, one for each column of its kind."""
    return [cell(read(row)) for read in COLUMNS[kind].values()]


def by_date(rows: Iterable[R]) -> list[R]:
    """Rows in the order of their dates, an agreement's being that of its last step, a document's that of publication; undated ones last."""

    def when(row: Row) -> str:
        taken = _taken(row)
        return row.get("date") or row.get("since") or row.get("published") or (taken[-1]["date"] if taken else None) or "9999"

    return sorted(rows, key=when)


def _field(name: str) -> Cell:
    return lambda row: row.get(name)


def _fields(*names: str) -> dict[str, Cell]:
    return {name: _field(name) for name in names}


def _parties(row: Row) -> str:
    return cell(row.get("parties")) + _through(row)


def _participants(row: Row) -> str:
    return cell(row.get("participants")) + _through(row)


def _through(row: Row) -> str:
    """By which organisation a party that was asked for is bound."""
    held = (row.get("wider") or {}).get("through") or {}
    return f" ({', '.join(f'{party} in {name}' for party, name in held.items())})" if held else ""


def _period(row: Row) -> str:
    return " to ".join(end or "…" for end in row.get("period") or ())


def _taken(row: Row) -> list[Row]:
    return [step for step in row.get("history") or () if step["axis"] == "legal" and step["certainty"] in _TAKEN]


def _status(row: Row) -> str:
    """The last legal step that was taken, its date in brackets where it was not read; else one that was told of otherwise, and how."""
    if taken := _taken(row):
        if taken[-1].get("holds_on"):
            return f"{taken[-1]['status']}, holds on {taken[-1]['holds_on']}"
        date = taken[-1]["date"]
        return " ".join(filter(None, (taken[-1]["status"], f"[{date}]" if date and taken[-1]["date_basis"] == "derived" else date)))
    told = [f"{step['status']} ({step['certainty']})" for step in row.get("history") or () if step["axis"] == "legal"]
    return told[0] if told else "denied" if row.get("denied") else ""


def _promise(row: Row) -> str:
    """The last step of a commitment, its date in brackets where it was not read; else that it is denied."""
    steps = row.get("history") or ()
    if not steps:
        return "denied" if row.get("denied") else ""
    date = steps[-1]["date"]
    return " ".join(filter(None, (steps[-1]["status"], f"[{date}]" if date and steps[-1]["date_basis"] == "derived" else date)))


def _reported(row: Row) -> str:
    return ", ".join(f"{side} {number}" for side, number in (row.get("reported") or {}).items() if number)


def _missing(row: Row) -> str:
    return "; ".join(f"{one['side']}: {one['note']}" for one in row.get("missing") or ())


def _counted(name: str) -> Cell:
    return lambda row: (row.get("sources") or {}).get(name)


def _amount(row: Row) -> str:
    value = row.get("value")
    return f"{value:,} {row.get('unit') or ''}".rstrip() if isinstance(value, int | float) else cell(value)


def _when(row: Row) -> str:
    days = row.get("interval")
    return span(days) if days else cell(row.get("period"))


def _flow(row: Row) -> str:
    return " to ".join(row.get("flow") or ())


def _added(row: Row) -> str:
    """A plus where a figure may be added to others of its series, else why not."""
    return "+" if row.get("safe_to_add") else cell(row.get("not_added"))


def _short(name: str) -> Cell:
    return lambda row: _cut(cell(row.get(name)))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _words(row: Row) -> str:
    return _cut(next(iter((row.get("words") or {}).values()), ""))


def _values(row: Row) -> str:
    return " / ".join(f"{cell(value['value'])} ({cell(value['outlets'])})" for value in row.get("values") or ())


def _yes(name: str) -> Cell:
    return lambda row: {True: "yes", False: "no"}.get(row.get(name) or False)


_COUNTS = {"reports": _counted("reports"), "independent": _counted("independent")}

COLUMNS: Mapping[str, Mapping[str, Cell]] = {
    "agreements": {**_fields("type", "title"), "parties": _parties, "period": _period, "status": _status, **_COUNTS},
    "commitments": {
        **_fields("date", "by", "to", "force", "act"),
        "what": _short("what"),
        **_fields("deadline"),
        "status": _promise,
        **_COUNTS,
    },
    "appeals": {**_fields("date", "by", "on", "force"), "what": _short("what")},
    "figures": {
        **_fields("parties", "measure"),
        "flow": _flow,
        "period": _when,
        "amount": _amount,
        **_fields("reading"),
        "what": _short("what"),
        **_fields("date"),
        "added": _added,
        **_COUNTS,
    },
    "statements": {**_fields("date", "speaker", "state", "form", "cue"), "words": _words},
    "events": {**_fields("date", "type"), "participants": _participants, **_fields("state", "certainty"), **_COUNTS},
    "actors": {**_fields("name", "office", "state", "statements"), **_COUNTS},
    "differences": {**_fields("class", "field", "parties"), "about": _short("about"), "values": _values},
    "sides": {
        "told by": _field("reporting"),
        **_fields("of", "date"),
        "what": _short("what"),
        "reports": _reported,
        "missing": _missing,
    },
    "due": {**_fields("date", "days", "state", "told", "of", "parties"), "what": _short("what")},
    "silent": {**_fields("since"), "read until": _field("searched_until"), **_fields("of", "parties"), "what": _short("what")},
    "documents": {**_fields("published", "file", "lang", "outlet"), "relevant": _yes("relevant"), **_fields("claims")},
}
"""What can be shown -> heading -> what a row has under it."""

PROSE = frozenset({"title", "missing", "what", "words", "about", "values", "file"})
"""Headings of the columns that take the room which the others leave."""

SPARE: Mapping[str, Sequence[str]] = {
    "agreements": ("independent", "reports", "period"),
    "commitments": ("independent", "reports", "act", "force", "date"),
    "appeals": ("force", "date"),
    "figures": ("independent", "reports", "flow", "date", "what"),
    "statements": ("form", "state"),
    "events": ("independent", "reports"),
    "actors": ("independent", "reports"),
    "due": ("of", "told"),
    "sides": ("date", "of"),
    "silent": ("of",),
}
"""What can be shown -> headings of the columns that are left out first where the terminal is narrow."""
