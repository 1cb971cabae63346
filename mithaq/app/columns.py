"""The columns of the tables that `show` prints, for each kind of thing; a JSON line holds every field instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

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
    """Rows in the order of their dates, an agreement's being that of its last step; those without a date last."""

    def when(row: Row) -> str:
        taken = _taken(row)
        return row.get("date") or row.get("since") or (taken[-1]["date"] if taken else None) or "9999"

    return sorted(rows, key=when)


def _field(name: str) -> Cell:
    return lambda row: row.get(name)


def _fields(*names: str) -> dict[str, Cell]:
    return {name: _field(name) for name in names}


def _period(row: Row) -> str:
    return " to ".join(end or "…" for end in row.get("period") or ())


def _taken(row: Row) -> list[Row]:
    return [step for step in row.get("history") or () if step["axis"] == "legal" and step["certainty"] in _TAKEN]


def _status(row: Row) -> str:
    """The last legal step that was taken, with its date; else one that was told of otherwise, and how."""
    if taken := _taken(row):
        return " ".join(filter(None, (taken[-1]["status"], taken[-1]["date"])))
    told = [f"{step['status']} ({step['certainty']})" for step in row.get("history") or () if step["axis"] == "legal"]
    return told[0] if told else "denied" if row.get("denied") else ""


def _counted(name: str) -> Cell:
    return lambda row: (row.get("sources") or {}).get(name)


def _amount(row: Row) -> str:
    value = row.get("value")
    return f"{value:,} {row.get('unit') or ''}".rstrip() if isinstance(value, int | float) else cell(value)


def _short(name: str) -> Cell:
    def read(row: Row) -> str:
        text = cell(row.get(name)).replace("\n", " ")
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    return read


def _values(row: Row) -> str:
    return " / ".join(f"{cell(value['value'])} ({cell(value['outlets'])})" for value in row.get("values") or ())


_COUNTS = {"reports": _counted("reports"), "independent": _counted("independent")}

COLUMNS: Mapping[str, Mapping[str, Cell]] = {
    "agreements": {**_fields("type", "title", "parties"), "period": _period, "status": _status, **_COUNTS, "id": _field("id")},
    "commitments": {**_fields("by", "to", "force", "act"), "what": _short("what"), **_fields("deadline", "id")},
    "appeals": {**_fields("by", "on", "force"), "what": _short("what"), "id": _field("id")},
    "figures": {"amount": _amount, **_fields("measure", "reading"), "of": _short("what"), **_fields("period", "parties", "id")},
    "statements": {**_fields("date", "speaker", "state", "form"), "said": _short("said"), "id": _field("id")},
    "events": {**_fields("date", "type", "participants", "state", "certainty"), **_COUNTS, "id": _field("id")},
    "actors": {**_fields("name", "office", "state", "statements"), **_COUNTS, "id": _field("id")},
    "differences": {**_fields("class", "field", "parties"), "values": _values, "of": _field("entry")},
    "due": {**_fields("date", "days", "state", "of", "parties"), "what": _short("what"), "entry": _field("entry")},
    "silent": {**_fields("since", "note", "of", "parties"), "what": _short("what"), "entry": _field("entry")},
}
"""What can be shown -> heading -> what a row has under it."""
