"""The extractor stays above its floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.evaluate import predictions, read, score
from mithaq.evaluate.floors import Floors, digest, read_floors
from mithaq.evaluate.scores import Scores

FLOORS = read_floors(Path(__file__).with_name("floors.toml"))
SHARED = Path(__file__).parents[2].parent / "shared"
MEASURED = {"seeds": (SHARED / "gold" / "seeds.jsonl", SHARED / "seeds")}


@pytest.mark.parametrize("name", FLOORS)
def test_the_extractor_is_above_its_floors_and_every_passage_stands(name: str) -> None:
    gold, texts = MEASURED[name]
    if not gold.exists():
        pytest.skip("the shared data is not beside the project")
    assert digest(gold) == FLOORS[name].digest, "these records are not those that the floors were measured on"
    records = read(gold)
    made = predictions(records, texts)
    assert made.failures == ()
    assert made.ungrounded == ()
    assert FLOORS[name].missed(score(records, made.records)) == []


def test_what_lies_below_its_floor_is_named_and_so_is_what_was_not_scored() -> None:
    scores = Scores()
    scores.count("states", hit=1, missed=1, extra=0)
    scores.grade("events.type", 1.0)
    floors = Floors("", {"states": 0.9, "events.type": 1.0, "figures": 0.5})
    assert floors.missed(scores) == ["states: 0.667 < 0.900", "figures: 0.000 < 0.500"]
