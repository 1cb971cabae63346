from __future__ import annotations

import json
from pathlib import Path

from mithaq.errors import AccuracyError, UsageError
from tests.app.conftest import ARTICLES, Run

GOLD = ARTICLES.parent / "records.jsonl"


def test_each_score_has_an_interval_that_is_the_same_every_time(run: Run) -> None:
    outputs = [run("evaluate", GOLD, "--texts", ARTICLES, "--by-language")[1] for _ in range(2)]
    assert outputs[0] == outputs[1]
    lines = [json.loads(line) for line in outputs[0].splitlines()]
    scores = [item for item in lines if item["kind"] == "detection" and item["gold"]]
    assert scores
    for item in scores:
        low, high = item["interval"]
        assert 0 <= low <= high <= 1


def test_floors_are_kept_until_they_are_set_anew(run: Run, tmp_path: Path) -> None:
    path, args = tmp_path / "floors.toml", ("evaluate", GOLD, "--texts", ARTICLES, "--floors", tmp_path / "floors.toml")
    code, _, err = run(*args)
    assert (code, "Write them with --set-floors." in err) == (UsageError.exit_code, True)
    assert run(*args, "--set-floors")[0] == 0
    assert run(*args)[0] == 0

    path.write_text(
        path.read_text(encoding="utf-8").replace("[demo.least.all]", '[demo.least.all]\n"nothing.ever" = 0.5'), encoding="utf-8"
    )
    code, _, err = run(*args)
    assert (code, "all nothing.ever: 0.000 < 0.500" in err) == (AccuracyError.exit_code, True)
    code, _, err = run(*args, "--set-floors")
    assert (code, "lowered: all nothing.ever: 0.50 -> 0.00" in err) == (0, True)


def test_floors_of_other_records_are_not_compared(run: Run, tmp_path: Path) -> None:
    floors, gold = tmp_path / "floors.toml", tmp_path / "gold.jsonl"
    gold.write_text(GOLD.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("evaluate", gold, "--texts", ARTICLES, "--floors", floors, "--set-floors")[0] == 0
    gold.write_text("".join(GOLD.read_text(encoding="utf-8").splitlines(keepends=True)[1:]), encoding="utf-8")
    code, _, err = run("evaluate", gold, "--texts", ARTICLES, "--floors", floors)
    assert (code, "measured on other records or texts" in err) == (AccuracyError.exit_code, True)


def test_floors_are_written_only_into_a_file_that_is_named(run: Run) -> None:
    code, _, err = run("evaluate", GOLD, "--texts", ARTICLES, "--set-floors")
    assert (code, "Add --floors FILE.toml." in err) == (UsageError.exit_code, True)


def test_the_error_page_is_written_where_it_was_asked_for(run: Run, tmp_path: Path) -> None:
    code, _, err = run("evaluate", GOLD, "--texts", ARTICLES, "--errors", tmp_path / "errors.html")
    assert code == 0
    assert "open " in err
    assert (tmp_path / "errors.html").read_text(encoding="utf-8").startswith("<!doctype html>")
