"""The simulated world as records, articles and truth."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from mithaq.model import KINDS, SINGULAR, Document, Record, claims
from mithaq.text.prints import prints
from tools.world.articles import Draft, recalled, told
from tools.world.days import BEGIN, END, dated
from tools.world.kept import kept
from tools.world.lives import Occasion, Pact, gathering, history
from tools.world.places import STATES, government, offices, outlets, press
from tools.world.truth import Truth, World
from tools.world.vows import Promise
from tools.world.wording import wording

_PAIR = 100
"""Documents of one pair of states through all years, about."""


def made(seed: int, documents: int, *, states: int | None = None) -> World:
    """A world of so many articles; the same for the same seed and size.

    Args:
        states: how many there are; without it as many as give each pair about a hundred articles, whatever the size.
    """
    wanted = states or next((n for n in range(3, len(STATES)) if n * (n - 1) // 2 >= documents / _PAIR), len(STATES))
    codes = STATES[:wanted]
    governments = {code: government(random.Random(f"{seed} {code}"), code, (BEGIN, END)) for code in codes}
    papers = press(codes)
    out = World([], [], Truth(), offices([one for held in governments.values() for one in held]), outlets(papers), dated(END))
    pacts: dict[str, Pact] = {}
    promises: dict[str, Promise] = {}
    drafts = _drafts(seed, codes, governments, papers)
    for number, (draft, past) in zip(range(documents), drafts, strict=False):
        _set(out, draft, number)
        here = [pact for pact, _ in draft.occasion.steps] + [pact for pact in (draft.occasion.package,) if pact]
        pacts |= {pact.id: pact for pact in [*past, *here]}
        promises |= {vow.promise.id: vow.promise for vow in [*draft.occasion.vows, *draft.occasion.outcomes]}
    _conclude(out, pacts)
    kept(out, promises)
    return out


def _drafts(seed: int, codes: tuple[str, ...], governments: Any, papers: Any) -> Iterator[tuple[Draft, list[Pact]]]:
    pairs = [tuple(sorted(pair)) for pair in combinations(codes, 2)]
    random.Random(f"{seed} pairs").shuffle(pairs)
    round_ = 0
    while True:  # a world larger than its pairs have to tell goes on with other lives of the same states
        for number, (a, b) in enumerate(pairs):
            chance = random.Random(f"{seed} {round_} {a} {b}")
            lived = history((a, b), governments, chance, round_)
            past: list[Pact] = []
            for occasion in lived:
                yield from ((draft, past) for draft in _told(occasion, papers, past, chance))
                past += [pact for pact, _ in occasion.steps if pact not in past] + ([occasion.package] if occasion.package else [])
            if len(codes) > 4 and number % 3 == 0:
                summit = gathering(round_ * len(pairs) + number, codes, governments, chance)
                yield from ((draft, past) for draft in told(summit, papers, chance))
        round_ += 1


def _told(occasion: Occasion, papers: Any, past: list[Pact], chance: random.Random) -> Iterator[Draft]:
    now = [*past, *(pact for pact, _ in occasion.steps), *([occasion.package] if occasion.package else [])]
    for draft in told(occasion, papers, chance):
        if draft.copy_of is None and draft.agency is None and occasion.kind != "news":
            recalled(draft, now, chance)
        yield draft


def _set(out: World, draft: Draft, number: int) -> None:
    """Set an article: its text, its record with every passage in it, and what is true of its claims."""
    words = wording(draft.outlet.lang)
    text = ""
    if draft.published is not None:
        text = words.digits(words.words["dateline"].format(date=words.date(draft.published), outlet=draft.outlet.name))
    items: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    about: list[tuple[str, str]] = []
    for said in draft.said:
        for kind, fields, truth in said.claims:
            fields = dict(fields)
            quote = fields.pop("words", said.text)
            start = len(text) + said.text.index(quote)
            items[kind].append({**fields, "evidence": {"start": start, "end": start + len(quote), "quote": quote}})
            about.append((kind, truth))
        text += said.text + ". "
    published = None if draft.published is None else dated(draft.published)
    document = Document(text.rstrip(), f"fiction-{number:06}.txt", draft.outlet.lang, draft.outlet.name, None, None, published)
    record: Record = {
        "id": document.id, "text_id": document.text_id, "file": document.file, "lang": document.lang, "relevant": True,
        "title": None, "url": None, "outlet": draft.outlet.name, "published": {"date": published, "evidence": None} if published else None,
        "states": sorted(draft.occasion.sides), "actors": draft.actors, **items,
        "prints": prints(document.text), **({"agency": {"name": draft.agency, "evidence": None}} if draft.agency else {}),
    }  # fmt: skip
    out.documents.append(document)
    out.records.append(record)
    _true(out.truth, draft, record, about)


def _true(truth: Truth, draft: Draft, record: Record, about: list[tuple[str, str]]) -> None:
    document = record["id"]
    truth.occasion[document] = draft.occasion.id
    truth.day[document] = dated(draft.occasion.last)
    draft.document = document
    truth.copy[document] = truth.copy[draft.copy_of.document] if draft.copy_of else document
    by_kind: dict[str, list[str]] = {}
    for kind, meaning in about:
        by_kind.setdefault(SINGULAR[kind], []).append(meaning)
    for of, meanings in by_kind.items():
        made_ = [claim for claim in claims(record) if claim.of == of]
        for claim, meaning in zip(made_, meanings, strict=True):
            if of == "agreement":
                truth.agreement[claim.id] = meaning
            elif of == "figure":
                truth.figure[claim.id] = meaning
            elif of == "statement":
                truth.statement[claim.id] = meaning
            elif of in {"commitment", "outcome"}:
                truth.pledge[claim.id] = meaning


def _conclude(out: World, pacts: dict[str, Pact]) -> None:
    """What is true of agreements as far as articles tell of them."""
    reported: dict[str, set[tuple[str, str]]] = {}
    for record in out.records:
        for claim in claims(record):
            pact = out.truth.agreement.get(claim.id)
            if pact and claim.fields["certainty"] != "negated":
                steps = reported.setdefault(pact, set())
                steps |= {(axis, claim.fields[axis]) for axis in ("legal", "delivery") if claim.fields[axis]}
    for name, told_ in reported.items():
        pact = pacts[name]
        out.truth.steps[name] = [(axis, status, dated(day)) for axis, status, day in pact.steps if (axis, status) in told_]
        if (
            pact.period
            and not {("legal", "abandoned"), ("legal", "terminated"), ("delivery", "complete"), ("delivery", "cancelled")} & told_
        ):
            out.truth.ends[name] = f"{pact.period[1]}-12-31"
