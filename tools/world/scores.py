"""How well linking finds the truth of a simulated world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mithaq import follow
from mithaq.model import Claim, Entry, claims
from tools.world.numbers import MILLION
from tools.world.sums import Score, sums
from tools.world.truth import World


def scores(world: World, entries: Sequence[Entry]) -> dict[str, Score]:
    """All measures of linking for the entries of a world."""
    told = {claim.id: claim for record in world.records for claim in claims(record)}
    agreements = [entry for entry in entries if entry.of == "agreement"]
    promises = [entry for entry in entries if entry.of == "commitment"]
    stories = {document: entry.id for entry in entries if entry.of == "story" for document in entry.fields["documents"]}
    home = {claim: entry.id for entry in agreements for claim in entry.claims}
    standing = {claim: pact for claim, pact in world.truth.agreement.items() if told[claim].fields["certainty"] != "negated"}
    whole = _whole(standing, home)
    return {
        "stories": clustering(world.truth.occasion, stories),
        "agreements": clustering(standing, home),
        "steps": _steps(world, agreements, told),
        "contradictions": _contradictions(world, entries, told),
        "reprints": _reprints(world, entries),
        "figures": _figures(world, entries, told),
        "sums": sums(world, entries, told),
        "statements": clustering(world.truth.statement, {one: e.id for e in entries if e.of == "statement" for one in e.claims}),
        "sides": _sides(world, agreements, told),
        "lapsed": _lapsed(world, agreements),
        "commitments": clustering(world.truth.pledge, {claim: entry.id for entry in promises for claim in entry.claims}),
        "commitment steps": _promise_steps(world, promises),
        "commitments tied": _tied(world, promises, agreements),
        "overdue": _overdue(world, promises),
        "silent": _silent(world, agreements),
        "silent, entry right": _silent(world, [entry for entry in agreements if entry.id in whole]),
        "lapsed, entry right": _lapsed(world, [entry for entry in agreements if entry.id in whole]),
    }


def clustering(true: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """B-cubed precision and recall of what was grouped; what was not grouped stands alone."""
    own = {item: found.get(item, f"alone {item}") for item in true}
    by_true, by_found = _groups(true), _groups(own)
    precision = recall = 0.0
    wrong = []
    for item in true:
        both = len(by_true[true[item]] & by_found[own[item]])
        precision += both / len(by_found[own[item]])
        recall += both / len(by_true[true[item]])
        if both < len(by_found[own[item]]) or both < len(by_true[true[item]]):
            wrong.append(f"{item}: truly {true[item]}, found {own[item]}")
    return Score(precision / max(1, len(true)), recall / max(1, len(true)), tuple(wrong))


def _whole(true: Mapping[str, str], found: Mapping[str, str]) -> set[str]:
    """The entries that hold all claims of one agreement and no other."""
    by_true = _groups(true)
    by_found = _groups({claim: found[claim] for claim in true})
    return {entry for entry, held in by_found.items() if held == by_true[true[min(held)]]}


def _groups(labels: Mapping[str, str]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for item, label in labels.items():
        out.setdefault(label, set()).add(item)
    return out


def aligned(true: Mapping[str, str], entries: Iterable[Entry]) -> dict[str, str]:
    """Entry -> the agreement or promise that most of its claims truly speak of."""
    out = {}
    for entry in entries:
        counted = Counter(true[claim] for claim in entry.claims if claim in true)
        if counted:
            out[entry.id] = min(counted, key=lambda name: (-counted[name], name))
    return out


def _steps(world: World, agreements: list[Entry], told: Mapping[str, Claim]) -> Score:
    """True steps found in their order, of all that are told; precision is the share of found steps that the world holds.

    A step is held where its agreement has the status, and its date covers the day or is one that an article gives.
    """
    pact_of = aligned(world.truth.agreement, agreements)
    held: dict[str, list[list[tuple[str, str]]]] = {}
    right = false = 0
    wrong = []
    for entry in agreements:
        true = world.truth.steps.get(pact_of.get(entry.id, ""), [])
        order = []
        for step in entry.fields["history"]:
            if step["certainty"] not in {"asserted", "historical"}:
                continue
            days = [day for axis, status, day in true if (axis, status) == (step["axis"], step["status"])]
            read = step["date_basis"] == "read"
            if days and (read or step["date"] is None or any(day.startswith(step["date"]) for day in days)):
                right += 1
                order.append((step["axis"], step["status"]))
            else:
                false += 1
                wrong.append(f"{pact_of.get(entry.id)} {entry.id}: {step['status']} {step['date']} {step['certainty']}, truly {true}")
        held.setdefault(pact_of.get(entry.id, ""), []).append(order)
    found = total = 0
    for pact, true in world.truth.steps.items():
        wanted = [(axis, status) for axis, status, _ in true]
        best = max((common(wanted, list(dict.fromkeys(order))) for order in held.get(pact, [[]])), default=0)
        found += best
        total += len(wanted)
        if best < len(wanted):
            wrong.append(f"missed {pact}: {wanted}, found {held.get(pact)}")
    return Score(right / max(1, right + false), found / max(1, total), tuple(wrong))


def common(one: Sequence[Any], other: Sequence[Any]) -> int:
    """Length of the longest row that both hold in this order."""
    row = [0] * (len(other) + 1)
    for a in one:
        before = row[:]
        for at, b in enumerate(other, 1):
            row[at] = before[at - 1] + 1 if a == b else max(before[at], row[at - 1])
    return row[-1]


def planted(world: World, told: Mapping[str, Claim]) -> dict[tuple[str, str], list[set[str]]]:
    """What truly contradicts: (field, what it is about) -> the claims of each value."""
    values: dict[tuple[str, str], dict[str, set[str]]] = {}
    for claim, pact in world.truth.agreement.items():
        fields = told[claim].fields
        asserted = fields["certainty"] == "asserted"
        if asserted and fields["count"] is not None:
            values.setdefault(("count", pact), {}).setdefault(str(fields["count"]), set()).add(claim)
        if asserted and fields["date"] and fields["legal"]:
            values.setdefault(("date", f"{pact} {fields['legal']}"), {}).setdefault(fields["date"], set()).add(claim)
        if fields["legal"] == "signed" and fields["certainty"] in {"asserted", "negated"}:
            values.setdefault(("legal", pact), {}).setdefault(fields["certainty"], set()).add(claim)
    for claim, about in world.truth.figure.items():
        thing, _, exact = about.partition(" rounded from ")
        values.setdefault(("value", thing), {}).setdefault(exact or str(told[claim].fields["value"] // MILLION), set()).add(claim)
    return {key: list(found.values()) for key, found in values.items() if len(found) > 1}


def _contradictions(world: World, entries: Sequence[Entry], told: Mapping[str, Claim]) -> Score:
    true = planted(world, told)
    found = [
        (entry.fields["field"], set(entry.claims))
        for entry in entries
        if entry.of == "difference" and entry.fields["class"] == "contradiction"
    ]

    def met(key: tuple[str, str], field: str, held: set[str]) -> bool:
        return field == key[0] and sum(bool(held & claims_) for claims_ in true[key]) > 1

    by_claim: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for key, sets in true.items():
        for claim in set().union(*sets):
            by_claim.setdefault((key[0], claim), []).append(key)
    hit: set[tuple[str, str]] = set()
    right, wrong = 0, []
    for field, held in found:
        near = {key for claim in held for key in by_claim.get((field, claim), ()) if met(key, field, held)}
        hit |= near
        right += bool(near)
        if not near:
            wrong.append(f"no contradiction in {field}: {[dict(told[claim].fields) for claim in sorted(held)[:3]]}")
    wrong += [f"missed {key}" for key in sorted(set(true) - hit)]
    return Score(right / max(1, len(found)), len(hit) / max(1, len(true)), tuple(wrong))


def _figures(world: World, entries: Sequence[Entry], told: Mapping[str, Claim]) -> Score:
    """Claims that give one value of one thing: they are one figure."""
    true = {claim: f"{about.partition(' rounded ')[0]} {told[claim].fields['value']}" for claim, about in world.truth.figure.items()}
    return clustering(true, {claim: entry.id for entry in entries if entry.of == "figure" for claim in entry.claims})


def _sides(world: World, agreements: list[Entry], told: Mapping[str, Claim]) -> Score:
    """Of agreements of two states, those that outlets of one of them alone report, with which of them it is.

    Precision is of those that are told without reserve, recall of all.
    """
    states = {record["id"]: found.state for record in world.records if (found := world.outlets.find(record["outlet"]))}
    pact_of = aligned(world.truth.agreement, agreements)
    true: dict[str, set[str]] = {}
    pair: dict[str, tuple[str, ...]] = {}
    for claim, pact in world.truth.agreement.items():
        parties = tuple(sorted(told[claim].fields["parties"]))
        if pact.startswith(("a-", "g-")) and len(parties) == 2:
            pair[pact] = parties
            true.setdefault(pact, set()).update({states.get(told[claim].document) or ""} & set(parties))
    known = set(pact_of.values())
    alone = {(pact, next(iter(sides))) for pact, sides in true.items() if len(sides) == 1 and pact in known}
    by_pair: dict[tuple[str, ...], list[Entry]] = {}
    for entry in agreements:
        by_pair.setdefault(pair.get(pact_of.get(entry.id, ""), ()), []).append(entry)
    found: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
    for states_, held in by_pair.items():
        for row in follow.sided(held, [], states_) if states_ else ():
            if row["reporting"] == "one side":
                sure = not any("perhaps" in one for one in row["missing"])
                found[sure] |= {(pact_of[row["entry"]], side) for side in states_ if row["reported"][side]}
    sure_, all_ = _exact(alone, found[True]), _exact(alone, found[True] | found[False])
    return Score(sure_.precision, all_.recall, sure_.wrong)


def _reprints(world: World, entries: Sequence[Entry]) -> Score:
    """Pairs of documents of one text, among those that make a claim."""
    found = {source["document"]: source["text"] for entry in entries if entry.of == "story" for source in entry.fields["sources"]["list"]}
    return clustering({document: label for document, label in world.truth.copy.items() if document in found}, found)


def _lapsed(world: World, agreements: list[Entry]) -> Score:
    """Agreements whose period has ended by the end of the world, neither ended before nor kept, as far as any article says."""
    pact_of = aligned(world.truth.agreement, agreements)
    dated = _periods(world, agreements)
    true = {(pact, day) for pact, day in world.truth.ends.items() if day < world.end and pact in dated & set(pact_of.values())}
    rows = follow.due(agreements, world.end)
    return _exact(true, {(pact_of[row["entry"]], row["date"]) for row in rows if row["state"] == "lapsed"})


def _periods(world: World, agreements: list[Entry]) -> set[str]:
    told = {claim.id: claim for record in world.records for claim in claims(record)}
    return {
        pact
        for claim, pact in world.truth.agreement.items()
        if told[claim].fields["period"] and told[claim].fields["certainty"] != "negated"
    }


def _overdue(world: World, promises: list[Entry]) -> Score:
    """Promises whose last day, as it was told last, has passed, and that nobody says were kept or taken back."""
    promise_of = aligned(world.truth.pledge, promises)
    told = set(promise_of.values())
    true = {(name, day) for name, day in world.truth.pledge_due.items() if day < world.end and name in told}
    rows = follow.due(promises, world.end)
    return _exact(true, {(promise_of.get(row["entry"], row["entry"]), row["date"]) for row in rows if row["state"] == "overdue"})


_TELLINGS = frozenset({"made", "restated", "specified", "moved"})


def _promise_steps(world: World, promises: list[Entry]) -> Score:
    """True steps of promises found in their order, of all that are told; precision is the share of found steps that the world holds.

    Where articles without a date tell of the promise, one telling counts for another: what was told first, and what was new in it, may
    stand in them alone. The entry says which they are.
    """
    promise_of = aligned(world.truth.pledge, promises)
    held: dict[str, list[list[str]]] = {}
    right = found = 0
    wrong = []
    for entry in promises:
        name = promise_of.get(entry.id, "")
        true = world.truth.pledge_steps.get(name, [])
        order = []
        for step in entry.fields["history"]:
            found += 1
            days = [day for status, day in true if status == step["status"]]
            if entry.fields["undated"]["claims"] and step["status"] in _TELLINGS:
                days = [day for status, day in true if status in _TELLINGS]
            if any(step["date"] is None or day.startswith(step["date"]) for day in days):
                right += 1
                order.append(step["status"])
            else:
                wrong.append(f"{name} {entry.id}: {step['status']} {step['date']}, truly {true}")
        held.setdefault(name, []).append(order)
    best = 0
    for name, true in world.truth.pledge_steps.items():
        wanted = [status for status, _ in true]
        most = max((common(wanted, order) for order in held.get(name, [[]])), default=0)
        best += most
        if most < len(wanted):
            wrong.append(f"missed {name}: {wanted}, found {held.get(name)}")
    return Score(right / max(1, found), best / max(1, sum(map(len, world.truth.pledge_steps.values()))), tuple(wrong))


def _tied(world: World, promises: list[Entry], agreements: list[Entry]) -> Score:
    """Promises with the agreement in which a report says that they stand."""
    promise_of, pact_of = aligned(world.truth.pledge, promises), aligned(world.truth.agreement, agreements)
    found = {
        (promise_of.get(entry.id, entry.id), pact_of.get(entry.fields["agreement"]["entry"], "none"))
        for entry in promises
        if entry.fields["agreement"]
    }
    return _exact({(name, pact) for name, pact in world.truth.tied.items() if name in promise_of.values()}, found)


def _silent(world: World, agreements: list[Entry]) -> Score:
    """Since when nothing was reported of each agreement that is open: the last day of a report or step that speaks of it.

    Precision is that of the rows that say so without reserve.
    """
    pact_of = aligned(world.truth.agreement, agreements)
    told = {claim.id: record for record in world.records for claim in claims(record)}
    last: dict[str, str] = {}
    ended = {("legal", "abandoned"), ("legal", "terminated"), ("delivery", "complete"), ("delivery", "cancelled")}
    for claim, pact in world.truth.agreement.items():
        published = (told[claim]["published"] or {}).get("date")
        if published:
            last[pact] = max(published, last.get(pact, ""))
    open_ = {
        pact
        for pact in set(pact_of.values()) & set(last)
        if not ended & {step[:2] for step in world.truth.steps.get(pact, [])} and world.truth.steps.get(pact)
    }
    rows = follow.silent(agreements, coverage(world), world.end)
    told = {(pact_of.get(row["entry"]), row["since"]) for row in rows}
    sure = {(pact_of.get(row["entry"]), row["since"]) for row in rows if "perhaps" not in row}
    true = {(pact, last[pact]) for pact in open_}
    wrong = {row for row in sure if row[0] in open_ or row[0] is None} - true
    missed = true - told
    return Score(
        1 - len(wrong) / max(1, len(sure)),
        1 - len(missed) / max(1, len(true)),
        (*map(str, sorted(missed)), *map(str, sorted(wrong, key=str))),
    )


def coverage(world: World) -> list[dict[str, Any]]:
    """What was read, by outlet and month."""
    read = Counter((record["outlet"], record["published"]["date"][:7]) for record in world.records if record["published"])
    return [{"outlet": outlet, "month": month, "documents": n, "speaking": n} for (outlet, month), n in sorted(read.items())]


def _exact(true: set[Any], found: set[Any]) -> Score:
    wrong = tuple([f"missed {one}" for one in sorted(true - found, key=str)] + [f"too many {one}" for one in sorted(found - true, key=str)])
    both = len(true & found)
    return Score(both / max(1, len(found)), both / max(1, len(true)), wrong)
