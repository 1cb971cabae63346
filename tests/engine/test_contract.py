"""The contract of an engine, run over every engine that is found and over a hostile one."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest

from mithaq.engine import ENGINES, Engine
from tests.engine.hostile import HostileEngine

MAKERS: dict[str, Callable[[int], Engine]] = {**ENGINES, "hostile": HostileEngine}


@pytest.fixture(params=[(name, workers) for name in MAKERS for workers in (1, 2, 5)], ids=lambda pair: f"{pair[0]}-{pair[1]}")
def engine(request: pytest.FixtureRequest) -> Engine:
    name, workers = request.param
    return MAKERS[name](workers)


def square(number: int) -> int:
    return number * number


def refuse(number: int) -> int:
    if number == 7:
        raise LookupError(f"no {number}")
    return number


def parity(number: int) -> int:
    return number % 3


def total(key: int, members: list[int]) -> list[tuple[int, int]]:
    return [(key, sum(members))]


def several(key: int, members: list[int]) -> Iterator[int]:
    yield from sorted(members)


def test_map_gives_each_result_once_in_the_order_of_items(engine: Engine) -> None:
    assert list(engine.map(square, range(100))) == [number * number for number in range(100)]


def test_map_of_nothing_is_nothing(engine: Engine) -> None:
    assert list(engine.map(square, [])) == []


def test_map_raises_the_error_of_a_function(engine: Engine) -> None:
    with pytest.raises(LookupError, match="no 7"):
        list(engine.map(refuse, range(20)))


def test_map_can_be_left_before_its_end(engine: Engine) -> None:
    results = engine.map(square, range(10))
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert list(engine.map(square, [3])) == [9]


def test_group_gives_each_key_all_its_items_in_the_order_of_keys(engine: Engine) -> None:
    assert list(engine.group(range(10), parity, total)) == [(0, 18), (1, 12), (2, 15)]


def test_group_function_may_give_several_results_or_none(engine: Engine) -> None:
    assert list(engine.group([5, 4, 3, 1], parity, several)) == [3, 1, 4, 5]
    assert list(engine.group([], parity, several)) == []


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_map_is_lazy_and_holds_a_bounded_number_of_items(name: str) -> None:
    taken = itertools.count()
    drawn = 0

    def endless() -> Iterator[int]:
        nonlocal drawn
        for number in taken:
            drawn = number + 1
            yield number

    results = ENGINES[name](2).map(square, endless())
    assert list(itertools.islice(results, 50)) == [number * number for number in range(50)]
    assert drawn <= 50 + 2 * 4 * 8
    results.close()  # type: ignore[attr-defined]
