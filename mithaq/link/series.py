"""Series: the figures of some parties that measure one thing by one unit, in which sources may differ, and which may be added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

from mithaq import follow
from mithaq.link.board import Told, speech_of
from mithaq.link.clusters import Clusters
from mithaq.link.desk import Desk, leading
from mithaq.link.differences import difference
from mithaq.link.figures import Days, akin, interval, measured, noun
from mithaq.model import Entry

_ROUNDED = 0.1
"""Part by which a rounded number may lie beside the one that it is rounded from."""
_SIGNIFICANT = 6
"""Digits up to which a number counts as rounded."""

Fields = dict[str, Any]


def figure(members: list[Told], desk: Desk) -> Fields:
    """The fields of one figure: whose it is, what it measures, and who says so."""
    held = measured(members, desk.stories)
    named = [item.named for item in held if len(item.named) > 1 or (item.named and item.parties == item.named)]
    spans = Counter(span for one in members if (span := interval(one.claim.fields)) is not None)
    flows = {flow for flow in named if len(flow) > 1}
    return {
        **{name: leading(members, name) for name in ("measure", "reading", "value", "unit", "period", "qualifier")},
        "interval": list(_usual(spans)) if spans else None,
        "what": leading(members, "of"),  # `of` is the kind of an entry
        "parties": list(min((item.parties for item in held), key=lambda parties: (not parties, parties))),
        "parties_basis": "read" if named else "derived",
        "flow": list(next(iter(flows)))
        if len(flows) == 1 and desk.knowledge.vocabularies["measure"].has(_measure(members), "directed")
        else [],
        "speakers": list(_speakers(members, desk)),
    }


def _usual(spans: Mapping[Days, int]) -> Days:
    return min(spans, key=lambda span: (-spans[span], span))


def _measure(members: list[Told]) -> str | None:
    return members[0].claim.fields.get("measure")


def _speakers(members: Iterable[Told], desk: Desk) -> Iterator[Fields]:
    """Who gives the figure in what he says, each once with the claims; nobody where the outlets give it themselves."""
    held: dict[tuple[str | None, str | None], list[str]] = {}
    for one in members:
        speech = speech_of(one, [one.claim.evidence])
        if speech:
            person = desk.persons.get(speech.mention or "")
            said = desk.told.get(speech.claim)
            name = desk.names.get(person) if person else said.claim.fields.get("speaker") if said else None
            held.setdefault((name, speech.state), []).append(one.id)
    for (name, state), claims in sorted(held.items(), key=lambda item: (item[0][0] or "", item[0][1] or "")):
        if name or state:
            yield {"name": name, "state": state, "claims": sorted(claims)}


def counted(figures: list[Entry], desk: Desk) -> list[Entry]:
    """The figures, each with whether it is safe to add; their series; and the differences between them."""
    out: list[Entry] = []
    held: dict[tuple[Any, ...], list[Entry]] = {}
    for entry in figures:
        fields = entry.fields
        where = tuple(fields["parties"]) or ("alone", fields["story"] or desk.told[entry.claims[0]].document)
        held.setdefault((where, str(fields["measure"]), str(fields["unit"])), []).append(entry)
    for together in held.values():
        for same in _series(together, desk):
            differing = _differences(same, desk)
            reasons = _unsafe(same, {entry for one in differing for entry in one[0]}, desk)
            made = [replace(one, fields={**one.fields, "safe_to_add": not reasons[one.id], "not_added": reasons[one.id]}) for one in same]
            out += [*made, *(one for _, one in differing)]
            if len(made) > 1 and made[0].fields["parties"]:
                out.append(_entry(made, desk))
    return out


def _series(together: list[Entry], desk: Desk) -> Iterator[list[Entry]]:
    """What is one series: one flow; and one noun in any language, unless the measure alone says what is measured."""
    measures = desk.knowledge.vocabularies["measure"]
    whole = measures.has(together[0].fields["measure"], "whole")
    clusters = Clusters(entry.id for entry in together)
    firsts: dict[tuple[object, ...], str] = {}
    for entry in together:
        for name in [()] if whole else sorted({noun(one) for one in desk.members(entry.claims)}):
            clusters.join(firsts.setdefault((tuple(entry.fields["flow"]), name), entry.id), entry.id)
    by_id = {entry.id: entry for entry in together}
    for group in clusters.groups():
        yield [by_id[one] for one in group]


def _differences(same: list[Entry], desk: Desk) -> list[tuple[set[str], Entry]]:
    """Figures of one series, reading and period that differ, where no document gives two of them; each with the ids of the figures."""
    held: dict[tuple[Any, ...], list[Entry]] = {}
    for entry in same:
        fields = entry.fields
        if fields["interval"] or fields["story"]:
            when = tuple(fields["interval"] or (fields["story"], repr(fields["period"])))
            held.setdefault((fields["reading"], when), []).append(entry)
    out = []
    for figures in held.values():
        told = [one for entry in figures for one in desk.members(entry.claims)]
        documents = Counter(document for entry in figures for document in {one.document for one in desk.members(entry.claims)})
        if len(figures) > 1 and max(documents.values()) == 1:
            values = [(entry.fields["value"], desk.members(entry.claims)) for entry in figures]
            first = min(figures, key=lambda entry: entry.id)
            found = difference(first, "value", _class(figures, told), values, desk, note=_note(figures))
            out.append(({entry.id for entry in figures}, found))
    return out


def _class(figures: list[Entry], told: list[Told]) -> str:
    """`scope` where one language names differently what is measured; `precision` where all round one number; else a contradiction."""
    nouns: dict[str, set[str]] = {}
    for one in told:
        lang, name = noun(one)
        nouns.setdefault(lang, set()).add(name)
    if any(not akin(*pair) for names in nouns.values() for pair in combinations(sorted(names), 2)):
        return "scope"
    return "precision" if all(_rounds(one.fields, other.fields) for one, other in combinations(figures, 2)) else "contradiction"


def _rounds(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether one value is the other rounded, or is said to lie about, below or above it."""
    low, high = sorted((one, other), key=lambda fields: fields["value"])
    if low["qualifier"] in {"morethan", "approx"} or high["qualifier"] in {"lessthan", "upto", "approx"}:
        return _near(low["value"], high["value"])
    rough, exact = sorted((one["value"], other["value"]), key=lambda value: len(_digits(value)))
    return (
        _near(low["value"], high["value"]) and len(_digits(rough)) < len(_digits(exact)) and _rounded(exact, len(_digits(rough))) == rough
    )


