"""What is true in the simulated world, in the terms in which linking is measured."""

from __future__ import annotations

from dataclasses import dataclass, field

from mithaq.knowledge.offices import Offices
from mithaq.knowledge.outlets import Outlets
from mithaq.model import Document, Record


@dataclass
class Truth:
    """The truth beside the records.

    Attributes:
        occasion: document -> the occasion that it tells of.
        agreement: claim -> the agreement that it speaks of.
        steps: agreement -> its steps that any article tells, `(axis, status, day)`, in their order.
        statement: claim -> what was said by whom on which occasion.
        figure: claim -> what it measures: figures of one key measure one thing.
        copy: document -> the first document of its text, where it is a reprint or the text that was reprinted.
        ends: agreement -> the end of its period, where it is neither ended before nor fully kept by the day of the world's end.
        pledge: claim of a commitment, or of what became of one -> the promise that it speaks of.
        pledge_steps: promise -> what its reports tell of it, `(status, day)`, in their order.
        pledge_due: promise -> the last day for it as it was told last, where no report tells that it was kept or taken back.
        tied: promise -> the agreement in which a report says that it stands.
        day: document -> the last day of its occasion.
    """

    occasion: dict[str, str] = field(default_factory=dict)
    agreement: dict[str, str] = field(default_factory=dict)
    steps: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    figure: dict[str, str] = field(default_factory=dict)
    statement: dict[str, str] = field(default_factory=dict)
    copy: dict[str, str] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    pledge: dict[str, str] = field(default_factory=dict)
    pledge_steps: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    pledge_due: dict[str, str] = field(default_factory=dict)
    tied: dict[str, str] = field(default_factory=dict)
    day: dict[str, str] = field(default_factory=dict)


@dataclass
class World:
    """Records with their articles and the truth.

    Attributes:
        end: the last day of the world.
        offices, outlets: dated offices and outlets of the world, as the knowledge has them of the real one.
    """

    records: list[Record]
    documents: list[Document]
    truth: Truth
    offices: Offices
    outlets: Outlets
    end: str
