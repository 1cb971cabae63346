"""Names across scripts on lists that this project did not write; the figures are pinned a little below what was measured."""

from __future__ import annotations

import csv
import gzip
import hashlib
import random
from collections.abc import Iterator

import pytest

from mithaq.link.actors import actors
from mithaq.link.sounds import SAME_NAME, Ear
from tests.link.hand import SHARED, Known
from tests.link.test_actors import mention

NAMES = SHARED / "data" / "names"
pytestmark = pytest.mark.skipif(not NAMES.exists(), reason="the shared lists of names are not there")


def pairs(lang: str) -> Iterator[tuple[str, str]]:
    """The half of a list that nobody looked at while the likeness from which on names merge was set."""
    with gzip.open(NAMES / f"wd_{lang}_80.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            english, spelt, _ = line.rstrip("\n").split("\t")
            if int(hashlib.sha1(english.encode()).hexdigest(), 16) % 2:
                yield english, spelt.replace(" ", "")


@pytest.mark.parametrize("lang", ["arabic", "russian"])
def test_the_true_spelling_is_among_the_first_of_two_hundred(knowledge: Known, lang: str) -> None:
    ear, chance, held = Ear(knowledge.letters), random.Random(11), list(pairs(lang))
    by_length: dict[int, list[str]] = {}
    for _, spelt in held:
        by_length.setdefault(len(spelt), []).append(spelt)
    first = five = 0
    sample = chance.sample(held, 400)
    for english, spelt in sample:
        others = by_length[len(spelt)]
        found = [name for _, name in ear.ranked(english, [spelt, *chance.sample(others, min(200, len(others)))])]
        first += found[0] == spelt
        five += spelt in found[:5]
    assert first / len(sample) >= 0.85
    assert five / len(sample) >= 0.95


@pytest.mark.parametrize(("office", "state", "floor"), [("president", "XX", 0.95), (None, "XX", 0.95), ("president", None, 0.95)])
def test_spellings_of_one_name_merge_where_office_or_state_agree_and_nowhere_else(
    knowledge: Known, office: str | None, state: str | None, floor: float
) -> None:
    chance = random.Random(5)

    def merge(one: tuple[str, str | None, str | None], other: tuple[str, str | None, str | None]) -> bool:
        mentions = [mention(knowledge, f"d{number}", *parts) for number, parts in enumerate((one, other))]
        return bool(actors(mentions, knowledge.letters).merges)

    chance = random.Random(5)
    sample = [pair for lang in ("arabic", "russian") for pair in chance.sample(list(pairs(lang)), 300)]
    merged = sum(merge((english, office, state), (spelt, office, state)) for english, spelt in sample)
    other_state = sum(merge((english, "president", "XX"), (spelt, "president", "XY")) for english, spelt in sample)
    unknown = sum(merge((english, None, None), (spelt, None, None)) for english, spelt in sample)
    assert other_state == unknown == 0
    assert merged / len(sample) >= floor


def test_judged_pairs_are_told_apart(knowledge: Known) -> None:
    ear = Ear(knowledge.letters)
    with (NAMES / "name_bench" / "cases.csv").open(encoding="utf-8") as lines:
        judged = [(ear.names(row["name1"], row["name2"]) >= SAME_NAME, row["is_match"] == "true") for row in csv.DictReader(lines)]
    right = sum(found and true for found, true in judged)
    assert 2 * right / (sum(found for found, _ in judged) + sum(true for _, true in judged)) >= 0.85
