"""A register that grew and shrank article by article is, to the byte, the one that was built at once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mithaq.publish.exports import export
from mithaq.store import Register
from tests.link.hand import Known, known
from tools.world import made
from tools.world.registers import step


def exported(path: Path) -> str:
    with Register(path) as register:
        return "".join(export(register))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_register_that_grew_is_the_one_that_was_built_at_once(tmp_path: Path, seed: int) -> None:
    world, own = made(seed, 150, states=4), known()
    knowledge = Known(own.vocabularies, world.offices, world.outlets, own.letters)
    pairs = list(zip(world.documents, world.records, strict=True))
    chance = random.Random(seed)
    chance.shuffle(pairs)
    held = pairs[:90]
    step(tmp_path / "grown.db", knowledge, held)
    for at in range(90, 150, 5):
        gone = chance.sample(held, 2)
        held = [pair for pair in held if pair not in gone] + pairs[at : at + 5]
        step(tmp_path / "grown.db", knowledge, pairs[at : at + 5], [document.id for document, _ in gone])
    step(tmp_path / "once.db", knowledge, held)
    assert exported(tmp_path / "grown.db") == exported(tmp_path / "once.db")
    with Register(tmp_path / "grown.db") as register:
        assert list(register.verify()) == []
