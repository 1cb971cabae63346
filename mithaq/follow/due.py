"""What falls due: ends of periods, deadlines of commitments, and occasions that were announced with a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from mithaq.follow.histories import closed
from mithaq.model import Entry, days, last_day

Row = dict[str, Any]


def due(entries: Iterable[Entry], as_of: str) -> list[Row]:
    """What falls due from `as_of` on, and what is past due, the earliest first.

    Args:
        entries: of any kind; agreements, commitments and events are looked at.
        as_of: the day from which days are counted, as a prefix date that names a day.

    Returns:
        `{date, days, state, what, parties, entry, of, rule, claims}`: `date` is the last day, `days` those left until it (negative
        when past), `state` is due, lapsed (a period) or overdue (a deadline). Past due says only that no report was read that it was kept.

    Raises:
        ValueError: `as_of` is no prefix date.
    """
    today = days(as_of)[0]
    rows = [_row(entry, last, rule, today) for entry in entries for last, rule in _ends(entry, as_of)]
    return sorted(rows, key=lambda row: (row["date"], row["entry"]))


def _ends(entry: Entry, as_of: str) -> Iterator[tuple[datetime.date, str]]:
    fields = entry.fields
    if entry.of == "agreement" and fields.get("ends") and not closed(entry, as_of):
        yield last_day(fields["ends"]), "end of the period"
    elif entry.of == "commitment" and (fields.get("deadline") or {}).get("end"):
        yield days(fields["deadline"]["end"])[0] - datetime.timedelta(days=1), "deadline"
    elif entry.of == "event" and fields.get("certainty") == "future" and fields.get("date") and last_day(fields["date"]) >= days(as_of)[0]:
        yield last_day(fields["date"]), "announced occasion"


def _row(entry: Entry, last: datetime.date, rule: str, today: datetime.date) -> Row:
    past = "lapsed" if entry.of == "agreement" else "overdue"
    return {
        "date": last.isoformat(),
        "days": (last - today).days,
        "state": "due" if last >= today else past,
        "what": what(entry),
        "parties": list(parties(entry)),
        "entry": entry.id,
        "of": entry.of,
        "rule": rule,
        "claims": list(entry.claims),
    }


def what(entry: Entry) -> str:
    """What an entry is about, in the words of a source, or by its type where no source names it."""
    fields = entry.fields
    return str(fields.get("title") or fields.get("what") or fields.get("type") or fields.get("act") or entry.of)


def parties(entry: Entry) -> tuple[str, ...]:
    """The parties of an entry, sorted: of an agreement, those bound and those towards whom, the sides of an event."""
    fields = entry.fields
    return tuple(sorted({party for name in ("parties", "by", "to", "participants") for party in fields.get(name) or ()}))
