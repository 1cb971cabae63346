"""What was not heard of again: silence only where somebody listened, else a note that nobody did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.follow.due import Row, parties, what
from mithaq.follow.histories import closed
from mithaq.follow.kin import kin
from mithaq.model import Entry


@dataclass(frozen=True, slots=True)
class _Listening:
    """Which outlets speak of a set of parties, and the last day of theirs that was read."""

    outlets: frozenset[str | None]
    day: str | None


def silent(entries: Iterable[Entry], coverage: Iterable[Mapping[str, Any]], as_of: str) -> list[Row]:
    """Open agreements and commitments, each with the last report of it and what was read since; the longest unheard first.

    Args:
        coverage: `{outlet, month, documents, speaking}`: how many documents of an outlet were read for a month.
        as_of: the day of the question.

    Returns:
        `{since, searched_until, note, what, parties, reports, outlets, entry, of, claims}`. `note` is "nothing reported since DATE" where
        the outlets that speak of the parties were read after the last report, with "not searched after DATE" behind it where the
        reading ends before the month of `as_of`; where they were not read after it, "not searched after DATE" alone. Where something was
        told since that may be of the same thing, `perhaps` has the entries that hold it, and the note says so.
    """
    held = [entry for entry in entries if entry.of in {"agreement", "commitment"}]
    months = _months(coverage, as_of)
    listening = _listening(held, months, as_of)
    last = {entry.id: _since(entry, as_of) for entry in held}
    near = kin(held)
    rows = [_row(entry, listening[parties(entry)], as_of, last, near.get(entry.id, ())) for entry in held if not closed(entry, as_of)]
    return sorted(rows, key=lambda row: (row["since"] is not None, row["since"] or "", row["entry"]))


def _months(coverage: Iterable[Mapping[str, Any]], as_of: str) -> dict[str | None, str]:
    """The last month read of each outlet, up to `as_of`."""
    out: dict[str | None, str] = {}
    for row in coverage:
        if row["documents"] and row["month"] and row["month"] <= as_of[:7]:
            out[row["outlet"]] = max(row["month"], out.get(row["outlet"], ""))
    return out


def _listening(entries: Sequence[Entry], months: Mapping[str | None, str], as_of: str) -> dict[tuple[str, ...], _Listening]:
    """For each set of parties the outlets that report of them, and how far these were read: to the day where a report tells it."""
    outlets: dict[tuple[str, ...], set[str | None]] = {}
    reported: dict[tuple[str, ...], set[str]] = {}
    for entry in entries:
        for source in entry.fields["sources"]["list"]:
            outlets.setdefault(parties(entry), set()).update((source["outlet"], source["as_written"]))
            if source["published"] and source["published"] <= as_of:
                reported.setdefault(parties(entry), set()).add(source["published"])
    return {sides: _Listening(frozenset(names), _until(names, months, reported.get(sides, set()))) for sides, names in outlets.items()}


def _until(outlets: Iterable[str | None], months: Mapping[str | None, str], reported: Iterable[str]) -> str | None:
    month = max((months[outlet] for outlet in outlets if outlet in months), default=None)
    day = max(reported, default=None)
    return max((date for date in (month, day) if date), key=lambda date: (date[:7], len(date)), default=None)


def _since(entry: Entry, as_of: str) -> str | None:
    """The last date up to `as_of` on which something was reported of an entry; None where no report has one."""
    published = (source["published"] for source in entry.fields["sources"]["list"])
    return max((date for date in (*_dates(entry), *published) if date and date <= as_of), default=None)


def _row(entry: Entry, listening: _Listening, as_of: str, last: Mapping[str, str | None], near: Iterable[str]) -> Row:
    sources, since = entry.fields["sources"], last[entry.id]
    perhaps = [other for other in near if since is None or (last[other] or "") > since]
    return {
        "since": since,
        "searched_until": listening.day,
        "note": _note(since, listening.day, as_of) + ("; what was told since of others may be of this one" if perhaps else ""),
        "what": what(entry),
        "parties": list(parties(entry)),
        "reports": sources["reports"],
        "outlets": sources["outlets"],
        "entry": entry.id,
        "of": entry.of,
        "claims": list(entry.claims),
        **({"perhaps": perhaps} if perhaps else {}),
    }


def _dates(entry: Entry) -> list[str | None]:
    """Days on which an entry was reported of: those of its steps that are said, and its own."""
    steps = [step["date"] or step.get("holds_on") for step in entry.fields.get("history") or () if step["certainty"] == "asserted"]
    return [*steps, entry.fields.get("date")]


def _note(since: str | None, until: str | None, as_of: str) -> str:
    if until is None:
        return "not searched: no report of these parties has a date"
    end = f"not searched after {until}"
    if since is None or until[:7] <= since[:7]:
        return end
    nothing = f"nothing reported since {since}"
    return nothing if until[:7] >= as_of[:7] else f"{nothing}; {end}"
