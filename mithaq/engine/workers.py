"""One worker process and the pipe to it."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from typing import Any

from mithaq.errors import EngineError

_PROTOCOL = pickle.HIGHEST_PROTOCOL


class Worker:
    """A process that waits for lists of items and answers each item by itself, in their order.

    Args:
        function: what it computes for an item.
    """

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.connection, far = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_work, args=(far, function), daemon=True)
        self._process.start()
        far.close()
        self._started = False

    def give(self, items: Iterable[Any]) -> None:
        """Hand over items; only to a worker that has answered all it had, so that neither waits for the other's pipe."""
        self.connection.send(list(items))

    def answer(self) -> tuple[bool, Any] | None:
        """The next answer: True with a result, False with the error that was raised; None where the process has ended.

        Raises:
            EngineError: it ended before it began to work, and so would the next.
        """
        try:
            if not self._started:
                self.connection.recv_bytes()
                self._started = True
            found: tuple[bool, Any] = pickle.loads(self.connection.recv_bytes())
            return found
        except (EOFError, OSError):
            if self._started:
                return None
            raise EngineError(
                f"a worker process could not start ({self.ended()}).",
                hint="In a program of your own, call mithaq under: if __name__ == '__main__'.",
            ) from None

    def ended(self) -> str:
        """How the process ended, in words; waits for its end."""
        self._process.join()
        code = self._process.exitcode or 0
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"

    def end(self) -> None:
        """End the process, whatever it does."""
        self.connection.close()
        self._process.terminate()
        self._process.join()


def _work(connection: Connection, function: Callable[[Any], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the main process's to handle; it ends its workers
    try:
        connection.send_bytes(b"ready")
        while True:
            for item in connection.recv():
                connection.send_bytes(_answer(connection, function, item))
    except (EOFError, ConnectionError):
        return  # the main process is gone


def _answer(connection: Connection, function: Callable[[Any], Any], item: Any) -> bytes:
    """The pickled result. An error is sent to the main process, which raises it, and ends this one."""
    try:
        return pickle.dumps((True, function(item)), _PROTOCOL)
    finally:
        if error := sys.exc_info()[1]:
            connection.send_bytes(_carried(error))


def _carried(error: BaseException) -> bytes:
    try:
        data = pickle.dumps((False, error), _PROTOCOL)
        pickle.loads(data)
    except (pickle.PicklingError, TypeError, AttributeError):
        return pickle.dumps((False, EngineError(f"{type(error).__name__}: {error}")), _PROTOCOL)
    return data
