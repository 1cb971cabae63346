"""The vocabularies, the office table, the outlets and the letters of names: read, and refused where they break their rules."""

from __future__ import annotations

import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from mithaq.errors import PackError
from mithaq.knowledge.letters import load_letters
from mithaq.knowledge.offices import load_offices
from mithaq.knowledge.outlets import load_outlets
from mithaq.knowledge.vocabularies import Vocabularies, load_vocabularies
from mithaq.model import days

DATA = Path(__file__).parents[2] / "mithaq" / "data"


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return load_vocabularies(DATA / "vocabularies")


def table(folder: Path, *rows: tuple[str, ...]) -> Path:
    path = folder / "table.tsv"
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_steps_follow_the_vocabulary(vocabularies: Vocabularies) -> None:
    assert vocabularies.follows("legal", "signed", "ratified")
    assert not vocabularies.follows("legal", "signed", "drafted")
    assert not vocabularies.follows("legal", "superseded", "in_force")


def test_general_covers_every_sector_and_an_unknown_value_ranks_last(vocabularies: Vocabularies) -> None:
    sectors = vocabularies["sector"]
    assert sectors.listed("general", "covers") == set(sectors.values)
    assert sectors.rank("general") == 0
    assert sectors.rank("astrology") == len(sectors.values)


def test_currencies_and_full_words_are_units_and_signs_are_not(vocabularies: Vocabularies) -> None:
    assert all(unit in vocabularies["unit"] for unit in ("USD", "times", "square_metres"))
    assert not any(unit in vocabularies["unit"] for unit in ("$", "Usd", "km²"))


def test_a_vocabulary_that_names_a_value_it_does_not_have_is_refused(tmp_path: Path) -> None:
    for path in (DATA / "vocabularies").glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "legal.toml").write_text('about = "x"\n[values.signed]\nnext = ["sealed"]\n', encoding="utf-8")
    with pytest.raises(PackError, match="sealed"):
        load_vocabularies(tmp_path)
    (tmp_path / "legal.toml").unlink()
    with pytest.raises(PackError, match="legal are missing"):
        load_vocabularies(tmp_path)


def test_the_table_names_a_holder_only_for_days_that_are_certain(tmp_path: Path, vocabularies: Vocabularies) -> None:
    path = table(tmp_path, ("president", "BY", "Pavel Rudnik|Павел Рудник", "2003-08", "2010-05-04", "https://example.org/president"))
    offices = load_offices(path, vocabularies["office"])
    certain = offices.holder("president", "BY", "2005", "2005")
    assert certain is not None
    assert certain.names[0] == "Pavel Rudnik"
    assert offices.holder("president", "BY", "2003-08-20", "2003-08-20") is None
    assert offices.holder("president", "BY", "2010-05-04", "2010-05-04") is None
    assert offices.holder("president", "BY", "2010", "2010") is None


def test_an_open_tenure_says_nothing_of_the_days_after_it_was_known(tmp_path: Path, vocabularies: Vocabularies) -> None:
    path = table(tmp_path, ("president", "BY", "Pavel Rudnik", "2003", "2025-08-31+", "https://example.org/president"))
    offices = load_offices(path, vocabularies["office"])
    assert offices.holder("president", "BY", "2025-08-31", "2025-08-31") is not None
    assert offices.holder("president", "BY", "2025-09-01", "2025-09-01") is None


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (("tsar", "BY", "X", "2003", "2010", "https://example.org"), "tsar"),
        (("president", "BY", "X", "2003-13", "2010", "https://example.org"), "2003-13"),
        (("president", "BY", "X", "2011", "2010", "https://example.org"), "before it starts"),
        (("president", "BY", "X", "2003", "2010", "somebody said so"), "no address"),
    ],
)
def test_a_row_of_the_office_table_that_breaks_its_rules_is_refused(
    tmp_path: Path, vocabularies: Vocabularies, row: tuple[str, ...], wrong: str
) -> None:
    with pytest.raises(PackError, match=wrong):
        load_offices(table(tmp_path, row), vocabularies["office"])


def test_no_sole_office_of_the_shipped_table_has_two_holders_on_one_day(vocabularies: Vocabularies) -> None:
    offices = load_offices(DATA / "offices.tsv", vocabularies["office"])
    for (office, state), tenures in offices.tenures.items():
        for one, other in pairwise(tenures):
            if vocabularies["office"].has(office, "sole"):
                assert days(one.end)[0] < days(other.start)[1], (office, state, other.names[0])
                assert not one.open, (office, state, one.names[0])
    assert all(days(tenure.end)[1] <= datetime.date(2025, 9, 1) for tenures in offices.tenures.values() for tenure in tenures)


def test_an_outlet_is_found_by_any_form_of_its_name_and_by_date(tmp_path: Path) -> None:
    rows = (
        ("Courier", "BY", "پیک|Курьер", "-", "2010-06-30", "https://example.org"),
        ("Courier", "RU", "پیک|Курьер", "2010-07-01", "-", "https://example.org"),
    )
    outlets = load_outlets(table(tmp_path, *rows))
    assert [outlets.find(name, day).state for name, day in (("پيك", "2009"), ("курьер", "2011-01"))] == ["BY", "RU"]  # type: ignore[union-attr]
    assert outlets.find("Herald") is None
    assert outlets.find(None) is None


def test_one_form_that_names_two_outlets_is_refused(tmp_path: Path) -> None:
    rows = (("Courier", "BY", "-", "-", "-", "https://example.org"), ("Herald", "BY", "Courier", "-", "-", "https://example.org"))
    with pytest.raises(PackError, match="Courier"):
        load_outlets(table(tmp_path, *rows))


def test_the_shipped_outlets_know_an_agency_in_four_scripts() -> None:
    outlets = load_outlets(DATA / "outlets.tsv")
    found = [outlets.find(name) for name in ("خبرگزاری مهر", "وكالة مهر للأنباء", "Мехр", "Mehr News Agency")]
    assert {(outlet.name, outlet.state) for outlet in found if outlet} == {("Mehr News Agency", "IR")}
    assert None not in found


def test_a_letter_with_a_class_that_is_none_or_two_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="B!"):
        load_letters(table(tmp_path, ("b", "B!", "hand")))
    with pytest.raises(PackError, match="already"):
        load_letters(table(tmp_path, ("ك", "k", "hand"), ("ک", "k", "hand")))
