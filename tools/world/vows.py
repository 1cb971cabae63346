"""Promises of the simulated world: made, made again, specified, moved, kept, broken, taken back, or never heard of again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

THINGS = (
    ("open_mission", None), ("supply", "transport"), ("supply", "agriculture"), ("build", "education"), ("build", "health"),
    ("invest", "energy"), ("invest", "tourism"),
)  # fmt: skip
"""Acts with the sector of what they are about."""
COUNTED = frozenset({"supply", "invest"})
"""Acts with a number: what is done may be less than what was promised."""
UNITS = {("supply", "transport"): None, ("supply", "agriculture"): "tonnes", ("invest", "energy"): "USD", ("invest", "tourism"): "USD"}
TIMES = {"USD": 1_000_000}
"""What the number in the sentence is multiplied by."""
OUTCOMES = frozenset({"done", "less", "kept", "unkept", "withdrawn"})
ENDS = frozenset({"done", "kept", "withdrawn"})


@dataclass
class Promise:
    """What one side binds itself to.

    Attributes:
        number: of what is counted; None where nothing is.
        last: the last day for it, as said so far; None where none was said.
        pact: the agreement in which it stands.
        plan: what is still to come of it.
    """

    id: str
    by: str
    to: str
    act: str
    sector: str | None
    number: int | None
    last: int | None
    pact: str | None
    plan: list[str] = field(default_factory=list)
    over: bool = False

    @property
    def key(self) -> str:
        """Under which the words for it stand."""
        return f"{self.act}_{self.sector}" if self.sector else self.act


@dataclass(frozen=True)
class Vow:
    """A promise as it stands on one occasion, or what became of it by then.

    Attributes:
        status: made, restated, specified, moved; done, less, kept, unkept, withdrawn.
        number, last: as said there; None where they are not.
    """

    promise: Promise
    status: str
    number: int | None
    last: int | None


class Vows:
    """The promises of two states to each other, in the order of days."""

    def __init__(self, pair: tuple[str, str], chance: random.Random, name: Callable[[], str]) -> None:
        self.pair, self.chance, self.name = pair, chance, name
        self.held: list[Promise] = []

    def made(self, day: int, pact: str | None) -> list[Vow]:
        """What is promised anew on a day, and what is promised again."""
        again = [one for one in self.held if one.plan and one.plan[0] not in OUTCOMES and self.chance.random() < 0.6]
        out = [self._again(one, day) for one in again]
        if self.chance.random() < 0.6:
            promise = self._new(day, pact if self.chance.random() < 0.5 else None)
            if promise:
                self.held.append(promise)
                vague = promise.plan[:1] == ["specified"]
                out.append(Vow(promise, "made", None if vague else promise.number, None if vague else promise.last))
        return out

    def told(self, last: int) -> Iterator[Vow]:
        """What became of promises, as news of its own."""
        for one in [one for one in self.held if one.plan and one.plan[0] in OUTCOMES]:
            if self.chance.random() < 0.3:
                status = one.plan.pop(0)
                one.over = one.over or status in ENDS
                number = one.number
                if status == "less":
                    number = max(1, (one.number or 2) // 2) if one.act in COUNTED else None
                yield Vow(one, status, number, None)

    def unmade(self, day: int) -> Promise:
        """What one side asks of the other, and nobody promises."""
        by = self.chance.choice(self.pair)
        act, sector = self.chance.choice(THINGS)
        return Promise("", by, self._other(by), act, sector, self.chance.randint(4, 90) if act in COUNTED else None, None, None)

    def _again(self, one: Promise, day: int) -> Vow:
        status = one.plan.pop(0)
        if status == "moved":
            one.last = max(day, one.last or day) + self.chance.randint(60, 500)
        return Vow(one, status, one.number, one.last)

    def _new(self, day: int, pact: str | None) -> Promise | None:
        """A promise unlike those that are still open: no two of one side about one thing, as no reader could tell them apart."""
        by = self.chance.choice(self.pair)
        act, sector = self.chance.choice(THINGS)
        if any((one.by, one.act, one.sector) == (by, act, sector) and not one.over for one in self.held):
            return None
        counted = act in COUNTED
        plan = list(self.chance.choice(([], [], ["restated"], ["moved"], ["specified"], ["restated", "moved"], ["specified", "restated"])))
        ends: tuple[list[str], ...] = ([], ["done"], ["kept"], ["unkept"], ["unkept", "done"], ["withdrawn"])
        plan += self.chance.choice((*ends, ["less", "done"], ["less"]) if counted else ends)
        number = self.chance.randint(4, 90) if counted else None
        return Promise(self.name(), by, self._other(by), act, sector, number, day + self.chance.randint(60, 900), pact, plan)

    def _other(self, by: str) -> str:
        return next(state for state in self.pair if state != by)
