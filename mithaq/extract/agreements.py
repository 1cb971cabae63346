"""Agreements: an instrument or a settled understanding, and what a passage says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, joined, overlapping
from mithaq.extract.items import Item
from mithaq.extract.marks import Marks, certainty, marks
from mithaq.extract.phrases import Match, matches
from mithaq.extract.scene import Scene, merged
from mithaq.extract.when import when

_TITLE = 14
_ENDS = ("suspended", "expired", "terminated", "superseded", "abandoned")
_DONE = ("started", "partial", "complete")
_TO_COME = ("modal:will", "modal:must", "modal:hope", "modal:plan", "modal:determined", "modal:want", "modal:pledge", "mark:future")
_CONTENT = 30
_TITLE_ENDS = ("act:legal", "act:event", "act:delivery", "cue", "modal", "marker", "word:stop", "calendar")
_SIGN_ENDS = frozenset({"comma", "stop", "colon", "quote", "open", "semicolon", "break"})
_TELLING = {"document": 0, "understanding": 1, "agreement": 2}
"""Types that say little, least first; any other says more."""

_OCCASIONS = {"signed": "signing", "ratified": "ratification"}
_NO_OCCASION = frozenset({"hypothetical", "negated"})
_OPEN = frozenset({"future", "hypothetical"})
_COUNT_REACH = 3
_SENTENCES = 4
"""Sentences behind an understanding in which it may be called by a noun."""

_BEFORE_NOUN = 6
"""Items before an instrument among which its article is looked for."""

_MOST = 1000
_LEGAL_ORDER = (
    "proposed", "negotiating", "drafted", "agreed", "signed", "ratified", "provisionally_applied", "in_force",
    "amended", "extended", "suspended", "expired", "terminated", "superseded", "abandoned",
)  # fmt: skip


def agreements(scene: Scene) -> list[Found]:
    """All agreements of an article; what it says twice of one is one item with `also`."""
    found = [made for match in matches(scene.article.pack.rules_of("agreements"), scene.phrases) if (made := _agreement(scene, match))]
    named = {item["step"] for item in found if item["step"] and item["type"] != "document"}
    found = [item for item in found if item["type"] != "document" or item["step"] not in named]
    out: list[Found] = []
    for item in sorted(found, key=lambda item: (item["evidence"].first, item["evidence"].last)):
        if item["noun"] is None and item["type"] == "understanding" and (noun := _called(scene, item["evidence"])):
            item.update(type=scene.article.items[noun].sense("instrument"), count=1)
        _merge(out, item)
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
    items = scene.article.items
    what = match.slots.get("what")
    kind = _type(scene, what) if what else match.rule.values.get("type", "understanding")
    step = match.slots.get("step")
    if kind is None or (what and _any(scene, what) and not _denied(marks(scene, step or match.span))):
        return None
    if what is None and step and items[step.first].has("mark:participle"):  # "the understandings reached"
        return None
    legal = match.rule.values.get("legal") or (items[step.first].sense("act:legal") if step else None)
    legal = legal.partition(".")[0] if legal else None
    delivery = items[step.first].sense("act:delivery") if step else None
    about = bool(match.rule.values.get("about"))
    evidence = _content(scene, match.span) if about else scene.clause(match.span) if what else _settled(scene, match.span)
    said = marks(scene, step or match.span)
    mediators = _mediators(scene, scene.article.sentence(match.span.first))
    parties = [name for name in scene.bilateral(evidence) if name not in mediators]
    if mediators and len(parties) < 2:
        parties = merged(parties, [name for name in scene.cast.principals if name not in mediators])[:2]
    period = _period(scene, evidence)
    if len(parties) < 2 or not (legal or delivery or match.rule.values or period):
        return None
    count, as_written = _count(scene, what) if what else (None, None)
    title = _title(scene, what) if what and count == 1 else None
    statement = scene.statement(match.span)
    date = when(scene, evidence, step or match.span)
    told = certainty(scene, said, date)
    item: Found = {
        "type": kind,
        "title": scene.article.quote(title) if title else None,
        "legal": legal,
        "delivery": _delivery(scene, evidence, step, delivery or match.rule.values.get("delivery")),
        "date": date.value if date and told not in {"negated", "hypothetical"} else None,
        "certainty": told,
        "voice": "denied" if said.denied else "quoted" if statement else "reporter",
        "parties": parties,
        "mediators": mediators,
        "count": count,
        "period": _period(scene, joined([evidence, *([title] if title else [])])),
        "sectors": sectors(scene, joined([evidence, *([title] if title else [])]) if count == 1 else evidence),
        "evidence": evidence,
        "also": [],
        "noun": what,
        "step": step,
        "awaited": bool(step and step.first and told == "future" and items[step.first - 1].has("word:stop.after")),  # "after ratification"
        "headed": evidence.last <= (scene.article.paragraphs[1].first if len(scene.article.paragraphs) > 1 else 0),
        "new": what is not None and _indefinite(scene, what),
        "about": about,
        "besides": bool(step and step.first and items[step.first - 1].has("word:and")),  # "signed a treaty and agreed to …"
    }
    item["told"] = [dict(item)]
    if as_written:
        item["count_as_written"] = as_written
    return item


def _any(scene: Scene, what: Span) -> bool:
    """Whether a noun means any instrument, and so names none ("all agreements must be kept")."""
    return bool(scene.article.find(Span(max(what.first - 2, 0), what.first), "word:every"))


def _denied(said: Marks) -> bool:
    return said.negated or said.denied


def _delivery(scene: Scene, evidence: Span, step: Span | None, said: str | None) -> str | None:
    """What became of an instrument; where it is only promised, hoped, asked for or named by a noun without a verb, it is planned."""
    items, status = scene.article.items, said.partition(".")[0] if said else None
    if status not in _DONE:
        return status
    after = items[step.last] if step and step.last < len(items) else None
    noun = said is not None and said.endswith(".n") and not (after and after.has("modal:aux"))
    return "planned" if noun or scene.article.find(evidence, *_TO_COME) else status


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


def _indefinite(scene: Scene, what: Span) -> bool:
    """Whether an indefinite article brings an instrument up for the first time."""
    items = scene.article.items
    for index in range(what.first - 1, max(what.first - _BEFORE_NOUN, -1), -1):
        if items[index].has("word:article"):
            return items[index].has("word:article.a")
        if items[index].codes & _SIGN_ENDS or items[index].has("word:prep"):
            return False
    return False


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


def _type(scene: Scene, what: Span) -> str | None:
    """The type of the noun; of several nouns side by side ("documents and memoranda", "agreement on a roadmap") the most telling one."""
    items = scene.article.items
    kinds = [items[what.first].sense("instrument")]
    for index in range(what.last, min(what.last + 3, len(items))):
        if sense := items[index].sense("instrument"):
            kinds.append(sense)
        elif not (items[index].has_any(("word:and", "word:prep", "word:stop")) or "comma" in items[index].codes):
            break
    return max((kind for kind in kinds if kind), key=lambda kind: _TELLING.get(kind, len(_TELLING)), default=None)


def _count(scene: Scene, what: Span) -> tuple[int | None, str | None]:
    """How many instruments a noun names: 1, the numeral before it, or None and the words of a vague plural."""
    items = scene.article.items
    dated = {index for date in scene.dates for index in range(date.first, date.last)}
    for quantity in scene.quantities:
        between = Span(quantity.last, what.first)
        beside = 0 <= what.first - quantity.last < _COUNT_REACH and not scene.article.find(between, "comma", "act", "cue", "modal")
        plain = quantity.unit is None and quantity.first not in dated and float(quantity.value).is_integer()
        if beside and plain and 0 < quantity.value < _MOST:
            return int(quantity.value), None
    head = items[what.first]
    if head.has("mark:dual"):
        return 2, None
    near = [i for i in range(max(0, what.first - 2), min(len(items), what.last + 2)) if items[i].has("word:many")]
    if near:
        return None, scene.article.quote(Span(min(near), max(near) + 1))
    return (None, None) if head.has("mark:plural") else (1, None)


def _title(scene: Scene, what: Span) -> Span | None:
    """The noun with what names it, up to the end of its phrase; None where nothing does."""
    items, sentence = scene.article.items, scene.article.sentence(what.first)
    last = what.last
    while last < min(sentence.last, what.last + _TITLE):
        item = items[last]
        placed = item.has("word:prep.in") and bool(scene.article.find(Span(last + 1, min(last + 3, sentence.last)), "city", "state:gov"))
        if placed or item.codes & _SIGN_ENDS or item.has_any(_TITLE_ENDS):
            break
        last += 1
    span = scene.article.trimmed(Span(what.first, last), ("word:prep", "word:and", "word:stop", "word:article", "unit", "digits"))
    return span if span.last - span.first > 1 else None


def _period(scene: Scene, span: Span) -> list[str] | None:
    """The period of validity that stands in a span or right after it."""
    for date in scene.dates:
        if date.end and date.value and span.first - 2 <= date.first <= span.last + 2:
            return [date.value, date.end]
    return None


def sectors(scene: Scene, span: Span) -> list[str]:
    """The sectors that a span names, in order; `general` only where no other stands beside it."""
    items = scene.article.items
    found = merged([sense.partition(".")[0] for i in span for sense in _sector_senses(items[i])])
    return [sector for sector in found if sector != "general"] or found


def _sector_senses(item: Item) -> list[str]:
    return sorted(code.removeprefix("sector:") for code in item.codes | item.inner if code.startswith("sector:"))


def _merge(out: list[Found], item: Found) -> None:
    """Add an item, or join it to the one that tells of the same instrument."""
    if item["about"]:
        for held in [held for held in reversed(out) if item["type"] in _TELLING or held["type"] == item["type"]][:1]:
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
    if a["type"] != b["type"] or set(a["parties"]) != set(b["parties"]) or (a["certainty"] == "negated") != (b["certainty"] == "negated"):
        return False
    if a["period"] and b["period"] and a["period"] != b["period"]:
        return False
    if b["new"] and {a["certainty"], b["certainty"]} == {"future", "historical"}:
        return False
    if {a["certainty"], b["certainty"]} == {"historical", "future"}:
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
    values["date"] = first["date"] or (second["date"] if second["legal"] == first["legal"] else None)
    values["headed"] = held["headed"] and item["headed"]
    held.update(values, evidence=shown, also=[span for span in also if not overlapping(span, shown)], told=told)


def _rank(legal: str | None) -> int:
    return _LEGAL_ORDER.index(legal) if legal in _LEGAL_ORDER else -1


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
