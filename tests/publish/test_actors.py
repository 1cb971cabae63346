from __future__ import annotations

from typing import Any

from mithaq.model import Claim, Entry, Evidence
from mithaq.publish.actors import actor
from mithaq.publish.cards import Card
from mithaq.publish.catalogue import catalogue
from mithaq.publish.passages import Shelf, Source
from mithaq.publish.values import Ground

TEXT = "President Jane Doe of Freedonia spoke. The president said that work goes on. Doe left."
"""About a person and a state that do not exist."""


def shown(fields: dict[str, Any], language: str = "en") -> tuple[Card, Ground]:
    quote = "work goes on"
    start = TEXT.index(quote)
    claim = Claim("c", "statement", "d", Evidence.of(TEXT, start, start + len(quote)), (), {}, {}, {"speaker": "Jane Doe"})
    sources = {"d": Source("d", TEXT, "d.txt", "en", "Example Agency", None, None, "2023-03-13")}
    ground = Ground(catalogue(language), {"c": claim}, sources, {"XX": "Freedonia"}, Shelf(sources))
    return actor(ground, Entry("actor", ("c",), {"documents": ["d"], **fields}), frozenset()), ground


def quotes(card: Card, label: str) -> list[tuple[str, list[str]]]:
    (field,) = [field for field in card.fields if field.label == label]
    return [(value.text, [TEXT[place.start : place.end] for place in value.places]) for value in field.values]


def test_a_name_opens_the_place_where_it_first_stands() -> None:
    card, _ = shown({"name": "Jane Doe", "names": {"en": ["Doe", "Jane Doe"]}, "offices": [["president", "XX"]]})
    assert (card.head[0].text, card.head[0].lang) == ("Doe", "en")
    assert quotes(card, "As written") == [("Doe", ["Doe"]), ("Jane Doe", ["Jane Doe"])]


def test_an_office_stands_on_the_passages_that_name_the_speaker() -> None:
    card, _ = shown({"name": "Jane Doe", "names": {}, "offices": [["president", "XX"]]})
    assert quotes(card, "Offices") == [("president, Freedonia", ["work goes on"])]


def test_an_unnamed_holder_is_only_the_last_named_one() -> None:
    unnamed = {
        "document": "d", "as_written": "The president", "office": "president", "state": "XX", "resolved": False, "name": None, "rule": None,
        "last_named_holder": "Jane Doe", "last_named": "2023-03-13", "last_named_in": "d",
    }  # fmt: skip
    card, _ = shown({"name": None, "names": {}, "offices": [["president", "XX"]], "unnamed": [unnamed]})
    assert card.head[0].text == "The president"
    assert quotes(card, "Named by office only")[1] == ("last named holder: Jane Doe, 13 March 2023", ["Jane Doe"])


def test_a_holder_by_the_table_of_offices_is_marked_as_derived() -> None:
    unnamed = {"document": "d", "as_written": "The president", "resolved": True, "name": "Jane Doe", "rule": "office table"}
    card, _ = shown({"name": "Jane Doe", "names": {}, "offices": [], "unnamed": [unnamed]})
    (field,) = [field for field in card.fields if field.label == "Named by office only"]
    assert [(value.text, value.rule) for value in field.values] == [("The president", None), ("Jane Doe", "by the table of offices")]


def test_nobody_is_given_a_name() -> None:
    card, _ = shown({"name": None, "names": {}, "offices": []})
    assert card.head[0].text == "speaker not named"
