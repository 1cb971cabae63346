"""Packs for tests, as mithaq loads them."""

from __future__ import annotations

from mithaq.extract.items import Reading, read
from mithaq.knowledge import load
from mithaq.knowledge.pack import Pack


def pack(lang: str) -> Pack:
    """The compiled pack of a language."""
    return load().pack(lang)


def reading(text: str, lang: str) -> Reading:
    """A text under the lexicon of its language."""
    return read(text, pack(lang))
