from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.errors import PackError
from mithaq.knowledge import DATA
from mithaq.knowledge.profile import read

ENGLISH = (DATA / "lang" / "en" / "profile.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "typo", "message"),
    [
        ('script = "Latn"', 'skript = "Latn"', "script, skript"),
        ("verb_last = false", "verb_lost = false", r"\[names\].*verb_last, verb_lost"),
        ('order = "mdy"', "", r"\[numbers\].*order"),
        ("loose_after = []", "loose_afters = []", r"\[affixes\].*loose_afters"),
        ('subject = "near"', 'subject = "nearby"', r"\[names\]: subject = 'nearby' is not one of before, near, after"),
        ('digits = "0123456789"', 'digits = "012345678"', "not ten digits"),
        ('titles = { en = "English", ', "titles = { ", "no name of English in itself"),
        ('forms = "english"', 'forms = "englsh"', "forms = 'englsh' is not one of plain, english"),
    ],
)
def test_a_key_or_value_with_a_typo_is_refused_with_what_is_allowed(tmp_path: Path, line: str, typo: str, message: str) -> None:
    assert line in ENGLISH
    path = tmp_path / "profile.toml"
    path.write_text(ENGLISH.replace(line, typo), encoding="utf-8")
    with pytest.raises(PackError, match=message):
        read(path)
