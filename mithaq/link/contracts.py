"""Entries of agreements: one instrument, or the documents signed together, with history and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from mithaq.link.board import Told
from mithaq.link.desk import Desk, leading, most, union
from mithaq.link.histories import history
from mithaq.link.packages import is_package
from mithaq.model import Entry


def agreement(claims: list[str], desk: Desk) -> Entry:
    """The entry of the claims of one agreement."""
    members = desk.members(claims)
    standing = [one for one in members if one.claim.fields["certainty"] != "negated"] or members
    period = _period(standing)
    by_lang = _titles(standing)
    fields = {
        "type": _type(standing, desk),
        "title": most(titles) if (titles := [title for found in by_lang.values() for title in found]) else None,
        "titles": {lang: most(found) for lang, found in sorted(by_lang.items())},
        "parties": _parties(sorted(one.claim.fields["parties"]) for one in standing),
        "mediators": union(standing, "mediators"),
        "period": period,
        "ends": period[1] if period else None,
        "sectors": sorted(union(standing, "sectors"), key=desk.knowledge.vocabularies["sector"].rank),
        "count": _count(standing),
        "package": all(is_package(one) for one in standing),
        "history": (steps := history(members, desk.stories, desk.knowledge.vocabularies)),
        "standing": _standing(steps, members, desk),
        "denied": [one.id for one in members if one.claim.fields["certainty"] == "negated"],
        "parts": [],
        "stories": sorted({one.story for one in members if one.story}),
        "sources": desk.counted(members),
        "differences": [],
    }
    return Entry("agreement", tuple(claims), fields)


def _parties(lists: Iterable[list[str]]) -> list[str]:
    """The list that stands most often, of equals the shortest, then the first; of more than two the longest that holds all others."""
    counts = Counter(tuple(one) for one in lists)
    longest = max(counts, key=lambda one: (len(one), one))
    if len(longest) > 2 and len(counts) > 1 and min(map(len, counts)) > 1 and all(set(one) <= set(longest) for one in counts):
        return list(longest)
    first: tuple[str, ...] = min(counts, key=lambda one: (-counts[one], len(one), one))
    return list(first)


def with_parts(entries: list[Entry], pairs: Iterable[tuple[str, str]]) -> list[Entry]:
    """The agreements with the parts that a reviewer gave them; a pair with a claim that no agreement holds is left out."""
    home = {claim: entry.id for entry in entries for claim in entry.claims}
    parts: dict[str, set[str]] = {}
    for part, whole in pairs:
        if part in home and whole in home:
            parts.setdefault(home[whole], set()).add(home[part])
    return [
        replace(entry, fields={**entry.fields, "parts": sorted({*entry.fields["parts"], *parts[entry.id]})}) if entry.id in parts else entry
        for entry in entries
    ]


def _titles(members: list[Told]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for one in members:
        if one.claim.fields.get("title"):
            out.setdefault(one.lang, []).append(one.claim.fields["title"])
    return out


def _type(members: list[Told], desk: Desk) -> str:
    """The type that most claims give, a loose one only where there is no other; of equals the first of the vocabulary."""
    types = desk.knowledge.vocabularies["instrument"]
    given: list[str] = [one.claim.fields["type"] for one in members]
    exact = [name for name in given if not types.has(name, "loose")] or given
    return min(exact, key=lambda name: (-exact.count(name), types.rank(name)))


def _period(members: list[Told]) -> list[str | None] | None:
    """The ends that most claims give, the most exact of them."""
    given = [one.claim.fields["period"] for one in members if one.claim.fields.get("period")]
    if not given:
        return None
    return [most(ends) if (ends := [period[side] for period in given if period[side]]) else None for side in (0, 1)]


def _count(members: list[Told]) -> int | None:
    """The one number that is given; None where none is, or where sources differ."""
    given = {one.claim.fields["count"] for one in members if one.claim.fields.get("count") is not None}
    found = leading(members, "count") if len(given) == 1 else None
    return int(found) if found is not None else None


def _standing(steps: list[dict[str, Any]], members: list[Told], desk: Desk) -> dict[str, Any]:
    """The axis of evidence: which parties announced it, and whether anybody denies it.

    A report is independent only where an outlet tells it that is known and is of none of the parties' states.
    """
    by = sorted({party for step in steps if step["certainty"] in {"asserted", "historical"} for party in step["declared_by"]})
    reported = any(not step["declared_by"] and step["certainty"] in {"asserted", "historical"} for step in steps)
    announced = "announced_both_sides" if len(by) > 1 else "announced_one_side" if by else None
    parties = {party for one in members for party in one.claim.fields["parties"]}
    apart = {desk.sources[one.document].state for one in members if desk.sources[one.document].state} - parties
    status = "independent_report" if reported and not by and apart else announced
    if any(one.id in desk.confirmed for one in members):
        status = "reviewer_confirmed"
    denied = any(one.claim.fields["certainty"] == "negated" or one.claim.fields.get("voice") == "denied" for one in members)
    return {"status": status, "disputed": denied and bool(steps), "declared_by": by, "basis": "derived"}
