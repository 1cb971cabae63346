"""Our scores and those of the reference script agree, on real records spoilt in every way that matters."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from mithaq.evaluate.gold import read
from mithaq.evaluate.scores import score

SHARED = Path(__file__).parents[2].parent / "shared"
REFERENCE = SHARED / "tools" / "score.py"
GOLD = [SHARED / "gold" / "seeds.jsonl", SHARED / "gold" / "dev" / "records.jsonl"]


def spoilt(record: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """A copy with items lost, doubled, moved and changed, as a bad extractor would give it."""
    out = deepcopy(record)
    out["relevant"] = dice.random() < 0.8
    out["published"] = dice.choice([None, {"date": "2020-01-01"}, out["published"]])
    for kind in ("events", "agreements", "commitments", "appeals", "figures", "statements"):
        items = [item for item in out[kind] if dice.random() < 0.8]
        items += deepcopy([item for item in items if dice.random() < 0.2])
        for item in items:
            _spoil(item, dice)
        dice.shuffle(items)
        out[kind] = items
    return out


def _spoil(item: dict[str, Any], dice: random.Random) -> None:
    passage = item["evidence"]
    passage["start"] = max(0, passage["start"] + dice.choice([0, 0, -20, 20]))
    passage["end"] += dice.choice([0, 0, 15, -15])
    if item.get("also") and dice.random() < 0.5:
        item["evidence"] = item["also"][0]
    if dice.random() < 0.05:
        item["evidence"] = None
    for field in ("type", "date", "count", "participants", "parties", "speaker", "value", "deadline"):
        if field in item and dice.random() < 0.2:
            item[field] = None


@pytest.mark.skipif(not REFERENCE.exists(), reason="the shared data is not beside the project")
@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.parent.name)
def test_our_figures_are_those_of_the_reference_script(gold: Path, tmp_path: Path) -> None:
    dice = random.Random(1)
    records = read(gold)
    predicted = {file: spoilt(record, dice) for file, record in records.items() if dice.random() < 0.9}
    lines = tmp_path / "predicted.jsonl"
    lines.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in predicted.values()), encoding="utf-8")
    answer = subprocess.run([sys.executable, REFERENCE, gold, lines, "--json"], capture_output=True, check=True, text=True)
    theirs = json.loads(answer.stdout)["all"]

    ours = score(records, predicted)

    assert ours.detection.keys() == theirs["detection"].keys()
    for kind, row in theirs["detection"].items():
        found = ours.detection[kind]
        assert (found.precision, found.recall, found.f1) == pytest.approx((row["precision"], row["recall"], row["f1"])), kind
        assert (found.hit + found.missed, found.hit + found.extra) == (row["gold"], row["found"]), kind
    assert {name: kept.n for name, kept in ours.fields.items()} == {name: row["n"] for name, row in theirs["fields"].items()}
    assert {name: kept.share for name, kept in ours.fields.items()} == pytest.approx(
        {n: row["accuracy"] for n, row in theirs["fields"].items()}
    )
