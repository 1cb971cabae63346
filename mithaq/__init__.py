"""mithaq follows agreements between states through the news, each field with the passage it stands on.

import mithaq
register = mithaq.build("articles/", "register.db")
register.agreements("IR,BY").to_dicts()
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mithaq.pipeline import Paths
    from mithaq.store import Register

__version__ = "0.1.0"


def build(paths: Paths, register: Path | str = "register.db", *, workers: int = 1) -> Register:
    """Read articles into a register and open it; a register that is there is added to.

    Args:
        paths: files of articles (.txt, .jsonl) and folders of such files; one may stand alone.
        register: file of the register; made where there is none.
        workers: processes that extract at once; the register is the same for any number.

    Returns:
        The open register. What could not be read stands in its `failures()`.

    Raises:
        RegisterError: the register cannot be opened or written; it is as it was before.
    """
    from mithaq import pipeline  # not at the top: `import mithaq.errors` shall not load every stage

    pipeline.build(paths, register, workers=workers)
    return open(register)


def open(register: Path | str = "register.db") -> Register:
    """Open a register for reading; close it with `close()` or a `with` block.

    Raises:
        RegisterError: there is none, or it cannot be read.
    """
    from mithaq.store import Register

    return Register(register)
