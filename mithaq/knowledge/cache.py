"""A cache on disk for what is slow to compile, as JSON under the hash of all that it was made from; never needed, never trusted."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")

MOST = 24
"""Values that are kept; those of tables that have changed since are of no more use."""


def folder() -> Path:
    """Where cached values lie: `mithaq` below $XDG_CACHE_HOME, or below ~/.cache."""
    root = os.environ.get("XDG_CACHE_HOME") or ""
    return (Path(root) if Path(root).is_absolute() else Path.home() / ".cache") / "mithaq"


def key(parts: Iterable[bytes]) -> str:
    """Hash of everything that a value is made from, order and borders included: 32 hexadecimal digits."""
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


def remembered(name: str, make: Callable[[], Made], check: Callable[[Made], bool]) -> Made:
    """The value kept under `name`, or, where there is none that can be read, the one that `make` gives, which is then kept.

    Args:
        name: from `key`, of all that the value depends on.
        make: gives a value that JSON holds without loss (lists, strings, numbers).
        check: whether a value read back has the shape that `make` gives; one that has not is made anew.

    A folder that cannot be read or written only costs the time.
    """
    path = folder() / f"{name}.json"
    try:
        held: Made = json.loads(path.read_text(encoding="utf-8"))
        if check(held):
            return held
    except (OSError, ValueError):
        pass
    made = make()
    _keep(path, json.dumps(made, ensure_ascii=False, separators=(",", ":")))
    return made


def _keep(path: Path, text: str) -> None:
    """Write a file whole or not at all, and drop all but the newest `MOST`; nothing where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    except (OSError, RuntimeError):
        return
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(draft).replace(path)
        for old in sorted(path.parent.glob("*.json"), key=lambda held: held.stat().st_mtime_ns, reverse=True)[MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        Path(draft).unlink(missing_ok=True)
