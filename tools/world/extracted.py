"""A world whose records are read off its articles: what linking finds with extraction included."""

from __future__ import annotations

from dataclasses import replace

from mithaq import knowledge
from mithaq.extract import extract
from mithaq.model import Claim, Record, claims
from mithaq.text.prints import prints
from tools.world.truth import Truth, World


def extracted(world: World) -> tuple[World, dict[str, tuple[int, int]]]:
    """The world with records as extraction reads them, and of each kind how many true claims it found: `(found, all)`.

    A claim is the true one of its kind whose passage it meets; what the world does not say is in no truth.
    """
    own = knowledge.load()
    told = world.truth
    truth = Truth(
        occasion=told.occasion, copy=told.copy, day=told.day, steps=told.steps, ends=told.ends,
        pledge_steps=told.pledge_steps, pledge_due=told.pledge_due, tied=told.tied,
    )  # fmt: skip
    records, counts = (
        [],
        {"agreement": [0, 0], "figure": [0, 0], "commitment": [0, 0], "outcome": [0, 0], "appeal": [0, 0], "statement": [0, 0]},
    )
    for document, given in zip(world.documents, world.records, strict=True):
        record = {**extract(document, own), "prints": prints(document.text)}
        records.append(record)
        _aligned(record, given, world.truth, truth, counts)
    return replace(world, records=records, truth=truth), {kind: (found, number) for kind, (found, number) in counts.items()}


def _aligned(record: Record, given: Record, told: Truth, truth: Truth, counts: dict[str, list[int]]) -> None:
    own = claims(record)
    for true in claims(given):
        if true.of not in counts:
            continue
        counts[true.of][1] += 1
        met = [one for one in own if one.of == true.of and _meets(one, true)]
        counts[true.of][0] += bool(met)
        for one in met:
            for name in ("agreement", "figure", "pledge", "statement"):
                held, wanted = getattr(truth, name), getattr(told, name)
                if true.id in wanted:
                    held[one.id] = wanted[true.id]


def _meets(one: Claim, other: Claim) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end
