"""The records of mithaq: documents, evidence, claims, entries, failures, and their ids.

Every id is a content hash: the same input gives the same id on any machine, in any order.
A record (the output of `mithaq extract`) is a plain JSON object in the format of the codebook;
`claims` splits one into `Claim` objects.
"""

from __future__ import annotations

import calendar
import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mithaq.errors import GroundingError

Record = dict[str, Any]
"""One article as `mithaq extract` writes it; keys as in the codebook."""

KINDS = ("statements", "events", "agreements", "commitments", "outcomes", "appeals", "figures", "bodies", "projects")
"""The lists of a record that hold claims, in the order in which they are written."""

SINGULAR = {
    "statements": "statement", "events": "event", "agreements": "agreement", "commitments": "commitment",
    "outcomes": "outcome", "appeals": "appeal", "figures": "figure", "bodies": "body", "projects": "project",
}  # fmt: skip
"""List of a record -> kind of its claims, as the export names it."""

_FRAME = frozenset({"evidence", "also", "grounds", "derived"})
_TELLING = ("type", "speaker", "cue", "value", "unit", "name")


def digest(*parts: object) -> str:
    """Content hash of JSON-serialisable parts: 16 hexadecimal digits (64 bits)."""
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(canonical.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A passage: `text[start:end] == quote`, in code points, half open."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        """The passage of `text` from `start` to `end`.

        Raises:
            GroundingError: the span is empty or reaches outside the text.
        """
        if not 0 <= start < end <= len(text):
            raise GroundingError(f"span {start}:{end} is no passage of a text of {len(text)} code points.")
        return cls(start, end, text[start:end])

    @classmethod
    def read(cls, item: Mapping[str, Any]) -> Evidence:
        """From the JSON form `{start, end, quote}`."""
        return cls(item["start"], item["end"], item["quote"])

    def write(self) -> dict[str, Any]:
        """The JSON form `{start, end, quote}`."""
        return {"start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read; what the reader could not know is None and may be found in the text later.

    Attributes:
        place: where it was read, with its folder, for messages alone; no part of what the document is.
    """

    text: str
    file: str
    lang: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    place: str | None = field(default=None, compare=False, repr=False)
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        key = digest("document", self.text_id, self.outlet, self.published, self.url or self.file)
        object.__setattr__(self, "id", key)

    @property
    def text_id(self) -> str:
        """Content hash of the text alone: equal for word-for-word reprints."""
        return digest("text", self.text)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage of one document says. Never changed once made.

    Attributes:
        of: statement, event, agreement, commitment, outcome, appeal, figure, body or project.
        fields: the codebook's fields of that kind, without evidence, also, grounds and derived.
    """

    id: str
    of: str
    document: str
    evidence: Evidence
    also: tuple[Evidence, ...]
    grounds: Mapping[str, tuple[Evidence, ...]]
    derived: Mapping[str, Any]
    fields: Mapping[str, Any]

    def write(self) -> dict[str, Any]:
        """The export form: `{kind: "claim", of, id, document, evidence, also, grounds, derived, fields}`."""
        return {
            "kind": "claim", "of": self.of, "id": self.id, "document": self.document,
            "evidence": self.evidence.write(), "also": [e.write() for e in self.also],
            "grounds": {name: [e.write() for e in found] for name, found in self.grounds.items()},
            "derived": dict(self.derived), "fields": dict(self.fields),
        }  # fmt: skip


def claims(record: Record) -> list[Claim]:
    """Split a record of `extract` into its claims, in the order of `KINDS` and of the text.

    Args:
        record: must hold the document's id under "id".
    """
    document = record["id"]
    out: dict[str, Claim] = {}
    for kind in KINDS:
        for item in record.get(kind) or ():
            made = _claim(SINGULAR[kind], document, item)
            out.setdefault(made.id, made)
    return list(out.values())


def _claim(of: str, document: str, item: Mapping[str, Any]) -> Claim:
    evidence = Evidence.read(item["evidence"])
    telling = [item.get(name) for name in _TELLING]
    return Claim(
        id=digest("claim", document, of, evidence.start, evidence.end, telling),
        of=of,
        document=document,
        evidence=evidence,
        also=tuple(Evidence.read(e) for e in item.get("also") or ()),
        grounds={name: tuple(map(Evidence.read, found)) for name, found in (item.get("grounds") or {}).items()},
        derived=dict(item.get("derived") or {}),
        fields={name: value for name, value in item.items() if name not in _FRAME},
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register holds: the claims of many documents about one thing, merged.

    Attributes:
        of: agreement, story, actor, event, statement, commitment, appeal, figure, body or project.
        claims: sorted ids of the claims (for a story, of its documents' claims; for an actor, of those it makes).
        fields: what the export writes beside kind, of, id and claims, and called none of these; sorted keys are not needed.
            A "facet" among them tells entries of one kind over the same claims apart, as the field in which sources differ.
    """

    of: str
    claims: tuple[str, ...]
    fields: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The smallest claim id of the group, made distinct by kind and facet."""
        facet = self.fields.get("facet")
        return digest("entry", self.of, min(self.claims), *([facet] if facet else []))

    def write(self) -> dict[str, Any]:
        """The export form: `{kind: "entry", of, id, claims, …fields}`."""
        return {"kind": "entry", "of": self.of, "id": self.id, "claims": list(self.claims), **self.fields}


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document or no record: where, at which stage, and why."""

    where: str
    stage: str
    reason: str
    hint: str = ""

    @property
    def id(self) -> str:
        """Content hash of place, stage and reason."""
        return digest("failure", self.where, self.stage, self.reason)

    def write(self) -> dict[str, Any]:
        """The export form."""
        return {
            "kind": "failure", "id": self.id, "where": self.where,
            "stage": self.stage, "reason": self.reason, "hint": self.hint,
        }  # fmt: skip


def days(prefix: str) -> tuple[datetime.date, datetime.date]:
    """The half-open interval of days that a prefix date covers: "2023-03" -> (2023-03-01, 2023-04-01).

    Raises:
        ValueError: `prefix` is not YYYY, YYYY-MM or YYYY-MM-DD, or names no day of the calendar.
    """
    parts = [int(part) for part in prefix.split("-")]
    if len(parts) > 3:
        raise ValueError(f"{prefix!r} has more parts than a year, a month and a day")
    if len(parts) == 1:
        return datetime.date(parts[0], 1, 1), datetime.date(parts[0] + 1, 1, 1)
    if len(parts) == 2:
        first = datetime.date(parts[0], parts[1], 1)
        return first, first + datetime.timedelta(days=calendar.monthrange(*parts)[1])
    day = datetime.date(*parts)
    return day, day + datetime.timedelta(days=1)


def last_day(prefix: str) -> datetime.date:
    """The last day that a prefix date covers: "2026" ends on 2026-12-31.

    Raises:
        ValueError: as for `days`.
    """
    return days(prefix)[1] - datetime.timedelta(days=1)


def prefix(start: str, end: str) -> str | None:
    """The prefix date that covers just these half-open days: ("2023-01-01", "2024-01-01") -> "2023"; None where none does."""
    for length in (4, 7, 10):
        if tuple(day.isoformat() for day in days(start[:length])) == (start, end):
            return start[:length]
    return None


def ungrounded(text: str, record: Record) -> list[str]:
    """Paths of the passages of `record` that do not stand in `text` where they say; [] when all do."""
    return [path for path, found in passages(record) if not stands(text, found)]


def stands(text: str, found: Mapping[str, Any]) -> bool:
    """Whether a passage `{start, end, quote}` stands in `text` where it says."""
    start, end = found["start"], found["end"]
    return 0 <= start < end <= len(text) and bool(text[start:end] == found["quote"])


def passages(node: object, path: str = "") -> Iterable[tuple[str, Mapping[str, Any]]]:
    """Every passage `{start, end, quote}` in nested JSON, with its path from `node`: "agreements[0].grounds.parties[1]"."""
    if isinstance(node, Mapping):
        if {"start", "end", "quote"} <= node.keys():
            yield path, node
            return
        for name, value in node.items():
            yield from passages(value, f"{path}.{name}" if path else str(name))
    elif isinstance(node, list | tuple):
        for index, value in enumerate(node):
            yield from passages(value, f"{path}[{index}]")
