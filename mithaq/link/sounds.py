"""How alike two names sound, whatever their scripts: the cheapest way to turn the sounds of one into those of the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from mithaq.knowledge.letters import Letters
from mithaq.text.fold import folded

_VOWELS = frozenset("aeiou")
_BETWEEN_VOWELS = 0.12
"""How far two vowels are apart: scripts and languages hardly agree on them."""
_UNUSUAL = 0.06
"""What it costs that a spelling stands for another sound than its usual one."""
_LOST = {"'": 0.05, "h": 0.35, "y": 0.35, "w": 0.35, **dict.fromkeys(_VOWELS, 0.2)}
"""What it costs that a sound is not written; all others 0.8."""
_CONSONANT = 0.8
_LEAST = 0.6
"""Weight from which on the length of a name counts: below it, one sound more or less would be all."""

SAME_NAME = 0.62
"""From which likeness on two full names are one name."""
_SOUND = 0.3
"""Part of the sound in the likeness of two words of one script."""
_MORE, _ALONE = 0.1, 0.3
"""What a word costs that only one name has, and what it costs more that the other is a single word."""
_JOINED = 0.93
"""Likeness from which on names are one however they are cut into words."""
_INITIAL = 0.9
_WORD = re.compile(r"[^\W_]+")

Unit = tuple[str, ...]
"""What one spelling may sound like, the usual sound first."""


class Ear:
    """Compares names by the tables of sounds; it remembers what it has compared, which changes no result.

    Args:
        letters: the tables.
    """

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._longest = max(map(len, letters.sounds))
        self.heard = lru_cache(maxsize=50_000)(self._heard)
        self._apart = lru_cache(maxsize=None)(self._distance)

    def likeness(self, one: str, other: str) -> float:
        """How alike two words sound: 1 for the same, about 0 for any two."""
        return max(self._alike(a, b) for a in self._stems(one) for b in self._stems(other))

    def names(self, one: str, other: str) -> float:
        """How surely two full names are one: by the word that agrees least, less for each word that only one of them has.

        From `SAME_NAME` on they are taken for one. A single letter stands for a word that begins so; what a company is in law says nothing.
        """
        short, long = sorted((self._words(one), self._words(other)), key=len)
        if not short:
            return 0.0
        joined = self._word("".join(short), "".join(long))
        pairs = sorted(((-self._word(a, b), at, place) for at, a in enumerate(short) for place, b in enumerate(long)))
        taken: dict[int, tuple[int, float]] = {}
        for likeness, at, place in pairs:
            if at not in taken and place not in {where for where, _ in taken.values()}:
                taken[at] = (place, -likeness)
        more = len(long) - len(short)
        worst = min(likeness for _, likeness in taken.values())
        apart = worst - _MORE * more - (_ALONE if more and len(short) == 1 else 0.0)
        return max(apart, joined if joined >= _JOINED else 0.0)

    def _words(self, name: str) -> list[str]:
        words = [word for word in _WORD.findall(folded(name).replace("'", "")) if word not in self._letters.particles]
        return [word for word in words if word not in self._letters.forms] or words

    def _word(self, one: str, other: str) -> float:
        """Likeness of two words; within one script the letters count too, for there a name is seldom written in two ways."""
        if one == other:
            return 1.0
        if min(len(one), len(other)) == 1:
            return _INITIAL * (one[0] == other[0])
        if not self.heard(one) or not self.heard(other):
            return 0.0
        sound = self.likeness(one, other)
        same_script = _script(one) == _script(other)
        return _SOUND * sound + (1 - _SOUND) * _spelt_alike(one, other) if same_script else sound

    def ranked(self, name: str, candidates: Iterable[str]) -> list[tuple[float, str]]:
        """Candidates with their likeness, the likest first, ties by their letters."""
        return sorted(((self.likeness(name, other), other) for other in set(candidates)), key=lambda found: (-found[0], found[1]))

    def _stems(self, word: str) -> Iterator[tuple[Unit, ...]]:
        yield self.heard(word)
        for prefix in self._letters.prefixes:
            if word.startswith(prefix) and len(word) > len(prefix) + 2:
                yield self.heard(word[len(prefix) :])

    def _heard(self, word: str) -> tuple[Unit, ...]:
        """The units of a word; a doubled letter is one."""
        word, out, place = folded(word), list[Unit](), 0
        while place < len(word):
            for length in range(min(self._longest, len(word) - place), 0, -1):
                found = self._letters.sounds.get(word[place : place + length])
                if found is not None:
                    if not out or out[-1] != found:
                        out.append(found)
                    place += length
                    break
            else:
                place += 1
        return tuple(out)

    def _alike(self, one: tuple[Unit, ...], other: tuple[Unit, ...]) -> float:
        return 1 - self._cost(one, other) / max(_weight(one), _weight(other), _LEAST)

    def _cost(self, one: tuple[Unit, ...], other: tuple[Unit, ...]) -> float:
        """Edit distance, each step weighed by what it does to the sound."""
        row = [0.0]
        for unit in other:
            row.append(row[-1] + _lost(unit))
        for unit in one:
            gone = _lost(unit)
            now = [row[0] + gone]
            for at, facing in enumerate(other):
                now.append(min(row[at] + self._apart(unit, facing), row[at + 1] + gone, now[at] + _lost(facing)))
            row = now
        return row[-1]

    def _distance(self, one: Unit, other: Unit) -> float:
        return min(
            self._between(a, b) + _UNUSUAL * (rank > 0) + _UNUSUAL * (place > 0)
            for rank, a in enumerate(one)
            for place, b in enumerate(other)
        )

    def _between(self, one: str, other: str) -> float:
        if one == other:
            return 0.0
        return _BETWEEN_VOWELS if one in _VOWELS and other in _VOWELS else self._letters.near.get((one, other), 1.0)


def _spelt_alike(one: str, other: str) -> float:
    """Part of the letters that stay when one word is turned into the other, letter by letter."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        now = [number]
        for at, facing in enumerate(other):
            now.append(min(row[at] + (letter != facing), row[at + 1] + 1, now[at] + 1))
        row = now
    return 1 - row[-1] / max(len(one), len(other))


def _script(word: str) -> str:
    return unicodedata.name(word[0], "").split(" ")[0]


@cache
def _lost(unit: Unit) -> float:
    return min(_LOST.get(sound, _CONSONANT) for sound in unit)


def _weight(units: tuple[Unit, ...]) -> float:
    return sum(max(0.2, min(_CONSONANT, 1.2 * _lost(unit))) for unit in units)
