"""What README.md and docs/python.md tell people to type can be typed."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from mithaq.app.main import command_line
from tests.app.conftest import ARTICLES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


COMMANDS = [
    shlex.split(line.removeprefix("$ "), comments=True)[1:]
    for block in (*blocks(README, "sh"), *blocks(README, ""))
    for line in block.splitlines()
    if line.removeprefix("$ ").startswith("mithaq ")
]


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_a_command_of_the_readme_is_one(argv: list[str]) -> None:
    kept = argv[: argv.index(">")] if ">" in argv else argv
    assert command_line().parse(kept).command == argv[0]


def test_the_readme_shows_commands_at_all() -> None:
    assert len(COMMANDS) > 5


def test_the_python_of_the_pages_runs_from_top_to_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    for path in ARTICLES.glob("*belarus*.txt"):
        shutil.copy(path, tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    held: dict[str, object] = {}
    for block in (*blocks(README, "python"), *blocks((ROOT / "docs" / "python.md").read_text(encoding="utf-8"), "python")):
        exec(block, held)
    assert (tmp_path / "dossier.html").stat().st_size > 1000
    assert (tmp_path / "agreements.csv").read_text(encoding="utf-8").startswith("id,")
