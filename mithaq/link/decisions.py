"""Reviewers' decisions as linking needs them: what is one, what is not, what is wrong, and what a field should be.

A decision is `{decision, claims, …}`: `same` and `not_same` join or part the claims of one kind, `part_of` makes the agreement
of the first claim a part of that of the second, `reject` leaves claims out, `correct` gives a field of a claim another value
(`field`, `value`), `confirm` takes a rejection back and makes the evidence of an agreement a reviewer's. All others (note, due,
assign, code) change no link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from mithaq.link.sheets import Sheet

Decision = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """Decisions by what they do; pairs of claims are ordered within.

    Attributes:
        same: pairs that are one.
        apart: pairs that are not.
        parts: pairs of claims, the first of an agreement that is part of that of the second.
        rejected: claims that are left out.
        confirmed: claims that a reviewer vouches for.
        corrected: claim -> field -> value.
    """

    same: frozenset[tuple[str, str]]
    apart: frozenset[tuple[str, str]]
    parts: frozenset[tuple[str, str]]
    rejected: frozenset[str]
    confirmed: frozenset[str]
    corrected: Mapping[str, Mapping[str, Any]]


def judged(decisions: Iterable[Decision]) -> Judged:
    """Read the decisions, the later ones of the list winning over the earlier."""
    same: dict[tuple[str, str], bool] = {}
    parts: set[tuple[str, str]] = set()
    rejected: set[str] = set()
    confirmed: set[str] = set()
    corrected: dict[str, dict[str, Any]] = {}
    for decision in decisions:
        kind, claims = decision["decision"], sorted(set(decision["claims"]))
        if kind == "confirm":
            rejected.difference_update(claims)
            confirmed.update(claims)
        elif kind in {"same", "not_same"}:
            same.update(dict.fromkeys(combinations(claims, 2), kind == "same"))
        elif kind == "part_of" and len(decision["claims"]) > 1:
            parts.add((decision["claims"][0], decision["claims"][1]))
        elif kind == "reject":
            rejected.update(claims)
            confirmed.difference_update(claims)
        elif kind == "correct":
            for claim in claims:
                corrected.setdefault(claim, {})[decision["field"]] = decision["value"]
    joined = frozenset(pair for pair, holds in same.items() if holds)
    return Judged(joined, frozenset(same) - joined, frozenset(parts), frozenset(rejected), frozenset(confirmed), corrected)


def applied(sheet: Sheet, judged: Judged) -> Sheet:
    """The document without the claims that were rejected, and with the fields that were corrected."""
    kept = tuple(
        replace(claim, fields={**claim.fields, **judged.corrected[claim.id]}) if claim.id in judged.corrected else claim
        for claim in sheet.claims
        if claim.id not in judged.rejected
    )
    return replace(sheet, claims=kept, speeches=tuple(speech for speech in sheet.speeches if speech.claim not in judged.rejected))


def regrouped(groups: Iterable[list[str]], judged: Judged) -> list[list[str]]:
    """Groups of claims after the decisions: groups with a pair that is the same become one; of a pair that is not, the later one leaves.

    A claim that leaves takes along the claims that were judged the same as it.
    """
    held = {claim: group for group in map(set, groups) for claim in group}
    for one, other in sorted(judged.same):
        if one in held and other in held and held[one] is not held[other]:
            together = held[one] | held[other]
            held.update(dict.fromkeys(together, together))
    for one, other in sorted(judged.apart):
        if one in held and other in held and held[one] is held[other]:
            leaving = {other} | {claim for pair in judged.same if other in pair for claim in pair}
            staying, leaving = held[one] - leaving, leaving & held[one]
            held.update({**dict.fromkeys(staying, staying), **dict.fromkeys(leaving, leaving)})
    return sorted(sorted(group) for group in {id(group): group for group in held.values()}.values())
