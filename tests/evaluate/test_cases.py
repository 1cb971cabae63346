from __future__ import annotations

from typing import Any

from mithaq.evaluate.cases import cases, commonest

TEXT = "Iran and Oman met in Muscat. They signed a treaty on Monday. Nobody said more."
FAR = TEXT + " Nothing else was told of it." * 20 + " The two met again."


def passage(text: str, words: str) -> dict[str, Any]:
    start = text.rindex(words)
    return {"start": start, "end": start + len(words), "quote": words}


def record(**fields: Any) -> dict[str, Any]:
    return {"file": "a.txt", "lang": "en", "relevant": True, "states": [], "published": None, **fields}


def treaty(**fields: Any) -> dict[str, Any]:
    return {"evidence": passage(TEXT, "signed a treaty"), "type": "treaty", "legal": "signed", "count": None, **fields}


def test_equal_records_have_no_cases() -> None:
    assert cases(record(agreements=[treaty()]), record(agreements=[treaty()]), TEXT) == []


def test_a_missed_item_stands_in_its_sentence_with_its_place() -> None:
    (case,) = cases(record(agreements=[treaty()]), {"relevant": True}, TEXT)
    (excerpt,) = case.excerpts
    start, end = excerpt.marks["gold"]
    assert (case.kind, case.error) == ("agreements", "missed: treaty")
    assert excerpt.text == "They signed a treaty on Monday."
    assert excerpt.text[start:end] == "signed a treaty"


def test_an_item_that_nobody_made_is_extra() -> None:
    (case,) = cases(record(agreements=[]), record(agreements=[treaty()]), TEXT)
    assert (case.error, case.gold) == ("extra: treaty", None)


def test_a_wrong_field_is_named_with_both_values() -> None:
    (case,) = cases(record(agreements=[treaty()]), record(agreements=[treaty(legal="agreed")]), TEXT)
    assert case.error == "legal: signed, not agreed"
    assert set(case.excerpts[0].marks) == {"gold", "found"}


def test_a_field_that_the_article_leaves_open_must_stay_open() -> None:
    (case,) = cases(record(agreements=[treaty()]), record(agreements=[treaty(count=8)]), TEXT)
    assert case.error == "count: filled, though the article leaves it open"


def test_a_list_is_wrong_by_what_it_lacks_or_has_beyond() -> None:
    for got, error in ((["IR"], "too few"), (["IR", "OM", "AE"], "too many"), (["IR", "AE"], "others"), ([], "left open")):
        (case,) = cases(record(agreements=[treaty(parties=["IR", "OM"])]), record(agreements=[treaty(parties=got)]), TEXT)
        assert case.error == f"parties: {error}"


def test_passages_far_apart_are_shown_apart() -> None:
    meeting = {"type": "meeting", "participants": ["IR", "OM"], "certainty": "asserted", "date": None}
    want = record(events=[{**meeting, "evidence": passage(FAR, "met in Muscat")}])
    got = record(events=[{**meeting, "certainty": "future", "evidence": passage(FAR, "met again")}])
    (case,) = cases(want, got, FAR)
    assert [set(excerpt.marks) for excerpt in case.excerpts] == [{"gold"}, {"found"}]
    assert [excerpt.text for excerpt in case.excerpts] == ["Iran and Oman met in Muscat.", "The two met again."]


def test_the_article_as_a_whole_may_be_wrong() -> None:
    want, got = record(states=["IR", "OM"]), record(relevant=False, states=["IR", "AE"], published={"date": "2023"})
    errors = [case.error for case in cases(want, got, TEXT)]
    assert errors == ["relevant: yes, not no", "published", "missed state: OM", "extra state: AE"]


def test_the_commonest_error_comes_first() -> None:
    found = cases(record(agreements=[treaty()]), {"relevant": False}, TEXT) + cases(record(agreements=[treaty()]), {"relevant": True}, TEXT)
    assert commonest(found)[0] == (("agreements", "missed: treaty"), 2)