def _near(low: float, high: float) -> bool:
    return high - low <= _ROUNDED * abs(high)


def _digits(value: float) -> str:
    """The digits of a number that say something: 1,230,000 has three."""
    return f"{value:.{_SIGNIFICANT}g}".split("e")[0].replace(".", "").replace("-", "").strip("0") or "0"


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")


def _note(figures: list[Entry]) -> str:
    return " to ".join(figures[0].fields["interval"] or ())


def _unsafe(same: list[Entry], disputed: set[str], desk: Desk) -> dict[str, list[str]]:
    """Why each figure of a series must not be added; [] where it may."""
    reasons = {entry.id: list(_reasons(entry, entry.id in disputed, desk)) for entry in same}
    nouns = Counter(name for entry in same for name in {noun(one) for one in desk.members(entry.claims)})
    usual = {lang: min((name for name in nouns if name[0] == lang), key=lambda name: (-nouns[name], name)) for lang, _ in nouns}
    for entry in same:
        if not any(akin(noun(one)[1], usual[one.lang][1]) for one in desk.members(entry.claims)):
            reasons[entry.id].append("noun")
    left = [entry for entry in same if not reasons[entry.id]]
    for at in sorted(follow.overlapping([entry.fields["interval"] for entry in left])):
        reasons[left[at].id].append("overlap")
    return reasons


def _reasons(entry: Entry, disputed: bool, desk: Desk) -> Iterator[str]:
    fields, vocabularies = entry.fields, desk.knowledge.vocabularies
    told = [one.claim.fields for one in desk.members(entry.claims)]
    found = {
        "measure": not vocabularies["measure"].has(fields["measure"], "adds"),
        "unit": vocabularies["unit"].has(fields["unit"], "ratio") or not fields["unit"],
        "reading": {one.get("reading") for one in told} != {"reached"},
        "inexact": any(one.get("qualifier") for one in told),
        "period": fields["interval"] is None,
        "parties": not fields["parties"],
        "direction": vocabularies["measure"].has(fields["measure"], "directed") and not fields["flow"],
        "disputed": disputed,
    }
    yield from (name for name, holds in found.items() if holds)


def _entry(same: list[Entry], desk: Desk) -> Entry:
    readings = desk.knowledge.vocabularies["reading"]
    ordered = sorted(same, key=lambda one: _place(one, readings.rank(one.fields["reading"])))
    claims = tuple(sorted(claim for one in same for claim in one.claims))
    first, points = ordered[0].fields, [_point(one) for one in ordered]
    fields = {
        "facet": "series",
        **{name: first[name] for name in ("measure", "unit", "parties", "flow")},
        "what": leading(desk.members(claims), "of"),
        "points": points,
        "sum": follow.total(points),
        "sources": desk.counted(desk.members(claims)),
    }
    return Entry("series", claims, fields)


def _place(one: Entry, reading: int) -> tuple[Any, ...]:
    fields = one.fields
    return reading, fields["interval"] is None, fields["interval"] or [], fields["date"] or "", fields["value"], one.id


def _point(one: Entry) -> Fields:
    kept = ("reading", "value", "qualifier", "interval", "period", "date", "speakers", "safe_to_add", "not_added")
    sources = {name: one.fields["sources"][name] for name in ("reports", "outlets", "independent", "sides")}
    return {"figure": one.id, **{name: one.fields[name] for name in kept}, "claims": list(one.claims), "sources": sources}
