"""Commitments: which claims speak of one promise, and of what became of it.

The rule, with what was rejected, is docs/decisions/0011-promises.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.link.board import Told
from mithaq.link.clusters import best
from mithaq.link.likeness import alike
from mithaq.link.passes import Pass
from mithaq.link.vows import Vow, conflict, objects, vows
from mithaq.model import days

_LIFE = 3700
"""Days within which a promise may be met again at the longest."""
_AGAIN = 400
"""Days within which a report of its end may be told again."""
_ENDS = frozenset({"fulfilled", "withdrawn"})

RULES = {
    "deadline": "the same act by the same last day",
    "amount": "the same act and number",
    "words": "nearly the same words",
    "object": "the same act and the same thing, in one language",
    "single": "the only open promise of an act of which there is one at a time",
    "sector": "the only open promise of this act in this field",
    "story": "told in one story: the same words, day, number or act",
}
"""Name of a rule -> what it says; the heaviest first."""
_STRONG = frozenset({"deadline", "amount"})
_WEIGHTS = {"deadline": 8.0, "amount": 7.0, "words": 6.0, "object": 4.0, "single": 2.0, "sector": 2.0}


def parties_of(one: Told) -> tuple[str, ...]:
    """Between whom a promise is: who makes it, and to whom; where that is not said, the other sides of the article's occasion."""
    fields = one.claim.fields
    bound = {*fields["by"], *(fields.get("to") or ())}
    if len(bound) == 1 and bound <= set(one.sheet.sides):
        bound = set(one.sheet.sides)
    return tuple(sorted(bound))


def pass_of(vocabularies: Vocabularies) -> Pass:
    """The pass: promises between the same parties meet; it gives sorted lists of the claims of one commitment each."""
    return Pass("commitments", _key, partial(_commitments, vocabularies))


def _key(one: Told) -> tuple[str, ...] | None:
    return parties_of(one) if one.claim.of in {"commitment", "outcome"} else None


@dataclass
class Life:
    """A promise as it was told so far: its vows in their order, and the day on which it ended."""

    vows: list[Vow] = field(default_factory=list)
    ended: str | None = None

    @property
    def promised(self) -> list[Vow]:
        """The vows in which it was made and made again."""
        return [one for one in self.vows if one.of == "commitment"]

    def add(self, one: Vow) -> None:
        """Go on with a vow."""
        self.vows.append(one)
        if one.statuses & _ENDS or (one.statuses == {"done"} and _all_done(one, self)):
            self.ended = self.ended or one.day


def _commitments(vocabularies: Vocabularies, key: tuple[str, ...], members: list[Told]) -> Iterator[list[str]]:
    for life in lives(members, vocabularies):
        yield sorted(claim for one in life.vows for claim in one.claims)


def lives(members: Iterable[Told], vocabularies: Vocabularies) -> list[Life]:
    """The promises of some parties, each with all that is told of it; what became of a promise that nobody tells of is left out."""
    found = sorted(vows(members, vocabularies), key=lambda one: (one.day or "", one.of, one.id))
    out: list[Life] = []
    left = [one for one in found if one.day and not _placed(one, out)]
    undated = [one for one in found if not one.day]
    for one in [one for one in undated if one.of == "commitment"] + left + [one for one in undated if one.of == "outcome"]:
        _placed(one, out)
    return out


def _placed(one: Vow, held: list[Life]) -> bool:
    """Put a vow to the promise that it speaks of, or make it a new one; an outcome that fits none is left out, which gives False."""
    fits = [(reasons, life) for life in held if _may_follow(life, one) and (reasons := why(life, one))]
    if one.day is None and len(fits) > 1:  # of what was told on no known day, nobody knows which promise was open then
        fits = [(reasons, life) for reasons, life in fits if _STRONG & set(reasons)]
    found = best((_rank(life, reasons), life) for reasons, life in fits)
    if found is not None:
        found.add(one)
    elif one.of == "commitment":
        held.append(Life([one]))
    return found is not None or one.of == "commitment"


def _rank(life: Life, reasons: list[str]) -> tuple[float, ...]:
    return float(life.ended is None), sum(_WEIGHTS[reason] for reason in reasons)


def _may_follow(life: Life, one: Vow) -> bool:
    """Whether a vow may speak of a promise: one that is open then, or the report of an end that was told shortly before."""
    told = [other.day for other in life.vows if other.day]
    if one.day is None or not told:
        return True
    if one.day < min((other.day for other in life.promised if other.day), default="") or _between(max(told), one.day) > _LIFE:
        return False
    if life.ended is None or life.ended == one.day:
        return True
    return one.of == "outcome" and _between(life.ended, one.day) <= _AGAIN and bool(one.statuses & life.vows[-1].statuses)


def _between(one: str, other: str) -> int:
    return (days(other)[0] - days(one)[0]).days


def why(life: Life, one: Vow) -> list[str]:
    """The rules by which a vow speaks of a promise, the heaviest first; none where it speaks of another, or where too little tells."""
    promised = life.promised
    if any(conflict(other, one) for other in life.vows if other.pledges):
        return []
    acts = frozenset().union(*(other.acts for other in promised))
    telling = bool(acts & one.acts)
    held = [name for name in _WEIGHTS if any(_meets(name, other, one, telling) for other in promised)]
    if one.of == "outcome" and one.statuses != {"done"} and telling and not held:
        held = ["single"]
    if one.of == "commitment" and one.day and life.vows[-1].statuses & {"done", "partial"} and not _STRONG & set(held):
        return []  # what is promised after something was done is a new promise, unless its day or number is the same
    return held


def _meets(name: str, other: Vow, one: Vow, telling: bool) -> bool:
    if name == "deadline":
        return bool(other.ends & one.ends) and (telling or objects(other, one) == "same" or bool(other.sectors & one.sectors))
    if name == "amount":
        shared = {amount for amount in other.amounts & one.amounts if amount[0] or telling}
        return bool(shared)
    if name == "words":
        return _alike(other, one)
    if name == "object":
        return telling and objects(other, one) == "same"
    if name == "single":
        return telling and any(one.vocabularies["act"].has(act, "single") for act in one.acts)
    return telling and bool(other.sectors & one.sectors)


def _alike(one: Vow, other: Vow) -> bool:
    """Whether a passage of each is nearly the same."""
    for lang in {tongue for _, tongue, _ in one.texts} & {tongue for _, tongue, _ in other.texts}:
        passages = [(name, text) for name, tongue, text in (*one.texts, *other.texts) if tongue == lang]
        if any((a in one.claims) != (b in one.claims) for _, a, b in alike(passages)):
            return True
    return False


def _all_done(one: Vow, life: Life) -> bool:
    """Whether a report of the act alone tells that all was done that was promised."""
    return concluded(one, life.vows) == "fulfilled"


def concluded(one: Vow, told: Iterable[Vow]) -> str:
    """What the report of an act says of a promise: fulfilled where the act has no parts, or the number is reached; partial where it is not.

    Without numbers on both sides it is only known that something was done: acted.
    """
    pledges = [other for other in told if other.pledges]
    wanted = {amount for other in pledges for amount in other.amounts}
    acts = frozenset().union(*(other.acts for other in pledges if other.of == "commitment"))
    shared = [(value, given) for unit, value in wanted for other, given in one.amounts if unit == other]
    if shared:
        return "fulfilled" if all(given >= value for value, given in shared) else "partial"
    return "fulfilled" if not wanted and acts and all(one.vocabularies["act"].has(act, "whole") for act in acts) else "acted"
