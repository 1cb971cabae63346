"""Knowledge: the only reader of `mithaq/data`. Loads, checks and compiles packs, vocabularies and dated tables."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mithaq.errors import LanguageError
from mithaq.knowledge import pack as packs
from mithaq.knowledge.pack import Pack

DATA = Path(__file__).resolve().parent.parent / "data"
"""Folder of the data that mithaq ships."""


@dataclass(frozen=True)
class Knowledge:
    """All that mithaq knows beside the articles.

    Attributes:
        packs: language code -> compiled pack.
        digest: content hash of every file read; changes when any of them does.
    """

    packs: Mapping[str, Pack]
    digest: str

    def pack(self, lang: str) -> Pack:
        """The pack of a language.

        Raises:
            LanguageError: there is none.
        """
        try:
            return self.packs[lang]
        except KeyError:
            known = ", ".join(sorted(self.packs))
            raise LanguageError(f"no pack for the language {lang!r}; packs are {known}.", hint="mithaq lang new makes one.") from None


def digest(root: Path = DATA) -> str:
    """Content hash of all files below a data folder."""
    total = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in {".toml", ".tsv", ".txt"}):
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


@lru_cache(maxsize=4)
def load(root: Path = DATA) -> Knowledge:
    """Load the knowledge in a data folder; the same object for the same folder within a process.

    Raises:
        PackError: a file breaks its format.
    """
    folders = sorted(path.parent for path in (root / "lang").glob("*/profile.toml"))
    return Knowledge(packs={folder.name: packs.load(folder) for folder in folders}, digest=digest(root))
