"""How finds are matched with what others have marked, on sets made by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.sets import factrueval, ntrex
from bench.sets.__main__ import SETS, figures
from bench.sets.reading import paired, seen

ROOT = Path(__file__).parents[2]


def test_spans_that_touch_are_one_and_each_is_used_once() -> None:
    assert paired([(0, 5), (3, 8), (20, 25)], [(4, 6), (30, 31)]) == (1, 2, 1)


def test_articles_that_rules_were_made_on_are_known_by_their_source(tmp_path: Path) -> None:
    (tmp_path / "gold" / "dev").mkdir(parents=True)
    sources = [{"repository": "x/NTREX", "path": "src.txt#paper.7"}, {"repository": "x/factRuEval", "path": "devset/book_9.txt"}]
    lines = "".join(json.dumps({"source": source}) + "\n" for source in sources)
    (tmp_path / "gold" / "dev" / "records.jsonl").write_text(lines, encoding="utf-8")
    assert (seen(tmp_path, "ntrex"), seen(tmp_path, "factrueval")) == ({"paper.7"}, {"book_9"})


def test_languages_are_compared_segment_by_segment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "ntrex").mkdir(parents=True)
    texts = {
        "en": ["Oman sent 20 ships.", "Nothing came."], "fa": ["عمان ۲۰ کشتی فرستاد.", "هیچ نیامد."],
        "ar": ["أرسلت السفن.", "لم تأت عمان."], "ru": ["Оман послал 20 кораблей.", "Ничего."],
    }  # fmt: skip
    rows = (json.dumps({"doc": "a", "lang": lang, "segments": segments}, ensure_ascii=False) for lang, segments in texts.items())
    (tmp_path / "data" / "ntrex" / "documents.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "labels.tsv").write_text("# a comment\na\tno\n", encoding="utf-8")
    (tmp_path / "segments.tsv").write_text("a\t0\tOM\t20 7\n", encoding="utf-8")
    monkeypatch.setattr(ntrex, "_LABELS", tmp_path / "labels.tsv")
    monkeypatch.setattr(ntrex, "_SEGMENTS", tmp_path / "segments.tsv")
    rows_by_name = {row["of"]: row for row in figures(ntrex.measure(tmp_path))}
    assert rows_by_name["states, fa beside en"]["f1"] == 1
    assert rows_by_name["states, ar beside en"]["f1"] == 0
    assert rows_by_name["numbers, ar beside en"]["recall"] == 0
    assert rows_by_name["numbers that a reader found, en"]["share"] == 0.5
    assert rows_by_name["no diplomacy: relevant, all"] == {"of": "no diplomacy: relevant, all", "share": 0, "interval": (0, 0), "n": 4}


def test_a_fact_is_found_in_a_sentence_that_names_two_of_its_participants() -> None:
    text = "Анна ждала. Анна встретила Бориса. Борис ушёл."
    anna, boris = [(0, 4), (12, 16)], [(27, 33), (35, 40)]
    marked = factrueval._Marked(text, {}, {"1": anna, "2": boris}, [])
    cuts = [(0, 11), (12, 34), (35, 46)]
    assert list(factrueval._places(marked, {"Participant": ["1", "2"]}, cuts)) == [(12, 34)]
    assert factrueval._facts([[(12, 34)]], [[(0, 4)], [(13, 20)]]) == (1, 0, 1)


def test_each_label_is_one_of_three_and_a_hundred_segments_are_labelled() -> None:
    labels = {row[1] for row in ntrex._rows(ntrex._LABELS)}
    assert labels == {"yes", "no", "open"}
    assert len(list(ntrex._rows(ntrex._SEGMENTS))) == 100


def test_a_set_that_is_not_there_is_skipped_with_a_message(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bench.sets", "--shared", str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert run.stdout == ""
    assert run.stderr.count("skipped, there is no") == len(SETS)
