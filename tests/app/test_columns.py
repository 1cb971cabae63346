from __future__ import annotations

from typing import Any

import pytest

from mithaq.app.columns import COLUMNS, SPARE, by_date, shown


def step(status: str, certainty: str = "asserted", date: str | None = None, basis: str | None = "read") -> dict[str, Any]:
    return {"axis": "legal", "status": status, "certainty": certainty, "date": date, "date_basis": basis if date else None}


def status(**fields: Any) -> str:
    return dict(zip(COLUMNS["agreements"], shown(fields, "agreements"), strict=True))["status"]


@pytest.mark.parametrize(
    ("history", "told"),
    [
        ([step("agreed"), step("signed", date="2023-03-13")], "signed 2023-03-13"),
        ([step("signed", date="2023-03-13"), step("in_force", "future")], "signed 2023-03-13"),
        ([step("signed", date="2023-03-13", basis="derived")], "signed [2023-03-13]"),
        ([step("signed", "future", "2025-01-17")], "signed (future)"),
        ([], ""),
    ],
)
def test_an_agreement_stands_where_its_last_step_that_was_taken_put_it(history: list[dict[str, Any]], told: str) -> None:
    assert status(history=history) == told


def test_an_agreement_that_is_only_denied_says_so() -> None:
    assert status(history=[], denied=["claim"]) == "denied"


def test_rows_stand_in_the_order_of_their_dates_and_undated_ones_last() -> None:
    rows: list[dict[str, Any]] = [{"id": 1}, {"id": 2, "date": "2024"}, {"id": 3, "history": [step("signed", date="2023-03-13")]}]
    assert [row["id"] for row in by_date(rows)] == [3, 2, 1]


def cells(row: dict[str, Any], kind: str) -> dict[str, str]:
    return dict(zip(COLUMNS[kind], shown(row, kind), strict=True))


def test_a_long_clause_is_cut_in_a_table() -> None:
    what = cells({"what": "x" * 200}, "commitments")["what"]
    assert len(what) == 90
    assert what.endswith("…")


def test_a_statement_shows_its_cue_and_its_words() -> None:
    row = {"cue": "denied", "words": {"en": "that a document\nhad been signed"}}
    assert (cells(row, "statements")["cue"], cells(row, "statements")["words"]) == ("denied", "that a document had been signed")


@pytest.mark.parametrize("kind", COLUMNS)
def test_no_table_has_ids_and_only_columns_that_it_has_are_spared(kind: str) -> None:
    assert not {"id", "entry"} & COLUMNS[kind].keys()
    assert set(SPARE.get(kind, ())) < COLUMNS[kind].keys()


def test_a_document_that_is_not_relevant_says_no() -> None:
    assert cells({"relevant": False, "claims": 0}, "documents")["relevant"] == "no"


def test_a_money_figure_is_grouped_in_thousands() -> None:
    assert cells({"value": 100_000_000, "unit": "USD"}, "figures")["amount"] == "100,000,000 USD"


def test_a_difference_shows_each_value_with_the_outlets_behind_it() -> None:
    row = {"values": [{"value": 7, "outlets": ["A"]}, {"value": 8, "outlets": ["B", "C"]}]}
    assert "7 (A) / 8 (B, C)" in shown(row, "differences")
