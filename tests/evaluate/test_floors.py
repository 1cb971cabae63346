"""The extractor stays above its floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.evaluate import by_article, languages, predictions, read, total
from mithaq.evaluate.floors import ALL, Floors, digest, lowered, measured, name, read_floors, write_floors
from mithaq.evaluate.scores import Scores

FLOORS = read_floors(Path(__file__).with_name("floors.toml"))
SHARED = Path(__file__).parents[2].parent / "shared"
MEASURED = {
    "seeds": (SHARED / "gold" / "seeds.jsonl", SHARED / "seeds"),
    "dev": (SHARED / "gold" / "dev" / "records.jsonl", SHARED / "gold" / "dev" / "docs"),
}


@pytest.mark.parametrize("floors", FLOORS)
def test_the_extractor_is_above_its_floors_and_every_passage_stands(floors: str) -> None:
    gold, texts = MEASURED[floors]
    if not gold.exists():
        pytest.skip("the shared data is not beside the project")
    records = read(gold)
    assert digest(records, texts) == FLOORS[floors].digest, "these are not the records and texts that the floors were measured on"
    made = predictions(records, texts)
    assert made.failures == ()
    assert made.ungrounded == ()
    articles = by_article(records, made.records)
    parts = {ALL: total(articles.values())}
    parts |= {lang: total(articles[file] for file in files) for lang, files in languages(records).items()}
    assert FLOORS[floors].missed(parts) == []


def scored(hit: int, missed: int) -> Scores:
    scores = Scores()
    scores.count("states", hit, missed, 0)
    scores.grade("events.type", hit, hit + missed)
    scores.grade("agreements.date", 1.0, 3)
    return scores


def test_what_lies_below_its_floor_is_named_and_so_is_what_was_not_scored() -> None:
    floors = Floors("", {"all": {"states": 0.9, "events.type": 0.5, "figures": 0.5}, "fa": {"states": 0.1}})
    assert floors.missed({"all": scored(1, 1)}) == ["all states: 0.667 < 0.900", "all figures: 0.000 < 0.500", "fa states: 0.000 < 0.100"]


def test_floors_lie_a_little_below_what_was_measured_and_what_is_rare_has_none() -> None:
    made = measured("d", {"all": scored(90, 10), "fa": scored(8, 2), "ar": scored(80, 20)})
    assert made.least == {"all": {"states": 0.92, "events.type": 0.88}, "fa": {}, "ar": {"states": 0.86}}
    assert made.missed({"all": scored(90, 10), "ar": scored(80, 20)}) == []


def test_a_floor_that_sinks_or_goes_is_told_of() -> None:
    before = Floors("", {"all": {"states": 0.9, "events": 0.5}, "fa": {"states": 0.2}})
    assert lowered(before, Floors("", {"all": {"states": 0.95, "events": 0.4}})) == ["all events: 0.50 -> 0.40", "fa states: 0.20 -> 0.00"]


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = {"dev": measured("d", {"all": scored(90, 10), "fa": scored(80, 20)}), "with blank": Floors("e", {"all": {}})}
    write_floors(tmp_path / "floors.toml", floors)
    assert read_floors(tmp_path / "floors.toml") == floors
    assert read_floors(tmp_path / "none.toml") == {}


def test_the_digest_knows_records_and_texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    gold = {"a.txt": {"file": "a.txt", "relevant": True}}
    before = digest(gold, tmp_path)
    assert before == digest({"a.txt": {"relevant": True, "file": "a.txt"}}, tmp_path)
    assert before != digest({"a.txt": {"file": "a.txt", "relevant": False}}, tmp_path)
    (tmp_path / "a.txt").write_text("two", encoding="utf-8")
    assert before != digest(gold, tmp_path)


def test_floors_are_named_after_their_records(tmp_path: Path) -> None:
    assert name(tmp_path / "seeds.jsonl") == "seeds"
    assert name(tmp_path / "dev" / "records.jsonl") == "dev"
