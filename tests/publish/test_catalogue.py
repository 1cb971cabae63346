from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mithaq.errors import PackError, UsageError
from mithaq.knowledge import DATA
from mithaq.knowledge.vocabularies import load_vocabularies
from mithaq.publish.catalogue import catalogue, languages

PUBLISH = Path(catalogue.__wrapped__.__code__.co_filename).parent
TABLES = {
    "act": "act", "axis": "axis", "certainty": "certainty", "delivery": "delivery", "difference": "difference",
    "event": "event", "evidence": "evidence", "force": "force", "wish": "force", "instrument": "type", "legal": "legal",
    "measure": "measure", "office": "office", "organisation": "org", "reading": "reading",
    "promise": "promise", "sector": "sector", "topic": "sector", "unit": "unit",
}  # fmt: skip


def flat(table: Mapping[str, Any], path: str = "") -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, held in table.items():
        out |= flat(held, f"{path}{key}.") if isinstance(held, Mapping) else {f"{path}{key}": held}
    return out


def places(words: object) -> list[str]:
    return sorted(set(re.findall(r"{(\w+)}", str(words))))


@pytest.mark.parametrize("language", languages())
def test_every_catalogue_has_the_keys_and_placeholders_of_the_english_one(language: str) -> None:
    english, other = flat(catalogue("en").tables), flat(catalogue(language).tables)
    assert other.keys() == english.keys()
    assert {key for key in english if places(english[key]) != places(other[key])} == set()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_term_of_the_codebook_has_words(language: str, name: str) -> None:
    table = catalogue(language).tables[TABLES[name]]
    assert [value for value in load_vocabularies(DATA / "vocabularies")[name].values if value not in table] == []


def test_every_word_of_the_page_is_used_somewhere() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in [*PUBLISH.glob("*.py"), *PUBLISH.glob("templates/*.html")])
    tables = catalogue("en").tables
    keys = [key for table in ("page", "basis", "count", "timeline") for key in tables[table] if not key.startswith("key_")]
    assert len(keys) > 40
    assert [key for key in keys if not re.search(rf"[\"']{key}[\"']", code)] == []


def test_numbers_are_grouped_and_lose_no_digit() -> None:
    assert catalogue("en").number(1234567.25) == "1,234,567.25"
    assert catalogue("fa").number(1234567.25) == "۱٬۲۳۴٬۵۶۷٫۲۵"
    assert catalogue("fa").number(3) == "۳"


def test_an_unknown_term_shows_its_code_and_not_another_term() -> None:
    assert catalogue("en").term("type", "side_letter") == "side letter"


def test_a_missing_word_says_where() -> None:
    with pytest.raises(PackError, match=r"catalogues/en\.toml: no words for page\.nowhere"):
        catalogue("en").say("page", "nowhere")


def test_a_language_without_a_catalogue_names_those_that_have_one() -> None:
    with pytest.raises(UsageError, match="'xx' has no catalogue; there are en, fa"):
        catalogue("xx")


def test_every_rule_by_which_a_field_is_concluded_has_words() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PUBLISH.parent.rglob("*.py"))
    named = set(re.findall(r'"rule": "([^"]+)"', code)) | set(re.findall(r'rule="([^"]+)"', code))
    assert len(named) > 1
    for language in languages():
        tables = flat(catalogue(language).tables)
        assert [rule for rule in sorted(named) if f"rule.{rule}" not in tables] == []
