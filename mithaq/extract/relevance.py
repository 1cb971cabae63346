"""Relevance: whether an article is about dealings between states, or a state and an organisation of states, at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mithaq.extract.article import Span
from mithaq.extract.claims import Found
from mithaq.extract.phrases import matches
from mithaq.extract.scene import Scene

_TOLD = (
    ("events", ("participants", "state")),
    ("agreements", ("parties", "around")),
    ("commitments", ("by", "to")),
    ("outcomes", ("by", "to")),
)
_AROUND = 2
"""Sentences before that of a claim in which its parties may be named."""

_BOTH = ("word:two_states", "word:two_sides", "word:three_states")
_FEW_OFFICIALS = 3
_OWN_AFFAIRS = ("other", "refrain")
"""Acts that a state may as well announce to its own people."""

_MARKETS = 3
"""Words of markets for each person in office above which an article is about markets."""


def listed(value: Any) -> Sequence[str]:
    """A field's parties as a list, whether it holds one, several or none."""
    return [value] if isinstance(value, str) else value or []


def relevant(scene: Scene, found: dict[str, list[Found]]) -> bool:
    """Whether the claims hold a meeting, an agreement or a commitment between two parties, or what became of one.

    What one state does for or to another counts as well, though no record lists it: it grants a loan, hands over a prisoner.

    A claim counts fully where two of its parties are named in its own sentence, and less where they are named just before. One
    whose parties were concluded from the rest of the article counts only among several people in office, as does the promise of one
    state in an article about several. Where companies are
    spoken of more than people in office, a claim or two make an article of business, not of states; where matches and teams are,
    it is one of sport, and where shares and indices are by far, one of markets.
    """
    here = near = far = 0
    for kind, fields in _TOLD:
        for item in found.get(kind, ()):
            distance = _distance(scene, item, fields)
            here += distance == 0
            near += distance == 1
            far += distance == 2
    here += _dealings(scene)
    officials = sum(scene.cast.state(i) is not None for i, mention in enumerate(scene.cast.mentions) if mention.kind in {"named", "office"})
    whole = Span(0, len(scene.article.items))
    companies = len(scene.article.find(whole, "word:company"))
    business = companies > officials and here <= 1 and here + near <= 2
    markets, contests = len(scene.article.find(whole, "word:market")), len(scene.article.find(whole, "word:contest"))
    if contests > max(officials, 1) or markets > _MARKETS * max(officials, 1):
        return False
    if here + near > 0 and not business:
        return True
    alone = _pledges_of_one(scene, found) and 2 * companies < officials
    return officials >= _FEW_OFFICIALS and ((far > 0 and companies < officials) or alone)


def _dealings(scene: Scene) -> int:
    """In how many sentences that name two parties what one state does for or to another is told, be it no item of a record."""
    told = matches(scene.article.pack.rules_of("dealings"), scene.phrases)
    sentences = {scene.article.sentence(match.span.first) for match in told}
    return sum(len({*scene.parties(sentence), *_places(scene, sentence)}) > 1 for sentence in sentences)


def _pledges_of_one(scene: Scene, found: dict[str, list[Found]]) -> bool:
    """Whether a state alone binds itself to what may concern another one, or where another is spoken of, in an article about several."""
    states = {name for name in scene.cast.principals if not name.startswith("org:")}
    for item in found.get("commitments", ()):
        by = set(listed(item.get("by")))
        towards = item["act"] not in _OWN_AFFAIRS or set(scene.parties(scene.article.sentence(item["evidence"].first))) - by
        if len(states) > 1 and by & states and towards:
            return True
    return False


def _distance(scene: Scene, item: Found, fields: Sequence[str]) -> int | None:
    """How far from a claim two of its parties are named: 0 in its sentence, 1 just before, 2 farther; None where it has not two."""
    parties = {name for field in fields for name in listed(item.get(field)) if not name.startswith("name:")}
    if len(parties) < 2:
        return None
    best = 2
    for span in (item["evidence"], *item["also"]):
        sentence = scene.article.sentence(span.first)
        if _names_two(scene, sentence, parties):
            return 0
        if _names_two(scene, Span(scene.article.sentence(max(sentence.first - _AROUND, 0)).first, sentence.last), parties):
            best = 1
    return best


def _names_two(scene: Scene, span: Span, parties: set[str]) -> bool:
    items = scene.article.items
    if any(items[i].has_any(_BOTH) for i in span):
        return True
    return len(parties & {*scene.acting(span), *_places(scene, span)}) >= 2


def _places(scene: Scene, span: Span) -> set[str]:
    """The states whose cities a span names."""
    return {sense.partition("/")[0] for i in span if (sense := scene.article.items[i].sense("city"))}
