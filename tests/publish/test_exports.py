from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest

from mithaq.errors import UsageError
from mithaq.model import Document, Entry, Failure
from mithaq.publish import KINDS, export
from tests.publish.shelf import Shelf, shelf


def judged() -> Shelf:
    made = shelf()
    made.judged = [{"kind": "decision", "id": name, "decision": "confirm", "claims": ["x"]} for name in "ba"]
    made.failed = [Failure("lost.txt", "read", "empty")]
    return made


def test_each_line_is_an_object_and_all_are_sorted_by_kind_and_id() -> None:
    rows = [json.loads(line) for line in export(judged())]
    assert [(row["kind"], row["id"]) for row in rows] == sorted((row["kind"], row["id"]) for row in rows)
    assert {row["kind"] for row in rows} == {"claim", "decision", "document", "entry", "failure"}


def test_every_kind_of_entry_is_exported() -> None:
    rows = [json.loads(line) for line in export(judged())]
    assert {row["of"] for row in rows if row["kind"] == "entry"} >= {"agreement", "difference", "figure", "statement"}


def test_an_object_begins_with_its_kind_and_id() -> None:
    for line in export(judged()):
        assert list(json.loads(line))[:2] in (["kind", "id"], ["kind", "of"])


def test_the_bytes_do_not_depend_on_the_order_in_which_things_were_stored() -> None:
    one, other = judged(), judged()
    for lists in (other.texts, other.records, other.held, other.judged):
        lists.reverse()
    other.held = [Entry(entry.of, entry.claims, dict(reversed(list(entry.fields.items())))) for entry in other.held]
    assert list(export(one)) == list(export(other))


def test_no_text_breaks_a_line() -> None:
    breaks = shelf()
    breaks.texts[0] = replace(breaks.texts[0], title="a\nb\rc\x85d\u2028e\u2029f")
    breaks.records[0] = {**breaks.records[0], "id": breaks.texts[0].id}
    lines = list(export(breaks))
    assert "".join(lines).splitlines(keepends=True) == lines
    assert "a\nb\rc\x85d\u2028e\u2029f" in {json.loads(line).get("title") for line in lines}


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    made = Shelf([Document("=1+1", "=cmd.txt")], [{"id": "", "states": [], "published": None}], [], failed=[Failure("x", "read", "=1+1")])
    made.judged = [{"id": "=HYPERLINK(1)", "verb": "note", "claims": ["y"]}]
    cells = [cell for row in csv.reader(export(made, "csv")) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_table_holds_every_object() -> None:
    rows = list(csv.DictReader(export(judged(), "csv")))
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in export(judged())]
    signed = next(row for row in rows if row["of"] == "agreement" and row["kind"] == "claim")
    assert signed["quote"]
    assert json.loads(signed["fields"])["parties"] == ["IR", "BY"]


def test_an_unknown_format_names_those_that_are_allowed() -> None:
    with pytest.raises(UsageError, match="--format: 'xml' is none of jsonl, csv"):
        export(shelf(), "xml")
    with pytest.raises(UsageError, match=r"--of: 'agreement' is none of statements, .*failures"):
        export(shelf(), of="agreement")


@pytest.mark.parametrize("of", KINDS)
def test_one_kind_is_exported_by_itself_in_every_format(of: str) -> None:
    rows = [json.loads(line) for line in export(judged(), of=of)]
    assert len({(row["kind"], row.get("of") if row["kind"] == "entry" else None) for row in rows}) <= 1
    assert len(list(csv.DictReader(export(judged(), "csv", of)))) == len(rows)


def test_a_spreadsheet_of_agreements_has_a_column_for_each_field() -> None:
    rows = list(csv.DictReader(export(judged(), "csv", "agreements")))
    written = {row["id"]: row for row in map(json.loads, export(judged(), of="agreements"))}
    for row in rows:
        entry = written[row["id"]]
        assert row["parties"] == "; ".join(entry["parties"])
        assert len(row["history"].split("; ")) == max(len(entry["history"]), 1)
        assert row["quote"]
        assert row["file"]
    assert {"type", "period_from", "period_to", "status"} <= rows[0].keys()


def test_a_spreadsheet_of_claims_has_the_fields_beside_the_passage() -> None:
    rows = list(csv.DictReader(export(judged(), "csv", "claims")))
    signed = next(row for row in rows if row["legal"] == "signed")
    assert signed["parties"] == "IR; BY"
    assert signed["quote"]
