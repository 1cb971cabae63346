from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq import pipeline
from mithaq.engine import Engine, LocalEngine, ProcessEngine
from mithaq.errors import LanguageError, PackError, RegisterError, UsageError
from mithaq.model import Claim, Document, Entry, Failure, Record, claims
from mithaq.pipeline import Method, Summary, build, records
from mithaq.publish.exports import export
from mithaq.store import Register
from tests.engine.hostile import HostileEngine
from tests.store.hand import SAID, SIGNED, record, saying, signing

SHARED = Path(__file__).parents[1].parent / "shared"


def read_off(document: Document) -> Record:
    """A stand-in for extraction: hand-made records of two texts, and every way in which a document can go wrong."""
    if SIGNED in document.text:
        return record(document, agreements=[signing(document.text)])
    if SAID in document.text:
        return record(document, statements=[saying(document.text)])
    if "unknown" in document.text:
        raise LanguageError("no pack for the language 'xx'.", hint="mithaq lang new makes one.")
    if "broken" in document.text:
        raise ZeroDivisionError("by a document")
    if "bad tables" in document.text:
        raise PackError("3 columns where 4 were expected.", "xx/acts.tsv:1")
    if "kill" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "ungrounded" in document.text:
        return record(document, agreements=[signing()])
    if "shapeless" in document.text:
        return record(document, agreements=[{"type": "treaty"}])
    return record(document)


def read_off_again(document: Document) -> Record:
    made = read_off(document)
    return {**made, "agreements": [{**item, "type": "protocol"} for item in made.get("agreements", ())]}


