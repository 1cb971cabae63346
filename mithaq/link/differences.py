"""Differences: fields of one thing for which sources give different values, with their class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

from mithaq.link.board import Told
from mithaq.link.desk import Desk
from mithaq.link.instruments import period_relation
from mithaq.link.sheets import sectors
from mithaq.model import Entry

Values = Mapping[str, list[Told]]
"""Value as text -> the claims that give it."""

MANY = "many"
"""Value of a count where a plural stands without a number."""


def with_differences(agreements: list[Entry], desk: Desk) -> tuple[list[Entry], list[Entry]]:
    """The agreements, each with the ids of its differences and of the parts of a reconciled count; and the differences."""
    singles = _singles(agreements, desk)
    out, found = [], []
    for entry in agreements:
        own = list(_differences(entry, desk, singles))
        parts = sorted({part for one in own for part in one.fields.get("parts", ())})
        more: dict[str, Any] = {"parts": parts, "differences": sorted(one.id for one in own)}
        if parts:
            more["count"] = max(
                value["value"] for one in own if one.fields["parts"] for value in one.fields["values"] if isinstance(value["value"], int)
            )
        out.append(replace(entry, fields={**entry.fields, **more}) if own else entry)
        found += own
    return out, found


def _singles(agreements: Iterable[Entry], desk: Desk) -> dict[tuple[str, tuple[str, ...]], list[tuple[str, int]]]:
    """(document, parties) -> (entry, documents it is) of the agreements that were made there and then."""
    out: dict[tuple[str, tuple[str, ...]], list[tuple[str, int]]] = {}
    for entry in agreements:
        if entry.fields["package"]:
            continue
        for one in desk.members(entry.claims):
            fields = one.claim.fields
            if fields.get("legal") in {"signed", "agreed"} and fields["certainty"] == "asserted" and fields.get("count") == 1:
                out.setdefault((one.document, tuple(entry.fields["parties"])), []).append((entry.id, 1))
    return out


def _differences(entry: Entry, desk: Desk, singles: Mapping[tuple[str, tuple[str, ...]], list[tuple[str, int]]]) -> Iterator[Entry]:
    members = [one for one in desk.members(entry.claims) if one.claim.fields["certainty"] != "negated"]
    if entry.fields["package"]:
        yield from _counts(entry, members, desk, singles)
    else:
        yield from _scopes(entry, members, desk)
        yield from _types(entry, members, desk)
    yield from _partners(entry, members, desk)
    yield from _periods(entry, members, desk)
    yield from _dates(entry, desk)
    yield from _denials(entry, desk)


def _counts(
    entry: Entry, members: list[Told], desk: Desk, singles: Mapping[tuple[str, tuple[str, ...]], list[tuple[str, int]]]
) -> Iterator[Entry]:
    """Numbers that differ contradict each other unless a document names beside the smaller what makes up the larger; "many" says less."""
    numbers = _by(members, lambda one: one.claim.fields.get("count"))
    vague = [one for one in members if one.claim.fields.get("count") is None]
    if not numbers or len(numbers) + bool(vague) < 2:
        return
    reckoned = _reckoned(entry, numbers, singles)
    if len(numbers) == 1:
        kind, note = "precision", f"{next(iter(numbers))} lies within {MANY}"
    elif len(reckoned) == len(numbers) - 1:
        kind, note = "reconciled", f"the smaller numbers leave out what is named apart; together {max(map(int, numbers))}"
    else:
        kind, note = "contradiction", ""
    values = [(int(number), told) for number, told in numbers.items()]
    words = _by(vague, lambda one: one.claim.fields.get("count_as_written") or MANY)
    parts = sorted({part for found in reckoned.values() for part in found}) if kind == "reconciled" else []
    yield difference(entry, "count", kind, [*values, *words.items()], desk, note=note, parts=parts)


def _reckoned(entry: Entry, numbers: Values, singles: Mapping[tuple[str, tuple[str, ...]], list[tuple[str, int]]]) -> dict[str, list[str]]:
    """The smaller numbers that make up the largest with the single agreements that the same document names, and these agreements."""
    largest = max(map(int, numbers))
    out = {}
    for number, told in numbers.items():
        for one in told:
            beside = sorted(set(singles.get((one.document, tuple(entry.fields["parties"])), ())))
            if int(number) < largest == int(number) + sum(count for _, count in beside):
                out[number] = [name for name, _ in beside]
    return out


def _scopes(entry: Entry, members: list[Told], desk: Desk) -> Iterator[Entry]:
    rank = desk.knowledge.vocabularies["sector"].rank
    scopes = _by(members, lambda one: " ".join(sorted(sectors(one.claim), key=rank)) or None)
    if len(scopes) > 1:
        yield difference(entry, "sectors", "scope", [(scope.split(), told) for scope, told in scopes.items()], desk)


def _types(entry: Entry, members: list[Told], desk: Desk) -> Iterator[Entry]:
    types = _by(members, lambda one: one.claim.fields["type"])
    if len(types) > 1:
        loose = any(desk.knowledge.vocabularies["instrument"].has(name, "loose") for name in types)
        yield difference(entry, "type", "precision" if loose else "scope", list(types.items()), desk)


def _partners(entry: Entry, members: list[Told], desk: Desk) -> Iterator[Entry]:
    """Reports that name other parties: fewer of many is less precise, others are another scope."""
    lists = _by(
        members, lambda one: " ".join(sorted(set(one.claim.fields["parties"]) - set(one.claim.fields.get("mediators") or ()))) or None
    )
    if len(entry.fields["parties"]) > 2 and len(lists) > 1:
        nested = all(set(one.split()) <= set(entry.fields["parties"]) for one in lists)
        yield difference(entry, "parties", "precision" if nested else "scope", [(one.split(), told) for one, told in lists.items()], desk)


def _periods(entry: Entry, members: list[Told], desk: Desk) -> Iterator[Entry]:
    periods = _by(
        members, lambda one: "/".join(end or "" for end in one.claim.fields["period"]) if one.claim.fields.get("period") else None
    )
    ends = {text: (first or None, last or None) for text in periods for first, last in [text.split("/")]}
    if len(periods) > 1:
        conflict = any(period_relation(a, b) == "conflict" for a, b in combinations(ends.values(), 2))
        values = [(list(ends[text]), told) for text, told in periods.items()]
        yield difference(entry, "period", "contradiction" if conflict else "precision", values, desk)


def _dates(entry: Entry, desk: Desk) -> Iterator[Entry]:
    """Dates that were read for one asserted step of one story."""
    for step in entry.fields["history"]:
        told = desk.members(step["claims"])
        dates = _by(told, lambda one: one.claim.fields.get("date"))
        if step["axis"] == "legal" and len(dates) > 1:
            nested = all(a.startswith(b) or b.startswith(a) for a, b in combinations(dates, 2))
            yield difference(
                entry,
                "date",
                "precision" if nested else "contradiction",
                list(dates.items()),
                desk,
                part=step["status"],
                of=step["claims"][0],
            )


def _denials(entry: Entry, desk: Desk) -> Iterator[Entry]:
    """A status that one source asserts and another denies."""
    members = desk.members(entry.claims)
    for status in sorted({one.claim.fields["legal"] for one in members if one.claim.fields.get("legal")}):
        same = [
            one for one in members if one.claim.fields.get("legal") == status and one.claim.fields["certainty"] in {"asserted", "negated"}
        ]
        sides = _by(same, lambda one: one.claim.fields["certainty"])
        if len(sides) > 1:
            values = [([status] if name == "asserted" else [f"not {status}"], told) for name, told in sides.items()]
            yield difference(entry, "legal", "contradiction", [(value[0], told) for value, told in values], desk, part=status)


def _by(members: Iterable[Told], value: Any) -> dict[str, list[Told]]:
    """The members by the text of a value, None left out, in the order of the texts."""
    out: dict[str, list[Told]] = {}
    for one in members:
        found = value(one)
        if found is not None:
            out.setdefault(str(found), []).append(one)
    return dict(sorted(out.items()))


def difference(entry: Entry, field: str, kind: str, values: list[tuple[Any, list[Told]]], desk: Desk, **more: Any) -> Entry:
    """The entry of a difference.

    Args:
        entry: in whose field sources differ.
        kind: class of the difference.
        values: each with the claims that give it.
        more: `note`, `parts`, and what tells two differences of one field apart.
    """
    written = [
        {
            "value": value,
            "claims": sorted(one.id for one in told),
            "documents": sorted({one.document for one in told}),
            "outlets": sorted({desk.sources[one.document].outlet or "unknown" for one in told}),
            "sides": {one.document: desk.sources[one.document].state for one in sorted(told, key=lambda one: one.document)},
            "since": min((one.day for one in told if one.day), default=None),
        }
        for value, told in values
    ]
    claims = tuple(sorted({claim for value in written for claim in value["claims"]}))
    facet = " ".join([field, *(str(more[name]) for name in ("part", "of") if name in more)])
    fields = {
        "facet": facet, "class": kind, "field": field, "entry": entry.id, "parties": entry.fields.get("parties", []),
        "values": written, "note": more.get("note", ""), "parts": more.get("parts", []),
    }  # fmt: skip
    return Entry("difference", claims, fields)
