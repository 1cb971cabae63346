"""Histories of commitments: made, restated, specified, moved, kept, broken or withdrawn, each step with its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Story, Told, belongs, speech_of
from mithaq.link.histories import derivation, flagged
from mithaq.link.promises import RULES, Life, concluded, why
from mithaq.link.vows import Vow, vow
from mithaq.model import days

_SLACK = 7
"""Days by which last days may differ that two reports reckon from their own dates."""

_RULES = {
    "restated": "promised before, with nothing new",
    "specified": "promised before without this last day or number",
    "moved": "promised before by another last day",
    "fulfilled": "the act was done, and has no parts or reaches the number promised",
    "partial": "the act was done for less than was promised",
    "acted": "the act was done; whether all of it is not said",
}
"""Status that is concluded -> how."""


@dataclass
class _Known:
    """What was promised so far: the vows, and the last day and numbers of them; and what was promised on no known day."""

    undated: list[Vow]
    life: Life = field(default_factory=Life)
    end: str | None = None
    counted: bool = False


def history(members: Iterable[Told], stories: Mapping[str, Story], vocabularies: Vocabularies) -> list[dict[str, Any]]:
    """The steps of a commitment in the order of the days on which they were told, outcomes of no known day last.

    Claims that tell one status in one story are one step. A step has the form of those of agreements, on the axis of promises, and
    beside it `deadline`, as it was given there, or null. What a claim denies makes no step, nor does a promise in a report of no known
    day, where other reports have one: it tells on one of their days or on another, and nobody knows which.
    """
    members = list(members)
    known = _Known([vow(one, vocabularies) for one in _undated(members)])
    out = []
    for told, one in _placed(members, vocabularies):
        status = _status(one, known)
        before = sorted({claim for other in known.life.vows for claim in other.claims})
        known.life.add(one)
        out.append(_step(status, sorted(told, key=lambda each: each.id), stories, before))
    flagged(out, vocabularies)
    return out


def undated(members: Iterable[Told]) -> dict[str, Any]:
    """What is promised in reports of which no day is known, where others have one: `{claims, deadline}`, the latest that they give.

    It was told on one of the days of the history, or on another; nobody knows which.
    """
    told = sorted(_undated(members), key=lambda one: one.id)
    given = [one.claim.fields["deadline"] for one in told if one.claim.fields.get("deadline")]
    return {"claims": [one.id for one in told], "deadline": max(given, key=lambda one: str(one.get("end") or ""), default=None)}


def _undated(members: Iterable[Told]) -> list[Told]:
    told = [one for one in members if one.claim.of == "commitment"]
    return [one for one in told if not one.day] if any(one.day for one in told) else []


def _placed(members: Iterable[Told], vocabularies: Vocabularies) -> Iterator[tuple[list[Told], Vow]]:
    """The claims of one place that tell one thing, together, in the order of days; promises before outcomes.

    Where no report of the promise has a day, all of them are one telling, and it comes first.
    """
    members = list(members)
    dated = any(one.day for one in members if one.claim.of == "commitment")
    held: dict[tuple[str, str, str], list[Told]] = {}
    for one in members:
        status = str(one.claim.fields.get("status", "")) if one.claim.of == "outcome" else ""
        if one.claim.of == "outcome" or one.day or not dated:
            held.setdefault((one.place if dated or status else "", one.claim.of, status), []).append(one)
    together = [
        (told, reduce(Vow.with_, (vow(one, vocabularies) for one in told))) for (*_, status), told in held.items() if status != "denied"
    ]

    def order(pair: tuple[list[Told], Vow]) -> tuple[bool, str, str, str]:
        one = pair[1]
        return one.day is None and (dated or one.of == "outcome"), one.day or "", one.of, one.id

    yield from sorted(together, key=order)


def _status(one: Vow, known: _Known) -> str:
    """What a vow adds to what is known; notes it."""
    if one.of == "outcome":
        said = next(iter(one.statuses))
        return concluded(one, [*known.undated, *known.life.vows]) if said == "done" else said
    end = max(one.ends, default=None)
    status = "restated"
    if not known.life.promised:
        status = "made"
    elif end and known.end and not _same_end(end, known.end):
        status = "moved"
    elif (end and not known.end) or (one.amounts and not known.counted):
        status = "specified"
    known.end = end or known.end
    known.counted = known.counted or bool(one.amounts)
    return status


def _same_end(one: str, other: str) -> bool:
    return abs((days(one)[0] - days(other)[0]).days) <= _SLACK


def _step(status: str, told: list[Told], stories: Mapping[str, Story], before: list[str]) -> dict[str, Any]:
    first = told[0]
    story = stories.get(first.story or "")
    read = Counter(one.claim.fields["date"] for one in told if one.claim.fields.get("date"))
    date = min(read, key=lambda date: (-len(date), -read[date], date), default=None)
    derived = derivation(story, told) if story and not date and belongs(first, story) else None
    speeches = (speech_of(one, [one.claim.evidence, *one.claim.also]) for one in told)
    step: dict[str, Any] = {
        "axis": "promise",
        "status": status,
        "certainty": "asserted",
        "date": date or (derived["date"] if derived else None),
        "date_basis": "read" if date else "derived" if derived else None,
        "basis": "declared",
        "declared_by": sorted({speech.state for speech in speeches if speech and speech.state}),
        "claims": [one.id for one in told],
        "story": first.story,
        "deadline": _deadline(told),
    }
    concluded_ = {"status": {"rule": _RULES[status], "from": before}} if before and _reckoned(status, told) else {}
    dated = {"date": {name: value for name, value in derived.items() if name != "date"}} if derived else {}
    return {**step, "derived": {**concluded_, **dated}} if concluded_ or dated else step


def _reckoned(status: str, told: Iterable[Told]) -> bool:
    """Whether a status is concluded and not what a claim says."""
    return status in _RULES and all(one.claim.fields.get("status") != status for one in told)


def _deadline(told: Iterable[Told]) -> Mapping[str, Any] | None:
    """The deadline that most claims of a step give; of equals the latest, then the first in order."""
    given = [one.claim.fields["deadline"] for one in told if one.claim.fields.get("deadline")]
    counts = Counter(str(one.get("end")) for one in given)
    return min(given, key=lambda one: (-counts[str(one.get("end"))], one.get("end") is None, str(one["as_written"])), default=None)


def met(members: Iterable[Told], vocabularies: Vocabularies) -> list[dict[str, Any]]:
    """Why the claims of a commitment are one: `{claims, with, reasons}` of each vow that was met again, by the rules of `promises`."""
    life = Life()
    out = []
    for _, one in _placed(members, vocabularies):
        if life.vows:
            reasons = why(life, one) or ["story"]
            out.append({"claims": list(one.claims), "with": life.vows[0].id, "reasons": [RULES[reason] for reason in reasons]})
        life.add(one)
    return out
