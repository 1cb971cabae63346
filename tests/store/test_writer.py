from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from mithaq.errors import RegisterError
from mithaq.model import Document, Entry, Failure
from mithaq.store import Register
from tests.store.hand import SIGNED, only, record, said, signed, signing, single


def content(register: Register) -> list[Any]:
    """All that a register holds, in the forms of the export."""
    lists = (register.documents(), register.claims(), register.entries(), register.failures(), register.decisions(), register.coverage())
    return [rows.to_dicts() for rows in lists] + [list(register.records())]


def test_record_comes_back_as_it_was_extracted(register: Register) -> None:
    document, extracted = signed(outlet="IRNA", published="2025-08-20")
    stored = register.record(document.id)
    assert stored is not None
    assert {name: stored[name] for name in extracted} == {**extracted, "published": {"date": "2025-08-20", "evidence": None}}
    assert stored["text_id"] == document.text_id
    assert register.text(document.id) == SIGNED


def test_what_the_text_says_of_itself_wins_over_what_the_reader_was_given(tmp_path: Path) -> None:
    document = Document(SIGNED, "a.txt", "fa", outlet="feed", published="2025")
    made = record(document, agreements=[signing()]) | {"outlet": "IRNA", "published": {"date": "2025-08-20", "evidence": None}}
    with Register(tmp_path / "r.db", create=True) as register, register.writing("k") as batch:
        batch.add(document, made)
        (known,) = register.documents().to_dicts()
    assert (known["outlet"], known["published"], known["id"]) == ("IRNA", "2025-08-20", document.id)


def test_same_document_twice_changes_nothing(register: Register) -> None:
    before = content(register)
    with register.writing("k1") as batch:
        assert batch.add(*said(outlet="SANA")) == "unchanged"
        assert batch.holds(said(outlet="SANA")[0])
        batch.link(single(list(register.records())))
    assert content(register) == before


def test_document_read_with_other_knowledge_replaces_its_claims(register: Register) -> None:
    document, _ = signed(outlet="IRNA", published="2025-08-20")
    with register.writing("k2") as batch:
        assert {stale.id for stale in batch.stale()} == {row["id"] for row in register.documents().to_dicts()}
        assert batch.add(document, record(document, agreements=[signing() | {"type": "protocol"}])) == "replaced"
        assert document.id not in {stale.id for stale in batch.stale()}
        batch.link(single(list(register.records())))
    assert [claim.fields["type"] for claim in register.claims("agreement")] == ["protocol"]
    assert [entry.fields["type"] for entry in register.agreements()] == ["protocol"]
    assert list(register.verify()) == []


def test_of_two_readings_of_one_document_the_same_one_stays_in_any_order(tmp_path: Path) -> None:
    url = "https://example.org/1"
    readings = [signed("b.txt", url=url), signed("a.txt", url=url, title="x"), signed("a.txt", url=url)]
    assert len({document.id for document, _ in readings}) == 1
    kept = set()
    for number, order in enumerate(itertools.permutations(readings)):
        with Register(tmp_path / f"{number}.db", create=True) as register, register.writing("k") as batch:
            for reading in order:
                batch.add(*reading)
            (known,) = register.documents().to_dicts()
            kept.add((known["file"], known["title"]))
    assert kept == {("a.txt", "x")}


def test_error_within_a_batch_leaves_the_previous_state(register: Register) -> None:
    before = content(register)
    with pytest.raises(LookupError), register.writing("k2") as batch:
        batch.add(*signed("c.txt"))
        batch.link([])
        raise LookupError
    assert content(register) == before
    assert register.knowledge == "k1"


def test_entry_that_names_an_unknown_claim_is_refused_whole(register: Register) -> None:
    before = content(register)
    with pytest.raises(RegisterError, match="FOREIGN KEY"), register.writing("k1") as batch:
        batch.link([Entry("agreement", ("0" * 16,), {})])
    assert content(register) == before


def test_record_of_another_document_is_refused(register: Register) -> None:
    with pytest.raises(RegisterError, match="the record has the id"), register.writing("k1") as batch:
        batch.add(signed("c.txt")[0], said()[1])


