"""`mithaq review`: decisions are kept, heeded, carried to other registers, and listed when what they judged is gone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mithaq import pipeline
from mithaq.app.main import main
from mithaq.errors import UsageError
from mithaq.publish.exports import export
from mithaq.store import Register
from tests.link.hand import known
from tools.world import made
from tools.world.registers import step

ARTICLE = Path(pipeline.__file__).parent / "demo" / "articles" / "ar-belarus-signing.txt"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.db"
    pipeline.build([ARTICLE], path)
    return path


def agreements(path: Path) -> list[dict[str, Any]]:
    with Register(path) as opened:
        return opened.entries("agreement").to_dicts()


def review(path: Path, *args: str) -> int:
    return main(["review", *args, "--register", str(path), "--reviewer", "A. Reader", "--made", "2026-01-02"])


def test_confirming_makes_the_evidence_a_reviewers(register: Path) -> None:
    entry = agreements(register)[0]
    assert review(register, "confirm", entry["id"]) == 0
    assert next(one for one in agreements(register) if one["id"] == entry["id"])["standing"]["status"] == "reviewer_confirmed"


def test_a_rejected_claim_is_in_no_entry_until_it_is_confirmed(register: Path) -> None:
    before = agreements(register)
    assert review(register, "reject", before[0]["claims"][0]) == 0
    assert all(before[0]["claims"][0] not in one["claims"] for one in agreements(register))
    assert review(register, "confirm", before[0]["claims"][0]) == 0
    assert [one["claims"] for one in agreements(register)] == [one["claims"] for one in before]


def test_what_is_missing_is_named(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = agreements(register)[0]
    assert main(["review", "note", entry["id"], "--register", str(register)]) == UsageError.exit_code
    assert "--reviewer and --reason" in capsys.readouterr().err
    assert review(register, "same", entry["claims"][0]) == UsageError.exit_code
    assert review(register, "confirm", "nothing") == UsageError.exit_code


def test_a_coded_value_must_be_one_of_the_codebook(register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codebook = tmp_path / "codebook.toml"
    codebook.write_text("[variables.implemented]\nvalues = [0, 1, 2, 3]\n", encoding="utf-8")
    entry = agreements(register)[0]["id"]
    given = ["code", entry, "--field", "implemented", "--codebook", str(codebook)]
    assert review(register, *given, "--value", "7") == UsageError.exit_code
    assert "allowed are 0, 1, 2, 3" in capsys.readouterr().err
    assert review(register, *given, "--value", "2") == 0


def test_decisions_travel_by_export_and_import_and_altered_ones_are_refused(register: Path, tmp_path: Path) -> None:
    review(register, "note", agreements(register)[0]["id"], "--reason", "to be asked about")
    other = tmp_path / "other.db"
    pipeline.build([ARTICLE], other)
    with Register(register) as opened:
        lines = [line for line in export(opened) if '"kind":"decision"' in line.replace(" ", "")]
    (tmp_path / "decisions.jsonl").write_text("".join(lines), encoding="utf-8")
    assert review(other, "import", str(tmp_path / "decisions.jsonl")) == 0
    with Register(register) as one, Register(other) as two:
        assert one.decisions().to_dicts() == two.decisions().to_dicts()
    altered = {**json.loads(lines[0]), "reason": "nothing"}
    (tmp_path / "altered.jsonl").write_text(json.dumps(altered), encoding="utf-8")
    assert review(other, "import", str(tmp_path / "altered.jsonl")) != 0


def test_a_decision_whose_article_is_gone_is_listed_as_orphaned(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(register, "confirm", agreements(register)[0]["claims"][0])
    pipeline.forget([ARTICLE.name], register)
    capsys.readouterr()
    main(["review", "orphaned", "--register", str(register), "--format", "jsonl"])
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert row["claims"] == []
    assert row["orphaned"][0]["quote"]


def test_a_decision_holds_when_other_knowledge_reads_the_passage_otherwise(tmp_path: Path) -> None:
    world, knowledge = made(5, 40, states=3), known()
    document, record = next(pair for pair in zip(world.documents, world.records, strict=True) if pair[1]["agreements"])
    path = tmp_path / "r.db"
    step(path, knowledge, [(document, record)])
    with Register(path) as register, register.writing("world") as batch:
        (claim, *_) = [one.id for one in register.claims("agreement", document=document.id)]
        batch.decide({"decision": "reject", "claims": [claim], "reviewer": "A", "made": "2026-01-02", "reason": ""})
    with Register(path) as register, register.writing("other") as batch:
        batch.add(document, {**record, "agreements": [{**one, "type": "contract"} for one in record["agreements"]]})
        batch.link([])
    with Register(path) as register:
        (judged,) = register.judgements()
        assert judged["claims"] not in ([], [claim])
        assert judged["orphaned"] == []
