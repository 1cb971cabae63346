"""The record of an article: its claims together, the states they name, and whether the article is about dealings between states at all."""

from __future__ import annotations

from typing import Any

from mithaq.extract.actors import Actor, Cast
from mithaq.extract.article import Article, Span
from mithaq.extract.claims import Found, ground, written
from mithaq.extract.relevance import listed, relevant
from mithaq.extract.scene import Scene
from mithaq.extract.statements import Statement
from mithaq.model import Document, Record

_STATES_OF = {
    "events": ("participants", "state", "mediators"), "agreements": ("parties", "mediators"), "commitments": ("by", "to"),
    "appeals": ("by", "on"),
}  # fmt: skip
_KINDS = ("events", "agreements", "commitments", "outcomes", "appeals", "figures", "bodies", "projects")


def record(scene: Scene, document: Document, lang: str, found: dict[str, list[Found]]) -> Record:
    """The record of an article, with all passages.

    Args:
        scene: of the article.
        document: whose id and metadata it takes.
        lang: of the text.
        found: list of a record -> items in the making; empty where the article is not relevant.
    """
    is_relevant = relevant(scene, found)
    kept = found if is_relevant else {}
    items = {kind: [_item(scene, kind, item) for item in kept.get(kind, ())] for kind in _KINDS}
    return {
        "id": document.id,
        "file": document.file,
        "lang": lang,
        "relevant": is_relevant,
        "published": None,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "states": sorted(
            {
                name
                for kind, fields in _STATES_OF.items()
                for item in items[kind]
                for field in fields
                for name in listed(item.get(field))
                if _is_state(name)
            }
        ),
        "actors": [_actor(scene.article, actor) for actor in scene.cast.actors if actor.kind != "body"] if is_relevant else [],
        **items,
        "statements": [_statement(scene, said) for said in scene.statements] if is_relevant else [],
    }


def _is_state(name: str) -> bool:
    return ":" not in name


_GROUNDED = {
    "events": ("participants", "state"),
    "agreements": ("parties",),
    "commitments": ("by", "to"),
    "outcomes": ("by", "to"),
    "appeals": ("by", "on"),
    "figures": ("parties",),
    "bodies": ("parties",),
    "projects": ("states",),
}
_ABBREVIATION = 4
"""Letters of the longest abbreviation by which a state or an organisation speaks."""

_SCRATCH = (
    "awaited", "headed", "noun", "step", "besides", "head", "told", "stands", "money", "bracketed", "sure", "set", "new", "about", "named",
    "around",
)  # fmt: skip


def _item(scene: Scene, kind: str, item: Found) -> dict[str, Any]:
    kept = {name: value for name, value in item.items() if name not in _SCRATCH and not (name == "holds" and not value)}
    return written(scene, kept, *_GROUNDED[kind])


def _actor(article: Article, actor: Actor) -> dict[str, Any]:
    span = actor.name or actor.spans[0]
    as_written = article.quote(span)
    return {"name": as_written if actor.name else None, "as_written": as_written, "office": actor.office, "state": actor.state}


def speaker_name(article: Article, cast: Cast, actor: int | None) -> tuple[str | None, Span | None]:
    """The fullest form of an actor's name in the article (of a body: its words), and where it stands."""
    if actor is None:
        return None, None
    found = cast.actors[actor]
    span = found.name or _fullest(article, found)
    return article.quote(span), span


def _fullest(article: Article, actor: Actor) -> Span:
    """Where an actor without a personal name is named: a state or organisation in full, any other where it is met first."""
    first = actor.spans[0]
    if first.last - first.first > 1 or actor.state is None or article.parties[first.first] != actor.state:
        return first
    named = [i for i, party in enumerate(article.parties) if party == actor.state and "." not in (article.items[i].sense("state") or "")]
    place = max(named, key=lambda i: (len(article.items[i].text), -i), default=first.first)
    return Span(place, place + 1)


def _organ(article: Article, cast: Cast, said: Statement) -> tuple[str, Span] | None:
    """An organ, a document or a party by its words where it speaks; None where a person speaks, or a party by its abbreviation alone."""
    if said.speaker is None or said.actor is None or cast.actors[said.actor].kind != "body":
        return None
    span = cast.mentions[said.speaker].span
    short = article.parties[span.first] and all(len(word) <= _ABBREVIATION for word in article.quote(span).split())
    return None if cast.mentions[said.speaker].kind != "body" or short else (article.quote(span), span)


def spoken_by(article: Article, cast: Cast, said: Statement) -> tuple[str | None, Span | None]:
    """Who speaks as a record names him: an organ or party by its words there, a person by his fullest name; and where that stands."""
    return _organ(article, cast, said) or speaker_name(article, cast, said.actor)


def _statement(scene: Scene, said: Statement) -> dict[str, Any]:
    article, cast = scene.article, scene.cast
    name, span = spoken_by(article, cast, said)
    where = cast.mentions[said.speaker].span if said.speaker is not None else None
    grounds: dict[str, Any] = {"cue": [article.evidence(said.frame.cue).write()]}
    passages = [article.evidence(found).write() for found in dict.fromkeys(s for s in (where, span) if s)]
    if passages:
        grounds["speaker"] = passages
    return {
        "speaker": name,
        "speaker_as_written": article.quote(where) if where else None,
        "cue": article.quote(said.frame.cue),
        "kind": "direct" if said.direct else "indirect",
        "topics": _topics(article, said.content),
        "evidence": article.evidence(said.content).write(),
        "also": [],
        "grounds": grounds,
    }


def _topics(article: Article, content: Span) -> list[str]:
    senses = [item.sense("sector") or item.sense("topic") for item in article.items[content.first : content.last]]
    return list(dict.fromkeys(sense.partition(".")[0] for sense in senses if sense))


__all__ = ["ground", "record", "speaker_name", "spoken_by"]
