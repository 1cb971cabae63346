"""Packs for tests, loaded once."""

from __future__ import annotations

from functools import cache

from mithaq.extract.items import Reading, read
from mithaq.knowledge import DATA
from mithaq.knowledge import pack as packs


@cache
def pack(lang: str) -> packs.Pack:
    """The compiled pack of a language."""
    return packs.load(DATA / "lang" / lang)


def reading(text: str, lang: str) -> Reading:
    """A text under the lexicon of its language."""
    return read(text, pack(lang))
