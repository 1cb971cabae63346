"""Statements and appeals: one act of speech or request that several documents report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mithaq.link.board import Told, own_speech
from mithaq.link.clusters import joined
from mithaq.link.likeness import alike
from mithaq.link.passes import Pass
from mithaq.link.sayings import translated

Spoken = tuple[Told, str]
"""A claim, and who speaks or asks: a person, or the words of the speaker, or states."""


@dataclass(frozen=True, slots=True)
class _Documents:
    """One document says a thing once: two claims of it are two things."""

    ids: frozenset[str]

    def apart(self, other: _Documents) -> bool:
        return bool(self.ids & other.ids)

    def with_(self, other: _Documents) -> _Documents:
        return _Documents(self.ids | other.ids)


def spoken(told: list[Told], persons: Mapping[str, str]) -> list[Spoken]:
    """Statements and appeals with who makes them."""
    out = []
    for one in told:
        if one.claim.of == "statement":
            speech = own_speech(one)
            out.append((one, persons.get(speech.mention or "") or str(one.claim.fields.get("speaker"))))
        elif one.claim.of == "appeal":
            out.append((one, " ".join(sorted(one.claim.fields["by"]))))
    return out


def _key(item: Spoken) -> tuple[str, str, str]:
    return (item[0].claim.of, item[0].place, item[1])


def _same(key: tuple[str, str, str], members: list[Spoken]) -> Iterator[list[str]]:
    told = sorted((one for one, _ in members), key=lambda one: one.id)
    quotes: dict[str, list[tuple[str, str]]] = {}
    for one in told:
        quotes.setdefault(one.lang, []).append((one.id, one.claim.evidence.quote))
    edges = [edge for lang in sorted(quotes) for edge in alike(quotes[lang])]
    if key[0] == "statement":
        edges += list(translated(told))
    yield from joined({one.id: _Documents(frozenset({one.document})) for one in told}, edges).groups()


SPOKEN = Pass("statements, appeals", _key, _same)
"""The pass: what one side says in one story meets; it gives sorted lists of the claims of one entry each."""
