"""What all makers of claims share: the item of a record with its passages, and the grounds of its parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mithaq.extract.article import Span
from mithaq.extract.scene import Scene
from mithaq.model import Evidence

Found = dict[str, Any]
"""An item of a record in the making: the codebook's fields, `evidence` and `also` as spans of items."""


def written(scene: Scene, item: Mapping[str, Any], *fields: str) -> dict[str, Any]:
    """The item as a record holds it: spans become passages, and each party of `fields` that the passage does not name gets a ground.

    A party that the article names nowhere, known by the office table alone, is marked as derived.
    """
    evidence: Span = item["evidence"]
    also: list[Span] = [span for span in item.get("also", ()) if span != evidence]
    out = {name: value for name, value in item.items() if name not in {"evidence", "also", "grounds", "bare", "within"}}
    out["evidence"] = scene.article.evidence(evidence).write()
    out["also"] = [scene.article.evidence(span).write() for span in dict.fromkeys(also)]
    grounds: dict[str, list[dict[str, Any]]] = {
        name: [scene.article.evidence(span).write() for span in found] for name, found in item.get("grounds", {}).items()
    }
    for name in fields:
        value = item.get(name)
        parties = [value] if isinstance(value, str) else value or []
        inside = scene.parties(evidence)
        missing = [found for found in parties if found not in inside]
        passages = [passage.write() for found in missing if (passage := ground(scene, found, evidence.first))]
        if passages and name not in grounds:
            grounds[name] = passages
        if concluded := sorted(set(parties) & scene.cast.known):
            out["derived"] = {**out.get("derived", {}), name: {"rule": "office table", "from": concluded}}
    if grounds:
        out["grounds"] = grounds
    return out


def ground(scene: Scene, name: str, position: int) -> Evidence | None:
    """The passage nearest before a position (else the first after it) that names a party."""
    if name.startswith("name:"):
        return None
    places = [i for i, found in enumerate(scene.article.parties) if found == name]
    if not places:
        own = [actor.spans[0] for actor in scene.cast.actors if actor.state == name]
        return scene.article.evidence(own[0]) if own else None
    before = [i for i in places if i < position]
    place = before[-1] if before else places[0]
    return scene.article.evidence(Span(place, place + 1))


def overlapping(a: Span, b: Span) -> bool:
    """Whether two spans share an item."""
    return a.first < b.last and b.first < a.last


def joined(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of some spans."""
    found = list(spans)
    return Span(min(span.first for span in found), max(span.last for span in found))
