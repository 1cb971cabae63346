"""Where an agreement stands on a day: the last step of each axis, and the step that is derived from the end of its period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mithaq.model import Entry, days, last_day

_SAID = frozenset({"asserted", "historical"})
_CLOSED = {
    "legal": frozenset({"expired", "terminated", "superseded", "abandoned"}),
    "delivery": frozenset({"complete", "cancelled"}),
    "promise": frozenset({"fulfilled", "withdrawn"}),
}


def standing(entry: Entry, as_of: str) -> dict[str, Mapping[str, Any]]:
    """The last step of each axis that is said to have been taken, by the order of the history; steps dated after `as_of` are left out."""
    return {step["axis"]: step for step in _taken(entry, as_of)}


def _taken(entry: Entry, as_of: str) -> Iterator[Mapping[str, Any]]:
    for step in entry.fields.get("history") or ():
        told = step["date"] or step.get("holds_on")
        if step["certainty"] in _SAID and (told is None or days(told)[0] <= days(as_of)[0]):
            yield step


def closed(entry: Entry, as_of: str) -> bool:
    """Whether a source says that nothing more is to be expected: ended, fully kept, or taken back.

    A promise that was kept stays so, whatever is told of it again.
    """
    kept = any(step["axis"] == "promise" and step["status"] in _CLOSED["promise"] for step in _taken(entry, as_of))
    return kept or any(step["status"] in _CLOSED.get(axis, ()) for axis, step in standing(entry, as_of).items())


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
