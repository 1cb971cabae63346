"""Linking on a simulated world, claims given: the floors of every measure, and the same world for the same seed."""

from __future__ import annotations

import pytest

from mithaq.link import link
from mithaq.model import ungrounded
from tests.link.hand import Known, known
from tools.world import World, made
from tools.world.scores import Score, scores


@pytest.fixture(scope="module")
def world() -> World:
    return made(7, 1500)


@pytest.fixture(scope="module")
def found(world: World) -> dict[str, Score]:
    own = known()
    return scores(world, link(world.records, Known(own.vocabularies, world.offices, world.outlets, own.letters)))


def test_a_seed_makes_one_world(world: World) -> None:
    again = made(7, 1500)
    assert again.records == world.records
    assert made(8, 100).records != world.records[:100]


def test_every_passage_of_the_world_stands_in_its_article(world: World) -> None:
    for record, document in zip(world.records, world.documents, strict=True):
        assert not ungrounded(document.text, {kind: held for kind, held in record.items() if isinstance(held, list)})


@pytest.mark.parametrize(
    ("measure", "floor"),
    [
        ("stories", 0.95),
        ("agreements", 0.93),
        ("reprints", 0.98),
        ("figures", 0.98),
        ("sums", 0.95),
        ("overdue", 1.0),
        ("commitments", 0.95),
        ("commitments tied", 0.9),
    ],
)
def test_what_belongs_together_is_found(found: dict[str, Score], measure: str, floor: float) -> None:
    assert found[measure].f1 >= floor, found[measure].wrong[:5]


def test_statements_that_are_made_one_are_one(found: dict[str, Score]) -> None:
    assert found["statements"].precision >= 0.95, found["statements"].wrong[:5]


def test_true_steps_are_found_in_order_and_no_other(found: dict[str, Score]) -> None:
    assert found["steps"].recall >= 0.90
    assert found["steps"].precision == 1.0, found["steps"].wrong[:5]


def test_the_life_of_commitments_is_found_and_no_other(found: dict[str, Score]) -> None:
    assert found["commitment steps"].recall >= 0.95
    assert found["commitment steps"].precision >= 0.99, found["commitment steps"].wrong[:5]


def test_contradictions_are_found_and_are_contradictions(found: dict[str, Score]) -> None:
    assert found["contradictions"].recall >= 0.90, found["contradictions"].wrong
    assert found["contradictions"].precision >= 0.85, found["contradictions"].wrong


@pytest.mark.parametrize("measure", ["silent, entry right", "lapsed, entry right", "sides", "silent"])
def test_silence_and_lapse_are_exact(found: dict[str, Score], measure: str) -> None:
    assert found[measure].f1 == 1.0, found[measure].wrong[:5]