def together(found: Iterable[Record], decisions: Sequence[Any]) -> list[Entry]:
    """A stand-in for linking: claims of one kind and type are one entry, with the documents that tell it."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in (claim for made in found for claim in claims(made)):
        groups.setdefault((claim.of, str(claim.fields.get("type"))), []).append(claim)
    return [
        Entry(of, tuple(sorted(c.id for c in held)), {"type": kind, "documents": sorted({c.document for c in held})})
        for (of, kind), held in groups.items()
    ]


METHOD = Method(read_off, together, "m1")


def put(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def run(paths: Path | Iterable[Path], register: Path, **options: Any) -> Summary:
    return build(paths, register, **{"method": METHOD, **options})


def exported(path: Path) -> str:
    with Register(path) as register:
        assert list(register.verify()) == []
        return "".join(export(register)) + json.dumps(list(register.records()), ensure_ascii=False)


def test_each_stage_takes_what_stands_ready() -> None:
    ready = {"paths", "batch", "register", "method", "engine", "watch"}
    for stage in pipeline.STAGES:
        assert set(stage.takes) <= ready, stage.name
        ready.add(stage.gives)


def test_run_reads_extracts_links_and_counts(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    put(articles, a=SIGNED, b=SIGNED, c=SAID, d="Nothing.")
    summary = run([articles], tmp_path / "r.db")
    held = {"documents": 4, "irrelevant": 1, "claims": 3, "entries": 2}
    assert summary == Summary(**held, added=4, replaced=0, unchanged=0, failures=())
    assert run([articles], tmp_path / "r.db") == Summary(**held, added=0, replaced=0, unchanged=4, failures=())


@pytest.mark.parametrize("kind", [str, Path])
def test_one_path_may_stand_alone_and_is_not_read_letter_by_letter(tmp_path: Path, kind: type) -> None:
    put(tmp_path, a=SIGNED)
    path = kind(tmp_path / "a.txt")
    assert [made["file"] for made in records(path, method=METHOD)] == ["a.txt"]  # type: ignore[index]
    summary = build(path, tmp_path / "r.db", method=METHOD)
    assert (summary.documents, summary.failures) == (1, ())


def test_a_failure_is_told_with_its_folder_and_held_without(tmp_path: Path) -> None:
    put(tmp_path, a="unknown")
    (tmp_path / "lines.jsonl").write_text('{"text": "unknown too"}', encoding="utf-8")
    told = [failure.where for failure in run([tmp_path], tmp_path / "r.db").failures if failure.stage == "extract"]
    assert told == [str(tmp_path / "a.txt"), f"{tmp_path / 'lines.jsonl'}:1"]
    with Register(tmp_path / "r.db") as register:
        assert {failure.where for failure in register.failures() if failure.stage == "extract"} == {"a.txt", "lines.jsonl:1"}
    assert isinstance(failure := next(records(tmp_path / "a.txt", method=METHOD)), Failure)
    assert failure.where == str(tmp_path / "a.txt")


def test_a_document_that_is_forgotten_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    articles = put(tmp_path / "articles", a=SIGNED, b=SAID)
    run(articles / "a.txt", tmp_path / "one.db")
    run(articles, tmp_path / "both.db")
    assert pipeline.forget(["b.txt"], tmp_path / "both.db", method=METHOD) == 1
    assert exported(tmp_path / "both.db") == exported(tmp_path / "one.db")
    with Register(tmp_path / "both.db") as register:
        assert not register.search("الصناعة")
        assert len(register.search("نقشه")) == 1


def test_of_two_versions_of_one_file_one_can_be_forgotten_by_its_id(tmp_path: Path) -> None:
    for text in (SIGNED, SAID):
        run(put(tmp_path, a=text) / "a.txt", tmp_path / "r.db")
    with Register(tmp_path / "r.db") as register:
        (statement,) = register.statements()
        (claim,) = (register.claim(name) for name in statement.claims)
        assert claim is not None
        old, new = sorted((row["id"] for row in register.documents()), key=lambda name: name == claim.document)
    assert pipeline.forget([old], tmp_path / "r.db", method=METHOD) == 1
    with Register(tmp_path / "r.db") as register:
        assert [row["id"] for row in register.documents()] == [new]


def test_a_name_that_no_document_has_forgets_nothing(tmp_path: Path) -> None:
    run(put(tmp_path, first=SIGNED, second=SAID), tmp_path / "r.db")
    before = exported(tmp_path / "r.db")
    with pytest.raises(UsageError, match=r"fist\.txt: no document has this file name or id; did you mean 'first\.txt'\?"):
        pipeline.forget(["second.txt", "fist.txt"], tmp_path / "r.db", method=METHOD)
    assert exported(tmp_path / "r.db") == before


@pytest.mark.parametrize("engine", [LocalEngine(), ProcessEngine(2)])
def test_a_broken_pack_ends_the_run_and_leaves_the_register_as_it_was(tmp_path: Path, engine: Engine) -> None:
    put(tmp_path, a=SIGNED)
    run([tmp_path / "a.txt"], tmp_path / "r.db")
    put(tmp_path, b=SAID, c="bad tables")
    with pytest.raises(PackError, match=r"xx/acts\.tsv:1: 3 columns"):
        run([tmp_path], tmp_path / "r.db", engine=engine)
    with Register(tmp_path / "r.db") as register:
        assert register.counts()["documents"] == 1


@pytest.mark.parametrize(
    ("text", "reason", "hint"),
    [
        ("unknown", "no pack for the language 'xx'", "mithaq lang new"),
        ("broken", "ZeroDivisionError: by a document", "test_pipeline.py"),
        ("ungrounded", "4 passages do not stand in the text, the first at agreements[0].evidence", "report"),
        ("shapeless", "KeyError: 'evidence'", "report"),
    ],
)
def test_document_that_goes_wrong_is_a_failure_and_the_run_goes_on(tmp_path: Path, text: str, reason: str, hint: str) -> None:
    put(tmp_path, a=SIGNED, b=text, c=SAID)
    summary = run([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "gone.txt", tmp_path / "c.txt"], tmp_path / "r.db")
    failure, gone = sorted(summary.failures, key=lambda one: one.stage)
    assert (failure.where, failure.stage) == (str(tmp_path / "b.txt"), "extract")
    assert reason in failure.reason
    assert hint in failure.hint
    assert gone.where.endswith("gone.txt")
    assert summary.documents == 2
    with Register(tmp_path / "r.db") as register:
        assert set(register.failures()) == {replace(failure, where="b.txt"), gone}


def test_document_that_kills_its_worker_is_a_failure_and_the_run_goes_on(tmp_path: Path) -> None:
    put(tmp_path, a=SIGNED, b="kill", c=SAID)
    summary = run([tmp_path / f"{name}.txt" for name in "abc"], tmp_path / "r.db", workers=2)
    assert [(failure.where, failure.stage) for failure in summary.failures] == [(str(tmp_path / "b.txt"), "extract")]
    assert "SIGKILL" in summary.failures[0].reason
    assert summary.documents == 2


def test_failure_is_gone_when_its_file_is_mended(tmp_path: Path) -> None:
    put(tmp_path, a="")
    assert len(run([tmp_path / "a.txt"], tmp_path / "r.db").failures) == 1
    put(tmp_path, a=SIGNED)
    run([tmp_path / "a.txt"], tmp_path / "r.db")
    with Register(tmp_path / "r.db") as register:
        assert register.failures().to_dicts() == []


def test_what_is_held_is_not_extracted_again(tmp_path: Path) -> None:
    read: list[str] = []

    def noted(document: Document) -> Record:
        read.append(document.file)
        return read_off(document)

    put(tmp_path, a=SIGNED, b=SAID)
    for names in ("a", "ab"):
        run([tmp_path / f"{name}.txt" for name in names], tmp_path / "r.db", method=Method(noted, together, "m1"))
    assert read == ["a.txt", "b.txt"]


def test_other_knowledge_reads_again_what_the_register_holds(tmp_path: Path) -> None:
    put(tmp_path, a=SIGNED, b=SAID, c="unknown")
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    run(paths, tmp_path / "old.db")
    again = Method(read_off_again, together, "m2")
    summary = run(paths[1:2], tmp_path / "old.db", method=again)
    assert summary.replaced == 2
    assert [Path(failure.where).name for failure in summary.failures] == ["c.txt"]
    run(paths, tmp_path / "new.db", method=again)
    assert exported(tmp_path / "old.db") == exported(tmp_path / "new.db")
    with Register(tmp_path / "old.db") as register:
        assert [entry.fields["type"] for entry in register.agreements()] == ["protocol"]


def test_error_of_linking_ends_the_run_and_leaves_the_previous_state(tmp_path: Path) -> None:
    def fails(found: Iterable[Record], decisions: Sequence[Any]) -> list[Entry]:
        raise ZeroDivisionError(len(list(found)))

    put(tmp_path, a=SIGNED, b=SAID)
    run([tmp_path / "a.txt"], tmp_path / "r.db")
    before = exported(tmp_path / "r.db")
    with pytest.raises(ZeroDivisionError):
        run([tmp_path / "b.txt"], tmp_path / "r.db", method=Method(read_off, fails, "m1"))
    assert exported(tmp_path / "r.db") == before


def test_bad_option_or_register_ends_the_run(tmp_path: Path) -> None:
    put(tmp_path, a=SIGNED)
    with pytest.raises(UsageError, match="at least 1"):
        run([tmp_path / "a.txt"], tmp_path / "r.db", workers=0)
    with pytest.raises(RegisterError, match="no readable register"):
        run([tmp_path / "a.txt"], tmp_path / "a.txt")
    assert not (tmp_path / "r.db").exists()


def test_progress_sees_every_document_of_both_long_stages(tmp_path: Path) -> None:
    seen: dict[str, int] = {}

    def watch(items: Iterable[Any], title: str) -> Iterable[Any]:
        for item in items:
            seen[title] = seen.get(title, 0) + 1
            yield item

    put(tmp_path, a=SIGNED, b=SAID, c="broken")
    run([tmp_path / f"{name}.txt" for name in "abc"], tmp_path / "r.db", watch=watch)
    assert seen == {"extract": 3, "link": 2}


@pytest.mark.parametrize("workers", [1, 2])
def test_records_come_in_the_order_of_documents_with_failures_among_them(tmp_path: Path, workers: int) -> None:
    names = ["d", "b", "c", "a"]
    put(tmp_path, a=SIGNED, b="broken", c=SAID, d="Nothing.")
    found = list(records([tmp_path / f"{name}.txt" for name in names], workers=workers, method=METHOD))
    assert [Path(item.where).name if isinstance(item, Failure) else item["file"] for item in found] == [f"{name}.txt" for name in names]
    assert [isinstance(item, Failure) for item in found] == [False, True, False, False]


NEWS = [
    {"text": SIGNED, "file": "a", "outlet": "IRNA", "published": "2025-08-20"},
    {"text": SIGNED, "file": "a", "outlet": "BELTA"},
    {"text": SIGNED, "file": "b", "url": "https://example.org/1", "title": "t"},
    {"text": SIGNED, "file": "a", "url": "https://example.org/1"},
    {"text": f"{SIGNED}\r\n{SAID}", "file": "c", "lang": "fa"},
    {"text": SAID, "file": "d", "published": "2025"},
    {"text": SAID, "file": "d", "published": "2025", "title": "second title"},
    {"text": "unknown", "file": "e"},
    {"text": "broken", "file": "f"},
    {"text": "ungrounded", "file": "f"},
    {"text": "Nothing.", "file": "g"},
]
ENGINES: list[Engine] = [LocalEngine(), ProcessEngine(2), ProcessEngine(5), HostileEngine(1)]


def lines(folder: Path) -> list[Path]:
    """A file for each of NEWS, and one that is empty."""
    for number, item in enumerate(NEWS):
        (folder / f"{number:02}.jsonl").write_text(json.dumps(item), encoding="utf-8")
    (folder / "empty.txt").touch()
    return [*sorted(folder.glob("*.jsonl")), folder / "empty.txt"]


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_register_is_the_same_for_any_order_split_and_engine(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    paths = lines(folder)
    run(paths, folder / "once.db")
    order = data.draw(st.permutations(paths))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(paths) - 1), max_size=4)))
    for start, end in zip([0, *cuts], [*cuts, len(paths)], strict=True):
        run(order[start:end], folder / "other.db", engine=data.draw(st.sampled_from(ENGINES)))
    assert exported(folder / "other.db") == exported(folder / "once.db")


def test_register_is_the_same_one_by_one_and_with_repeats(tmp_path: Path) -> None:
    paths = lines(tmp_path)
    run(paths, tmp_path / "once.db")
    for path in [*reversed(paths), *paths]:
        run([path], tmp_path / "one.db")
    assert exported(tmp_path / "one.db") == exported(tmp_path / "once.db")


@pytest.mark.skipif(not (SHARED / "gold" / "seeds.jsonl").exists(), reason="the seeds are not here")
def test_hand_made_records_of_the_seeds_go_through_whole(tmp_path: Path) -> None:
    gold = {made["file"]: made for made in map(json.loads, (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines())}
    method = Method(lambda document: {**gold[document.file], "id": document.id}, together, "gold")
    summary = run([SHARED / "seeds"], tmp_path / "r.db", method=method)
    assert (summary.documents, summary.failures) == (5, ())
    with Register(tmp_path / "r.db") as register:
        assert list(register.verify()) == []
        for made in register.records():
            for kind in ("statements", "events", "agreements", "commitments", "appeals", "figures"):
                assert [item["evidence"] for item in made[kind]] == [item["evidence"] for item in gold[made["file"]][kind]]


def test_own_method_changes_with_the_knowledge_and_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.knowledge, "load", lambda: type("K", (), {"digest": "k1"}))
    first = pipeline.own().digest
    assert first == pipeline.own().digest
    monkeypatch.setattr(pipeline, "_READING", ("model.py",))
    second = pipeline.own().digest
    monkeypatch.setattr(pipeline.knowledge, "load", lambda: type("K", (), {"digest": "k2"}))
    assert len({first, second, pipeline.own().digest}) == 3


def test_gate_refuses_a_passage_at_a_negative_place() -> None:
    document = Document(SIGNED, "a.txt")
    item = {**signing(), "evidence": {"start": -5, "end": -1, "quote": SIGNED[-5:-1]}}
    assert isinstance(pipeline.attempt(lambda _: record(document, agreements=[item]), document), Failure)


def test_bundled_articles_give_the_same_register_in_any_order_with_two_workers_and_one_by_one(tmp_path: Path) -> None:
    articles = sorted((Path(pipeline.__file__).parent / "demo" / "articles").glob("*.txt"))[::4]
    assert build(articles, tmp_path / "once.db").failures == ()
    build(reversed(articles), tmp_path / "two.db", workers=2)
    for article in articles[1:] + articles[:1]:
        build([article], tmp_path / "one.db")
    assert exported(tmp_path / "two.db") == exported(tmp_path / "once.db")
    assert exported(tmp_path / "one.db") == exported(tmp_path / "once.db")
