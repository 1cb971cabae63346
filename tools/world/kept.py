"""What is true of the promises of a world, as far as its articles tell of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from mithaq.model import Claim, claims
from tools.world.truth import World
from tools.world.vows import COUNTED, Promise

CLOSED = frozenset({"fulfilled", "withdrawn"})
ONE_DAY = datetime.timedelta(days=1)


@dataclass
class _Life:
    """A promise as it was told so far: its steps, last day and number, and the agreement in which it is said to stand."""

    promise: Promise
    steps: list[tuple[str, str]] = field(default_factory=list)
    last: str | None = None
    number: int | None = None
    tied: bool = False

    def go_on(self, day: str, told: list[Claim]) -> None:
        """Add what the articles of one occasion tell."""
        number = max((amount["value"] for one in told for amount in one.fields["amounts"]), default=None)
        if told[0].of == "outcome":
            statuses = {one.fields["status"] for one in told}
            self.steps.append((self._outcome(statuses, number), day))
            self.number = self.number or (number if statuses != {"done"} else None)
            return
        last = max((_last(one) for one in told if one.fields["deadline"]), default=None)
        status = "restated"
        if not self.steps:
            status = "made"
        elif last and self.last and last != self.last:
            status = "moved"
        elif (last and not self.last) or (number and not self.number):
            status = "specified"
        self.steps.append((status, day))
        self.last, self.number = last or self.last, number or self.number
        self.tied = self.tied or any(one.fields["under"] for one in told)

    def _outcome(self, statuses: set[str], number: int | None) -> str:
        if statuses != {"done"}:
            return min(statuses - {"done"})
        if self.promise.act not in COUNTED or (number and self.number and number >= self.number):
            return "fulfilled"
        return "partial" if number and self.number else "acted"


def kept(world: World, promises: dict[str, Promise]) -> None:
    """Conclude the steps, last days and agreements of promises.

    What became of a promise that no article told before is left out: nobody could know what was meant.
    """
    truth = world.truth
    told: dict[str, dict[tuple[str, str], list[Claim]]] = {}
    for record in world.records:
        place = (truth.day[record["id"]], truth.occasion[record["id"]])
        for claim in claims(record):
            if claim.id in truth.pledge:
                told.setdefault(truth.pledge[claim.id], {}).setdefault(place, []).append(claim)
    for name, by_place in told.items():
        life = _Life(promises[name])
        for place in sorted(by_place):
            if life.steps or by_place[place][0].of == "commitment":
                life.go_on(place[0], by_place[place])
            else:
                for one in by_place[place]:
                    del truth.pledge[one.id]
        _conclude(world, name, life)


def _conclude(world: World, name: str, life: _Life) -> None:
    truth = world.truth
    if life.steps:
        truth.pledge_steps[name] = life.steps
    if life.last and not any(status in CLOSED for status, _ in life.steps):
        truth.pledge_due[name] = life.last
    if life.tied and life.promise.pact:
        truth.tied[name] = life.promise.pact


def _last(one: Claim) -> str:
    """The last day that a claim gives."""
    return (datetime.date.fromisoformat(one.fields["deadline"]["end"]) - ONE_DAY).isoformat()
