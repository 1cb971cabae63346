from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.errors import UsageError
from mithaq.evaluate.gold import read


def test_records_are_known_by_the_base_name_of_their_article(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"file": "texts/a.txt"}\n\n{"file": "b.txt"}\n', encoding="utf-8")
    assert list(read(tmp_path / "gold.jsonl")) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"file": 3}'])
def test_a_line_that_is_no_record_is_named_with_its_number(tmp_path: Path, line: str) -> None:
    (tmp_path / "gold.jsonl").write_text('{"file": "a.txt"}\n' + line, encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold\.jsonl:2: "):
        read(tmp_path / "gold.jsonl")


def test_two_records_of_one_article_are_refused(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"file": "a.txt"}\n{"file": "x/a.txt"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"a second record of 'a\.txt'"):
        read(tmp_path / "gold.jsonl")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read(tmp_path / "none.jsonl")
