"""Agreements: an instrument or a settled understanding, and what a passage says of it."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract.again import merge
from mithaq.extract.article import Span
from mithaq.extract.claims import Found, joined
from mithaq.extract.instruments import any_one, count, indefinite, kind, title, vague
from mithaq.extract.items import Item
from mithaq.extract.marks import certainty, marks
from mithaq.extract.phrases import Match, matches
from mithaq.extract.scene import Scene, merged
from mithaq.extract.sides import between, sides
from mithaq.extract.steps import delivery, of_contents, prepares, told_step
from mithaq.extract.when import when

_STRETCH = 12
"""Words by which the passage of an instrument may grow to the ends of its clause."""

_CONTENT = 30
_OCCASIONS = {"signed": "signing", "ratified": "ratification"}
_NO_OCCASION = frozenset({"hypothetical", "negated"})
_LIST_STEP = 5
"""Items among which the next sector of a list is looked for."""

_SENTENCES = 4
"""Sentences behind an understanding in which it may be called by a noun."""


def agreements(scene: Scene) -> list[Found]:
    """All agreements of an article; what it says twice of one is one item with `also`."""
    found = [made for match in matches(scene.article.pack.rules_of("agreements"), scene.phrases) if (made := _agreement(scene, match))]
    named = {item["step"] for item in found if item["step"] and item["type"] != "document"}
    found = [item for item in found if item["type"] != "document" or item["step"] not in named]
    out: list[Found] = []
    for item in sorted(found, key=lambda item: (item["evidence"].first, item["evidence"].last)):
        if item["noun"] is None and item["type"] == "understanding" and (noun := _called(scene, item["evidence"])):
            item.update(type=scene.article.items[noun].sense("instrument"), count=1)
        merge(out, item)
    for item in out:
        _add_sectors(scene, item)
    return out


def _called(scene: Scene, evidence: Span) -> int | None:
    """The noun by which the next sentences call what was settled without one: "agreed to begin talks. … With this agreement …"."""
    items, last = scene.article.items, evidence.last
    for _ in range(_SENTENCES):
        last = scene.article.sentence(min(last, len(items) - 1)).last + 1
    for index in scene.article.find(Span(evidence.last, min(last, len(items))), "instrument"):
        before = items[index - 1]
        definite = before.has("word:this") or (before.has("word:article") and not before.has("word:article.a"))
        if definite and not items[index].has("mark:plural"):
            return index
    return None


def _agreement(scene: Scene, match: Match) -> Found | None:
    items, values, what = scene.article.items, match.rule.values, match.slots.get("what")
    outer = match.slots.get("step")
    step = told_step(scene, outer, what) if outer and what else outer
    said = marks(scene, step or match.span)
    absent = bool(what and scene.article.find(Span(max(what.first - 1, 0), what.first), "marker:negation"))  # "there is no agreement"
    type_ = kind(scene, what) if what else values.get("type", "understanding")
    if type_ is None or (what and any_one(scene, what) and not (said.negated or said.denied)):
        return None
    if what is None and step and items[step.first].has("mark:participle"):  # "the understandings reached"
        return None
    if what and (of_contents(scene, step, what) if step else vague(scene, what)):
        return None
    legal = (values.get("legal") or (items[step.first].sense("act:legal") if step else None) or "").partition(".")[0] or None
    delivered = (items[step.first].sense("act:delivery") if step else None) or values.get("delivery")
    evidence = _passage(scene, match)
    bound = _bound(scene, evidence, step, what)
    became = delivery(scene, evidence, step, delivered)
    if bound is None or not (legal or delivered or became or values or _period(scene, evidence)):
        return None
    number, as_written = count(scene, what) if what else (None, None)
    name = title(scene, what) if what and number == 1 else None
    whole = joined([evidence, name]) if name else evidence
    date = when(scene, evidence, step or match.span)
    told = "negated" if absent else certainty(scene, said, date)
    if step is None and told == "negated" and not (absent or said.denied):
        told = "asserted"  # "the agreement is not perfect": there is one
    prepared = bool(step and outer and outer != step and prepares(scene, outer))
    if prepared and (told == "asserted" or (told == "hypothetical" and items[step.first if step else 0].has("mark:infinitive"))):
        told = "future"
    item: Found = {
        "type": type_,
        "title": scene.article.quote(name) if name else None,
        "legal": legal,
        "delivery": became,
        "date": date.value if date and told not in {"negated", "hypothetical"} else None,
        "certainty": told,
        "voice": "denied" if said.denied else "quoted" if scene.statement(match.span) else "reporter",
        **bound,
        "count": number,
        "period": _period(scene, whole),
        "sectors": sectors(scene, _listed(scene, whole if number == 1 else evidence)),
        "evidence": evidence,
        "also": [],
        "noun": what,
        "step": step,
        "awaited": bool(step and step.first and told == "future" and items[step.first - 1].has("word:stop.after")),  # "after ratification"
        "headed": evidence.last <= (scene.article.paragraphs[1].first if len(scene.article.paragraphs) > 1 else 0),
        "new": what is not None and indefinite(scene, what),
        "about": bool(values.get("about")),
        "holds": legal == "in_force" and step is not None and items[step.first].has("mark:holds"),
        "besides": bool(step and step.first and items[step.first - 1].has("word:and")),  # "signed a treaty and agreed to …"
    }
    item["told"] = [dict(item)]
    if as_written:
        item["count_as_written"] = as_written
    return item


def _passage(scene: Scene, match: Match) -> Span:
    """The passage that tells of an agreement: the clause, and with it what was agreed where nothing but the verb names it."""
    if match.rule.values.get("about"):
        return _content(scene, match.span)
    return scene.clause(match.span, _STRETCH) if "what" in match.slots else _settled(scene, match.span)


def _bound(scene: Scene, evidence: Span, step: Span | None, what: Span | None) -> Found | None:
    """Parties and mediators of what a passage tells; None where it has no two parties, nor one that may stand alone."""
    mediators = _mediators(scene, scene.article.sentence((step or what or evidence).first))
    named = between(scene, what, evidence) if what else []
    parties = named if len(named) > 1 else [name for name in sides(scene, evidence, step, what) if name not in mediators]
    if mediators and len(parties) < 2:
        parties = merged(parties, [name for name in scene.cast.principals if name not in mediators])[:2]
    alone = len(parties) == 1 and (parties[0].startswith("org:") or bool(what and scene.article.items[what.first].has("mark:open")))
    if len(parties) < 2 and not alone:
        return None
    owners = scene.bilateral(evidence) if any(name.startswith("name:") for name in parties) else []
    return {"parties": parties, "mediators": mediators, "named": len(named) > 1, "around": owners}


def _mediators(scene: Scene, sentence: Span) -> list[str]:
    """Who mediated, by the words of a sentence: "with China as mediator", "brokered by Qatar"."""
    out: list[str] = []
    for index in scene.article.find(sentence, "word:mediator"):
        before = scene.parties(Span(max(index - 1, sentence.first), index))
        out += before or scene.parties(Span(index + 1, min(index + 3, sentence.last)))[:1]
    return merged(out)


def _content(scene: Scene, span: Span) -> Span:
    """A passage that tells what an instrument is about, to the end of its sentence."""
    return scene.article.trimmed(Span(span.first, scene.article.sentence(span.first).last), ("stop", "quote"))


def _settled(scene: Scene, span: Span) -> Span:
    """The passage of an understanding without a noun: its clause, and what was agreed where that follows."""
    items, clause = scene.article.items, scene.clause(span)
    sentence = scene.article.sentence(span.first)
    after = items[span.last] if span.last < sentence.last else None
    if after is None or not (after.has("cue:that") or after.has("word:prep") or items[span.last - 1].has("mark:settled")):
        return clause
    end = min(sentence.last, span.last + _CONTENT)
    last = next(iter(scene.article.find(Span(clause.last, end), "cue:say", "cue:note", "semicolon", "stop")), max(clause.last, end))
    return scene.article.trimmed(Span(clause.first, last), ("comma", "quote", "stop"))


def _period(scene: Scene, span: Span) -> list[str] | None:
    """The period of validity that stands in a span or right after it."""
    for date in scene.dates:
        if date.end and date.value and span.first - 2 <= date.first <= span.last + 2:
            return [date.value, date.end]
    return None


def _add_sectors(scene: Scene, item: Found) -> None:
    """Where no passage of an agreement names a sector, add those of its sentence, else of headline and first paragraph, as concluded."""
    for place in () if item["sectors"] else (scene.article.sentence(item["evidence"].first), Span(0, scene.head)):
        if found := [sector for sector in sectors(scene, place) if sector != "general"]:
            words = [scene.article.quote(Span(i, i + 1)) for i in place if set(found) & set(_plain(_sector_senses(scene.article.items[i])))]
            item["sectors"], item["derived"] = found, {"sectors": {"rule": "context", "from": merged(words)}}
            return


def _listed(scene: Scene, span: Span) -> Span:
    """A span grown by the sectors that go on a list at its end: "agreements on trade | , energy and transport"."""
    items, sentence, last = scene.article.items, scene.article.sentence(span.first), span.last
    while last < sentence.last and (items[last].has_any(("word:and", "clitic:and")) or "comma" in items[last].codes):
        further = next((i for i in range(last, min(last + _LIST_STEP, sentence.last)) if items[i].has("sector")), None)
        if further is None:
            break
        last = further + 1
    return Span(span.first, last)


def sectors(scene: Scene, span: Span) -> list[str]:
    """The sectors that a span names, in order; `general` only where no other stands beside it."""
    items = scene.article.items
    found = merged(_plain([sense for i in span for sense in _sector_senses(items[i])]))
    return [sector for sector in found if sector != "general"] or found


def _plain(senses: Sequence[str]) -> list[str]:
    return [sense.partition(".")[0] for sense in senses]


def _sector_senses(item: Item) -> list[str]:
    return sorted(code.removeprefix("sector:") for code in item.codes | item.inner if code.startswith("sector:"))


def signings(found: Sequence[Found]) -> list[Found]:
    """The occasions that agreements imply, each time that the article tells of one: who signed or ratified, or when it was done."""
    return [
        {
            "type": _OCCASIONS[step["legal"]],
            "participants": step["parties"],
            **{name: step[name] for name in ("date", "certainty", "evidence", "also")},
        }
        for item in found
        for step in item["told"]
        if step["legal"] in _OCCASIONS and step["certainty"] not in _NO_OCCASION and not step["awaited"]
    ]
