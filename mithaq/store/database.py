"""An SQLite file that is known to be a register of this version, and whose errors have names."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from mithaq.errors import RegisterError

APPLICATION = 0x4D495448
"""The application id in the header of every register: the letters MITH."""

WAIT = 10.0
"""Seconds to wait for another writer before the register counts as locked."""

_PAGE = 500


def migrations() -> list[tuple[int, str, str]]:
    """Number, name and SQL of each migration, in the order in which they are applied."""
    found = sorted(files("mithaq.store").joinpath("migrations").iterdir(), key=lambda entry: entry.name)
    return [(int(entry.name[:4]), entry.name, entry.read_text(encoding="utf-8")) for entry in found if entry.name.endswith(".sql")]


class Database:
    """One connection. Every `sqlite3.Error` leaves it as a `RegisterError` that says what to do.

    Args:
        path: the register's file.
        create: make the file where there is none; else a missing one is an error.

    Raises:
        RegisterError: missing, locked, no register, of a newer mithaq, or broken.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        if not create and not path.is_file():
            raise RegisterError("there is no register here.", str(path), f"Make one: mithaq build PATH… -o {path}.")
        with self._named():
            self._connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        try:
            self._prepare(create)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the connection; an open transaction is undone."""
        with self._named():
            self._connection.close()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Sequence[Any]]:
        """The rows of a query, read a page at a time."""
        with self._named():
            cursor = self._connection.execute(sql, parameters)
            while page := cursor.fetchmany(_PAGE):
                yield from page

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Sequence[Any] | None:
        """The first row of a query; None where it has none."""
        return next(self.rows(sql, parameters), None)

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement; gives the number of rows it changed."""
        with self._named():
            return self._connection.execute(sql, parameters).rowcount

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each of `rows`."""
        with self._named():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together, or none of it: an error or a crash leaves the previous state."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise

    def _prepare(self, create: bool) -> None:
        self.run("PRAGMA foreign_keys = ON")
        (application,) = self.row("PRAGMA application_id") or (0,)
        (tables,) = self.row("SELECT count(*) FROM sqlite_schema") or (0,)
        if not tables and not create:
            raise RegisterError("is empty.", str(self.path), f"Fill it: mithaq build PATH… -o {self.path}.")
        if tables and application != APPLICATION:
            raise RegisterError("is an SQLite file, but no register of mithaq.", str(self.path), "Give another path; nothing was changed.")
        known = migrations()
        version = self._version()
        if version > known[-1][0]:
            what = f"was written by a newer mithaq (schema {version}; this one reads up to {known[-1][0]})."
            raise RegisterError(what, str(self.path), "Install that version of mithaq, or build the register again.")
        if version < known[-1][0]:
            self._migrate(known)

    def _version(self) -> int:
        (version,) = self.row("PRAGMA user_version") or (0,)
        return int(version)

    def _migrate(self, known: list[tuple[int, str, str]]) -> None:
        self.run("PRAGMA journal_mode = WAL")
        with self.transaction():
            self.run("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL)")
            version = self._version()  # read again: another process may have migrated while this one waited
            for number, name, sql in known:
                if number > version:
                    for statement in statements(sql):
                        self.run(statement)
                    digest = hashlib.blake2b(sql.encode(), digest_size=8).hexdigest()
                    self.run("INSERT INTO migrations VALUES (?, ?, ?)", (number, name, digest))
            self.run(f"PRAGMA user_version = {known[-1][0]}")
            self.run(f"PRAGMA application_id = {APPLICATION}")

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise named(error, self.path) from error


def statements(sql: str) -> Iterator[str]:
    """The statements of an SQL file, one at a time, so that they can stand in one transaction."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def named(error: sqlite3.Error, path: Path) -> RegisterError:
    """The error of the tree for an error of SQLite."""
    message = str(error)
    if "locked" in message or "busy" in message:
        return RegisterError(
            f"is locked: another process writes to it (waited {WAIT:g} s).", str(path), "Wait until it is done, then try again."
        )
    if "not a database" in message or "malformed" in message:
        return RegisterError(f"is no readable register ({message}).", str(path), "Give another path, or build it again from the articles.")
    if "unable to open" in message:
        return RegisterError("cannot be opened.", str(path), "The folder must exist and allow reading and writing.")
    if "readonly" in message:
        return RegisterError("cannot be written.", str(path), "Make the file and its folder writable, or copy it elsewhere.")
    if "full" in message:
        return RegisterError("there is no space left to write.", str(path), "Free some space; the register is as it was before.")
    return RegisterError(f"SQLite says: {message}.", str(path), "The register is as it was before; mithaq verify checks it.")
