"""Bodies and projects: standing commissions, chambers and working groups of several parties; corridors, railways, pipelines and plants."""

from __future__ import annotations

from mithaq.extract.agreements import sectors
from mithaq.extract.article import Span
from mithaq.extract.claims import Found
from mithaq.extract.names import may_name
from mithaq.extract.scene import Scene
from mithaq.text.fold import folded

_TAIL = 7
_NAMING = ("state", "sector", "city", "word:two_states", "word:and", "word:prep.of", "word:prep.between", "word:state_word", "org")
"""What may stand in the name of a body or a project beside the noun."""

_PROPER = ("state", "city", "org", "name", "word:two_states")
"""What makes a noun with its sector the name of one project, and not of any."""


def bodies(scene: Scene) -> list[Found]:
    """The bodies of an article that two parties or more have together, each once with `also`."""
    out: list[Found] = []
    for index in scene.article.find(_all(scene), "word:body", "act:event.commission_session"):
        span = _name(scene, index)
        parties = _parties(scene, span)
        if span.last - span.first > 1 and len(parties) >= 2:
            _add(out, {"name": scene.article.quote(span), "parties": parties, "evidence": span, "also": []})
    return out


def projects(scene: Scene) -> list[Found]:
    """The projects of an article that have a name and a state, each once with `also`."""
    out: list[Found] = []
    for index in scene.article.find(_all(scene), "word:project"):
        span = _name(scene, index)
        states = [name for name in scene.bilateral(span) if not name.startswith(("org:", "name:"))]
        fields = sectors(scene, span)
        if fields and states and scene.article.find(span, *_PROPER):
            _add(out, {"name": scene.article.quote(span), "states": states, "sectors": fields, "evidence": span, "also": []})
    return out


def _all(scene: Scene) -> Span:
    return Span(0, len(scene.article.items))


def _name(scene: Scene, index: int) -> Span:
    """The noun with the words that name it, on both sides."""
    items, sentence = scene.article.items, scene.article.sentence(index)
    first, last = index, index + 1
    while last < min(sentence.last, index + _TAIL) and _names(scene, last):
        last += 1
    while first > max(sentence.first, index - _TAIL) and (items[first - 1].has("sector") or "name" in items[first - 1].codes):
        first -= 1
    return scene.article.trimmed(Span(first, last), ("word:and", "word:prep", "word:article"))


def _names(scene: Scene, index: int) -> bool:
    item = scene.article.items[index]
    if item.has_any((*_NAMING, "digits", "dash")):
        return True
    return may_name(item, scene.article.pack) and not item.has("given")


def _parties(scene: Scene, span: Span) -> list[str]:
    items = scene.article.items
    named = [found for i in span if (found := scene.article.parties[i])]
    if any(items[i].has("word:two_states") or items[i].has("word:two_sides") for i in span):
        named += scene.pair(span)
    return list(dict.fromkeys(named))


def _add(out: list[Found], item: Found) -> None:
    for held in out:
        if folded(held["name"]) == folded(item["name"]):
            held["also"].append(item["evidence"])
            return
    out.append(item)
