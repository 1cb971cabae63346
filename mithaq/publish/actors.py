"""Actors: persons who speak, their offices, the forms of their names, and who is meant where only an office is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mithaq.model import Entry
from mithaq.publish.cards import Card, Field, documents
from mithaq.publish.dates import written
from mithaq.publish.passages import Place
from mithaq.publish.values import Ground, Value


def actor(ground: Ground, entry: Entry, reviewed: frozenset[str]) -> Card:
    """An actor as a card.

    Args:
        reviewed: ids of the claims that a person has decided on.
    """
    words = ground.words
    fields = (
        ("offices", offices(ground, entry)),
        ("names", _forms(ground, entry)),
        ("unnamed", [value for one in entry.fields.get("unnamed") or () for value in _unnamed(ground, entry, one)]),
    )
    return Card(
        anchor=f"e-{entry.id}",
        head=(name(ground, entry),),
        documents=documents(ground, entry),
        counted="",
        main=(),
        reviewed=not reviewed.isdisjoint(entry.claims),
        certainty=None,
        fields=tuple(Field(words.say("field", label), tuple(values)) for label, values in fields if values),
    )


def name(ground: Ground, entry: Entry) -> Value:
    """The name, in a form of the page's language where one was read; of one without a name, the office as it is written."""
    text = ground.held(entry, "name") or next((str(one["as_written"]) for one in entry.fields.get("unnamed") or ()), None)
    return _standing(ground, entry, str(text)) if text else Value(ground.words.say("page", "nobody_named"), _speaking(ground, entry))


def offices(ground: Ground, entry: Entry) -> list[Value]:
    """Each office with its state, on the passages that name the speaker."""
    pairs: Iterable[Any] = entry.fields.get("offices") or [(ground.held(entry, "office"), ground.held(entry, "state"))]
    told = [ground.words.tables["language"]["list"].join(_office(ground, *pair)) for pair in pairs if any(pair)]
    return [Value(text, _speaking(ground, entry)) for text in told]


def _office(ground: Ground, office: str | None, state: str | None) -> list[str]:
    return [ground.words.term("office", office)] * bool(office) + [ground.party(state or "")] * bool(state)


def _forms(ground: Ground, entry: Entry) -> list[Value]:
    forms = (form for held in (entry.fields.get("names") or {}).values() for form in held)
    return [_standing(ground, entry, str(form)) for form in forms]


def _unnamed(ground: Ground, entry: Entry, one: Mapping[str, Any]) -> list[Value]:
    """An office named without its holder, and who is meant, with how that is known."""
    words, place = ground.words, ground.find([one["document"]], one["as_written"])
    mention = _standing(ground, entry, one["as_written"]) if place is None else Value(one["as_written"], (place,), _lang(ground, place))
    if one.get("resolved") and one.get("name"):
        return [mention, Value(str(one["name"]), mention.places, None, words.term("rule", one.get("rule") or ""))]
    if one.get("last_named_holder"):
        day = written(one["last_named"], words) if one.get("last_named") else words.say("page", "no_date")
        told = words.say("page", "last_named", name=one["last_named_holder"], date=day)
        named = ground.find([str(one.get("last_named_in"))], one["last_named_holder"])
        return [mention, Value(told, (named,) if named else mention.places)]
    return [mention]


def _standing(ground: Ground, entry: Entry, text: str) -> Value:
    """Words with the place where they first stand in the articles of an actor; else with the passages that name the speaker."""
    held = [*(entry.fields.get("documents") or ()), *documents(ground, entry)]
    place = ground.find(sorted({one for one in held if one in ground.rank}, key=lambda one: ground.rank[one]), text)
    return Value(text, (place,), _lang(ground, place)) if place else Value(text, _speaking(ground, entry))


def _speaking(ground: Ground, entry: Entry) -> tuple[Place, ...]:
    """Where each article first names the speaker."""
    first = {claim.document: ground.grounds(claim, "speaker")[0] for claim in reversed(ground.behind(entry))}
    return tuple(first[document] for document in documents(ground, entry))


def _lang(ground: Ground, place: Place) -> str:
    return ground.documents[place.document].lang or ""
