"""Senses of the packs' tables that are no values of the codebook, and the marks of all tables, from `data/senses.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mithaq.errors import PackError

Told = Mapping[str, Mapping[str, str]]
"""Class of a table -> sense or mark -> what it says."""

_ANY = re.compile("[A-Z]+")


@dataclass(frozen=True, slots=True)
class Senses:
    """What a row may say.

    Attributes:
        senses: of the classes that have no vocabulary; a part in capitals stands for any name, `N` for any number.
        marks: of all classes that have some.
    """

    senses: Told
    marks: Told

    def allows(self, name: str, sense: str) -> bool:
        """Whether a row of the class `name` may have a sense; without its marks."""
        return any(_pattern(known).fullmatch(sense) for known in self.senses[name])

    def marks_allowed(self, name: str, mark: str) -> bool:
        """Whether a row of the class `name` may have a mark."""
        return any(_pattern(known).fullmatch(mark) for known in self.marks.get(name, ()))


@cache
def _pattern(known: str) -> re.Pattern[str]:
    parts = (re.escape(part) if not _ANY.fullmatch(part) else r"\d+(\.\d+)?" if part == "N" else "[^.]+" for part in known.split("."))
    return re.compile(r"\.".join(parts))


def load_senses(path: Path) -> Senses:
    """Read the file: a table `senses.CLASS` and a table `marks.CLASS` for each class.

    Raises:
        PackError: it is no valid TOML, or has other tables.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"not a readable TOML file ({error}).", str(path), "Restore the file.") from error
    if raw.keys() != {"senses", "marks"}:
        raise PackError(f"has the tables {', '.join(sorted(raw))}; senses.CLASS and marks.CLASS are allowed.", path.name)
    return Senses(raw["senses"], raw["marks"])
