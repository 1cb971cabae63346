"""Floors of accuracy: the least that scores may be on records that are known by their digest."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mithaq.evaluate.scores import Scores


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors for one file of hand-made records.

    Attributes:
        digest: of the file that they were measured on (see `digest`).
        least: what is scored -> the least F1 of its detection, or the least accuracy of a field ("kind.field").
    """

    digest: str
    least: Mapping[str, float]

    def missed(self, scores: Scores) -> list[str]:
        """What lies below its floor, as "name: 0.412 < 0.600"; [] when nothing does."""
        found = {name: kept.f1 for name, kept in scores.detection.items()} | {name: kept.share for name, kept in scores.fields.items()}
        return [f"{name}: {found.get(name, 0.0):.3f} < {least:.3f}" for name, least in self.least.items() if found.get(name, 0.0) < least]


def read_floors(path: Path) -> dict[str, Floors]:
    """Floors by the name of what they were measured on, from a TOML file of tables `digest` and `least`."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Floors(table["digest"], table["least"]) for name, table in tables.items()}


def digest(path: Path) -> str:
    """Content hash of a file of records: 16 hexadecimal digits."""
    return hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()
