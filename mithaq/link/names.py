"""Names across scripts: the consonant skeleton of a name as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from mithaq.knowledge.letters import Letters
from mithaq.text.fold import folded

_WORD = re.compile(r"[^\W\d_]+")
_OPEN_CHOICES = 3
_READ: dict[int, tuple[Letters, dict[str, Name]]] = {}
"""Names read so far, by letters; a pure cache."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name, read for comparison.

    Attributes:
        family: skeletons that the last word with a consonant may have.
        given: skeletons that the other words may have, one set a word.
        whole: skeletons of all words together.
        words: the words themselves, folded, without particles.
    """

    family: frozenset[str]
    given: tuple[frozenset[str], ...]
    whole: frozenset[str]
    words: tuple[str, ...] = ()


def read(written: str, letters: Letters) -> Name:
    """The name as written, without particles and words of respect."""
    known = _READ.setdefault(id(letters), (letters, {}))[1]
    if written not in known:
        known[written] = _read(written, letters)
    return known[written]


def _read(written: str, letters: Letters) -> Name:
    words = [word for word in _WORD.findall(folded(written)) if word not in letters.particles]
    kept = [(word, found) for word in words if (found := skeletons(word, letters)) and max(map(len, found)) > 0]
    if not kept:
        return Name(frozenset(), (), frozenset())
    bones = [found for _, found in kept]
    given = tuple(sorted(set(bones[:-1]), key=sorted))
    return Name(bones[-1], given, _whole(bones), tuple(word for word, _ in kept))


def skeletons(word: str, letters: Letters) -> frozenset[str]:
    """The skeletons that a folded word may have: one, or several where a letter has more than one class."""
    stems = [word] + [word[len(prefix) :] for prefix in letters.prefixes if word.startswith(prefix) and len(word) > len(prefix) + 2]
    return frozenset(bone for stem in stems for bone in _alternatives(_undoubled(stem), letters))


def agree(one: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...]) -> bool | None:
    """Whether two lists of given names share a name (one may be the head or tail of the other); None where one list is empty."""
    if not one or not other:
        return None
    return any(_same(a, b) for left in one for right in other for a in left for b in right)


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) > 1 and (long.startswith(short) or long.endswith(short)))


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _alternatives(word: str, letters: Letters) -> Iterator[str]:
    choices: list[tuple[str, ...]] = []
    still_open = _OPEN_CHOICES
    for classes in _classes(word, letters):
        if len(classes) > 1 and still_open == 0:
            classes = classes[:1]
        still_open -= len(classes) > 1
        choices.append(classes)
    for letters_chosen in product(*choices):
        yield "".join(letters_chosen)


def _classes(word: str, letters: Letters) -> Iterator[tuple[str, ...]]:
    place = 0
    while place < len(word):
        for length in range(min(letters.longest, len(word) - place), 0, -1):
            found = letters.classes.get(word[place : place + length])
            if found is not None:
                yield found
                place += length
                break
        else:
            place += 1


def _whole(bones: list[frozenset[str]]) -> frozenset[str]:
    """All words together; of each word only its first skeletons, so that the number of combinations stays small."""
    return frozenset("".join(chosen) for chosen in product(*(sorted(bone)[:2] for bone in bones[:4])))
