"""Vows: what the claims of one story say of one promise, or of what became of it, and how far two of them may speak of one promise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Told
from mithaq.link.clusters import joined
from mithaq.link.instruments import scope_relation
from mithaq.link.likeness import alike
from mithaq.text.fold import folded

Amount = tuple[str | None, float]
"""Unit and value."""

_OWN_NUMBERS = frozenset({"done", "partial"})
"""Outcomes whose number is what was done, not what was promised."""

_STEM = 4
"""Letters with which two words of a language must begin alike to be forms of one word."""


@dataclass(frozen=True, slots=True)
class Vow:
    """Claims of one story that speak of one promise.

    Attributes:
        claims: ids, sorted; the first stands for all.
        of: commitment, or outcome where it is told what became of one.
        place: story, or document where there is none.
        day: day of the place; None where it is not known.
        acts: none that is vague.
        ends: days at which deadlines end.
        amounts: by unit and value, as far as they are given.
        object: (language, word) of what is promised.
        statuses: of outcomes.
        texts: (id, language, passage).
    """

    claims: tuple[str, ...]
    documents: frozenset[str]
    of: str
    place: str
    day: str | None
    by: frozenset[str]
    to: frozenset[str]
    acts: frozenset[str]
    ends: frozenset[str]
    amounts: frozenset[Amount]
    sectors: frozenset[str]
    object: frozenset[tuple[str, str]]
    statuses: frozenset[str]
    texts: tuple[tuple[str, str, str], ...]
    vocabularies: Vocabularies

    @property
    def pledges(self) -> bool:
        """Whether its numbers are those of the promise: where it is made, and where it is said to be kept, broken or taken back."""
        return self.of == "commitment" or not self.statuses & _OWN_NUMBERS

    @property
    def id(self) -> str:
        """The first of its claims."""
        return self.claims[0]

    def apart(self, other: Vow) -> bool:
        """Whether two vows of one story must not be one: a document says a thing once."""
        return bool(self.documents & other.documents) or conflict(self, other)

    def with_(self, other: Vow) -> Vow:
        """Both as one."""
        united = {name: getattr(self, name) | getattr(other, name) for name in _UNITED}
        days = [day for day in (self.day, other.day) if day]
        return Vow(
            claims=tuple(sorted({*self.claims, *other.claims})), of=self.of, place=self.place, day=min(days, default=None), by=self.by,
            texts=tuple(sorted({*self.texts, *other.texts})), vocabularies=self.vocabularies, **united,
        )  # fmt: skip


_UNITED = ("documents", "to", "acts", "ends", "amounts", "sectors", "object", "statuses")


def vow(one: Told, vocabularies: Vocabularies) -> Vow:
    """What one claim says."""
    fields = one.claim.fields
    end = (fields.get("deadline") or {}).get("end")
    return Vow(
        claims=(one.id,), documents=frozenset({one.document}), of=one.claim.of, place=one.place, day=one.day, by=frozenset(fields["by"]),
        to=frozenset(fields.get("to") or ()), acts=frozenset(() if vocabularies["act"].has(fields["act"], "vague") else {fields["act"]}),
        ends=frozenset({end} if end else ()), amounts=frozenset(_amounts(fields.get("amounts") or ())),
        sectors=frozenset(fields.get("sectors") or ()), object=frozenset((one.lang, folded(word)) for word in fields.get("object") or ()),
        statuses=frozenset({fields["status"]} if one.claim.of == "outcome" else ()),
        texts=((one.id, one.lang, one.claim.evidence.quote),), vocabularies=vocabularies,
    )  # fmt: skip


def _amounts(given: Iterable[dict[str, Any]]) -> Iterator[Amount]:
    return ((amount["unit"], float(amount["value"])) for amount in given)


def vows(members: Iterable[Told], vocabularies: Vocabularies) -> list[Vow]:
    """The claims of some places, those that speak of one promise in one place taken together."""
    held: dict[tuple[object, ...], list[Told]] = {}
    for one in members:
        held.setdefault((one.place, one.claim.of, frozenset(one.claim.fields["by"])), []).append(one)
    out = []
    for same in held.values():
        single = {one.id: vow(one, vocabularies) for one in same}
        groups = joined(single, _edges(list(single.values()))).groups()
        out += [reduce(Vow.with_, (single[one] for one in group)) for group in groups]
    return out


def _edges(members: list[Vow]) -> Iterator[tuple[float, str, str]]:
    """Edges within one place: the same words, the same last day or number, or a telling act, the only one of each document."""
    by_lang: dict[str, list[tuple[str, str]]] = {}
    held: dict[tuple[object, ...], list[Vow]] = {}
    for one in members:
        for name, lang, text in one.texts:
            by_lang.setdefault(lang, []).append((name, text))
        keys: list[tuple[object, ...]] = [
            *(("end", end) for end in one.ends),
            *(("amount", amount) for amount in one.amounts),
            *(("act", act) for act in one.acts),
        ]
        for key in keys:
            held.setdefault((*key, one.acts), []).append(one)
    for lang in sorted(by_lang):
        yield from alike(by_lang[lang])
    for key, same in held.items():
        times = Counter(document for one in same for document in one.documents)
        once = sorted((one for one in same if all(times[document] == 1 for document in one.documents)), key=lambda one: one.id)
        weight = 0.1 if key[0] == "act" else 0.5
        yield from ((weight, once[0].id, other.id) for other in once[1:])


def conflict(one: Vow, other: Vow) -> bool:
    """Whether two vows speak of two promises: of other sides, another act, number, field or object."""
    if one.by != other.by or (one.to and other.to and not one.to & other.to):
        return True
    if one.acts and other.acts and not one.acts & other.acts:
        return True
    if one.pledges and other.pledges and _numbers_differ(one, other):
        return True
    if one.sectors and other.sectors and scope_relation(one.sectors, other.sectors, one.vocabularies) == "apart":
        return True
    return objects(one, other) == "apart" and not one.sectors & other.sectors


def _numbers_differ(one: Vow, other: Vow) -> bool:
    units = {unit for unit, _ in one.amounts} & {unit for unit, _ in other.amounts}
    return bool(units) and not one.amounts & other.amounts


def objects(one: Vow, other: Vow) -> str:
    """`same` where the words for what is promised share one in a language of both, `apart` where they share none, else `unknown`."""
    langs = {lang for lang, _ in one.object} & {lang for lang, _ in other.object}
    if not langs:
        return "unknown"
    pairs = ((a, b) for lang, a in one.object for tongue, b in other.object if lang == tongue)
    return "same" if any(_forms(a, b) for a, b in pairs) else "apart"


def _forms(one: str, other: str) -> bool:
    """Whether two words may be forms of one: they begin alike, but for the last letters of the shorter."""
    shorter = min(len(one), len(other))
    stem = max(_STEM, shorter - 2)
    return one == other or (shorter >= _STEM and one[:stem] == other[:stem])
