from __future__ import annotations

import json

import pytest

from mithaq.errors import RegisterError
from mithaq.store import Fault, Register
from tests.store.hand import only, signed

CLAIM = only(signed(outlet="IRNA", published="2025-08-20")[1]).id


def faults(register: Register, *statements: str) -> list[Fault]:
    register.database.run("PRAGMA foreign_keys = OFF")
    for sql in statements:
        assert register.database.run(sql), f"changes nothing: {sql}"
    return list(register.verify())


def test_sound_register_has_no_fault(register: Register) -> None:
    assert list(register.verify()) == []


@pytest.mark.parametrize(
    ("change", "field", "what"),
    [
        ("quote = replace(quote, 'امضا', 'نفی')", "evidence[0]", "the quote is"),
        ("start = start + 1", "evidence[0]", "the text at"),
        ('"end" = 99999', "evidence[0]", "code points long"),
        ("start = -5", "evidence[0]", "the text at -5"),
    ],
)
def test_passage_that_does_not_stand_is_found_with_its_field(register: Register, change: str, field: str, what: str) -> None:
    found = faults(register, f"UPDATE passages SET {change} WHERE claim = '{CLAIM}' AND role = 'evidence'")
    assert (found[0].where, found[0].field) == (f"claim {CLAIM}", field)
    assert what in found[0].what


def test_ground_that_does_not_stand_is_found_with_its_field(register: Register) -> None:
    (found,) = faults(register, "UPDATE passages SET quote = 'عمان' WHERE role = 'grounds:parties' AND position = 1")
    assert str(found).startswith(f"claim {CLAIM}, grounds:parties[1]: the quote is 'عمان', the text at ")


def test_changed_text_is_found(register: Register) -> None:
    found = faults(register, "UPDATE texts SET text = replace(text, 'امضا', 'رد')")
    assert any(fault.field == "text" for fault in found)
    assert any(fault.field == "evidence[0]" for fault in found)


def test_changed_document_is_found(register: Register) -> None:
    (found,) = faults(register, "UPDATE documents SET outlet = 'other' WHERE outlet = 'IRNA'")
    assert found.field == "id"


def test_passage_within_the_record_is_checked_too(register: Register) -> None:
    evidence = json.dumps({"date": "2025", "evidence": {"start": 0, "end": 4, "quote": "2025"}})
    (found,) = faults(register, f"UPDATE documents SET record = json_set(record, '$.published', json('{evidence}')) WHERE outlet = 'IRNA'")
    assert found.field == "published.evidence"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("DELETE FROM passages WHERE role = 'evidence'", "stands on no passage"),
        ("DELETE FROM entry_claims", "holds no claim"),
        ("DELETE FROM claims", "not there"),
        ("DELETE FROM texts", "is not here"),
        ("UPDATE documents SET record = NULL", "neither a record nor a failure"),
        ("INSERT INTO texts (id, text) VALUES ('x', 'y')", "not in the index"),
        ("UPDATE claims SET fields = json_set(fields, '$.type', 'treaty')", "is not the one that its passage and values give"),
        ("UPDATE entry_claims SET claim = 'x' WHERE claim = (SELECT min(claim) FROM entry_claims)", "not there"),
        ("UPDATE entries SET fields = json_set(fields, '$.history', json('[{\"claims\": [\"x\"]}]'))", "which the entry does not hold"),
        ("UPDATE entries SET of = 'treaty'", "would be"),
        (
            'UPDATE entries SET fields = json_set(fields, \'$.from\', json(\'{"document": "x", "start": 0, "end": 1, "quote": "a"}\'))',
            "its document is not here",
        ),
    ],
)
def test_fault_of_structure_is_found(register: Register, change: str, what: str) -> None:
    assert what in " ".join(fault.what for fault in faults(register, change))


def test_claim_without_a_passage_is_an_error_and_never_shown(register: Register) -> None:
    faults(register, "DELETE FROM passages WHERE role = 'evidence'")
    with pytest.raises(RegisterError, match="mithaq verify"):
        list(register.claims())
