"""An agreement met again: what an article tells of one instrument in several places is one item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mithaq.extract.claims import Found, overlapping
from mithaq.extract.instruments import TELLING
from mithaq.extract.scene import merged

_ENDS = ("suspended", "expired", "terminated", "superseded", "abandoned")
_LEGAL_ORDER = (
    "proposed", "negotiating", "drafted", "agreed", "signed", "ratified", "provisionally_applied", "in_force",
    "amended", "extended", "suspended", "expired", "terminated", "superseded", "abandoned",
)  # fmt: skip
_ANOTHER = ("asserted", "future")
"""Certainty of what is told and then of one newly brought up that is to come: two instruments."""

_GROUP = 3
"""States named one by one that may be the members of a group that is named as one."""

_OPEN = frozenset({"future", "hypothetical"})


def merge(out: list[Found], item: Found) -> None:
    """Add an item, or join it to the one that tells of the same instrument."""
    if item["about"]:
        for held in [held for held in reversed(out) if item["type"] in TELLING or held["type"] == item["type"]][:1]:
            fields = merged(held["sectors"], item["sectors"])
            held["sectors"] = [sector for sector in fields if sector != "general"] or fields
            held.setdefault("grounds", {}).setdefault("sectors", []).append(item["evidence"])
        return
    for held in reversed(out):
        if _same(held, item):
            _join(held, item)
            return
    out.append(item)


def _same(a: Found, b: Found) -> bool:
    if a["noun"] and a["noun"] == b["noun"]:
        return True
    if overlapping(a["evidence"], b["evidence"]) and (a["type"] == b["type"] or None in {a["noun"], b["noun"]}):
        return not (b["noun"] is None and b["besides"])
    pointed = b["type"] == "document" and a["count"] == b["count"] == 1 and not b["new"]  # "the document was signed"
    if (a["type"] != b["type"] and not pointed) or not _of_one(a["parties"], b["parties"]):
        return False
    if (a["certainty"] == "negated") != (b["certainty"] == "negated"):
        return False
    if a["period"] and b["period"] and a["period"] != b["period"]:
        return False
    if {a["certainty"], b["certainty"]} == {"historical", "future"} or (b["new"] and (a["certainty"], b["certainty"]) == _ANOTHER):
        return False
    if a["legal"] == b["legal"] and a["date"] and b["date"] and not _within(a["date"], b["date"]):
        return False
    if a["legal"] == b["legal"] and {a["certainty"], b["certainty"]} == {"asserted", "historical"} and a["date"] != b["date"]:
        return False
    told = {*a["sectors"], *b["sectors"]}
    akin = not (a["sectors"] and b["sectors"]) or bool(set(a["sectors"]) & set(b["sectors"])) or "general" in told
    if a["count"] == 1 and b["count"] == 1:
        return akin
    same = a["count"] == b["count"] and a["legal"] == b["legal"] and a["certainty"] == b["certainty"]
    return same and (akin if a["count"] else not (a["sectors"] and b["sectors"]) or a["sectors"] == b["sectors"])


def _of_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two lists of parties are one: the same, or a group of states alone and its members by name."""
    few, many = sorted((a, b), key=len)
    return set(a) == set(b) or (len(few) == 1 and few[0].startswith("org:") and len(many) >= _GROUP)


def _within(a: str, b: str) -> bool:
    """Whether one prefix date covers the other."""
    return a.startswith(b) or b.startswith(a)


def _join(held: Found, item: Found) -> None:
    told = [*held["told"], *item["told"]]
    stronger = _rank(item["legal"]) > _rank(held["legal"])
    if item["noun"] == held["noun"] and not stronger:
        for name in ("legal", "delivery", "period", "date"):
            held[name] = held[name] or item[name]
        held["told"] = told
        return
    ends = item["legal"] in _ENDS and item["certainty"] in _OPEN  # what is to end something tells little of what it is
    leads = stronger and not ends and (item["certainty"] not in _OPEN or held["certainty"] in _OPEN) and item["certainty"] != "hypothetical"
    first, second = (item, held) if leads else (held, item)
    shown = item["evidence"] if held["headed"] and not item["headed"] else first["evidence"]  # a headline says it less well than the body
    also = [held["evidence"], item["evidence"], *held["also"], *item["also"]]
    values: dict[str, Any] = {
        name: first[name] if first[name] not in (None, []) else second[name] for name in first if name not in {"also", "evidence", "date"}
    }
    if len(second["parties"]) >= _GROUP > len(first["parties"]) == 1:
        values["parties"] = second["parties"]
    if second["named"] and not first["named"]:
        values["parties"], values["named"] = second["parties"], True
    values["date"] = first["date"] or (second["date"] if second["legal"] == first["legal"] else None)
    if first["type"] == "document":
        values["type"], values["title"] = second["type"], second["title"] or first["title"]
    values["headed"] = held["headed"] and item["headed"]
    held.update(values, evidence=shown, also=[span for span in also if not overlapping(span, shown)], told=told)


def _rank(legal: str | None) -> int:
    return _LEGAL_ORDER.index(legal) if legal in _LEGAL_ORDER else -1
