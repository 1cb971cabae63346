from __future__ import annotations

import json

import pytest

from mithaq.app import output
from mithaq.model import Failure


def test_in_a_pipe_the_default_is_json_lines_and_a_choice_wins() -> None:
    assert not output.as_table(None)
    assert output.as_table("table")


def test_a_json_line_keeps_the_letters_of_every_script(capsys: pytest.CaptureFixture[str]) -> None:
    output.lines([{"title": "نقشه راه"}, {"title": "соглашение"}])
    written = capsys.readouterr().out
    assert [json.loads(line)["title"] for line in written.splitlines()] == ["نقشه راه", "соглашение"]
    assert "نقشه راه" in written


def test_square_brackets_of_an_article_are_no_markup_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(("title",), [["[bold]roadmap[/bold]"]])
    assert "[bold]roadmap[/bold]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (["BY", "IR"], "BY, IR"), (0.5, "0.500"), ({"as_written": "by 2026", "end": "2027-01-01"}, "by 2026"), (8, "8")],
)
def test_a_cell_shows_a_value_briefly(value: object, shown: str) -> None:
    assert output.cell(value) == shown


ROW = ["joint_statement", "a title of more words than fit beside all that", "AM, BY, IR, KG, KZ, RU", "2023 to 2026", "4", "1"]
HEADINGS = ("type", "title", "parties", "period", "reports", "independent")


def test_a_narrow_table_leaves_out_what_can_be_spared_and_keeps_every_word_whole(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(HEADINGS, [ROW], prose={"title"}, spare=("independent", "reports", "period"), width=60)
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 60
    assert "independent" not in printed
    assert set(printed.split()) >= {"type", "parties", *ROW[0].split(), *ROW[1].split(), *ROW[2].split()}


def test_a_wide_table_keeps_every_column_and_a_row_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(HEADINGS, [ROW], prose={"title"}, spare=("independent",), width=160)
    heading, _rule, row = capsys.readouterr().out.strip("\n").splitlines()
    assert heading.split() == list(HEADINGS)
    assert ROW[1] in row


def test_progress_without_a_known_end_shows_no_unknown_end(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(output.watched(iter("ab"), "extract")) == ["a", "b"]
    assert "/?" not in capsys.readouterr().err


def test_the_last_line_counts_and_the_exit_code_tells_of_failures(capsys: pytest.CaptureFixture[str]) -> None:
    assert output.closing(2, 1, []) == 0
    assert capsys.readouterr().err == "2 documents, 1 claim, 0 failures\n"
    assert output.closing(2, 1, [], irrelevant=1) == 0
    assert capsys.readouterr().err == "2 documents, 1 not relevant, 1 claim, 0 failures\n"
    assert output.closing(1, 2000, [Failure("a.txt", "read", "is empty.", "Take it out.")]) == 4
    assert capsys.readouterr().err == "a.txt: is empty. Take it out.\n1 document, 2,000 claims, 1 failure\n"
