"""Expansion of a table's surface to the folded spellings that texts use; one function a kind of language.

A half-space in a surface stands for a half-space, nothing, or a space; a space for a space or a half-space that was
lost (so: nothing), where the language writes half-spaces at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from mithaq.text.fold import folded

HALF_SPACE = "\u200c"
_MOST_JOINTS = 5


def _plain(surface: str) -> Iterator[tuple[str, str]]:
    yield folded(surface), ""


def _persian(surface: str) -> Iterator[tuple[str, str]]:
    pieces = surface.replace(HALF_SPACE, " ").split(" ")
    joints = len(pieces) - 1
    if joints > _MOST_JOINTS:
        yield folded(" ".join(pieces)), ""
        return
    for glue in product((" ", ""), repeat=joints):
        yield folded("".join(piece + joint for piece, joint in zip(pieces, (*glue, ""), strict=True))), ""


def _arabic(surface: str) -> Iterator[tuple[str, str]]:
    yield folded(surface), ""
    if surface.startswith("ال"):  # "to" swallows the alef of the article: للاتحاد
        yield folded("ل" + surface[1:]), "oblique"
    if surface.endswith("ة"):  # before an attached pronoun
        for pronoun in ("ه", "ها", "هم", "هما", "نا", "ی", "کم"):
            yield folded(surface[:-1] + "ت") + pronoun, ""


def _russian(surface: str) -> Iterator[tuple[str, str]]:
    from mithaq.knowledge.inflection import inflected  # heavy: only where a Russian pack is compiled

    yield from inflected(surface)


FORMS: dict[str, Callable[[str], Iterator[tuple[str, str]]]] = {
    "plain": _plain, "english": _plain, "persian": _persian, "arabic": _arabic, "russian": _russian,
}  # fmt: skip
"""Name of a way in which the surfaces of a language are expanded, as its profile has it -> what does it."""


def spellings(surface: str, forms: str) -> list[tuple[str, str]]:
    """The folded spellings of a surface, each with the markers that the form itself adds, divided by "+" ("" for none).

    Args:
        surface: as in the table, without the `*` of an open end.
        forms: one of `FORMS`.
    """
    return list(dict.fromkeys(FORMS[forms](surface)))
