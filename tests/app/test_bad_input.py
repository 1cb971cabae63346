"""Bad input: a clear message, nothing lost, the other articles done, failures in the last line and in the exit code."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from mithaq.app.main import main
from mithaq.errors import SourceError, UsageError
from tests.app.conftest import ARTICLES, Run

GOOD = "en-treaty-to-be-signed.txt"
URDU = "وزیر خارجہ نے کہا کہ دونوں ملکوں کے درمیان تجارت بڑھ رہی ہے اور یہ خوش آئند ہے۔ انہوں نے کہا کہ بات چیت جاری رہے گی۔"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article."""
    made = tmp_path / "articles"
    made.mkdir()
    shutil.copy(ARTICLES / GOOD, made)
    return made


def assert_the_rest_is_done(run: Run, folder: Path, message: str, failures: int = 1) -> None:
    code, _, err = run("build", folder, "-o", folder.parent / "r.db")
    *told, last = err.splitlines()
    assert code == SourceError.exit_code
    assert any(message in line for line in told), err
    assert last.startswith("1 document, ")
    assert last.endswith(f" claims, {failures} failure{'s' if failures > 1 else ''}")
    _, exported, _ = run("export", folder.parent / "r.db")
    assert exported.count('"kind": "failure"') == failures
    assert exported.count('"kind": "document"') == 1


def test_an_empty_file(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    assert_the_rest_is_done(run, folder, "empty.txt: is empty")


def test_a_binary_file(run: Run, folder: Path) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\x00\x01")
    assert_the_rest_is_done(run, folder, "picture.txt: is binary")


def test_a_file_of_an_unknown_kind(run: Run, folder: Path) -> None:
    (folder / "table.xlsx").write_bytes(b"PK")
    assert_the_rest_is_done(run, folder, "there is no reader for files that end in '.xlsx'")


def test_a_broken_json_line_costs_that_line_alone(run: Run, folder: Path) -> None:
    (folder / "lines.jsonl").write_text('{"text": \n', encoding="utf-8")
    assert_the_rest_is_done(run, folder, "lines.jsonl:1")


def test_a_language_without_a_pack_is_named(run: Run, folder: Path) -> None:
    (folder / "urdu.txt").write_text(URDU, encoding="utf-8")
    assert_the_rest_is_done(run, folder, "'ur'")


def test_fifty_megabytes_in_one_line(run: Run, folder: Path) -> None:
    (folder / "long.txt").write_text("x " * 25_000_000, encoding="utf-8")
    assert_the_rest_is_done(run, folder, "long.txt: is longer than")


def test_a_missing_path(run: Run, folder: Path) -> None:
    code, _, err = run("build", folder / "none", folder, "-o", folder.parent / "r.db")
    assert code == SourceError.exit_code
    assert "none: there is no such file or folder" in err
    assert err.splitlines()[-1].endswith("1 failure")


def test_an_unreadable_folder(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = folder / "locked"
    locked.mkdir()
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert_the_rest_is_done(run, folder, "locked: cannot be read: Permission denied")


def test_all_of_these_at_once_are_all_counted(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x00\x01\x02")
    (folder / "lines.jsonl").write_text("{\n", encoding="utf-8")
    assert_the_rest_is_done(run, folder, "empty.txt", failures=3)


def test_extract_writes_the_good_records_and_counts_the_rest(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    code, out, err = run("extract", folder)
    assert code == SourceError.exit_code
    assert out.count("\n") == 1
    assert err.splitlines()[-1].endswith("1 failure")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["build", "x", "--worker", "2"], "'--worker' is no argument of mithaq build (did you mean --workers?)"),
        (["build", "x", "--workers", "0"], "--workers: '0' is no number of workers"),
        (["build"], "PATH"),
        (["show", "agreement"], "did you mean agreements?"),
        (["show", "agreements", "--between", "IRN"], "--between: 'IRN' is not a state; did you mean IR?"),
        (["show", "agreements", "--as-of", "2026-13"], "'2026-13' is no date"),
        (["show", "agreements", "--as-of", "1405-09-01"], "--as-of: '1405-09-01' is no date from 1800 to 2200"),
        (["show", "due", "--as-of", "1405-09-01"], "In the Jalali calendar it is 2026-11-22"),
        (["report", "--between", "IR,BY", "--language", "xx"], "'xx' is not allowed"),
        (["evaluate", "none.jsonl", "--texts", "."], "none.jsonl: cannot be read: No such file or directory."),
        (["serf"], "'serf' is not allowed"),
    ],
)
def test_a_bad_option_ends_the_run_and_says_what_is_allowed(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    assert main(argv) == UsageError.exit_code
    assert message in capsys.readouterr().err
