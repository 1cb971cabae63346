"""What an article mentions, whether it deals with it or not: every state, organisation of states, place, person, date and number read.

`mithaq extract --mentions` adds them to a record; they are no claims. A state is mentioned by its name, its adjective ("Iranian") or its
seat of government ("the Kremlin"); a capital is a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mithaq.extract.article import Article, Span
from mithaq.extract.dates import Date
from mithaq.extract.items import Item
from mithaq.extract.numbers import numbers
from mithaq.extract.quantities import Quantity
from mithaq.extract.scene import Scene
from mithaq.knowledge.codes import DIGITS, NAME
from mithaq.model import Evidence

_WHERE = ("word:prep.in", "word:prep.from", "word:prep.to")
_HOLDING = ("region", "outlet", "unit")
"""What may hold the name of a state and means none: "the Indian Ocean", "US dollar"."""
_STATE_WORDS = ("word:state_word", "word:government")


def mentioned(scene: Scene) -> list[dict[str, Any]]:
    """All mentions of an article, in the order of the text: `{kind, value, …, evidence}`.

    - state: its ISO 3166-1 alpha-2 code. organisation: its `org:id`. place: its English name, and `state`, the one that it lies in.
    - person: the fullest form of the name in the article, as written; `office`, `state`, and whether it `speaks` anywhere in the article.
    - date: a prefix date in the Gregorian calendar, null where the text with the day of publication gives none; `end` of a range,
      `weekday`, `precision`, and the `calendar` that it is written in.
    - number: its value with its scale; its `unit` in the codebook's words, or null; `ordinal` where it tells a place in an order.
      The numbers of a date are numbers too. "One" and "first" in words are none, but before a unit: they count nothing.
    """
    article = scene.article
    found = [*_names(article), *_people(scene), *(_date(article, date) for date in scene.dates), *_numbers(article, scene.quantities)]
    return sorted(found, key=lambda one: (one["evidence"]["start"], one["evidence"]["end"], one["kind"], one["value"] or ""))


def _names(article: Article) -> Iterator[dict[str, Any]]:
    for index, item in enumerate(article.items):
        if _told(article, index):
            evidence = article.evidence(Span(index, index + 1))
            states = {sense.partition(".")[0] for sense in _senses(item, "state:") if not sense.endswith(".own")} - {"-"}
            yield from (_mention("state", state, evidence) for state in sorted(states))
            yield from (_mention("organisation", name, evidence) for name in _senses(item, "org:"))
            yield from (_mention("place", name, evidence, state=state) for state, name in _places(item) if state not in states)


def _people(scene: Scene) -> Iterator[dict[str, Any]]:
    speaking = {said.actor for said in scene.statements}
    for mention, index in zip(scene.cast.mentions, scene.cast.of, strict=True):
        actor = scene.cast.actors[index] if index is not None else None
        if mention.name and actor and actor.name:
            more = {"office": actor.office, "state": actor.state, "speaks": index in speaking}
            yield _mention("person", scene.article.quote(actor.name), scene.article.evidence(mention.name), **more)


def _mention(kind: str, value: Any, evidence: Evidence, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "value": value, **more, "evidence": evidence.write()}


def _senses(item: Item, prefix: str) -> list[str]:
    inner = frozenset() if item.has_any(_HOLDING) else item.inner
    return sorted(code[len(prefix) :] for code in item.codes | inner if code.startswith(prefix))


def _places(item: Item) -> list[tuple[str, str]]:
    return [(sense.partition("/")[0], sense.partition("/")[2]) for sense in _senses(item, "city:")]


def _told(article: Article, index: int) -> bool:
    """Whether an item means the state or place that it may name: its neighbours say so where it needs that, and it is no surname."""
    item, before = article.items[index], article.items[index - 1 : index] if index else ()
    if item.has("weak:locative"):
        return any(one.has(name) for one in (item, *before) for name in _WHERE)
    if item.has("weak:determined"):
        return any(one.has(name) for one in (*before, *article.items[index + 1 : index + 2]) for name in _STATE_WORDS)
    return not (article.pack.profile.names["capitals"] and _is_surname(article, index))


def _is_surname(article: Article, index: int) -> bool:
    """Whether a given name stands before an item, or before an adjective an unknown one.

    What begins a sentence may have its capital from that, and in a headline every word has one: neither tells a name.
    """
    items = article.items
    before, after = items[index - 1] if index else None, items[index + 1] if index + 1 < len(items) else None
    if before is None or before.has("given:name"):
        return before is not None
    inside = index - 1 > article.sentence(index).first
    adjective = any(sense.endswith(".adj") for sense in _senses(items[index], "state:"))
    return adjective and inside and NAME in before.codes and not (after and article.quote(Span(index + 1, index + 2))[0].isupper())


def _date(article: Article, date: Date) -> dict[str, Any]:
    evidence = article.evidence(Span(date.first, date.last))
    more = {"end": date.end, "weekday": date.weekday, "precision": date.precision, "calendar": date.calendar}
    return _mention("date", date.value, evidence, **more)


def _numbers(article: Article, quantities: Iterable[Quantity]) -> Iterator[dict[str, Any]]:
    for quantity in quantities:
        if quantity.value != 1 or quantity.unit or any(DIGITS in article.items[i].codes for i in range(*quantity.number)):
            evidence = article.evidence(Span(quantity.first, quantity.last))
            yield _mention("number", quantity.value, evidence, unit=quantity.unit, ordinal=False)
    for number in numbers(article.reading):
        if number.ordinal and number.value != 1:
            yield _mention("number", number.value, article.evidence(Span(number.first, number.last)), unit=None, ordinal=True)
