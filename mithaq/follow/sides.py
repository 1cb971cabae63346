"""Sides compared: what the outlets of one side report and those of the other do not, and whether anybody read those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mithaq.follow.due import Row, parties, what
from mithaq.follow.kin import kin
from mithaq.model import Entry

KINDS = ("agreement", "commitment", "figure", "difference")
"""Kinds of entries that are compared."""


def sided(entries: Iterable[Entry], coverage: Iterable[Mapping[str, Any]], sides: Sequence[str]) -> list[Row]:
    """Agreements, commitments, figures and differences by whose outlets report them: what one side alone tells first.

    Args:
        entries: with their sources; an outlet's side is the state that owns it, by the dated table of outlets.
        coverage: `{side, month, documents, speaking}`: how many documents of outlets of a side were read for a month.
        sides: the states that are compared.

    Returns:
        `{reporting, reported, missing, what, parties, date, entry, of, claims}`. `reporting` is "one side", "all sides", "others" (outlets
        of no side) or "unknown" (outlets whose state nobody knows); `reported` counts reports by side, "other" and "unknown" among them;
        `missing` says of each side without a report how much of it was read from the month of the first report to that after the last:
        `{side, documents, note}`. Where nothing was read, that nothing is reported says nothing; where the side tells of another entry that
        may be this one, `perhaps` has those entries.
    """
    read = [(str(row["side"]), str(row["month"]), int(row["speaking"])) for row in coverage if row["side"] and row["month"]]
    held = list(entries)
    by_id, near = {entry.id: entry for entry in held}, kin(held)
    rows = [_row(entry, by_id, read, sides) for entry in held if entry.of in KINDS]
    for row in rows:
        for one in row["missing"]:
            one |= _perhaps(one, [by_id[other] for other in near.get(row["entry"], ())], by_id)
    order = ("one side", "all sides", "others", "unknown")
    return sorted(rows, key=lambda row: (order.index(row["reporting"]), KINDS.index(row["of"]), row["date"] or "9999", row["entry"]))


def _row(entry: Entry, by_id: Mapping[str, Entry], read: Sequence[tuple[str, str, int]], sides: Sequence[str]) -> Row:
    reported = _reported(entry, by_id)
    counted = {side: reported[side] for side in sides} | {
        "other": sum(n for side, n in reported.items() if side not in {*sides, "unknown"})
    }
    telling = [side for side in sides if counted[side]]
    days = sorted(source["published"] for source in _sources(entry, by_id) if source.get("published"))
    about = by_id.get(str(entry.fields.get("entry")), entry)
    return {
        "reporting": _reporting(telling, sides, counted["other"]),
        "reported": counted | {"unknown": reported["unknown"]},
        "missing": [_missing(side, days, read) for side in sides if side not in telling],
        "what": _what(about) + (f", {entry.fields['field']}" if entry.of == "difference" else ""),
        "parties": list(parties(about)),
        "date": entry.fields.get("date") or next(iter(days), None),
        "entry": entry.id,
        "of": entry.of,
        "claims": list(entry.claims),
    }


def _what(entry: Entry) -> str:
    fields = entry.fields
    return f"{fields['measure']}, {fields['value']:,} {fields['unit']}" if entry.of == "figure" else what(entry)


def _reporting(telling: Sequence[str], sides: Sequence[str], others: int) -> str:
    if len(telling) == len(sides):
        return "all sides"
    return "one side" if telling else "others" if others else "unknown"


def _reported(entry: Entry, by_id: Mapping[str, Entry]) -> Counter[str]:
    return Counter(source.get("state") or "unknown" for source in _sources(entry, by_id))


def _sources(entry: Entry, by_id: Mapping[str, Entry]) -> Iterator[Mapping[str, Any]]:
    """The sources of an entry; of a difference those of its entry that give one of the values."""
    if entry.of != "difference":
        yield from (entry.fields.get("sources") or {}).get("list") or ()
        return
    told = {document for value in entry.fields["values"] for document in value.get("documents") or ()}
    about = by_id.get(str(entry.fields.get("entry")))
    held = {source["document"]: source for source in ((about.fields.get("sources") or {}).get("list") or ())} if about else {}
    known = {document: sides for value in entry.fields["values"] for document, sides in (value.get("sides") or {}).items()}
    yield from (held.get(document) or {"document": document, "state": known.get(document)} for document in sorted(told))


def _missing(side: str, days: Sequence[str], read: Sequence[tuple[str, str, int]]) -> Row:
    if not days:
        return {"side": side, "documents": None, "note": "not compared: no report has a date"}
    first, last = days[0][:7], _next(days[-1][:7])
    documents = sum(number for of, month, number in read if of == side and first <= month <= last)
    found = f"not found in {documents} document{'s' * (documents != 1)} of these months" if documents else "not searched in these months"
    return {"side": side, "documents": documents, "note": found}


def _perhaps(missing: Row, near: Iterable[Entry], by_id: Mapping[str, Entry]) -> Row:
    """What a side that does not report an entry tells of others that may be it."""
    found = [other.id for other in near if _reported(other, by_id)[missing["side"]]]
    return {"perhaps": found, "note": f"{missing['note']}; what it tells of another may be of this one"} if found else {}


def _next(month: str) -> str:
    """The month after a month."""
    if len(month) < len("2023-01"):
        return f"{month}-12"
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12:04}-{number % 12 + 1:02}"
