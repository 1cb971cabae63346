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
_SOUND = re.compile(r"'|[a-z]+")
_NEAR = "near:"
_DISTANCE = re.compile(r"0(\.\d+)?|1(\.0+)?")


@dataclass(frozen=True, slots=True)
class Letters:
    """Spellings of consonants with their classes, and the words and prefixes that are no part of a name.

    Attributes:
        classes: folded spelling -> the classes it may stand for; "" where it may be left out.
        longest: length of the longest spelling.
        particles: folded words within names, or of respect before them, that are no names.
        prefixes: folded heads of words that may be left out.
        sounds: folded spelling -> the sounds that it may stand for, the usual one first.
        forms: folded words that say what a company is in law.
        near: two sounds -> how far apart they are, from 0 to 1, where that is less than 1.
    """

    classes: Mapping[str, tuple[str, ...]]
    longest: int
    particles: frozenset[str]
    prefixes: tuple[str, ...]
    sounds: Mapping[str, tuple[str, ...]]
    near: Mapping[tuple[str, str], float]
    forms: frozenset[str]


def load_letters(path: Path) -> Letters:
    """Read the table `spelling, class, source`, and the sounds from `sounds.tsv` beside it.

    Raises:
        PackError: a class is neither `-`, small Latin letters, `particle`, `prefix` nor `form`, or a spelling has two; a sound is no
            row of small letters, or a distance no number from 0 to 1.
    """
    classes: dict[str, tuple[str, ...]] = {}
    words: dict[str, set[str]] = {"particle": set(), "prefix": set(), "form": set()}
    for row in rows(path):
        spelling = folded(row.surface)
        if row.sense in words:
            words[row.sense].add(spelling)
            continue
        allowed = row.sense.split("|")
        if not all(_CLASS.fullmatch(sense) for sense in allowed):
            allowed_classes = "'-', small letters, both joined by '|', 'particle', 'prefix' and 'form'"
            raise PackError(f"class '{row.sense}'; allowed are {allowed_classes}.", row.where)
        if spelling in classes:
            raise PackError(f"'{spelling}' has a class already; keep one row.", row.where)
        classes[spelling] = tuple("" if sense == "-" else sense for sense in allowed)
    if not classes:
        raise PackError("no letters.", str(path), "Restore the table.")
    sounds, near = _sounds(path.with_name("sounds.tsv"))
    particles, prefixes, forms = (frozenset(words[name]) for name in ("particle", "prefix", "form"))
    return Letters(classes, max(map(len, classes)), particles, tuple(sorted(prefixes)), sounds, near, forms)


def _sounds(path: Path) -> tuple[dict[str, tuple[str, ...]], dict[tuple[str, str], float]]:
    sounds: dict[str, tuple[str, ...]] = {}
    near: dict[tuple[str, str], float] = {}
    for row in rows(path):
        if row.sense.startswith(_NEAR):
            one, _, other = row.surface.partition(" ")
            if not _DISTANCE.fullmatch(row.sense.removeprefix(_NEAR)):
                raise PackError(f"'{row.sense}'; a distance is near:0 to near:1, as near:0.25.", row.where)
            near[one, other] = near[other, one] = float(row.sense.removeprefix(_NEAR))
            continue
        found = tuple(row.sense.split("|"))
        if not all(_SOUND.fullmatch(sound) for sound in found):
            raise PackError(f"sounds '{row.sense}'; allowed are small letters or ', several joined by '|'.", row.where)
        if sounds.setdefault(folded(row.surface), found) != found:
            raise PackError(f"'{row.surface}' has sounds already; keep one row.", row.where)
    return sounds, near
