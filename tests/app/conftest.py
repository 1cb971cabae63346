"""The command line as a function: arguments in; exit code, standard output and standard error out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import mithaq
from mithaq.app.main import main

ARTICLES = Path(mithaq.__file__).parent / "demo" / "articles"


class Ran(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process; standard output is no terminal."""

    def runs(*argv: object) -> Ran:
        code = main([str(arg) for arg in argv])
        written = capsys.readouterr()
        return Ran(code, written.out, written.err)

    return runs


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the bundled articles; only to be read."""
    path = tmp_path_factory.mktemp("register") / "register.db"
    mithaq.build([ARTICLES], path).close()
    return path
