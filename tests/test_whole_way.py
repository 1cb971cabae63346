"""The whole way once: articles in, a register out; what must hold of the seeds and of the bundled articles."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from mithaq import pipeline, publish
from mithaq.knowledge import load
from mithaq.store import Register

ROOT = Path(__file__).resolve().parents[1]
BUNDLED = ROOT / "mithaq" / "demo" / "articles"
SEEDS = ROOT.parent / "shared" / "seeds"
LEGAL = load().vocabularies["legal"]

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles (shared/seeds) are not beside this checkout")


def agreements(path: Path) -> list[dict[str, Any]]:
    with Register(path) as register:
        return register.agreements().to_dicts()


def files(path: Path, entry: dict[str, Any]) -> set[str]:
    with Register(path) as register:
        names = {document["id"]: document["file"] for document in register.documents().to_dicts()}
        return {names[claim["document"]] for claim in register.claims(of="agreement").to_dicts() if claim["id"] in entry["claims"]}


def roadmaps(found: Iterable[dict[str, Any]], period: list[str]) -> list[dict[str, Any]]:
    return [entry for entry in found if entry["type"] == "roadmap" and entry["period"] == period]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "register.db"
    pipeline.build([SEEDS], path)
    return path


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("both") / "register.db"
    pipeline.build([SEEDS, BUNDLED] if SEEDS.is_dir() else [BUNDLED], path)
    return path


@needs_seeds
def test_the_roadmap_of_the_seeds_is_one_entry_of_three_articles(seeds: Path) -> None:
    (roadmap,) = roadmaps(agreements(seeds), ["2023", "2026"])
    assert set(roadmap["parties"]) == {"IR", "BY"}
    assert len(files(seeds, roadmap)) >= 3


@needs_seeds
def test_the_legal_steps_of_the_roadmap_stand_in_order(seeds: Path) -> None:
    (roadmap,) = roadmaps(agreements(seeds), ["2023", "2026"])
    steps = [step["status"] for step in roadmap["history"] if step["axis"] == "legal"]
    assert set(steps) >= {"drafted", "agreed", "signed"}
    dated = [(step["date"], LEGAL.rank(step["status"])) for step in roadmap["history"] if step["axis"] == "legal" and step["date"]]
    assert dated == sorted(dated)


def test_the_second_roadmap_of_the_pair_is_another_entry(both: Path) -> None:
    found = agreements(both)
    first, second = roadmaps(found, ["2023", "2026"]), roadmaps(found, ["2027", "2031"])
    assert len(first) == len(second) == 1
    assert not set(first[0]["claims"]) & set(second[0]["claims"])
    assert "signed" not in {step["status"] for step in second[0]["history"]}


def test_a_denied_signing_is_no_signing(both: Path) -> None:
    with Register(both) as register:
        denials = {document["id"] for document in register.documents().to_dicts() if document["file"] == "ar-belarus-denial-fiction.txt"}
        claims = [claim for claim in register.claims(of="agreement").to_dicts() if claim["document"] in denials]
    told = [claim for claim in claims if claim["fields"]["legal"] == "signed"]
    assert told
    assert {claim["fields"]["certainty"] for claim in told} == {"negated"}
    steps = [step for entry in agreements(both) for step in entry["history"] if set(step["claims"]) & {claim["id"] for claim in told}]
    assert not [step for step in steps if step["status"] == "signed"]


def test_a_signing_to_come_is_shown_as_future(both: Path) -> None:
    with Register(both) as register:
        coming = {document["id"] for document in register.documents().to_dicts() if document["file"] == "en-treaty-to-be-signed.txt"}
        told = {
            claim["id"]
            for claim in register.claims(of="agreement").to_dicts()
            if claim["document"] in coming and claim["fields"]["legal"] == "signed" and claim["fields"]["certainty"] == "future"
        }
    assert told
    steps = [step for entry in agreements(both) for step in entry["history"] if set(step["claims"]) == told]
    assert {step["certainty"] for step in steps} <= {"future"}


def exported(paths: Iterable[Path], register: Path, workers: int = 1) -> bytes:
    for one in paths:
        pipeline.build([one], register, workers=workers)
    with Register(register) as opened:
        return "".join(publish.export(opened)).encode()


def test_order_workers_and_additions_change_no_byte(tmp_path: Path) -> None:
    articles = sorted(BUNDLED.glob("*.txt"))[:10]
    with_two = tmp_path / "two.db"
    pipeline.build(articles, tmp_path / "one.db")
    pipeline.build(list(reversed(articles)), with_two, workers=2)
    shuffled = random.Random(7).sample(articles, len(articles))
    one_by_one = exported(shuffled, tmp_path / "each.db")
    assert exported([], tmp_path / "one.db") == exported([], with_two) == one_by_one


def test_every_quote_of_the_register_stands_in_its_text(both: Path) -> None:
    with Register(both) as register:
        assert register.counts()["claims"] > 100
        assert not list(register.verify())


def test_reports_that_credit_one_agency_are_one_independent_source(tmp_path: Path) -> None:
    told = {
        "TASS": "Россия и Иран подписали в понедельник в Москве меморандум о сотрудничестве в области транспорта.",
        "Газета": "Меморандум о транспорте подписали в понедельник в Москве Россия и Иран, сообщает ТАСС.",
        "IRNA": "Россия и Иран подписали в Москве меморандум о сотрудничестве в области транспорта, заявил посол Ирана.",
    }
    lines = [json.dumps({"text": text, "outlet": outlet, "published": "2024-03-05"}) for outlet, text in told.items()]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    pipeline.build([tmp_path / "a.jsonl"], tmp_path / "register.db")
    (memorandum,) = agreements(tmp_path / "register.db")
    counted = memorandum["sources"]
    assert (counted["reports"], counted["outlets"], counted["independent"]) == (3, 3, 2)
