"""Sides: whose agreement a passage tells of."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.extract.article import Span
from mithaq.extract.quantities import Quantity
from mithaq.extract.scene import Scene, merged

_NAMED_BEHIND = 8
"""Items behind an instrument within which it may be said between whom or with whom it is."""

_LONGEST = 40
"""Items of the longest list of those between whom something is."""

_LINK = 3
"""Items between two parties of one list at most: a comma, "and", an article."""

_ENDS = ("act:legal", "act:delivery", "act:event", "cue", "modal", "marker", "stop", "colon", "semicolon", "break", "word:stop")
_SEVERAL = 2
_FEW = range(3, 13)


def sides(scene: Scene, evidence: Span, step: Span | None, what: Span | None) -> list[str]:
    """The parties of an agreement, in order.

    The one state that joins or leaves an instrument open to many; companies that a passage names beside a party; as many states as a
    passage counts; where nothing but a verb of agreeing tells of it, those who agreed, not those about whom they did; else as the scene
    has it.

    Args:
        evidence: the passage that tells of it.
        step: its verb, or None.
        what: the noun of the instrument, or None.
    """
    joins = what is not None and scene.article.items[what.first].has("mark:open") and len(scene.parties(evidence)) < _SEVERAL
    if joins and step and len(found := scene.subject(step)) == 1:
        return found
    if step and what and len(found := _with_companies(scene, evidence)) > 1:
        return found
    if found := _together(scene, evidence):
        return found
    if what is None and step and (found := _agreeing(scene, step)):
        return found
    return scene.bilateral(evidence)


def between(scene: Scene, what: Span, evidence: Span) -> list[str]:
    """The parties and companies that a noun's "between" names, in its passage or near it: "the agreement between A, B and the firm C"."""
    items, sentence = scene.article.items, scene.article.sentence(what.first)
    for index in range(what.last, min(max(what.last + _NAMED_BEHIND, evidence.last), sentence.last)):
        if items[index].has("word:prep.between"):
            return merged(*(_named(scene, part) for part in _parts(scene, Span(index + 1, sentence.last))))
        if items[index].has("instrument") or items[index].has("cue:say"):
            break
    return []


def _parts(scene: Scene, span: Span) -> Iterator[Span]:
    """The members of a list, cut at commas and at "and", up to where the list ends."""
    items, first = scene.article.items, span.first
    for index in range(span.first, min(span.last, span.first + _LONGEST)):
        item = items[index]
        if item.has_any(_ENDS) or (item.has("word:prep") and not item.has_any(("word:prep.of", "word:prep.between"))):
            yield Span(first, index)
            return
        if item.has_any(("word:and", "word:prep.between")) or "comma" in item.codes or item.has("clitic:and"):
            yield Span(first, index)
            first = index if item.has("clitic:and") else index + 1
    yield Span(first, min(span.last, span.first + _LONGEST))


def _named(scene: Scene, part: Span) -> list[str]:
    """The parties that a member of a list names, or the company that it is."""
    return (scene.parties(part) or _companies(scene, part, owned=True)) if part.last > part.first else []


def _companies(scene: Scene, span: Span, *, owned: bool = False) -> list[str]:
    """The companies that a span names as doing something or dealt with; with `owned`, also a name behind a state's genitive."""
    items, out = scene.article.items, []
    for index in span:
        before = [items[i] for i in range(max(index - _LINK, span.first), index) if items[i].has("word:prep")]
        hangs = any(not item.has_any(("word:prep.with", "word:prep.between", "word:prep.of")) for item in before)
        named = items[index].has("word:company") or (owned and items[index].sense("state") is not None)
        if named and not hangs and (name := _name(scene, Span(index + 1, span.last))):
            out.append("name:" + scene.article.quote(name))
    return merged(out)


def _name(scene: Scene, span: Span) -> Span | None:
    """The name with which a span begins: its words with capitals, or what stands in quotation marks; None where it begins otherwise."""
    items, last = scene.article.items, span.first
    if span.first < span.last and "quote" in items[span.first].codes:
        end = next((i for i in range(span.first + 1, span.last) if "quote" in items[i].codes), span.first)
        return Span(span.first + 1, end) if end > span.first + 1 else None
    while last < span.last and "name" in items[last].codes:
        last += 1
    return Span(span.first, last) if last > span.first else None


def _with_companies(scene: Scene, evidence: Span) -> list[str]:
    """The parties of a passage together with the companies that it names, where it names any."""
    companies = _companies(scene, evidence)
    return merged(scene.parties(evidence, places=False), companies) if companies else []


def _together(scene: Scene, evidence: Span) -> list[str]:
    """The states meant by "the three countries" or "the presidents": as many as are said, listed last before it, else behind it."""
    if len(scene.parties(evidence, places=False)) > 1 or scene.article.find(evidence, "word:two_states", "word:two_sides"):
        return []
    counts = [found.value for found in scene.quantities if found.first in evidence and found.value in _FEW and _counts_sides(scene, found)]
    if scene.article.find(evidence, "word:three_states"):
        counts.append(_FEW.start)
    long = [(last, found) for last, found in lists(scene) if len(found) > 2]
    nearest = [found for last, found in reversed(long) if last <= evidence.last] + [found for last, found in long if last > evidence.last]
    if counts:
        states = [name for name in scene.cast.principals if not name.startswith("org:")]
        return next((found for found in [*nearest, states] if len(found) == counts[0]), [])
    several = any(mention.kind == "many" and mention.span.first in evidence for mention in scene.cast.mentions)
    return next((found for found in nearest if set(scene.cast.principals[:2]) <= set(found)), []) if several else []


def _counts_sides(scene: Scene, found: Quantity) -> bool:
    """Whether what is counted are states, sides or people in office: "the three presidents"."""
    items = scene.article.items
    return found.unit == "countries" or (found.last < len(items) and items[found.last].has_any(("office", "word:state_word")))


def lists(scene: Scene) -> list[tuple[int, list[str]]]:
    """The lists of parties side by side, each with the item behind it, in order."""
    items, out = scene.article.items, list[tuple[int, list[str]]]()
    for index, found in enumerate(scene.article.parties):
        if not found:
            continue
        end, listed = out[-1] if out else (-_LINK, [])
        link = items[end : index + 1] if index - end < _LINK else []
        if any(item.has_any(("word:and", "clitic:and")) or "comma" in item.codes for item in link):
            out[-1] = (index + 1, merged(listed, [found]))
        else:
            out.append((index + 1, [found]))
    return out


def _agreeing(scene: Scene, step: Span) -> list[str]:
    """Those who agreed: the subject of the verb and whom it names behind "with"; the members of an organisation agree alone."""
    found, clause = scene.subject(step), scene.own_clause(step)
    for index in scene.article.find(clause, "word:prep.with"):
        found = merged(found, scene.parties(Span(index + 1, min(index + 4, clause.last)))[:1])
    members = any(mention.kind == "many" and mention.span.first in clause for mention in scene.cast.mentions)
    return found if len(found) > 1 or (len(found) == 1 and found[0].startswith("org:") and members) else []