def test_failure_of_a_document_goes_when_other_knowledge_reads_it(tmp_path: Path) -> None:
    document, made = signed()
    with Register(tmp_path / "r.db", create=True) as register:
        with register.writing("k1") as batch:
            batch.fail(Failure("a.txt", "extract", "no pack"), document)
        assert register.counts()["documents"] == 0
        assert register.failures().to_dicts()[0]["reason"] == "no pack"
        with register.writing("k2") as batch:
            (again,) = batch.stale()
            assert again == document
            assert batch.add(again, made) == "replaced"
        assert register.failures().to_dicts() == []
        assert register.counts()["documents"] == 1


@pytest.mark.parametrize("first", ["success", "failure"])
def test_reading_that_succeeds_wins_over_one_that_fails_in_any_order(tmp_path: Path, first: str) -> None:
    document, made = signed()
    steps = ["success", "failure"] if first == "success" else ["failure", "success"]
    with Register(tmp_path / "r.db", create=True) as register, register.writing("k") as batch:
        for step in steps:
            batch.add(document, made) if step == "success" else batch.fail(Failure("a.txt", "extract", "killed"), document)
        assert (register.counts()["documents"], register.counts()["failures"]) == (1, 0)


def test_document_that_other_knowledge_cannot_read_is_a_failure_and_keeps_no_old_claims(register: Register) -> None:
    document, _ = signed(outlet="IRNA", published="2025-08-20")
    with register.writing("k2") as batch:
        batch.fail(Failure("a.txt", "extract", "broken"), document)
        batch.link(single(list(register.records())))
    assert [row["file"] for row in register.documents()] == ["b.txt"]
    assert register.text(document.id) == SIGNED
    assert list(register.verify()) == []


def test_failures_to_read_a_path_go_when_it_is_read_again(tmp_path: Path) -> None:
    places = ["news", "news/a.txt", "news/b.jsonl:3:7", "news.txt", "newsreel/a.txt", "other"]
    with Register(tmp_path / "r.db", create=True) as register, register.writing("k") as batch:
        for place in places:
            batch.fail(Failure(place, "read", "is empty"))
        batch.forget("news")
        assert {failure.where for failure in register.failures()} == {"news.txt", "newsreel/a.txt", "other"}


def decision(**changed: Any) -> dict[str, Any]:
    claim = only(signed(outlet="IRNA", published="2025-08-20")[1]).id
    return {"decision": "confirm", "claims": [claim], "reviewer": "Reader", "made": "2025-09-01", "reason": "checked"} | changed


def test_decision_is_recorded_once_with_the_passage_that_it_judges(register: Register) -> None:
    corrected = decision(decision="correct", field="type", value="protocol")
    with register.writing("k1") as batch:
        names = [batch.decide(decision()), batch.decide(corrected), batch.decide(decision())]
    assert names[0] == names[2] != names[1]
    first, second = register.decisions().to_dicts()
    assert first["kind"] == "decision"
    assert first["passages"][0]["quote"] == signing()["evidence"]["quote"]
    assert (first["value"], second["field"], second["value"]) == (None, "type", "protocol")


def test_decision_outlives_the_claim_that_it_judges(register: Register) -> None:
    document, _ = signed(outlet="IRNA", published="2025-08-20")
    with register.writing("k1") as batch:
        batch.decide(decision())
    with register.writing("k2") as batch:
        batch.add(document, record(document))
        batch.link(single(list(register.records())))
    assert register.counts()["claims"] == 1
    assert [found["claims"] for found in register.decisions()] == [decision()["claims"]]


def test_decision_on_an_unknown_claim_is_refused(register: Register) -> None:
    with pytest.raises(RegisterError, match="no claim 'x'"), register.writing("k1") as batch:
        batch.decide(decision(claims=["x"]))


def test_decisions_are_never_changed_and_never_deleted(register: Register) -> None:
    with register.writing("k1") as batch:
        batch.decide(decision())
    for sql in ("UPDATE decisions SET decision = 'reject'", "DELETE FROM decisions"):
        with pytest.raises(RegisterError, match="add a later one"):
            register.database.run(sql)
    assert register.counts()["decisions"] == 1
