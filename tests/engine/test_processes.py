from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from mithaq.engine import Lost, ProcessEngine, engine
from mithaq.errors import EngineError, UsageError


class UnpicklableError(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} {two}")


def killed_once(item: tuple[int, Path]) -> int:
    number, mark = item
    if number == 7 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def always_killed(item: int) -> int:
    if item in {3, 11}:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def exits(item: int) -> int:
    if item == 2:
        os._exit(9)
    return item


def raises(item: int) -> int:
    raise UnpicklableError(item, item)


def gives_what_cannot_be_sent(item: int) -> object:
    return lambda: item


def killed_group(key: int, members: list[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return members


def test_killed_worker_costs_no_item(tmp_path: Path) -> None:
    items = [(number, tmp_path / "mark") for number in range(20)]
    assert list(ProcessEngine(2).map(killed_once, items)) == list(range(20))
    assert (tmp_path / "mark").exists()


def test_item_that_kills_its_worker_each_time_is_reported_and_the_others_are_done() -> None:
    results = list(ProcessEngine(2).map(always_killed, range(16)))
    lost = {index: result for index, result in enumerate(results) if isinstance(result, Lost)}
    assert lost.keys() == {3, 11}
    assert "each of 3 times (killed by SIGKILL)" in lost[3].reason
    assert [result for result in results if isinstance(result, int)] == [n for n in range(16) if n not in lost]


def test_worker_that_exits_is_reported_with_its_code() -> None:
    lost = list(ProcessEngine(1).map(exits, range(4)))[2]
    assert isinstance(lost, Lost)
    assert "exit code 9" in lost.reason


def test_group_that_kills_its_worker_is_an_error_and_never_a_gap() -> None:
    with pytest.raises(EngineError, match="SIGKILL"):
        list(ProcessEngine(2).group([1, 2], abs, killed_group))


def test_error_that_cannot_be_sent_keeps_its_name_and_words() -> None:
    with pytest.raises(EngineError, match="UnpicklableError: 5 5"):
        list(ProcessEngine(1).map(raises, [5]))


def test_result_that_cannot_be_sent_is_an_error_and_does_not_hang() -> None:
    with pytest.raises((AttributeError, EngineError), match=r"pickle|lambda"):
        list(ProcessEngine(1).map(gives_what_cannot_be_sent, [5]))


def test_no_process_is_left_behind() -> None:
    results = ProcessEngine(3).map(abs, range(100))
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_large_items_and_results_do_not_block_each_other() -> None:
    items = ["x" * 1_000_000] * 12
    assert [len(result) for result in ProcessEngine(2).map(str.upper, items) if isinstance(result, str)] == [1_000_000] * 12


@pytest.mark.parametrize(("name", "workers", "message"), [("spark", 1, "local, processes"), ("local", 2, "not 2"), (None, 0, "at least 1")])
def test_engine_that_cannot_be_is_refused(name: str | None, workers: int, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        engine(name, workers)
