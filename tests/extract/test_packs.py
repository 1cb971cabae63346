"""Every language folder that is found: its tables are sound, and its rules and lines show what they say."""

from __future__ import annotations

import pytest

from mithaq.extract import check as examples
from mithaq.knowledge import DATA
from mithaq.knowledge import check as tables
from mithaq.knowledge.senses import load_senses
from mithaq.knowledge.vocabularies import load_vocabularies
from tests.packs import pack

LANGUAGES = sorted(path.parent.name for path in (DATA / "lang").glob("*/profile.toml"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pack_has_no_fault(lang: str) -> None:
    known = load_vocabularies(DATA / "vocabularies"), load_senses(DATA / "senses.toml")
    found = tables.faults(pack(lang), DATA / "lang" / lang, *known)
    assert [str(fault) for fault in found] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rules_and_lines_of_a_pack_show_what_they_say(lang: str) -> None:
    assert [str(fault) for fault in examples.faults(pack(lang), DATA / "lang" / lang)] == []
