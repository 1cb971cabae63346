"""Histories: an agreement's steps on three axes, declared and derived ones told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.follow import lapsed
from mithaq.model import Claim, Entry
from mithaq.publish.values import Ground, Value, when, written

AXES = {"agreement": ("legal", "delivery", "evidence"), "commitment": ("promise",)}
DONE = frozenset({"asserted", "historical"})
"""The certainties that report a step as taken; all others do not."""


@dataclass(frozen=True, slots=True)
class Step:
    """One dated or undated status.

    Attributes:
        status: in words; a step not taken never reads like one that was.
        certainty: asserted, future, hypothetical, negated or historical.
        told: the certainty in words.
        date: None where nobody gives one.
        basis: declared (a source says so) or derived (a rule does), in words.
        flag: a remark on its place among the steps; None where there is none.
    """

    status: Value
    certainty: str
    told: str
    date: Value | None
    basis: str
    derived: bool
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the three axes with its steps, in the order of the register."""

    label: str
    steps: tuple[Step, ...]


def axes(ground: Ground, entry: Entry) -> tuple[Axis, ...]:
    """The three axes of an agreement, the one of a commitment; one on which nothing was reported has no steps."""
    ended = lapsed(entry, ground.as_of) if ground.as_of else None
    history = [*(entry.fields.get("history") or ()), *([ended] if ended else [])]
    held = {axis: [_step(ground, entry, step) for step in history if step["axis"] == axis] for axis in AXES[entry.of]}
    if entry.of == "agreement":
        held["legal"] += [_denial(ground, claim) for claim in _denials(ground, entry)]
        held["evidence"] += _standing(ground, entry)
    return tuple(Axis(ground.words.say("axis", axis), tuple(steps)) for axis, steps in held.items())


def _denials(ground: Ground, entry: Entry) -> list[Claim]:
    """The claims that deny a legal step, where the history does not hold them: they are no steps, and must not be lost."""
    stepped = {claim for step in entry.fields.get("history") or () for claim in step.get("claims") or ()}
    claims = (claim for claim in ground.behind(entry) if claim.id not in stepped)
    return [claim for claim in claims if claim.fields.get("certainty") == "negated" and claim.fields.get("legal")]


def _denial(ground: Ground, claim: Claim) -> Step:
    words, date = ground.words, claim.fields.get("date")
    status = words.say("status_as", "negated", status=words.term("legal", claim.fields["legal"]))
    return Step(
        status=Value(status, ground.evidence([claim])),
        certainty="negated",
        told=words.term("certainty", "negated"),
        date=Value(written(ground, date, "date"), ground.support([claim], "date", date)) if date else None,
        basis=words.say("basis", "declared"),
        derived=False,
    )


def _step(ground: Ground, entry: Entry, step: Mapping[str, Any]) -> Step:
    words = ground.words
    claims = [ground.claims[claim] for claim in step.get("claims") or () if claim in ground.claims] or ground.behind(entry)
    certainty = str(step.get("certainty") or "asserted")
    status = words.say("status_as", "holds" if step.get("holds_on") else certainty, status=words.term(step["axis"], step["status"]))
    declared = step.get("basis", "declared") == "declared"
    derived = {} if declared else step.get("derived") or {}
    rule, concluded = ground.conclusion(derived.get("status") or (derived if "rule" in derived else {}))
    return Step(
        status=Value(status, concluded or ground.evidence(claims), None, rule or None),
        certainty=certainty,
        told=words.term("certainty", certainty),
        date=_date(ground, step),
        basis=_basis(ground, step) if declared else "",
        derived=not declared,
        flag=words.say("page", "flag") if step.get("flag") else None,
    )


def _date(ground: Ground, step: Mapping[str, Any]) -> Value | None:
    if not step.get("date"):
        return Value(written(ground, step["holds_on"], "date")) if step.get("holds_on") else None
    claims = [ground.claims[claim] for claim in step.get("claims") or () if claim in ground.claims]
    text = written(ground, when(step), "date")
    if step.get("date_basis") != "derived":
        return Value(text, ground.support(claims, "date", step["date"]))
    rule, concluded = ground.conclusion((step.get("derived") or {}).get("date") or {})
    return Value(text, concluded or ground.evidence(claims), None, rule)


def _standing(ground: Ground, entry: Entry) -> list[Step]:
    """What kind of evidence there is, as linking concludes it from who declares the steps; and whether anybody denies them."""
    standing = entry.fields.get("standing") or {}
    claims = ground.behind(entry)
    denials = [claim for claim in claims if claim.fields.get("certainty") == "negated" or claim.fields.get("voice") == "denied"]
    held = [claim for claim in claims if claim not in denials]
    found = [(standing.get("status"), held), ("disputed" if standing.get("disputed") else None, denials)]
    return [
        Step(
            status=Value(ground.words.term("evidence", status), ground.evidence(claims), None, ""),
            certainty="asserted",
            told="",
            date=None,
            basis="",
            derived=True,
        )
        for status, claims in found
        if status
    ]


def _basis(ground: Ground, step: Mapping[str, Any]) -> str:
    by = step.get("declared_by") or ()
    return ground.words.say("basis", "declared_by", parties=ground.party_list(by)) if by else ground.words.say("basis", "declared")
