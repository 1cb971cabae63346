"""How well figures are added: a score, and what is right of the sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mithaq.model import Claim, Entry
from tools.world.truth import World


@dataclass(frozen=True)
class Score:
    """One measure: precision, recall and their mean; `wrong` shows some of what is wrong."""

    precision: float
    recall: float
    wrong: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """Harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def sums(world: World, entries: Sequence[Entry], told: Mapping[str, Claim]) -> Score:
    """Sums of series: right where each figure of it is of one thing, exact and undisputed, all of one measure and flow and of other years.

    To be found is a sum of every measure and flow for which two years are told without "about" and without dispute.
    """
    about = {claim: name.partition(" rounded ")[0] for claim, name in world.truth.figure.items()}
    values: dict[str, set[float | None]] = {}
    for claim, name in about.items():
        fields = told[claim].fields
        if fields["reading"] == "reached":
            values.setdefault(name, set()).update([fields["value"]] if not fields.get("qualifier") else [fields["value"], None])
    clean = {name for name, held in values.items() if len(held) == 1}
    years: dict[str, set[str]] = {}
    for name in clean:
        years.setdefault(name.rpartition(" ")[0], set()).add(name)
    true = {thing: names for thing, names in years.items() if len(names) > 1}
    figures = {entry.id: entry for entry in entries if entry.of == "figure"}
    hit: set[str] = set()
    right, wrong = 0, []
    series = [entry for entry in entries if entry.of == "series" and entry.fields["sum"]]
    for entry in series:
        parts = [{about.get(claim, "") for claim in figures[one].claims} for one in entry.fields["sum"]["figures"]]
        names = {name for part in parts for name in part}
        things = {name.rpartition(" ")[0] for name in names}
        if all(len(part) == 1 for part in parts) and names <= clean and len(names) == len(parts) and len(things) == 1:
            right += 1
            hit |= things if names == true.get(next(iter(things))) else set()
        else:
            wrong.append(f"{entry.id}: {sorted(names)}")
    wrong += [f"missed {thing}: {sorted(true[thing])}" for thing in sorted(set(true) - hit)]
    return Score(right / max(1, len(series)), len(hit & set(true)) / max(1, len(true)), tuple(wrong))
