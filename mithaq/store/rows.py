"""The result of a query: nothing is read before it is asked for, and it can be asked more than once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from mithaq.errors import MithaqError

T_co = TypeVar("T_co", covariant=True)


class Rows(Generic[T_co]):
    """Rows of one query, as objects by iteration and as plain dictionaries by `to_dicts`.

    Args:
        run: runs the query anew and yields its objects, one at a time.
        write: gives the export form of one object.
    """

    def __init__(self, run: Callable[[], Iterator[T_co]], write: Callable[[Any], dict[str, Any]]) -> None:
        self._run = run
        self._write = write

    def __iter__(self) -> Iterator[T_co]:
        return self._run()

    def __len__(self) -> int:
        return sum(1 for _ in self._run())

    def __bool__(self) -> bool:
        return next(self._run(), None) is not None

    def __repr__(self) -> str:
        try:
            number = len(self)
        except MithaqError as error:
            return f"<Rows that cannot be read: {error}>"
        return "<1 row>" if number == 1 else f"<{number:,} rows>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """All rows in their export form, as dictionaries that JSON can carry."""
        return [self._write(row) for row in self._run()]
