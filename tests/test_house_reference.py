from __future__ import annotations

from pathlib import Path

from mithaq.app.reference import pages

FOLDER = Path(__file__).parents[1] / "docs" / "reference"


def test_the_reference_pages_are_those_that_make_reference_writes() -> None:
    stale = [name for name, text in pages().items() if not (FOLDER / name).exists() or (FOLDER / name).read_text(encoding="utf-8") != text]
    assert not stale, "Run: make reference"


def test_every_command_of_the_design_is_in_the_reference() -> None:
    page = pages()["commands.md"]
    for command in ("demo", "build", "extract", "show", "report", "export", "verify", "evaluate", "lang check", "lang new"):
        assert f"\n## mithaq {command}\n" in page
