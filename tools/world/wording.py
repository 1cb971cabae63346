"""Sentences of the simulated world in four languages: a fact and its slots in, a sentence out."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pymorphy3

from tools.world.days import dated, year
from tools.world.places import HERE, Person
from tools.world.vows import Promise

if TYPE_CHECKING:
    from tools.world.lives import Pact

PACKS = HERE.parents[1] / "mithaq" / "data" / "lang"
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_CASES = {"gen": "gent", "ins": "ablt", "loc": "loct", "acc": "accs"}


class Wording:
    """The words of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.words: dict[str, Any] = tomllib.loads((HERE / "words" / f"{lang}.toml").read_text(encoding="utf-8"))

    def state(self, code: str, case: str = "") -> str:
        """The name of a state, in Russian in a case."""
        name = _names(self.lang)[code]
        return _inflected(name, _CASES[case]) if case and self.lang == "ru" else name

    def person(self, one: Person, *, named: bool = True) -> str:
        """An official with office and state; without the name where it is left out."""
        slots = {"office": self.words["offices"][one.office], "state": self.state(one.state), "state_gen": self.state(one.state, "gen")}
        return " ".join(self.words["person"].format(**slots, name=one.name(self.lang) if named else "").split())

    def office(self, one: Person) -> str:
        """The office alone, as it stands in `person`."""
        return str(self.words["offices"][one.office])

    def date(self, day: int) -> str:
        """A day."""
        _, month, number = (int(part) for part in dated(day).split("-"))
        return self.digits(self.words["date"].format(day=number, month=self.words["months"][month - 1], year=year(day)))

    def weekday(self, day: int) -> str:
        """The day of the week."""
        return str(self.words["weekdays"][(day - 1) % 7])

    def what(self, pact: Pact, sectors: tuple[str, ...], *, period: bool, title: bool) -> str:
        """An agreement as it is named in running text."""
        name = self.words["types"][pact.type]
        said = self.words["titled"].format(type=name, title=self.title(pact)) if title else self.words["what"].format(
            type=name, fields=self.joined(sectors)
        )  # fmt: skip
        if period and pact.period:
            said += self.words["period"].format(start=pact.period[0], end=pact.period[1])
        return self.digits(said)

    def promise(self, one: Promise, form: str, number: int | None) -> str:
        """What is promised, in one of its forms; without its number where it is left out, "" where the language has no such form."""
        slots = {"a": self.state(one.by), "b": self.state(one.to), "n": self.words["many"] if number is None else number}
        slots |= {f"b_{case}": self.state(one.to, case) for case in _CASES}
        return self.digits(self.words["promises"][one.key].get(form, "").format(**slots))

    def title(self, pact: Pact) -> str:
        """The title of an agreement."""
        name = self.words["types"][pact.type]
        return self.digits(self.words["title"].format(Type=name[0].upper() + name[1:], fields=self.joined(pact.sectors)))

    def listed(self, states: list[str]) -> str:
        """States by name, the last two joined by and."""
        *others, last = map(self.state, states)
        return str(self.words["and"].format(one=", ".join(others), other=last))

    def joined(self, sectors: tuple[str, ...]) -> str:
        """Fields, joined by and."""
        out = ""
        for sector in sectors or ("general",):
            word = self.words["sectors"][sector]
            out = self.words["and"].format(one=out, other=word) if out else word
        return out

    def said(self, fact: str, chance: random.Random, **slots: Any) -> str:
        """A sentence of one fact, without its full stop."""
        return self.filled(self.words["facts"][fact], chance, **slots)

    def filled(self, patterns: list[str], chance: random.Random, **slots: Any) -> str:
        """One of some sentences with its slots filled, without its full stop."""
        slots = {
            **slots,
            **{f"{name}_{case}": self.state(slots[f"code_{name}"], case) for name in "abH" for case in _CASES if f"code_{name}" in slots},
        }
        slots |= {name: self.state(slots[f"code_{name}"]) for name in "abH" if f"code_{name}" in slots}
        text = self.digits(" ".join(chance.choice(patterns).format(**slots).split()))
        return text[0].upper() + text[1:]

    def digits(self, text: str) -> str:
        """Digits as the language writes them."""
        return text.translate(_DIGITS) if self.lang == "fa" else text


@cache
def wording(lang: str) -> Wording:
    """The words of a language."""
    return Wording(lang)


@cache
def _names(lang: str) -> dict[str, str]:
    """The name of every state in a language, as CLDR has it."""
    out: dict[str, str] = {}
    for name in ("states.upstream.tsv", "states.tsv"):
        for line in (Path(PACKS / lang / name)).read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 2 and len(cells[1]) == 2 and (cells[2] == "cldr" or name == "states.tsv"):
                out.setdefault(cells[1], cells[0])
    return out


@cache
def _morph() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def _inflected(name: str, case: str) -> str:
    out = []
    for word in name.split(" "):
        parsed = next((one for one in _morph().parse(word) if {"nomn"} in one.tag or "Geox" in one.tag), None)
        found = parsed.inflect({case}) if parsed else None
        out.append(found.word.capitalize() if found else word)
    return " ".join(out)
