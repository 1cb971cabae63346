"""The engine of several processes on one machine. A worker that is killed costs time, never an item."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing.connection import wait
from typing import Any

from mithaq.engine.outcomes import A, B, K, Lost, grouped
from mithaq.engine.workers import Worker
from mithaq.errors import EngineError, UsageError

TRIES = 3
"""How often an item is tried that ends its worker."""

_CHUNK = 4
_AHEAD = 8


class ProcessEngine:
    """A number of processes; each has a few items at a time, so that what it had is known when it is killed.

    The item that it worked on is tried again, up to `TRIES` times; those that waited behind it are handed to others.

    Args:
        workers: at least 1.

    Raises:
        UsageError: fewer workers than one.
    """

    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise UsageError(f"{workers} workers cannot work; at least 1.", "--workers")
        self._workers = workers

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B | Lost]:
        """See `Engine.map`. Items, results and, where processes are not forked, `function` must be picklable."""
        crew = _Crew(partial(Worker, function), self._workers)
        try:
            yield from crew.results(items)
        finally:
            crew.dismiss()

    def group(self, items: Iterable[A], key: Callable[[A], K], function: Callable[[K, list[A]], Iterable[B]]) -> Iterator[B]:
        """See `Engine.group`; a key with its items is one item of `map`."""
        for result in self.map(partial(_listed, function), grouped(items, key)):
            if isinstance(result, Lost):
                raise EngineError(f"a group could not be computed: {result.reason}", hint="Try fewer workers, or more memory.")
            yield from result


def _listed(function: Callable[[Any, list[Any]], Iterable[B]], pair: tuple[Any, list[Any]]) -> list[B]:
    return list(function(*pair))


@dataclass(slots=True)
class _Task:
    index: int
    item: Any
    tries: int = 0


class _Crew:
    """The workers of one `map`: what each has to do, what is to be tried again, and the results that wait for their turn.

    Args:
        hire: starts a worker.
        size: how many may work at once.
    """

    def __init__(self, hire: Callable[[], Worker], size: int) -> None:
        self._hire = hire
        self._size = size
        self._workers: dict[Worker, deque[_Task]] = {}
        self._again: deque[_Task] = deque()
        self._done: dict[int, Any] = {}
        self._next = 0

    def results(self, items: Iterable[Any]) -> Iterator[Any]:
        """Results in the order of items; at most `_AHEAD` chunks a worker are in work or wait for their turn."""
        tasks = (_Task(index, item) for index, item in enumerate(items))
        while True:
            while self._next in self._done:
                yield self._done.pop(self._next)
                self._next += 1
            self._hand_out(tasks)
            busy = [worker for worker, has in self._workers.items() if has]
            if not busy:
                return
            ready = set(wait([worker.connection for worker in busy]))
            for worker in busy:
                if worker.connection in ready:
                    self._collect(worker)

    def dismiss(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _hand_out(self, tasks: Iterator[_Task]) -> None:
        """Give each idle worker a chunk; hire one where none is idle and there is room."""
        while sum(map(bool, self._workers.values())) < self._size and (chunk := self._chunk(tasks)):
            worker = next((worker for worker, has in self._workers.items() if not has), None) or self._hire()
            self._workers[worker] = deque(chunk)
            with suppress(ConnectionError):  # it was killed while it was idle: _collect finds it ended
                worker.give(task.item for task in chunk)

    def _chunk(self, tasks: Iterator[_Task]) -> list[_Task]:
        """One suspect by itself, or the next items, as long as they are not too far ahead."""
        if self._again:
            return [self._again.popleft()]
        held = sum(map(len, self._workers.values())) + len(self._done)
        return list(islice(tasks, min(_CHUNK, max(0, self._size * _CHUNK * _AHEAD - held))))

    def _collect(self, worker: Worker) -> None:
        """Take one answer; where there is none, put the worker's tasks back and the blame on the first."""
        answer = worker.answer()
        has = self._workers[worker]
        if answer is None:
            reason = worker.ended()
            del self._workers[worker]
            first = has.popleft()
            first.tries += 1
            if first.tries < TRIES:
                self._again.append(first)
            else:
                self._done[first.index] = Lost(f"the process that read it ended each of {TRIES} times ({reason}).")
            self._again.extend(has)
        elif answer[0]:
            self._done[has.popleft().index] = answer[1]
        else:
            raise answer[1]
