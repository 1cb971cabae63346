from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.errors import PackError
from mithaq.knowledge import DATA
from mithaq.knowledge.check import faults
from mithaq.knowledge.pack import CLASSES, load
from mithaq.knowledge.senses import Senses, load_senses
from mithaq.knowledge.vocabularies import load_vocabularies

SENSES = load_senses(DATA / "senses.toml")


@pytest.mark.parametrize(
    ("name", "sense", "allowed"),
    [
        ("cue", "say", True), ("cue", "saay", False), ("word", "prep.in", True), ("word", "prep", False), ("number", "1.5", True),
        ("number", "many", False), ("unit", "currency.USD", True), ("unit", "currency", False), ("calendar", "month.jalali.3", True),
        ("calendar", "relative.-1d", True), ("calendar", "month.jalali.x", False), ("state", "IR.adj", True), ("state", "IR.god", False),
    ],
)  # fmt: skip
def test_a_sense_is_allowed_where_it_stands_or_fills_a_place(name: str, sense: str, allowed: bool) -> None:
    assert SENSES.allows(name, sense) is allowed


def test_senses_and_marks_are_of_classes_that_tables_have() -> None:
    assert SENSES.senses.keys() | SENSES.marks.keys() <= set(CLASSES.values())


def test_a_misspelt_sense_and_a_misspelt_mark_are_faults_with_their_line(tmp_path: Path) -> None:
    for name in ("profile.toml", "calendar.tsv"):
        (tmp_path / name).write_text((DATA / "lang" / "en" / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "rules.toml").write_text("", encoding="utf-8")
    (tmp_path / "cues.tsv").write_text("said\tsaay\thand\ntold\tsay+tolled\thand\n", encoding="utf-8")
    found = [str(fault) for fault in faults(load(tmp_path), tmp_path, load_vocabularies(DATA / "vocabularies"), SENSES)]
    assert len(found) == 2
    assert "cues.tsv:1: 'saay' is no sense of cue; did you mean 'say'? All stand in data/senses.toml" in found[0]
    assert "cues.tsv:2: '+tolled' is no mark of cue; data/senses.toml allows that, " in found[1]


def test_a_file_with_other_tables_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "senses.toml"
    path.write_text("[sense.cue]\nsay = ''\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"senses\.CLASS and marks\.CLASS"):
        load_senses(path)


def test_where_a_class_has_no_marks_none_is_allowed() -> None:
    assert not Senses({}, {}).marks_allowed("cue", "that")
