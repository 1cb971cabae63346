from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mithaq.errors import UsageError
from mithaq.knowledge.parties import Parties
from mithaq.model import Document, Entry, claims
from mithaq.store import Register
from mithaq.store.parties import parties
from tests.store.hand import SAID, SIGNED, only, record, said, saying, signed, signing


def test_agreement_is_found_between_its_parties_alone(register: Register) -> None:
    assert len(register.agreements(between=("IR", "BY"))) == 1
    assert len(register.agreements(between=("BY",))) == 1
    assert not register.agreements(between=("IR", "RU"))


def test_statement_is_found_between_the_states_of_its_document(register: Register) -> None:
    (statement,) = register.statements(between=("BY", "IR")).to_dicts()
    assert statement["speaker_as_written"] == "وزير الصناعة"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"parties": ["IR", "BY"]}, ["BY", "IR"]),
        ({"by": ["IR"], "to": ["OM"]}, ["IR", "OM"]),
        ({"by": ["IR"], "to": []}, ["BY", "IR"]),
        ({"type": "visit", "participants": ["IR"], "state": "OM"}, ["IR", "OM"]),
        ({"type": "meeting", "participants": ["IR", "US"], "state": "OM", "mediators": ["OM"]}, ["IR", "US"]),
        ({"parties": None, "speaker": "x"}, ["BY", "IR"]),
        ({"parties": ["org:eaeu", "IR"]}, ["IR", "org:eaeu"]),
    ],
)
def test_parties_are_those_that_bind_themselves_or_meet(fields: dict[str, Any], expected: list[str]) -> None:
    assert parties(fields, ["IR", "BY"]) == expected


def test_claims_are_found_by_kind_document_and_topic(register: Register) -> None:
    document, made = signed(outlet="IRNA", published="2025-08-20")
    assert [claim.id for claim in register.claims("agreement")] == [only(made).id]
    assert [claim.id for claim in register.claims(document=document.id)] == [only(made).id]
    assert {claim.of for claim in register.claims(topic="industry")} == {"agreement", "statement"}
    assert not register.claims(topic="energy")
    assert not register.claims("agreement", between=("RU",))


def test_claim_comes_back_with_all_its_passages(register: Register) -> None:
    made = only(signed(outlet="IRNA", published="2025-08-20")[1])
    assert register.claim(made.id) == made
    assert register.claim("no such claim") is None


def test_entries_of_a_claim_and_of_a_topic_are_found(register: Register) -> None:
    made = only(signed(outlet="IRNA", published="2025-08-20")[1])
    (entry,) = register.entries(claim=made.id)
    assert register.entry(entry.id) == entry
    assert [found.id for found in register.entries("agreement", topic="industry")] == [entry.id]
    assert register.document("x") is register.text("x") is register.record("x") is register.entry("x") is None


def test_rows_are_read_when_asked_for_and_can_be_asked_again(register: Register) -> None:
    rows = register.agreements()
    assert len(rows) == 1
    with register.writing("k1") as batch:
        batch.link([])
    assert len(rows) == 0
    assert rows.to_dicts() == []


def test_as_of_a_day_only_what_was_published_by_then_is_known(tmp_path: Path) -> None:
    early, late, undated = (
        Document(SIGNED, f"{name}.txt", "fa", published=published)
        for name, published in (("e", "2025-08"), ("l", "2025-09-02"), ("u", None))
    )
    made = {document.file: only(record(document, agreements=[signing()])) for document in (early, late, undated)}
    step = {"axis": "legal", "status": "signed"}
    history = [step | {"claims": [made["e.txt"].id]}, step | {"status": "ratified", "claims": [made["l.txt"].id]}]
    with Register(tmp_path / "r.db", create=True) as register, register.writing("k") as batch:
        for document in (early, late, undated):
            batch.add(document, record(document, agreements=[signing()]))
        names = tuple(sorted(claim.id for claim in made.values()))
        batch.link([Entry("agreement", names, {"parties": ["IR", "BY"], "history": history})])
        (then,) = register.agreements(as_of="2025-08-31")
        assert set(then.claims) == {made["e.txt"].id, made["u.txt"].id}
        assert [step["status"] for step in then.fields["history"]] == ["signed"]
        (now,) = register.agreements(as_of="2025-09-02")
        assert len(now.claims) == 3
        assert len(now.fields["history"]) == 2
        assert {claim.document for claim in register.claims(as_of="2025-07-31")} == {undated.id}


