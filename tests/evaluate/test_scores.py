from __future__ import annotations

from typing import Any

import pytest

from mithaq.evaluate.scores import by_article, languages, score, total

EVIDENCE = {"start": 0, "end": 10, "quote": "ten points"}


def article(file: str = "a.txt", **fields: Any) -> dict[str, dict[str, Any]]:
    return {file: {"file": file, "lang": "fa", "relevant": True, "states": [], "published": None, **fields}}


def agreement(**fields: Any) -> dict[str, Any]:
    return {"evidence": EVIDENCE, "type": "roadmap", "parties": ["BY", "IR"], "count": None, **fields}


def test_a_record_beside_itself_is_right_in_everything() -> None:
    gold = article(states=["IR", "BY"], agreements=[agreement(legal="signed")])
    scores = score(gold, gold)
    assert {found.f1 for found in scores.detection.values()} == {1.0}
    assert {kept.share for kept in scores.fields.values()} == {1.0}
    assert not scores.misses


def test_an_article_without_a_record_found_nothing() -> None:
    scores = score(article(states=["IR"], agreements=[agreement()]), {})
    assert scores.detection["relevant"].recall == 0
    assert scores.detection["states"].missed == 1
    assert [miss.what for miss in scores.misses] == ["missed"]


def test_filling_what_the_article_leaves_open_is_an_error() -> None:
    scores = score(article(agreements=[agreement()]), article(agreements=[agreement(count=8)]))
    assert scores.fields["agreements.count_unknown_kept"].share == 0
    assert "agreements.count" not in scores.fields


def test_a_date_of_publication_that_nobody_gave_is_an_error() -> None:
    scores = score(article(), article(published={"date": "2023-03-13"}))
    assert scores.fields["published.unknown_kept"].share == 0


def test_a_list_is_right_in_part() -> None:
    scores = score(article(agreements=[agreement()]), article(agreements=[agreement(parties=["IR"])]))
    assert scores.fields["agreements.parties"].share == pytest.approx(2 / 3)


def test_a_negative_article_that_is_refused_counts_for_nothing_and_is_noted() -> None:
    scores = score(article(relevant=False), article(relevant=False))
    assert (scores.detection["relevant"].hit, scores.detection["relevant"].extra) == (0, 0)
    assert scores.fields["relevant.refused"].share == 1


SAID = {"evidence": EVIDENCE, "kind": "direct"}
ACTORS = [{"name": "Anna Example", "as_written": "آنا نمونه"}, {"name": "Boris Sample", "as_written": "بوریس سمپل"}]


@pytest.mark.parametrize(("said", "value"), [("نمونه", 1.0), ("Anna Example", 1.0), ("سمپل", 0.0), ("نمونه و سمپل", 0.0), (None, 0.0)])
def test_a_speaker_is_right_by_a_word_of_his_name_and_none_of_anothers(said: str | None, value: float) -> None:
    gold = article(actors=ACTORS, statements=[{**SAID, "speaker": "Anna Example"}])
    scores = score(gold, article(statements=[{**SAID, "speaker": None, "speaker_as_written": said}]))
    assert scores.fields["statements.speaker"].share == value


def test_a_statement_of_nobody_asks_for_no_speaker() -> None:
    gold = article(statements=[{**SAID, "speaker": None}])
    assert "statements.speaker" not in score(gold, gold).fields


def test_a_deadline_is_its_last_day() -> None:
    gold = article(commitments=[{"evidence": EVIDENCE, "deadline": {"start": "2023-03-13", "end": "2027-01-01"}}])
    got = article(commitments=[{"evidence": EVIDENCE, "deadline": {"start": None, "end": "2027-01-01"}}])
    assert score(gold, got).fields["commitments.deadline"].share == 1


def test_the_scores_of_a_corpus_are_the_sum_of_its_languages() -> None:
    gold = article("a.txt", states=["IR"], agreements=[agreement()]) | article("b.txt", lang="ar", states=["SY"])
    got = article("a.txt", states=["IR", "BY"]) | article("b.txt", lang="ar", states=["SY"])
    articles = by_article(gold, got)
    assert languages(gold) == {"ar": ["b.txt"], "fa": ["a.txt"]}
    parts = [total(articles[file] for file in files) for files in languages(gold).values()]
    assert total(parts).detection == score(gold, got).detection
