"""Checks of the packs by running them: the examples of every rule, and the lines of `lines.txt`.

A line is `kind field=value …: sentence`. The kind is that of a claim, or `none` where no claim of any kind but statements may be
made. Marks ⟦ ⟧ in the sentence show what the passage must touch:

    agreement type=mou legal=signed certainty=negated: Oman and Iran did not ⟦sign a memorandum of understanding⟧.
    none: Iran beat Oman in the cup final.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from mithaq.errors import PackError
from mithaq.extract import read_scene
from mithaq.extract.agreements import agreements, signings
from mithaq.extract.appeals import appeals
from mithaq.extract.article import article
from mithaq.extract.commitments import commitments
from mithaq.extract.events import events
from mithaq.extract.figures import figures
from mithaq.extract.marks import marks
from mithaq.extract.outcomes import outcomes
from mithaq.extract.phrases import matches
from mithaq.extract.record import spoken_by
from mithaq.extract.scene import Scene
from mithaq.knowledge.check import Fault
from mithaq.knowledge.pack import Pack
from mithaq.knowledge.rules import Rule
from mithaq.text.fold import folded

_LINE = re.compile(r"(?P<kind>[a-z]+)(?P<fields>(?: [a-z_]+=\S+)*): (?P<sentence>.+)")
_OPEN, _CLOSE = "⟦", "⟧"


class Line(NamedTuple):
    """One line of `lines.txt`: a sentence and the claim that it must give."""

    kind: str
    fields: dict[str, str]
    sentence: str
    marked: tuple[int, int] | None
    where: str


def faults(pack: Pack, folder: Path) -> list[Fault]:
    """Examples of rules and lines of a pack that do not give what they should; [] when all do."""
    out = [fault for rule in pack.rules for fault in _rule_faults(pack, rule)]
    for line in lines(folder / "lines.txt"):
        if fault := line_fault(pack, line):
            out.append(fault)
    return out


def _rule_faults(pack: Pack, rule: Rule) -> Iterator[Fault]:
    for example in rule.yes:
        scene = read_scene(article(example["text"], pack), None)
        wanted = {name: value for name, value in example.items() if name != "text"}
        found = [{name: scene.article.quote(span) for name, span in match.slots.items()} for match in matches([rule], scene.phrases)]
        if not any(all(folded(value) in folded(slots.get(name, "")) for name, value in wanted.items()) for slots in found):
            yield Fault(rule.where, f"does not find {wanted or 'anything'} in its example {example['text']!r}; it finds {found}.")
    for text in rule.no:
        scene = read_scene(article(text, pack), None)
        asserted = [match for match in matches([rule], scene.phrases) if marks(scene, match.span).certainty == "asserted"]
        if asserted:
            yield Fault(rule.where, f"finds {scene.article.quote(asserted[0].span)!r} in {text!r}, where it should find nothing.")


def lines(path: Path) -> list[Line]:
    """The lines of a `lines.txt`; none where the file is absent.

    Raises:
        PackError: a line has not the form that the head of this module shows.
    """
    out = []
    for number, text in enumerate(path.read_text(encoding="utf-8").split("\n") if path.exists() else [], 1):
        if not text.strip() or text.startswith("#"):
            continue
        where = f"{path.parent.name}/{path.name}:{number}"
        match = _LINE.fullmatch(text)
        if not match:
            raise PackError(f"{text[:60]!r} is not `kind field=value …: sentence`.", where)
        fields = dict(pair.split("=", 1) for pair in match["fields"].split())
        raw = match["sentence"]
        start, end = raw.find(_OPEN), raw.find(_CLOSE)
        marked = (start, end - 1) if start >= 0 else None
        out.append(Line(match["kind"], fields, raw.replace(_OPEN, "").replace(_CLOSE, ""), marked, where))
    return out


def line_fault(pack: Pack, line: Line) -> Fault | None:
    """What a line does not show; None where it shows what it should."""
    scene = read_scene(article(line.sentence, pack), None)
    found = _claims(scene)
    if line.kind == "none":
        claims = [(kind, item) for kind, items in found.items() if kind != "statement" for item in items]
        made = [f"{kind} {scene.article.quote(item['evidence'])!r}" for kind, item in claims]
        return Fault(line.where, f"gives {made[0]}, where nothing should be found.") if made else None
    items = [item for item in found.get(line.kind, []) if _touches(scene, item, line.marked)]
    if any(all(_shown(item.get(name)) == value for name, value in line.fields.items()) for item in items):
        return None
    shown = [{name: _shown(item.get(name)) for name in line.fields} for item in found.get(line.kind, [])]
    return Fault(line.where, f"wants {line.kind} {line.fields}, finds {shown or 'none'} in {line.sentence!r}.")


def _claims(scene: Scene) -> dict[str, list[dict[str, Any]]]:
    agreed = agreements(scene)
    said = [
        {
            "speaker": spoken_by(scene.article, scene.cast, statement)[0],
            "kind": "direct" if statement.direct else "indirect",
            "evidence": statement.content,
        }
        for statement in scene.statements
    ]
    return {
        "statement": said, "agreement": agreed, "event": events(scene, signings(agreed)),
        "commitment": commitments(scene), "outcome": outcomes(scene), "appeal": appeals(scene),
        "figure": figures(scene, [*commitments(scene), *appeals(scene)]),
    }  # fmt: skip


def _touches(scene: Scene, item: dict[str, Any], marked: tuple[int, int] | None) -> bool:
    passage = scene.article.evidence(item["evidence"])
    return marked is None or (passage.start < marked[1] and marked[0] < passage.end)


def _shown(value: object) -> str:
    """A field's value as a line writes it: lists by commas, null as `null`, blanks as underscores."""
    if value is None:
        return "null"
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value).replace(" ", "_")
