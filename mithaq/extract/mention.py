"""A mention: a place in an article where someone is named who can act or speak."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.extract.article import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where someone is named who can act or speak.

    Attributes:
        span: all its items.
        kind: named, office, pronoun, many (several people at once) or body (ministry, government, spokesman without name).
        name: span of the name, or None.
        words: keys of the words of the name, in order.
        office: of the codebook, or None.
        state: ISO code or org:id where the mention itself says it, else None.
        title: only a title (Mr, السيد) marks the name.
    """

    span: Span
    kind: str
    name: Span | None = None
    words: tuple[str, ...] = ()
    office: str | None = None
    state: str | None = None
    title: bool = False
