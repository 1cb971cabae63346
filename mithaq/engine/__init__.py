"""Where work is done: two verbs, map and group, here or in other processes. Knows nothing of mithaq but its errors."""

from collections.abc import Callable

from mithaq.engine.local import LocalEngine
from mithaq.engine.outcomes import Engine, Lost
from mithaq.engine.processes import ProcessEngine
from mithaq.errors import UsageError

ENGINES: dict[str, Callable[[int], Engine]] = {"local": lambda workers: LocalEngine(), "processes": ProcessEngine}
"""Name of an engine, as `--engine` has it -> what makes one for a number of workers."""


def engine(name: str | None = None, workers: int = 1) -> Engine:
    """The engine of a name; without one, this process for one worker and several processes for more.

    Raises:
        UsageError: there is no such engine, or it cannot have so many workers.
    """
    name = name or ("local" if workers == 1 else "processes")
    if name not in ENGINES:
        raise UsageError(f"there is no engine {name!r}; there are {', '.join(sorted(ENGINES))}.", "--engine")
    if name == "local" and workers != 1:
        raise UsageError(
            f"the local engine is one process, not {workers}.", "--workers", "Leave --workers out, or take --engine processes."
        )
    return ENGINES[name](workers)


__all__ = ["ENGINES", "Engine", "LocalEngine", "Lost", "ProcessEngine", "engine"]
