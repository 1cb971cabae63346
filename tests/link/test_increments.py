"""Adding and removing articles gives what linking everything at once gives, whatever the order and the split."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.link import link
from mithaq.model import claims
from tests.link.hand import Known, known
from tests.link.shelf import Shelf
from tests.link.test_order import articles
from tools.world import made

KNOWLEDGE = known()


def at_once(records: list[dict[str, Any]], knowledge: Known = KNOWLEDGE, decisions: Any = ()) -> list[dict[str, Any]]:
    return [entry.write() for entry in link(records, knowledge, decisions)]


@settings(max_examples=40, deadline=None)
@given(articles(), st.lists(st.integers(0, 2), min_size=6, max_size=6))
def test_any_split_is_the_same_as_all_at_once(records: list[dict[str, Any]], steps: list[int]) -> None:
    shelf = Shelf(KNOWLEDGE)
    for number in range(3):
        shelf.step([record for record, step in zip(records, steps, strict=False) if step == number])
    assert shelf.written() == at_once(records)
    shelf.step([], going=[record["id"] for record, step in zip(records, steps, strict=False) if step == 1])
    assert shelf.written() == at_once([record for record, step in zip(records, steps, strict=False) if step != 1])


@pytest.mark.parametrize("seed", [1, 2])
def test_a_world_grows_and_shrinks_article_by_article(seed: int) -> None:
    world = made(seed, 160, states=4)
    knowledge = Known(KNOWLEDGE.vocabularies, world.offices, world.outlets, KNOWLEDGE.letters)
    chance = random.Random(seed)
    records = chance.sample(world.records, len(world.records))
    shelf = Shelf(knowledge)
    shelf.step(records[:100])
    assert shelf.written() == at_once(records[:100], knowledge)
    for at in range(100, len(records), 4):
        shelf.step(records[at : at + 4], going=[record["id"] for record in records[at - 100 : at - 98]])
        held = list(shelf.records.values())
        assert shelf.written() == at_once(held, knowledge), at


def test_decisions_hold_in_increments() -> None:
    world = made(3, 120, states=3)
    knowledge = Known(KNOWLEDGE.vocabularies, world.offices, world.outlets, KNOWLEDGE.letters)
    told = [claim for record in world.records for claim in claims(record) if claim.of == "agreement"]
    decisions = [
        {"decision": "same", "claims": [told[0].id, told[-1].id]},
        {"decision": "not_same", "claims": [told[3].id, told[4].id]},
        {"decision": "part_of", "claims": [told[5].id, told[9].id]},
        {"decision": "reject", "claims": [told[7].id]},
    ]
    shelf = Shelf(knowledge, decisions)
    for at in range(0, 120, 30):
        shelf.step(world.records[at : at + 30])
        assert shelf.written() == at_once(world.records[: at + 30], knowledge, decisions)


def test_an_article_of_one_pair_reads_no_other_pair() -> None:
    world = made(4, 1200, states=12)
    knowledge = Known(KNOWLEDGE.vocabularies, world.offices, world.outlets, KNOWLEDGE.letters)
    shelf = Shelf(knowledge)
    shelf.step(world.records[:-1])
    shelf.read = 0
    shelf.step(world.records[-1:])
    assert shelf.read < 600
