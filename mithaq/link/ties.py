"""Ties: the agreement in which a commitment stands, where the reports say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from mithaq.link.board import Told
from mithaq.link.desk import Desk
from mithaq.link.instruments import scope_relation
from mithaq.link.sheets import meets
from mithaq.model import Entry

RULES = {
    "passage": "the passage of the promise is one of the agreement",
    "document": "the promise names an agreement of this type and field, the only one of the article",
    "story": "the promise names an agreement of this type and field, the only one of the story",
    "parties": "the promise names an agreement of this type and field, the only one of these parties made by then",
}
"""How a tie was found, the surest first."""

_DONE = {"sign": ("legal", "signed"), "ratify": ("legal", "in_force"), "implement": ("delivery", "complete")}
"""Act that is done when the agreement takes a step."""
_KEPT = "the agreement in which it stands has taken this step"


def tied(agreements: list[Entry], others: list[Entry], desk: Desk, group_of: Mapping[str, int]) -> tuple[list[Entry], list[Entry]]:
    """The agreements, each with its commitments, and the other entries, each commitment with its agreement.

    Args:
        group_of: claim -> key of its group; a commitment stands in an agreement of its own group only.
    """
    home = {claim: entry for entry in agreements for claim in entry.claims}
    near: dict[int, list[Told]] = {}
    for claim in home:
        near.setdefault(group_of[claim], []).append(desk.told[claim])
    standing: dict[str, list[str]] = {}
    out = []
    for entry in others:
        found = _agreement(entry, near, home, desk, group_of) if entry.of == "commitment" else None
        if found:
            agreement, rule = found
            standing.setdefault(agreement.id, []).append(entry.id)
            entry = replace(entry, fields={**entry.fields, "agreement": {"entry": agreement.id, "rule": RULES[rule]}})
            entry = replace(entry, fields={**entry.fields, "history": _kept(entry, agreement)})
        out.append(entry)
    return [_with(one, standing.get(one.id, [])) for one in agreements], out


def _with(agreement: Entry, commitments: list[str]) -> Entry:
    return replace(agreement, fields={**agreement.fields, "commitments": sorted(commitments)})


def _agreement(
    entry: Entry, near: Mapping[int, list[Told]], home: Mapping[str, Entry], desk: Desk, group_of: Mapping[str, int]
) -> tuple[Entry, str] | None:
    """The agreement that the claims of a commitment point to by the surest rule that finds just one."""
    own = [one for one in desk.members(entry.claims) if one.claim.of == "commitment"]
    for rule in RULES:
        found = {home[other.id].id: home[other.id] for one in own for other in _pointed(rule, one, near.get(group_of[one.id], ()), desk)}
        if len(found) == 1:
            return next(iter(found.values())), rule
    return None


def _pointed(rule: str, one: Told, near: Iterable[Told], desk: Desk) -> Iterator[Told]:
    """The claims of agreements to which a promise may point by a rule."""
    for other in near:
        named = other.claim.fields["certainty"] != "negated" and any(
            _named(other, under, desk) for under in one.claim.fields.get("under") or ()
        )
        if rule == "passage":
            fits = other.document == one.document and meets(other.claim.evidence, one.claim.evidence) and _binding(other)
        elif rule == "document":
            fits = named and other.document == one.document
        elif rule == "story":
            fits = named and other.place == one.place
        else:
            fits = named and _before(other, one)
        if fits:
            yield other


def _binding(one: Told) -> bool:
    return one.claim.fields["certainty"] in {"asserted", "historical"}


def _before(other: Told, one: Told) -> bool:
    made = other.claim.fields.get("legal") in {"agreed", "signed"} and other.claim.fields["certainty"] == "asserted"
    return made and other.day is not None and one.day is not None and other.day <= one.day


def _named(other: Told, under: Mapping[str, Any], desk: Desk) -> bool:
    """Whether a claim may be of the agreement that a promise names by its type and fields."""
    fields = [frozenset(held.get("sectors") or ()) for held in (other.claim.fields, under)]
    scope = scope_relation(fields[0], fields[1], desk.knowledge.vocabularies)
    return other.claim.fields["type"] == under["type"] and scope in {"equal", "broad", "overlap", "wider", "unknown"}


def _kept(entry: Entry, agreement: Entry) -> list[dict[str, Any]]:
    """The history of a commitment with the step of its agreement that keeps it, where it has taken one since."""
    steps: list[dict[str, Any]] = list(entry.fields["history"])
    wanted = _DONE.get(entry.fields["act"])
    made = next((step["date"] for step in steps if step["date"]), None)
    for step in agreement.fields["history"]:
        if wanted == (step["axis"], step["status"]) and step["certainty"] == "asserted" and step["date"] and made and step["date"] >= made:
            kept = {
                **{name: step[name] for name in ("certainty", "date", "date_basis", "declared_by", "claims", "story")},
                "axis": "promise", "status": "fulfilled", "basis": "derived", "deadline": None,
                "derived": {**step.get("derived", {}), "status": {"rule": _KEPT, "from": step["claims"]}},
            }  # fmt: skip
            later = next((at for at, held in enumerate(steps) if (held["date"] or "") > step["date"]), len(steps))
            return [*steps[:later], kept, *steps[later:]]
    return steps
