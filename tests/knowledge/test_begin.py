from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mithaq.errors import UsageError
from mithaq.knowledge import DATA
from mithaq.knowledge.begin import begin
from mithaq.knowledge.languages import load_languages
from mithaq.knowledge.pack import load

LANGUAGES = load_languages(DATA / "languages.tsv")


@pytest.fixture
def lang(tmp_path: Path) -> Path:
    """A folder of packs that holds the English one."""
    shutil.copytree(DATA / "lang" / "en", tmp_path / "en")
    return tmp_path


def test_a_new_pack_loads_under_its_own_name_and_knows_no_word(lang: Path) -> None:
    pack = load(begin("uk", "en", lang, LANGUAGES))
    assert (pack.code, pack.profile.name, pack.profile.titles["uk"]) == ("uk", "Ukrainian", "Ukrainian")
    assert pack.rules == ()
    assert pack.ambiguous == {}


def test_every_table_of_a_new_pack_says_what_stands_in_it(lang: Path) -> None:
    folder = begin("uk", "en", lang, LANGUAGES)
    for path in folder.glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines, path
        assert all(line.startswith("#") for line in lines), path
    assert (folder / "acts.tsv").exists()


@pytest.mark.parametrize(
    ("code", "like", "message"),
    [("en", "en", "already"), ("uk", "xx", "packs are en"), ("../uk", "en", "no code of a language"), ("Ukrainian", "en", "no code")],
)
def test_what_cannot_be_begun_is_refused(lang: Path, code: str, like: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        begin(code, like, lang, LANGUAGES)
    assert sorted(path.name for path in lang.iterdir()) == ["en"]
