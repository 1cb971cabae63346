"""A pair within a larger group: entries whose parties are more than those asked for, or hold them through an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Any

from mithaq.knowledge.members import Members
from mithaq.model import Entry
from mithaq.store.parties import parties

KINDS = ("agreement", "event", "commitment")
"""Kinds of entries that are found through an organisation."""


def concerning(wanted: Iterable[str], members: Members) -> tuple[str, list[str]]:
    """A condition that holds where every one of some parties, or an organisation that it is or was a member of, stands beside an entry."""
    conditions, parameters = [], list[str]()
    for party in wanted:
        through = members.organisations(party)
        stands = "EXISTS (SELECT 1 FROM entry_parties x WHERE x.entry = entries.id AND x.party"
        conditions.append(f"({stands} = ?) OR (of IN {KINDS} AND {stands} IN ({', '.join('?' * len(through))}))))")
        parameters += [party, *through]
    return " AND ".join(conditions) or "1", parameters


def widened(entry: Entry, wanted: Sequence[str], members: Members) -> Entry | None:
    """An entry as it is asked for under some parties, with `wider` where it binds more than these; None where it does not bind them all.

    `wider` is `{parties, through}`: how many it binds, and state -> organisation by which it is bound. Two states that are members of the
    one organisation do not deal with each other in what that organisation agrees with a third.
    """
    named = parties(entry.fields, ())
    if entry.of not in KINDS or len(wanted) < 2 or len(named) < 2 or set(wanted) == set(named):
        return entry
    absent = [party for party in wanted if party not in named]
    through = _through(absent, [name for name in named if name not in wanted], members, _day(entry))
    if through is None:
        return None
    if len(named) == len(wanted) and not through:
        return entry
    return replace(entry, fields={**entry.fields, "wider": {"parties": len(named), "through": through}})


def _through(absent: Sequence[str], others: Sequence[str], members: Members, day: str | None) -> dict[str, str] | None:
    """An organisation for each party that is not named, each another one; None where there is none."""
    for names in permutations(sorted(others), len(absent)):
        if all(party in members.of(name, day) for party, name in zip(absent, names, strict=True)):
            return dict(zip(absent, names, strict=True))
    return None


def _day(entry: Entry) -> str | None:
    """The last day on which something is told of an entry."""
    steps: Iterable[Mapping[str, Any]] = entry.fields.get("history") or ()
    dates = [step["date"] for step in steps if step.get("date")] or [entry.fields.get("date")]
    return max((date for date in dates if date), default=None)
