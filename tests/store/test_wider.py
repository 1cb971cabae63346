"""A pair within a larger group: found, and said to be wider."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mithaq.knowledge import DATA
from mithaq.knowledge.members import load_members
from mithaq.model import Entry
from mithaq.store.wider import widened

MEMBERS = load_members(DATA / "members.tsv")


def wider(parties: list[str], asked: tuple[str, ...], date: str | None = "2024-06-01", of: str = "agreement") -> Any:
    entry = Entry(of, ("c1",), {"parties": parties, "history": [{"date": date}] if date else []})
    found = widened(entry, asked, MEMBERS)
    return "not" if found is None else found.fields.get("wider")


def test_the_pair_alone_is_no_larger_group() -> None:
    assert wider(["BY", "IR"], ("BY", "IR")) is None


def test_two_of_five_are_within_five() -> None:
    assert wider(["AZ", "IR", "KZ", "RU", "TM"], ("IR", "RU")) == {"parties": 5, "through": {}}


def test_a_member_is_bound_through_its_organisation() -> None:
    assert wider(["IR", "org:eaeu"], ("BY", "IR")) == {"parties": 2, "through": {"BY": "org:eaeu"}}


def test_members_of_one_organisation_do_not_deal_with_each_other_in_what_it_agrees_with_a_third() -> None:
    assert wider(["IR", "org:eaeu"], ("BY", "RU")) == "not"


@pytest.mark.parametrize(("date", "bound"), [("2022-05-01", False), ("2023-09-01", True), (None, True)])
def test_membership_is_that_of_the_day(date: str | None, bound: bool) -> None:
    assert (wider(["org:sco", "org:cis"], ("IR", "MD"), date) != "not") == bound


def test_statements_are_of_those_they_name() -> None:
    assert wider(["IR", "org:eaeu"], ("BY", "IR"), of="statement") is None


def test_a_broken_date_of_membership_is_named(tmp_path: Path) -> None:
    (tmp_path / "members.tsv").write_text("org:eaeu\tBY\t2015-13\t-\thttps://example.org\n", encoding="utf-8")
    with pytest.raises(Exception, match="Dates are YYYY"):
        load_members(tmp_path / "members.tsv")
