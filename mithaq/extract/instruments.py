"""What the noun of an instrument says by itself: its type, how many there are, its title, whether it is brought up for the first time."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.scene import Scene

_TITLE = 14
_TITLE_ENDS = ("act:legal", "act:event", "act:delivery", "cue", "modal", "marker", "word:stop", "word:this", "calendar")
_SIGN_ENDS = frozenset({"comma", "stop", "colon", "quote", "open", "semicolon", "break"})
_ELSEWHERE = ("city", "state:gov", "instrument")
"""Behind "in": where something was done, or in which other instrument."""

TELLING = {"document": 0, "understanding": 1, "agreement": 2}
"""Types that say little, least first; any other says more."""

_COUNT_REACH = 3
_BEFORE_NOUN = 6
"""Items before an instrument among which its article is looked for."""

_MOST = 1000


def any_one(scene: Scene, what: Span) -> bool:
    """Whether a noun means any instrument, and so names none ("all agreements must be kept")."""
    return bool(scene.article.find(Span(max(what.first - 2, 0), what.first), "word:every"))


def vague(scene: Scene, what: Span) -> bool:
    """Whether a noun alone says too little to be told as an instrument: a loose one, or a plural without a number."""
    head = scene.article.items[what.first]
    return head.has("mark:loose") or (head.has("mark:plural") and count(scene, what)[0] is None)


def indefinite(scene: Scene, what: Span) -> bool:
    """Whether an indefinite article brings an instrument up for the first time."""
    items = scene.article.items
    for index in range(what.first - 1, max(what.first - _BEFORE_NOUN, -1), -1):
        if items[index].has("word:article"):
            return items[index].has("word:article.a")
        if items[index].codes & _SIGN_ENDS or items[index].has("word:prep"):
            return False
    return False


def kind(scene: Scene, what: Span) -> str | None:
    """The type of the noun; of several nouns side by side ("documents and memoranda", "agreement on a roadmap") the most telling one."""
    items = scene.article.items
    kinds = [items[what.first].sense("instrument")]
    for index in range(what.last, min(what.last + 3, len(items))):
        if sense := items[index].sense("instrument"):
            kinds.append(sense)
        elif not (items[index].has_any(("word:and", "word:prep", "word:stop")) or "comma" in items[index].codes):
            break
    return max((kind for kind in kinds if kind), key=lambda kind: TELLING.get(kind, len(TELLING)), default=None)


def count(scene: Scene, what: Span) -> tuple[int | None, str | None]:
    """How many instruments a noun names: 1, the numeral before it, or None and the words of a vague plural."""
    items = scene.article.items
    dated = {index for date in scene.dates for index in range(date.first, date.last)}
    for quantity in scene.quantities:
        between = Span(quantity.last, what.first)
        beside = 0 <= what.first - quantity.last < _COUNT_REACH and not scene.article.find(between, "comma", "act", "cue", "modal")
        glued = any("dash" in item.codes for item in items[quantity.last : quantity.last + 1])  # "a seven-point plan"
        plain = not glued and quantity.unit is None and quantity.first not in dated and float(quantity.value).is_integer()
        if beside and plain and 0 < quantity.value < _MOST:
            return int(quantity.value) + _more(scene, what.last), None
    head = items[what.first]
    if head.has("mark:dual"):
        return 2, None
    near = [i for i in range(max(0, what.first - 2), min(len(items), what.last + 2)) if items[i].has("word:many")]
    if near:
        return None, scene.article.quote(Span(min(near), max(near) + 1))
    return (None, None) if head.has("mark:plural") else (1, None)


def _more(scene: Scene, index: int) -> int:
    """How many further instruments "and" adds with a number of their own right behind a noun: "four agreements and one memorandum"."""
    items = scene.article.items
    if index >= len(items) or not items[index].has("word:and") or scene.article.pack.profile.names["verb_last"]:
        return 0
    added = next((quantity for quantity in scene.quantities if quantity.first == index + 1 and quantity.unit is None), None)
    if added is None or added.last >= len(items) or not items[added.last].has("instrument") or not 0 < added.value < _MOST:
        return 0
    return int(added.value)


def title(scene: Scene, what: Span) -> Span | None:
    """The noun with what names it, up to the end of its phrase; None where nothing does."""
    items, sentence = scene.article.items, scene.article.sentence(what.first)
    last = what.last
    while last < min(sentence.last, what.last + _TITLE):
        item = items[last]
        placed = item.has("word:prep.in") and bool(scene.article.find(Span(last + 1, min(last + 3, sentence.last)), *_ELSEWHERE))
        if placed or item.codes & _SIGN_ENDS or item.has_any(_TITLE_ENDS):
            break
        last += 1
    if last < sentence.last and items[last].has("modal:aux") and items[last - 1].codes == {"word"}:
        last -= 1  # the participle of the verb that ends the clause
    span = scene.article.trimmed(Span(what.first, last), ("word:prep", "word:and", "word:stop", "word:article", "unit", "digits"))
    return span if span.last - span.first > 1 else None
