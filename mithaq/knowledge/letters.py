"""The letters of names: what each spelling of a consonant stands for in a skeleton that scripts share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mithaq.errors import PackError
from mithaq.knowledge.tables import rows
from mithaq.text.fold import folded

_CLASS = re.compile(r"-|[a-z]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """Spellings of consonants with their classes, and the words and prefixes that are no part of a name.

    Attributes:
        classes: folded spelling -> the classes it may stand for; "" where it may be left out.
        longest: length of the longest spelling.
        particles: folded words within names, or of respect before them, that are no names.
        prefixes: folded heads of words that may be left out.
    """

    classes: Mapping[str, tuple[str, ...]]
    longest: int
    particles: frozenset[str]
    prefixes: tuple[str, ...]


def load_letters(path: Path) -> Letters:
    """Read the table `spelling, class, source`.

    Raises:
        PackError: a class is neither `-`, small Latin letters, `particle` nor `prefix`, or a spelling has two.
    """
    classes: dict[str, tuple[str, ...]] = {}
    words: dict[str, set[str]] = {"particle": set(), "prefix": set()}
    for row in rows(path):
        spelling = folded(row.surface)
        if row.sense in words:
            words[row.sense].add(spelling)
            continue
        allowed = row.sense.split("|")
        if not all(_CLASS.fullmatch(sense) for sense in allowed):
            raise PackError(f"class '{row.sense}'; allowed are '-', small letters, both joined by '|', 'particle' and 'prefix'.", row.where)
        if spelling in classes:
            raise PackError(f"'{spelling}' has a class already; keep one row.", row.where)
        classes[spelling] = tuple("" if sense == "-" else sense for sense in allowed)
    if not classes:
        raise PackError("no letters.", str(path), "Restore the table.")
    return Letters(classes, max(map(len, classes)), frozenset(words["particle"]), tuple(sorted(words["prefix"])))
