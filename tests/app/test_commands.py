from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import mithaq
from mithaq.app.shows import COLUMNS
from mithaq.errors import AbsentError, MithaqError, PackError, RegisterError, SourceError, UsageError
from mithaq.knowledge import DATA
from tests.app.conftest import ARTICLES, Run


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_extract_writes_one_record_a_line_and_counts_them(run: Run) -> None:
    code, out, err = run("extract", ARTICLES / "ar-gulf-cup.txt", ARTICLES / "fa-belarus-signing.txt")
    assert code == 0
    assert [record["file"] for record in objects(out)] == ["ar-gulf-cup.txt", "fa-belarus-signing.txt"]
    assert err.splitlines()[-1].startswith("2 documents, ")


def test_building_again_adds_and_changes_nothing_that_stands(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    run("build", ARTICLES / "fa-belarus-signing.txt", "-o", path)
    run("build", ARTICLES / "ar-belarus-signing.txt", "-o", path)
    added = run("export", path).out
    assert run("build", ARTICLES / "ar-belarus-signing.txt", "-o", path).code == 0
    assert run("export", path).out == added
    assert sum(item["kind"] == "document" for item in objects(added)) == 2


@pytest.mark.parametrize("kind", COLUMNS)
def test_everything_that_can_be_shown_is_json_lines_in_a_pipe(run: Run, register: Path, kind: str) -> None:
    between = ["--between", "IR,BY"] if kind == "sides" else []
    code, out, _ = run("show", kind, register, "--as-of", "2026-11-22", *between)
    assert code == 0
    assert all(isinstance(item, dict) for item in objects(out))


def test_show_narrows_to_parties(run: Run, register: Path) -> None:
    shown = objects(run("show", "agreements", register, "--between", "IR,BY").out)
    assert shown
    assert all({"IR", "BY"} <= {*entry["parties"], *entry.get("wider", {}).get("through", {})} for entry in shown)


def test_show_why_prints_the_passages_of_each_line(run: Run, register: Path) -> None:
    entry = objects(run("show", "agreements", register, "--between", "IR,BY", "--why").out)[0]
    assert len(entry["passages"]) == len(entry["claims"])
    passage = entry["passages"][0]
    text = (ARTICLES / passage["file"]).read_bytes().decode()
    assert text[passage["start"] : passage["end"]] == passage["quote"]
    assert passage["quote"] in run("show", "agreements", register, "--why", "--format", "table").out


def test_a_table_can_be_had_in_a_pipe(run: Run, register: Path) -> None:
    assert "parties" in run("show", "agreements", register, "--format", "table").out


def test_an_export_is_sorted_by_kind_and_id(run: Run, register: Path) -> None:
    items = objects(run("export", register).out)
    assert [(item["kind"], item["id"]) for item in items] == sorted((item["kind"], item["id"]) for item in items)
    assert {"document", "claim", "entry"} <= {item["kind"] for item in items}


def test_verify_of_a_sound_register_ends_well(run: Run, register: Path) -> None:
    code, out, err = run("verify", register)
    assert (code, out) == (0, "")
    assert err.endswith(" 0 faults\n")


def test_a_report_is_one_file(run: Run, register: Path, tmp_path: Path) -> None:
    page = tmp_path / "dossier.html"
    code, _, err = run("report", register, "--between", "IR,BY", "-o", page)
    assert code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>") or "<html" in page.read_text(encoding="utf-8")[:200]
    assert str(page) in err


def test_a_report_without_a_day_says_how_to_have_what_falls_due(run: Run, register: Path, tmp_path: Path) -> None:
    page = tmp_path / "dossier.html"
    assert "--as-of" in run("report", register, "--between", "IR,BY", "-o", page).err
    assert "add: --as-of" not in run("report", register, "--between", "IR,BY", "-o", page, "--as-of", "2026-11-22").err


@pytest.mark.parametrize("narrowed", [["--between", "IR,NZ"], ["--between", "IR,BY", "--as-of", "1990"]])
def test_a_report_of_whom_nothing_was_read_is_not_written(run: Run, register: Path, tmp_path: Path, narrowed: list[str]) -> None:
    page = tmp_path / "dossier.html"
    code, _, err = run("report", register, *narrowed, "-o", page)
    assert code == AbsentError.exit_code
    assert "nothing that was read speaks of" in err
    assert not page.exists()


def test_an_article_that_is_not_relevant_is_counted_and_can_be_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "match.txt").write_text("The home team won the match by two goals to one on Sunday.", encoding="utf-8")
    code, _, err = run("build", tmp_path / "match.txt", "-o", tmp_path / "r.db")
    assert code == 0
    assert err.splitlines()[-1] == "1 document, 1 not relevant, 0 claims, 0 failures"
    assert f"mithaq show documents {tmp_path / 'r.db'}" in err
    (row,) = objects(run("show", "documents", tmp_path / "r.db").out)
    assert (row["file"], row["lang"], row["relevant"], row["claims"]) == ("match.txt", "en", False, 0)
    (exported,) = objects(run("export", tmp_path / "r.db", "--of", "documents").out)
    assert exported["relevant"] is False


