from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mithaq.errors import RegisterError
from mithaq.store import Register, database
from tests.store.hand import signed


def refusal(path: Path, *, create: bool = False) -> str:
    with pytest.raises(RegisterError) as caught:
        Register(path, create=create)
    assert caught.value.where == str(path)
    assert caught.value.hint
    return caught.value.what


def test_missing_register_is_named_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "gone.db"
    assert "no register here" in refusal(path)
    assert not path.exists()


def test_empty_file_is_no_register_until_it_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    assert "is empty" in refusal(path)
    with Register(path, create=True) as register:
        assert register.counts()["documents"] == 0


def test_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.write_text("no database\n" * 1000, encoding="utf-8")
    assert "no readable register" in refusal(path, create=True)
    assert path.read_text(encoding="utf-8").startswith("no database")


def test_database_of_others_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    assert "no register of mithaq" in refusal(path, create=True)
    other = sqlite3.connect(path)
    assert other.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]
    other.close()


def test_register_of_a_newer_mithaq_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    Register(path, create=True).close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert "newer mithaq (schema 99" in refusal(path)


def test_folder_in_the_place_of_a_register_is_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path, create=True)
    assert "cannot be opened" in refusal(tmp_path / "no" / "r.db", create=True)


def test_second_writer_waits_and_is_told_what_to_do_while_readers_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT", 0.05)
    path = tmp_path / "r.db"
    with Register(path, create=True) as one, Register(path) as other, one.writing("k") as batch:
        batch.add(*signed())
        with pytest.raises(RegisterError, match=r"is locked.*Wait until"), other.writing("k"):
            pass
        assert other.counts()["documents"] == 0


def test_migrations_are_numbered_without_a_gap_and_recorded(tmp_path: Path) -> None:
    known = database.migrations()
    assert [number for number, _, _ in known] == list(range(1, len(known) + 1))
    with Register(tmp_path / "r.db", create=True) as register:
        recorded = [tuple(row) for row in register.database.rows("SELECT number, name FROM migrations ORDER BY number")]
    assert recorded == [(number, name) for number, name, _ in known]


def test_older_register_is_brought_up_to_date_with_what_it_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.db"
    with Register(path, create=True) as register, register.writing("k") as batch:
        batch.add(*signed())
    later = [*database.migrations(), (99, "0099_later.sql", "CREATE TABLE later (x);\nINSERT INTO later VALUES (1);\n")]
    monkeypatch.setattr(database, "migrations", lambda: later)
    with Register(path) as register:
        assert register.database.row("SELECT x FROM later") == (1,)
        assert register.counts()["documents"] == 1


def test_migration_that_fails_leaves_the_register_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.db"
    Register(path, create=True).close()
    broken = [*database.migrations(), (99, "0099_broken.sql", "CREATE TABLE later (x);\nINSERT INTO nothing VALUES (1);\n")]
    with monkeypatch.context() as patched:
        patched.setattr(database, "migrations", lambda: broken)
        assert "SQLite says" in refusal(path)
    with Register(path) as register:
        assert register.database.row("SELECT 1 FROM sqlite_schema WHERE name = 'later'") is None


def test_closed_register_is_one_file(tmp_path: Path) -> None:
    with Register(tmp_path / "r.db", create=True) as register, register.writing("k") as batch:
        batch.add(*signed())
    assert [path.name for path in tmp_path.iterdir()] == ["r.db"]
