"""What a promise is about: its fields, its numbers, the words for its object, and the agreement that is named beside it."""

from __future__ import annotations

from typing import Any

from mithaq.extract.agreements import sectors
from mithaq.extract.article import Span
from mithaq.extract.scene import Scene

_SHORTEST = 4
"""Letters of a word that tells what is promised."""
_BEFORE = 4
_BEHIND = 6
"""Items before an instrument among which "under" is looked for, and behind it that name its fields."""
_TIME = frozenset({"days", "weeks", "months", "years", "hours", "times", "percent"})


def matter(scene: Scene, evidence: Span) -> dict[str, Any]:
    """`{sectors, amounts, object, under}` of what a passage promises.

    Amounts are `{value, unit}`; `object` has the nouns that no table knows and those of units, folded; `under` has `{type, sectors}` of the
    agreements in whose name it is promised.
    """
    items = scene.article.items
    dated = {index for date in scene.dates for index in range(date.first, date.last)}
    counted = [
        held for held in scene.quantities if held.first in evidence and held.first not in dated and held.unit and held.unit not in _TIME
    ]
    words = [items[i] for i in evidence if items[i].codes == {"word"} or items[i].has_any(("unit:unit", "sector"))]
    return {
        "sectors": sectors(scene, evidence),
        "amounts": [{"value": held.value, "unit": held.unit} for held in counted],
        "object": list(dict.fromkeys(item.text for item in words if len(item.text) >= _SHORTEST)),
        "under": _under(scene, scene.article.sentence(evidence.first)),
    }


def _under(scene: Scene, sentence: Span) -> list[dict[str, Any]]:
    out = []
    for index in scene.article.find(sentence, "instrument"):
        before = Span(max(sentence.first, index - _BEFORE), index)
        if scene.article.find(before, "word:prep.under") and not scene.article.items[index].has("mark:plural"):
            named = Span(index, min(index + _BEHIND, sentence.last))
            out.append({"type": (scene.article.items[index].sense("instrument") or "").partition(".")[0], "sectors": sectors(scene, named)})
    return out
