"""FactRuEval: persons with an office or an act of speech, meetings and deals in Russian news."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.sets.reading import Span, mentions, read, seen, span, spans, touch
from mithaq.evaluate import Scores
from mithaq.knowledge import load
from mithaq.model import Record
from mithaq.text.sentences import sentences

FOLDER = "factrueval"
_MEETINGS = frozenset({"meeting", "negotiation", "summit"})


@dataclass(frozen=True)
class _Marked:
    """A marked document.

    Attributes:
        mentions: id of an object -> the spans that name it; of persons and of what else is named.
        facts: kind, and argument -> objects.
    """

    text: str
    persons: Mapping[str, list[Span]]
    mentions: Mapping[str, list[Span]]
    facts: list[tuple[str, dict[str, list[str]]]]


def measure(shared: Path) -> dict[str, Scores]:
    """Scores by document."""
    folder, left_out = shared / "data" / FOLDER / "devset", seen(shared, "factrueval")
    names = sorted(path.stem for path in folder.glob("*.txt") if path.stem not in left_out)
    return {name: _document(_marked(folder / name)) for name in names}


def _document(marked: _Marked) -> Scores:
    out = Scores()
    record = read(marked.text, "ru")
    _persons(out, marked, record)
    cuts = sentences(marked.text, load().pack("ru").profile.abbreviations)
    events = [spans(item) for item in record["events"] if item["type"] in _MEETINGS]
    deals = [spans(item) for item in record["agreements"]]
    for what, kind, found in (("meetings", "Meeting", events), ("deals", "Deal", deals)):
        places = [list(_places(marked, facts, cuts)) for name, facts in marked.facts if name == kind]
        out.count(what, *_facts(places, found))
    return out


def _persons(out: Scores, marked: _Marked, record: Record) -> None:
    """Persons with an office are those of an occupation; who only speaks is right where a person is marked at all."""
    employed = {who for kind, facts in marked.facts if kind == "Occupation" for who in facts.get("Who", ())} & marked.persons.keys()
    found: dict[str, list[Span]] = {}
    office: dict[str, bool] = {}
    for one in mentions(record, "person"):
        if one["office"] or one["speaks"]:
            found.setdefault(one["value"], []).append(span(one))
            office[one["value"]] = bool(one["office"])
    named = {
        value: {who for who, places in marked.persons.items() if any(touch(a, b) for a in places for b in own)}
        for value, own in found.items()
    }
    hit = {who for who in employed if any(who in whos for whos in named.values())}
    extra = [value for value, whos in named.items() if not whos or (office[value] and not whos & employed)]
    out.count("persons with an office or an act of speech", len(hit), len(employed - hit), len(extra))
    for who in employed:
        out.grade("persons with an occupation who are read as persons", any(who in whos for whos in _all(record, marked).values()))


def _all(record: Record, marked: _Marked) -> dict[str, set[str]]:
    return {
        f"{one['value']} {span(one)}": {who for who, places in marked.persons.items() if any(touch(span(one), place) for place in places)}
        for one in mentions(record, "person")
    }


def _places(marked: _Marked, facts: Mapping[str, list[str]], cuts: list[Span]) -> Iterator[Span]:
    """The sentences that name two participants of a fact, or one where no sentence names two."""
    parts = [marked.mentions.get(who, []) for who in dict.fromkeys(facts.get("Participant", ()))]
    named = [(sum(any(touch(cut, at) for at in places) for places in parts), cut) for cut in cuts]
    most = min(2, max((number for number, _ in named), default=0))
    yield from (cut for number, cut in named if number >= most > 0)


def _facts(gold: list[list[Span]], found: list[list[Span]]) -> tuple[int, int, int]:
    left, hit = list(found), 0
    for places in gold:
        same = next((own for own in left if any(touch(a, b) for a in own for b in places)), None)
        if same is not None:
            left.remove(same)
            hit += 1
    return hit, len(gold) - hit, len(left)


def _marked(path: Path) -> _Marked:
    parts = {part: path.with_suffix(f".{part}").read_text(encoding="utf-8") for part in ("txt", "spans", "objects", "coref", "facts")}
    places = {row[0]: (int(row[2]), int(row[2]) + int(row[3])) for row in map(str.split, parts["spans"].splitlines()) if len(row) > 3}
    objects: dict[str, tuple[str, list[Span]]] = {}
    for line in filter(None, parts["objects"].splitlines()):
        number, kind, *ids = line.partition("#")[0].split()
        objects[number] = kind, [places[one] for one in ids if one in places]
    mentions: dict[str, list[Span]] = {}
    persons: dict[str, list[Span]] = {}
    for block in re.split(r"\n\s*\n", parts["coref"].strip()):
        number, *ids = block.split("\n", 1)[0].split()
        spans = [at for one in ids if one in objects for at in objects[one][1]]
        mentions[number] = spans
        if any(objects[one][0] == "Person" for one in ids if one in objects):
            persons[number] = spans
    return _Marked(parts["txt"], persons, mentions, list(_read_facts(parts["facts"])))


def _read_facts(text: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    for block in re.split(r"\n\s*\n", text.strip()):
        head, *lines = block.split("\n")
        if len(head.split()) > 1:
            facts: dict[str, list[str]] = {}
            for line in lines:
                name, _, rest = line.partition(" ")
                if one := re.match(r"obj(\d+)", rest):
                    facts.setdefault(name, []).append(one[1])
            yield head.split()[1], facts
