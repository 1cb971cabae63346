"""Figures of the simulated world: what trade and exports of two states came to year by year, and what they aim at."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from tools.world.days import BEGIN, END, year
from tools.world.places import HERE
from tools.world.wording import wording

MILLION = 1_000_000


@dataclass(frozen=True)
class Number:
    """One figure of two states: what it is of (`trade`, `export` or `target`), in which year, in millions of dollars.

    Attributes:
        flow: whose it is, the first the one from whom it comes.
        past: whether its year was over when it was told.
    """

    of: str
    flow: tuple[str, str]
    year: int
    value: int

    @property
    def id(self) -> str:
        """What it measures; figures of one id measure one thing."""
        return f"{'-'.join(self.flow)} {self.of} {self.year}"


class Ledger:
    """All figures of two states."""

    def __init__(self, pair: tuple[str, str], chance: random.Random) -> None:
        self._pair = pair
        years = range(year(BEGIN) - 3, year(END) + 6)
        self._trade = {of: chance.randint(200, 990) for of in years}
        self._part = {of: chance.uniform(0.2, 0.8) for of in years}
        self._aim = {of: chance.randint(10, 30) * 100 for of in years}

    def told(self, day: int, chance: random.Random) -> list[Number]:
        """The figures of which an occasion of a day may tell."""
        last = year(day) - 1
        of = last - chance.choice((0, 0, 0, 1, 2))
        out = [Number("trade", self._pair, of, self._trade[of])]
        if chance.random() < 0.4:
            flow = self._pair if chance.random() < 0.5 else (self._pair[1], self._pair[0])
            part = self._part[last] if flow == self._pair else 1 - self._part[last]
            out.append(Number("export", flow, last, round(self._trade[last] * part)))
        if chance.random() < 0.4:
            aim = last + 1 - (last + 1) % 5 + 5
            out.append(Number("target", self._pair, aim, self._aim[aim]))
        return out


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((HERE / "words" / "numbers.toml").read_text(encoding="utf-8"))


def sentence(number: Number, lang: str, chance: random.Random) -> tuple[str, dict[str, Any], str]:
    """A sentence of a figure, the fields of its claim, and what it is in truth: what it measures, and from what it is rounded.

    One report of eleven has a wrong number, one of nine a rounded one, half of these with "about".
    """
    value, about = number.value, False
    told = chance.random()
    if told < 0.09 and number.of != "target":
        value += chance.randint(1, 9) * 10 + chance.randint(1, 5)
    elif told < 0.2 and number.of != "target":
        value = int(float(f"{value:.2g}"))
        about = chance.random() < 0.5
    rounded = value != number.value and 0.09 <= told < 0.2
    words, own = wording(lang), _words()[lang]
    a, b = number.flow
    slots: dict[str, Any] = {"code_a": a, "code_b": b, "code_H": a, "year": number.year}
    slots["value"] = own["about"].format(value=value) if about else value
    text = words.filled(own[number.of], chance, **slots)
    fields = {
        "measure": "export" if number.of == "export" else "trade", "of": number.of if number.of == "export" else "trade",
        "reading": "target" if number.of == "target" else "reached", "value": value * MILLION, "unit": "USD", "period": str(number.year),
        "interval": [f"{number.year}-01-01", f"{number.year + 1}-01-01"], "parties": list(number.flow),
        "qualifier": "approx" if about else None,
    }  # fmt: skip
    return text, fields, f"{number.id}{f' rounded from {number.value}' if rounded else ''}"
