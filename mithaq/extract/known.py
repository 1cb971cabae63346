"""For which state the people of the dated office table act, where an article does not say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mithaq.extract.names import key
from mithaq.knowledge.offices import Offices
from mithaq.text.fold import folded

_PARTICLE = 3
"""Letters of the longest particle of a name."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the table under one spelling: the keys of the words of the name, the state, and an office held."""

    words: tuple[str, ...]
    state: str
    office: str


@dataclass(frozen=True, slots=True)
class People:
    """People by the key of their last name; where names have no capitals, a last name alone may be a common word."""

    by_name: Mapping[str, Sequence[Person]]
    capitals: bool

    def state(self, words: Sequence[str], office: str | None) -> str | None:
        """For which state somebody acts; None where the table has nobody of that name, or people of several states.

        A full name must agree in its given name, or in its first letter and the office, as given names are spelled in many ways; a last
        name alone must be of one state only, and stand beside the office where names have no capitals.

        Args:
            words: keys of the words of the name, in order.
            office: of the codebook, if the article gives one.
        """
        same = self.by_name.get(words[-1], ()) if words else ()
        if len(words) > 1:
            given = [person for person in same if _given(person.words) & _given(words)]
            same = given or [person for person in same if person.office == office and person.words[0][0] == words[0][0]]
        elif not self.capitals:
            same = [person for person in same if person.office == office]
        states = {person.state for person in same}
        return states.pop() if len(states) == 1 else None


def _given(words: Sequence[str]) -> set[str]:
    """The words of a name before the last that tell people apart: the first, and others that are no particles ("al", "bin")."""
    return {words[0], *(word for word in words[1:-1] if len(word) > _PARTICLE)}


STRANGERS = People({}, True)
"""Nobody is known."""


@lru_cache(maxsize=8)
def known_people(offices: Offices, endings: tuple[str, ...], capitals: bool) -> People:
    """The people of the table.

    Args:
        offices: the table.
        endings: of names, in the language of the article (`names.endings` of its profile).
        capitals: whether names are written with capitals there.
    """
    found: dict[str, list[Person]] = {}
    for (office, state), tenures in offices.tenures.items():
        for name in (name for tenure in tenures for name in tenure.names):
            words = tuple(key(word, endings) for word in folded(name).replace("-", " ").split())
            found.setdefault(words[-1], []).append(Person(words, state, office))
    return People(found, capitals)
