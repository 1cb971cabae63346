"""Where an agreement stands on a day: the last step of each axis, and the step that is derived from the end of its period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mithaq.model import Entry, days, last_day

_SAID = frozenset({"asserted", "historical"})
_CLOSED = {
    "legal": frozenset({"expired", "terminated", "superseded", "abandoned"}),
    "delivery": frozenset({"complete", "cancelled"}),
}


def standing(entry: Entry, as_of: str) -> dict[str, Mapping[str, Any]]:
    """The last step of each axis that is said to have been taken, by the order of the history; steps dated after `as_of` are left out."""
    out: dict[str, Mapping[str, Any]] = {}
    for step in entry.fields.get("history") or ():
        if step["certainty"] in _SAID and (step["date"] is None or days(step["date"])[0] <= days(as_of)[0]):
            out[step["axis"]] = step
    return out


def closed(entry: Entry, as_of: str) -> bool:
    """Whether a source says that nothing more is to be expected: ended, or fully kept."""
    return any(step["status"] in _CLOSED.get(axis, ()) for axis, step in standing(entry, as_of).items())


def lapsed(entry: Entry, as_of: str) -> dict[str, Any] | None:
    """The derived step of an agreement whose period has ended by `as_of` without a report that it was kept or ended; else None."""
    ends = entry.fields.get("ends")
    if not ends or last_day(ends) >= days(as_of)[0] or closed(entry, as_of):
        return None
    period = [claim for step in entry.fields.get("history") or () for claim in step["claims"]]
    return {
        "axis": "delivery", "status": "lapsed", "certainty": "asserted", "date": last_day(ends).isoformat(), "date_basis": "derived",
        "basis": "derived", "declared_by": [], "claims": sorted(set(period)), "story": None,
        "derived": {"status": {"rule": "the period has ended", "from": sorted(set(period))}},
    }  # fmt: skip
