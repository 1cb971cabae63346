"""Kin: entries that may be one with another, though nothing joined them; what is not heard of one may have been told under the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mithaq.follow.due import parties
from mithaq.model import Entry


def kin(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Entry -> the other entries of its kind, parties and type or act that contradict it in no field, sorted; without those that have none.

    A promise is kin of another of the same side alone.
    """
    held: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        fields = entry.fields
        if entry.of == "agreement":
            held.setdefault((entry.of, parties(entry), fields.get("type"), bool(fields.get("package"))), []).append(entry)
        elif entry.of == "commitment":
            held.setdefault((entry.of, tuple(fields.get("by") or ()), fields.get("act")), []).append(entry)
    out: dict[str, list[str]] = {}
    for same in held.values():
        for one in same:
            found = sorted(other.id for other in same if other is not one and _may_be(one.fields, other.fields))
            if found:
                out[one.id] = found
    return out


def _may_be(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return (
        _meet(one.get("sectors"), other.get("sectors"))
        and _meet(one.get("to"), other.get("to"))
        and all(_alike(a, b) for a, b in zip(one.get("period") or (None, None), other.get("period") or (None, None), strict=True))
    )


def _meet(one: Iterable[str] | None, other: Iterable[str] | None) -> bool:
    return not one or not other or not set(one).isdisjoint(other)


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two prefix dates may be one."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)