def test_entry_of_later_reports_alone_is_not_known_yet(register: Register) -> None:
    assert not register.agreements(as_of="2025-08-19")
    assert not register.agreements(as_of="2025-07")
    assert len(register.agreements(as_of="2025-08-20")) == len(register.agreements(as_of="2025-08")) == 1
    with pytest.raises(UsageError, match="'August' is no date"):
        register.agreements(as_of="August")


def test_coverage_counts_documents_by_outlet_and_month(register: Register) -> None:
    document = Document("Nothing about it.", "c.txt", "en", outlet="IRNA", published="2025-08-01")
    with register.writing("k1") as batch:
        batch.add(document, record(document) | {"states": []})
    assert register.coverage(between=("IR", "BY")).to_dicts() == [
        {"outlet": "IRNA", "month": "2025-08", "last": "2025-08-20", "documents": 2, "speaking": 1},
        {"outlet": "SANA", "month": None, "last": None, "documents": 1, "speaking": 1},
    ]
    assert [row["documents"] for row in register.coverage(as_of="2025-08-19")] == [1, 1]
    assert [row["speaking"] for row in register.coverage()] == [2, 1]


def test_documents_are_found_by_the_states_they_speak_of(register: Register) -> None:
    assert len(register.documents(between=("IR", "BY"))) == 2
    assert register.documents(between=("RU",)).to_dicts() == []
    keys = {"kind", "id", "file", "lang", "outlet", "title", "url", "published", "relevant"}
    assert register.documents().to_dicts()[0].keys() == keys


def test_documents_are_found_by_the_organisations_that_their_claims_name(register: Register) -> None:
    document = Document(SIGNED, "eu.txt", "fa")
    with register.writing("k1") as batch:
        batch.add(document, record(document, agreements=[signing() | {"parties": ["IR", "org:eu"]}]))
    assert [row["file"] for row in register.documents("EU, ir")] == ["eu.txt"]
    assert sum(row["speaking"] for row in register.coverage("EU")) == 1


def test_a_document_says_whether_it_is_relevant_and_how_many_are_not_is_counted(register: Register) -> None:
    document = Document("Nothing about it.", "c.txt", "en")
    with register.writing("k1") as batch:
        batch.add(document, record(document))
    assert {row["file"]: row["relevant"] for row in register.documents()} == {"a.txt": True, "b.txt": True, "c.txt": False}
    assert register.counts()["irrelevant"] == 1
    assert document.id not in register.claimed()


@pytest.mark.parametrize("between", ["IR,BY", ("IR", "BY"), ["by", "Iran"], "Belarus, iran", "IR", None, ()])
def test_parties_may_be_given_in_every_way_in_which_one_would_write_them(register: Register, between: Parties) -> None:
    assert len(register.agreements(between)) == len(register.agreements(between=between)) == 1


@pytest.mark.parametrize("between", ["IRN", ("IR", "XX"), "", (1,)])
def test_parties_that_do_not_exist_are_refused_and_not_answered_with_nothing(register: Register, between: Parties) -> None:
    for ask in (register.agreements, register.documents, register.claims, register.coverage):
        with pytest.raises(UsageError, match="between: "):
            ask(between=between)


def test_rows_say_how_many_they_are(register: Register) -> None:
    assert repr(register.claims()) == "<2 rows>"
    assert repr(register.agreements()) == "<1 row>"
    register.close()
    assert "cannot be read" in repr(register.claims())


def test_records_come_with_all_kinds_and_in_the_order_of_ids(register: Register) -> None:
    found = list(register.records())
    assert [made["id"] for made in found] == sorted(made["id"] for made in found)
    assert {len(claims(made)) for made in found} == {1}
    assert found[0]["figures"] == []


def test_two_claims_of_one_list_keep_their_order(tmp_path: Path) -> None:
    document = Document(SAID, "b.txt", "ar")
    first, second = saying(), saying() | {"cue": "أكد", "topics": []}
    with Register(tmp_path / "r.db", create=True) as register, register.writing("k") as batch:
        batch.add(document, record(document, statements=[second, first]))
        stored = register.record(document.id)
    assert stored is not None
    assert stored["statements"] == [second, first]


def test_counts_say_what_the_register_holds(register: Register) -> None:
    assert register.counts() == {"documents": 2, "claims": 2, "entries": 2, "decisions": 0, "failures": 0, "irrelevant": 0}
    assert said()[0].id not in {row["id"] for row in register.documents()}
