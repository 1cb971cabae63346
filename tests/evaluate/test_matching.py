from __future__ import annotations

from typing import Any

from mithaq.evaluate.matching import covered, match


def item(start: int, end: int, also: tuple[tuple[int, int], ...] = (), **fields: Any) -> dict[str, Any]:
    return {**fields, "evidence": {"start": start, "end": end}, "also": [{"start": s, "end": e} for s, e in also]}


def test_passages_that_share_a_third_are_one_statement() -> None:
    found = match("statements", [item(0, 30)], [item(20, 30)])
    assert len(found.pairs) == 1


def test_passages_that_share_less_than_a_third_are_two_statements() -> None:
    found = match("statements", [item(0, 30)], [item(22, 30)])
    assert (len(found.pairs), len(found.missed), len(found.extra)) == (0, 1, 1)


def test_the_surest_pair_is_made_first_and_each_item_is_used_once() -> None:
    near, exact = item(0, 8), item(0, 10)
    found = match("agreements", [item(0, 10)], [near, exact])
    assert found.pairs[0][1] is exact
    assert found.extra == (near,)


def test_a_figure_with_another_value_on_the_same_words_is_not_the_same_figure() -> None:
    found = match("figures", [item(0, 10, value=3, unit="times")], [item(0, 10, value=3, unit="percent")])
    assert not found.pairs


def test_a_figure_needs_only_to_touch_the_passage() -> None:
    found = match("figures", [item(0, 100, value=3, unit="times")], [item(99, 101, value=3, unit="times")])
    assert len(found.pairs) == 1


def test_an_event_is_known_by_type_and_a_common_participant_wherever_it_is_told() -> None:
    gold, found = item(0, 10, type="visit", participants=["IR"]), item(500, 520, type="visit", participants=["IR", "BY"])
    assert len(match("events", [gold], [found]).pairs) == 1
    assert not match("events", [gold], [{**found, "participants": ["BY"]}]).pairs


def test_an_item_without_a_passage_is_no_item() -> None:
    gold = item(0, 10, type="visit", participants=["IR"])
    found = match("events", [gold], [{"type": "visit", "participants": ["IR"], "evidence": None}])
    assert len(found.missed) == 1
    assert len(found.extra) == 1


def test_a_thing_told_again_may_be_found_again_as_often_as_it_is_told() -> None:
    gold = item(0, 10, also=((50, 60),))
    found = match("statements", [gold], [item(0, 10), item(50, 60), item(51, 60)])
    assert len(found.pairs) == 1
    assert len(found.extra) == 1


def test_covered_text_is_counted_once_where_passages_overlap() -> None:
    assert covered([item(5, 10), item(0, 6), item(20, 30)]) == [(0, 10), (20, 30)]


def test_what_is_told_again_is_counted_against_the_first_item_that_it_repeats() -> None:
    gold = [item(0, 100, also=((500, 600),)), item(200, 300, also=((500, 620),))]
    found = [item(0, 95), item(200, 300), item(500, 590), item(500, 530)]
    assert match("statements", gold, found).extra == (found[3],)