def test_statements_come_with_their_words_and_the_cue(run: Run, register: Path) -> None:
    for row in objects(run("show", "statements", register, "--why").out):
        assert set(row["words"].values()) <= {passage["quote"] for passage in row["passages"]}
        assert row["words"]
        assert "cue" in row


def test_the_last_line_counts_the_documents_that_the_rows_stand_on(run: Run, register: Path) -> None:
    code, out, err = run("show", "events", register, "--between", "org:eaeu,iran")
    assert code == 0
    documents = {source["document"] for row in objects(out) for source in row["sources"]["list"]}
    assert documents
    assert int(err.split()[0]) >= len(documents)


def test_a_register_of_nothing_is_not_left(run: Run, tmp_path: Path) -> None:
    code, _, err = run("build", tmp_path / "nosuch", "-o", tmp_path / "q.db")
    assert code == SourceError.exit_code
    assert "q.db was not made" in err
    assert list(tmp_path.iterdir()) == []


def test_forget_takes_an_article_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    names = ("fa-belarus-signing.txt", "ar-belarus-signing.txt")
    run("build", ARTICLES / names[0], "-o", path)
    before = run("export", path).out
    run("build", ARTICLES / names[1], "-o", path)
    code, _, err = run("forget", path, names[1])
    assert code == 0
    assert err.startswith("1 document forgotten; ")
    assert run("export", path).out == before
    assert run("forget", path, "none.txt").code == UsageError.exit_code


def test_the_demo_leaves_a_register_and_a_dossier(run: Run, tmp_path: Path) -> None:
    code, _, err = run("demo", "--into", tmp_path / "demo")
    assert code == 0
    assert (tmp_path / "demo" / "register.db").exists()
    assert (tmp_path / "demo" / "dossier.html").exists()
    assert f"{len(list(ARTICLES.glob('*.txt')))} documents, " in err


def test_evaluate_scores_the_extractor_and_grounds_everything(run: Run) -> None:
    code, out, err = run("evaluate", ARTICLES.parent / "records.jsonl", "--texts", ARTICLES, "--by-language", "--misses")
    assert code == 0
    items = objects(out)
    assert {item["articles"] for item in items if item["kind"] == "detection"} >= {"all", "ar", "en", "fa"}
    assert "0 ungrounded passages" in err


def test_a_register_that_is_not_there_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    code, _, err = run("show", "agreements", tmp_path / "none.db")
    assert code == RegisterError.exit_code
    assert "Make one: mithaq build" in err


def test_language_packs_are_checked_and_each_fault_is_a_line(run: Run) -> None:
    code, out, err = run("lang", "check")
    assert code == (PackError.exit_code if out else 0)
    assert err.startswith(f"{len(list((DATA / 'lang').glob('*/profile.toml')))} packs, ")
    assert err.endswith(f" {len(out.splitlines())} {'fault' if out.count(chr(10)) == 1 else 'faults'}\n")


def test_the_module_runs_as_a_program_and_a_reader_that_leaves_early_is_no_error(register: Path) -> None:
    program = subprocess.Popen([sys.executable, "-m", "mithaq", "export", register], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None and program.stderr is not None
    program.stdout.readline()
    program.stdout.close()
    told = program.stderr.read().decode()
    program.stderr.close()
    assert (program.wait(), told) == (0, "")


def test_the_library_gives_what_the_command_line_shows(run: Run, register: Path) -> None:
    with mithaq.open(register) as opened:
        assert opened.agreements(between=("IR", "BY")).to_dicts() == objects(run("show", "agreements", register, "--between", "IR,BY").out)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    answer = subprocess.run([sys.executable, "-m", "mithaq", "--version"], capture_output=True, text=True, check=True)
    assert answer.stdout == f"mithaq {mithaq.__version__}\n"


def test_what_is_written_is_utf_8_whatever_the_locale_says(register: Path) -> None:
    program = [sys.executable, "-m", "mithaq", "export", str(register)]
    answer = subprocess.run(program, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert "بلاروس" in answer.stdout.decode("utf-8")


def test_a_page_that_cannot_be_written_is_a_message(run: Run, register: Path, tmp_path: Path) -> None:
    code, _, err = run("report", register, "--between", "IR,BY", "-o", tmp_path / "none" / "dossier.html")
    assert code == MithaqError.exit_code
    assert err == f"mithaq: {tmp_path / 'none' / 'dossier.html'}: No such file or directory.\n"


def test_a_list_tells_what_it_was_read_from_and_by_whom(run: Run, register: Path) -> None:
    err = run("show", "agreements", register, "--between", "IR,BY", "--as-of", "2023").err
    assert re.fullmatch(r"\d+ documents.*, the last of 2023-\d\d-\d\d; read by machine alone\n", err)
