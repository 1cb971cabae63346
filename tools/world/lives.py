"""What happens in the simulated world: occasions of two or more states, and the lives of the agreements made on them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from tools.world.days import BEGIN, END, year
from tools.world.numbers import Ledger, Number
from tools.world.places import Person
from tools.world.vows import Promise, Vow, Vows

BROAD = ("general", "economy")
FIELDS = ("energy", "transport", "education", "culture", "agriculture", "health", "tourism", "defence", "customs", "media")
TYPES = ("treaty", "agreement", "mou", "roadmap", "protocol", "programme")
LEVELS = ("president", "prime_minister", "foreign_minister")


@dataclass
class Pact:
    """An agreement, and the steps of its life so far: (axis, status, ordinal)."""

    id: str
    type: str
    parties: tuple[str, ...]
    sectors: tuple[str, ...]
    period: tuple[int, int] | None
    titled: bool
    count: int = 1
    steps: list[tuple[str, str, int]] = field(default_factory=list)
    plan: list[str] = field(default_factory=list)

    @property
    def signed(self) -> int | None:
        """The day of the signing."""
        return next((day for _, status, day in self.steps if status == "signed"), None)

    @property
    def hushed(self) -> str | None:
        """The side whose outlets say nothing of it; one agreement of ten between two has one."""
        chance = random.Random(self.id)
        return chance.choice(self.parties) if len(self.parties) == 2 and chance.random() < 0.1 else None

    @property
    def over(self) -> bool:
        """Whether it was ended, or kept in full."""
        return any(status in {"abandoned", "terminated", "complete", "cancelled", "expired"} for _, status, _ in self.steps)


@dataclass
class Occasion:
    """What articles tell of: a meeting of states, or news of one step of an agreement (`kind` is news).

    Attributes:
        visitor: the side that came; None where nobody did.
        vows, outcomes: promises that are made or made again, and what is told of those made before.
        asked: of whom one side asks what it could promise: (who, whom, promise that was not made).
        spoken: (state, number of the sentence, number in it) of what was said.
        numbers: figures of which articles tell.
    """

    id: str
    kind: str
    sides: tuple[str, ...]
    host: str
    visitor: str | None
    first: int
    last: int
    persons: dict[str, Person]
    steps: list[tuple[Pact, str]] = field(default_factory=list)
    package: Pact | None = None
    vows: list[Vow] = field(default_factory=list)
    outcomes: list[Vow] = field(default_factory=list)
    asked: list[Promise] = field(default_factory=list)
    spoken: list[tuple[str, int, int]] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    before: Occasion | None = None
    coming: Occasion | None = None


AXIS = dict.fromkeys(("started", "partial", "complete", "stalled", "cancelled"), "delivery")


def history(pair: tuple[str, str], governments: dict[str, list[Person]], chance: random.Random, life: int) -> list[Occasion]:
    """All that two states do with one another, in the order of days; `life` tells several lives of one pair apart."""
    return list(_Pair(pair, governments, chance, life).years())


class _Pair:
    """Two states through the years: their agreements, and what of them is still to come."""

    def __init__(self, pair: tuple[str, str], governments: dict[str, list[Person]], chance: random.Random, life: int) -> None:
        self.pair, self.governments, self.chance, self.life = pair, governments, chance, life
        self.pacts: list[Pact] = []
        self.vows = Vows(pair, chance, lambda: self._id("c"))
        self.number = 0
        self.ledger = Ledger(pair, random.Random(f"{chance.random()} figures"))

    def years(self) -> Iterator[Occasion]:
        day = BEGIN + self.chance.randint(5, 250)
        before: dict[tuple[str | None, str], Occasion] = {}
        held: list[Occasion] = []
        while day < END - 5:
            occasion = self.occasion(day)
            if occasion.visitor:
                occasion.before = before.get((occasion.visitor, occasion.persons[occasion.visitor].office))
                if occasion.before:
                    occasion.before.coming = occasion
                before[occasion.visitor, occasion.persons[occasion.visitor].office] = occasion
            held.append(occasion)
            day = occasion.last
            for news in self.news(day):
                held.append(news)
                day = news.first
            day += self.chance.choice((self.chance.randint(7, 30), self.chance.randint(30, 300), self.chance.randint(60, 400)))
        yield from held

    def occasion(self, day: int) -> Occasion:
        chance = self.chance
        kind = chance.choices(("visit", "meeting", "call", "commission_session"), (5, 2, 1, 1))[0]
        host = chance.choice(self.pair)
        level = "minister" if kind == "commission_session" else chance.choice(LEVELS)
        persons = {state: self._holder(state, "foreign_minister" if level == "minister" else level, day) for state in self.pair}
        visitor = next(state for state in self.pair if state != host) if kind == "visit" else None
        last = min(day + (chance.choice((0, 0, 1, 2)) if kind == "visit" else 0), END)
        occasion = Occasion(self._id("o"), kind, self.pair, host, visitor, day, last, persons)
        for state in self.pair:
            occasion.spoken += [(state, chance.randrange(8), chance.randint(3, 90)) for _ in range(chance.randint(1, 2))]
        if chance.random() < 0.4:
            occasion.numbers = self.ledger.told(day, random.Random(chance.randint(20, 990)))
        if kind != "call":
            self._agree(occasion)
        return occasion

    def _agree(self, occasion: Occasion) -> None:
        chance, day = self.chance, occasion.last
        for pact in [pact for pact in self.pacts if pact.plan and pact.plan[0] in {"signed", "extended"}]:
            if chance.random() < 0.6:
                self._step(pact, occasion)
        for _ in range(chance.choice((0, 1, 1, 2))):
            pact = self._new(day)
            if pact:
                self.pacts.append(pact)
                self._step(pact, occasion)
        if chance.random() < 0.25 and occasion.kind != "commission_session":
            package = Pact(self._id("g"), "document", self.pair, (), None, False, chance.randint(2, 14))
            package.steps.append(("legal", "signed", day))
            occasion.package = package
        signed = [pact.id for pact, status in occasion.steps if status == "signed"]
        occasion.vows = self.vows.made(day, signed[0] if signed else None)
        if chance.random() < 0.1:
            occasion.asked.append(self.vows.unmade(day))

    def _new(self, day: int) -> Pact | None:
        """An agreement unlike those that are still alive: no two of one type and field at one time, as no reader could tell them apart."""
        chance = self.chance
        type_ = chance.choice(TYPES)
        sectors = (chance.choice(BROAD),) if type_ in {"roadmap", "programme", "treaty"} else (chance.choice(FIELDS),)
        alive = [pact for pact in self.pacts if pact.type == type_ and (pact.sectors == sectors or {*pact.sectors, *sectors} <= set(BROAD))]
        start = year(day) + chance.choice((0, 1))
        period = (start, start + chance.randint(1, 6)) if type_ in {"roadmap", "programme"} or chance.random() < 0.2 else None
        if any(not (period and pact.period and pact.over and pact.period != period) for pact in alive):
            return None
        plan = ["drafted"] if chance.random() < 0.4 else ["negotiating"] if chance.random() < 0.15 else []
        plan += ["abandoned"] if plan and chance.random() < 0.1 else ["signed"]
        if plan[-1] == "signed":
            plan += ["ratified"] if type_ in {"treaty", "agreement"} and chance.random() < 0.7 else []
            plan += ["in_force"] if "ratified" in plan and chance.random() < 0.8 else []
            plan += chance.choice(([], ["started"], ["started", "complete"], ["started", "stalled"], ["started", "partial"], ["cancelled"]))
            plan += ["terminated"] if chance.random() < 0.08 else ["extended"] if chance.random() < 0.08 else []
        return Pact(self._id("a"), type_, self.pair, sectors, period, chance.random() < 0.3, plan=plan)

    def _step(self, pact: Pact, occasion: Occasion) -> None:
        status = pact.plan.pop(0)
        pact.steps.append((AXIS.get(status, "legal"), status, occasion.last))
        occasion.steps.append((pact, status))

    def news(self, day: int) -> Iterator[Occasion]:
        """Steps that are taken between occasions, each told as news of its own."""
        for pact in [pact for pact in self.pacts if pact.plan and pact.plan[0] not in {"signed", "extended"}]:
            if self.chance.random() < 0.5:
                day += self.chance.randint(7, 60)
                if day < END - 5:
                    news = Occasion(self._id("n"), "news", self.pair, self.pair[0], None, day, day, {})
                    self._step(pact, news)
                    yield news
        for vow in self.vows.told(END - 70):
            day += self.chance.randint(5, 60)
            if day < END - 5:
                yield Occasion(self._id("n"), "news", self.pair, self.pair[0], None, day, day, {}, outcomes=[vow])

    def _holder(self, state: str, office: str, day: int) -> Person:
        return next(one for one in self.governments[state] if one.office == office and one.first <= day <= one.last)

    def _id(self, letter: str) -> str:
        self.number += 1
        return f"{letter}-{self.pair[0]}-{self.pair[1]}-{self.life}-{self.number:04}"


def gathering(number: int, states: tuple[str, ...], governments: dict[str, list[Person]], chance: random.Random) -> Occasion:
    """A summit of more than two states, which sign one agreement at times."""
    sides = tuple(sorted(chance.sample(states, min(len(states), chance.choice((3, 4, 5))))))
    day = chance.randint(BEGIN + 5, END - 5)
    persons = {
        state: next(one for one in governments[state] if one.office == "president" and one.first <= day <= one.last) for state in sides
    }
    spoken = [(state, chance.randrange(8), chance.randint(3, 90)) for state in sides[:3]]
    summit = Occasion(f"s-{number:05}", "summit", sides, chance.choice(sides), None, day, day, persons, spoken=spoken)
    if chance.random() < 0.6:
        signed = [("legal", "signed", day)]
        pact = Pact(f"m-{number:05}", chance.choice(TYPES), sides, (chance.choice(FIELDS),), None, chance.random() < 0.5, steps=signed)
        summit.steps.append((pact, "signed"))
    return summit
