"""Histories: the dated steps of an agreement on its axes, each with its claims and who declares it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Story, Told, belongs, shared, speech_of
from mithaq.link.sheets import DAY
from mithaq.model import Evidence, days

RULE = "interval of the story"
ARRIVAL = "between the arrival that the story attests and the first report"


@dataclass(frozen=True, slots=True)
class Said:
    """One status that one claim gives on one axis.

    Attributes:
        read: the prefix date that the article gives for it.
        holds: whether it says that the status holds, and not that it was taken: "still in force".
        parties: state of the speaker; () for the reporter.
    """

    claim: Told
    axis: str
    status: str
    certainty: str
    read: str | None
    parties: tuple[str, ...]
    holds: bool = False


def history(members: Iterable[Told], stories: Mapping[str, Story], vocabularies: Vocabularies) -> list[dict[str, Any]]:
    """The steps, ordered by date, then by story, then by the vocabulary.

    A status that is only said to hold ("still in force") has no date, as nobody says when it was taken; `holds_on` is the day on which
    it was seen to hold. A negated claim gives none. Claims that give one status with one certainty in one story are one step; recalled and
    announced ones with a date of their own are one step by that date, wherever they are told; a recalled one whose date covers
    that of the only such step that was reported is this step.
    """
    held: dict[tuple[str, ...], list[Said]] = {}
    for one in members:
        for said in statuses(one):
            held.setdefault((said.axis, said.status, said.certainty, _where(said)), []).append(said)
    keyed = sorted(((_order(said, stories, vocabularies), _step(said, stories)) for said in held.values()), key=lambda pair: pair[0])
    steps = _once([step for _, step in keyed])
    flagged(steps, vocabularies)
    return steps


def _once(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The steps without those recalled ones that were reported when they were taken; their claims go to the report."""
    taken: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for step in steps:
        if step["certainty"] == "asserted" and step["date"]:
            taken.setdefault((step["axis"], step["status"]), []).append(step)
    out = []
    for step in steps:
        same = taken.get((step["axis"], step["status"]), []) if step["certainty"] == "historical" and step["date"] else []
        same = [one for one in same if one["date"].startswith(step["date"])]
        if len(same) == 1:
            same[0]["claims"] = sorted({*same[0]["claims"], *step["claims"]})
            same[0]["declared_by"] = sorted({*same[0]["declared_by"], *step["declared_by"]})
        else:
            out.append(step)
    return out


def statuses(one: Told) -> Iterator[Said]:
    """What a claim says on the legal axis and on that of delivery; nothing where it is negated.

    "Historical" belongs to the legal step that is recalled: what is said of delivery beside it is said now.
    """
    fields = one.claim.fields
    certainty = fields["certainty"]
    if certainty == "negated":
        return
    if fields.get("legal"):
        yield Said(one, "legal", fields["legal"], certainty, fields.get("date"), _speaker(one, "legal"), bool(fields.get("holds")))
    if fields.get("delivery"):
        now = "asserted" if certainty == "historical" and fields.get("legal") else certainty
        yield Said(one, "delivery", fields["delivery"], now, None if fields.get("legal") else fields.get("date"), _speaker(one, "delivery"))


def _speaker(one: Told, axis: str) -> tuple[str, ...]:
    claim = one.claim
    if claim.fields.get("voice") == "reporter" and axis not in claim.grounds:
        return ()
    passages = [*claim.grounds.get(axis, ()), claim.evidence, *claim.also] if axis == "delivery" else [claim.evidence, *claim.also]
    speech = speech_of(one, passages)
    return (speech.state,) if speech and speech.state else ()


def _where(said: Said) -> str:
    return f"on {said.read}" if said.read and said.certainty != "asserted" else said.claim.place


def _step(same: list[Said], stories: Mapping[str, Story]) -> dict[str, Any]:
    same = sorted(same, key=lambda said: said.claim.id)
    first = same[0]
    story = stories.get(first.claim.story or "")
    taken = [said for said in same if not said.holds]
    read = Counter(said.read for said in taken or same if said.read)
    date = min(read, key=lambda date: (-len(date), -read[date], date), default=None)
    dated = story and not read and first.certainty == "asserted" and belongs(first.claim, story)
    derived = derivation(story, (said.claim for said in taken or same)) if story and dated else None
    when = {"date": date or (derived["date"] if derived else None), "date_basis": "read" if date else "derived" if derived else None}
    step: dict[str, Any] = {
        "axis": first.axis,
        "status": first.status,
        "certainty": first.certainty,
        **(when if taken else {"date": None, "date_basis": None}),
        "basis": "declared",
        "declared_by": sorted({party for said in same for party in said.parties}),
        "claims": [said.claim.id for said in same],
        "story": first.claim.story,
    }
    if not taken:
        step["holds_on"] = when["date"] or _earliest(same)
    elif derived:
        step["derived"] = {"date": {name: value for name, value in derived.items() if name != "date"}}
    return step


def derivation(story: Story, told: Iterable[Told]) -> dict[str, Any] | None:
    """The date that a story gives to what is told of it, with its rule, days and passages; None where it gives none.

    Where only the beginning of a visit is dated, what happened on it lies between that day and the first report that tells it.
    """
    if not story.arrival:
        return {"date": story.date, **dating(story)} if story.date else None
    published = min((one.sheet.published for one in told if one.sheet.published and len(one.sheet.published) == DAY), default=None)
    if story.last is None or published is None or published < story.last:
        return None
    date = shared(story.last, published)
    interval = [story.last, days(published)[1].isoformat()]
    return {"date": date, **dating(story), "rule": ARRIVAL, "interval": interval} if date else None


def dating(story: Story) -> dict[str, Any]:
    """How a story gives a date to what is told in it: the rule, the days (half open) and the passages that attest them."""
    return {"rule": RULE, "interval": story.interval, "from": [_passage(*source) for source in story.dated_by]}


def _passage(document: str, evidence: Evidence) -> dict[str, Any]:
    return {"document": document, **evidence.write()}


def _order(same: list[Said], stories: Mapping[str, Story], vocabularies: Vocabularies) -> tuple[Any, ...]:
    step = _step(same, stories)
    axis = step["axis"]
    story = stories.get(step["story"] or "")
    when = step["date"] or step.get("holds_on") or (story.first if story else None) or _earliest(same) or ""
    return (
        when,
        step["story"] or "",
        vocabularies["axis"].rank(axis),
        vocabularies[axis].rank(step["status"]),
        step["claims"][0],
        step["certainty"],
    )


def _earliest(same: list[Said]) -> str | None:
    return min((said.claim.day for said in same if said.claim.day), default=None)


def flagged(steps: list[dict[str, Any]], vocabularies: Vocabularies) -> None:
    """Mark the steps that the vocabulary does not let follow the one before; only asserted steps with dates are compared."""
    last: dict[str, str] = {}
    for step in steps:
        if step["certainty"] != "asserted" or step["date"] is None:
            continue
        before = last.get(step["axis"])
        if before and not vocabularies.follows(step["axis"], before, step["status"]):
            step["flag"] = f"{step['status']} does not follow {before}"
        last[step["axis"]] = step["status"]
