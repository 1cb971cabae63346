"""What falls due: ends of periods, deadlines of commitments, and occasions that were announced with a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mithaq.follow.histories import closed, standing
from mithaq.model import Entry, days, last_day

Row = dict[str, Any]


def due(entries: Iterable[Entry], as_of: str, decisions: Iterable[Mapping[str, Any]] = ()) -> list[Row]:
    """What falls due from `as_of` on, and what is past due, the earliest first.

    Args:
        entries: of any kind; agreements, commitments and events are looked at.
        as_of: the day from which days are counted, as a prefix date that names a day.
        decisions: of reviewers: those that set a day add a row, and those that assign or note stand in the rows of their entry.

    Returns:
        `{date, days, state, what, parties, entry, of, rule, claims}`: `date` is the last day, `days` those left until it (negative
        when past), `state` is due, lapsed (a period) or overdue (a deadline). Past due says only that no report was read that it was kept.
        `told` is the last step of a commitment, as made, moved, partial or unkept; one that was kept or withdrawn is not due.
        `owner` and `notes` stand where a reviewer gave them.

    Raises:
        ValueError: `as_of` is no prefix date.
    """
    today = days(as_of)[0]
    judged = _judged(decisions)
    rows = []
    for entry in entries:
        own = [decision for claim in entry.claims for decision in judged.get(claim, ())]
        ends = [*_ends(entry, as_of), *((last_day(one["value"]), f"set by {one['reviewer']}") for one in own if one["decision"] == "due")]
        rows += [{**_row(entry, last, rule, today), **_assigned(own)} for last, rule in ends]
    return sorted(rows, key=lambda row: (row["date"], row["entry"], row["rule"]))


def _judged(decisions: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The decisions that follow something up, by claim; of two days or owners that one reviewer set the later counts."""
    latest: dict[tuple[object, ...], Mapping[str, Any]] = {}
    for decision in decisions:
        if decision["decision"] in {"due", "assign", "note"}:
            about = decision["reason"] if decision["decision"] == "note" else decision["reviewer"]
            latest[decision["decision"], about, *decision["claims"]] = decision
    out: dict[str, list[Mapping[str, Any]]] = {}
    for decision in latest.values():
        for claim in decision["claims"]:
            out.setdefault(claim, []).append(decision)
    return out


def _assigned(decisions: Iterable[Mapping[str, Any]]) -> Row:
    owners = [str(one["value"]) for one in decisions if one["decision"] == "assign"]
    notes = [one["reason"] for one in decisions if one["decision"] == "note"]
    return {**({"owner": owners[-1]} if owners else {}), **({"notes": notes} if notes else {})}


def _ends(entry: Entry, as_of: str) -> Iterator[tuple[datetime.date, str]]:
    fields = entry.fields
    if entry.of == "agreement" and fields.get("ends") and not closed(entry, as_of):
        yield last_day(fields["ends"]), "end of the period"
    elif entry.of == "commitment" and (end := _deadline(entry)) and not closed(entry, as_of):
        yield days(end)[0] - datetime.timedelta(days=1), "deadline"
    elif entry.of == "event" and fields.get("certainty") == "future" and fields.get("date") and last_day(fields["date"]) >= days(as_of)[0]:
        yield last_day(fields["date"]), "announced occasion"


def _deadline(entry: Entry) -> str | None:
    """The end of the deadline that was given last; a later one where a report of no known day gives it, which may have come after.

    A history that leaves out what was not known yet gives the one that was known.
    """
    given = [step["deadline"] for step in entry.fields.get("history") or () if step.get("deadline")]
    last = given[-1] if given else entry.fields.get("deadline") or {}
    ends = [found["end"] for found in (last, (entry.fields.get("undated") or {}).get("deadline")) if found and found.get("end")]
    return max(ends, default=None)


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
        **({"told": step["status"]} if (step := standing(entry, today.isoformat()).get("promise")) else {}),
    }


def what(entry: Entry) -> str:
    """What an entry is about, in the words of a source, or by its type where no source names it."""
    fields = entry.fields
    return str(fields.get("title") or fields.get("what") or fields.get("type") or fields.get("act") or entry.of)


def parties(entry: Entry) -> tuple[str, ...]:
    """The parties of an entry, sorted: of an agreement, those bound and those towards whom, the sides of an event."""
    fields = entry.fields
    return tuple(sorted({party for name in ("parties", "by", "to", "participants") for party in fields.get(name) or ()}))
