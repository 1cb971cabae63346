from __future__ import annotations

import pytest

from mithaq.evaluate.intervals import Interval, interval, intervals
from mithaq.evaluate.scores import Scores


def scored(hit: int, missed: int, grades: tuple[float, ...] = ()) -> Scores:
    out = Scores()
    out.count("events", hit, missed, 0)
    for value in grades:
        out.grade("events.type", value)
    return out


def corpus(size: int) -> dict[str, Scores]:
    """Articles of which every second one is read well."""
    return {f"{number:03}": scored(number % 2, 1 - number % 2, (float(number % 2),)) for number in range(size)}


def test_an_interval_leaves_out_a_fortieth_at_either_end() -> None:
    assert interval(range(1000)) == Interval(25, 974)


def test_the_order_of_the_articles_changes_nothing() -> None:
    held = corpus(40)
    assert intervals(held) == intervals(dict(reversed(held.items())))


def test_an_interval_holds_the_score_and_narrows_with_more_articles() -> None:
    few, many = intervals(corpus(20))["events.type"], intervals(corpus(320))["events.type"]
    assert few.low < 0.5 < few.high
    assert many.low < 0.5 < many.high
    assert many.high - many.low < (few.high - few.low) / 2


def test_other_articles_are_drawn_otherwise() -> None:
    held = corpus(40)
    assert intervals(held, samples=3) != intervals({f"x{key}": one for key, one in held.items()}, samples=3)


def test_what_is_always_right_has_no_width() -> None:
    found = intervals({key: scored(1, 0, (1.0,)) for key in "abc"})
    assert found == {"events": Interval(1.0, 1.0), "events.type": Interval(1.0, 1.0)}


def test_a_sample_without_anything_to_grade_is_left_out() -> None:
    found = intervals({"a": scored(1, 0), "b": scored(1, 0, (1.0, 0.0))})
    assert found["events.type"] == Interval(0.5, 0.5)


def test_what_nobody_asks_for_has_no_interval() -> None:
    assert intervals({"a": scored(0, 0)}) == {}


@pytest.mark.parametrize("samples", [1, 10])
def test_few_samples_give_an_interval_too(samples: int) -> None:
    assert intervals(corpus(10), samples)["events"].low >= 0
