"""Floors of accuracy: the least that scores may be, on records and texts that are known by their digest."""

from __future__ import annotations

import hashlib
import json
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mithaq.evaluate.scores import Scores
from mithaq.model import Record

ALL = "all"
MARGIN = 0.02
"""How far below what was measured a floor is set, so that it tells of a loss and not of one item."""

_ENOUGH = 20
"""Items to find, or values of a field, that are enough for a floor."""

_HEAD = """\
# The least that may be scored, and the digest of the hand-made records and texts that it was measured on. Written by
# `mithaq evaluate GOLD --texts DIR --floors FILE --set-floors`, which raises floors and lowers them: say why in the commit that lowers one.
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors for one file of hand-made records.

    Attributes:
        digest: of what they were measured on (see `digest`).
        least: "all" or a language -> what is scored -> the least F1 of its detection, or the least accuracy of a field ("kind.field").
    """

    digest: str
    least: Mapping[str, Mapping[str, float]]

    def missed(self, parts: Mapping[str, Scores]) -> list[str]:
        """What lies below its floor, as "fa events: 0.412 < 0.600"; [] when nothing does. What was not scored is 0."""
        out = []
        for articles, least in self.least.items():
            found = _figures(parts.get(articles, Scores()))
            out += [
                f"{articles} {name}: {found.get(name, 0.0):.3f} < {floor:.3f}"
                for name, floor in least.items()
                if found.get(name, 0.0) < floor
            ]
        return out


def name(gold: Path) -> str:
    """What the floors of a file of records are called: the file's name, or that of its folder where the file is just "records"."""
    return gold.resolve().parent.name if gold.stem == "records" else gold.stem


def measured(digest: str, parts: Mapping[str, Scores]) -> Floors:
    """The floors that scores give: each a little below what was measured, in hundredths.

    What is rare has none, nor have the fields of one language.
    """
    return Floors(digest, {articles: _least(scores, fields=articles == ALL) for articles, scores in parts.items()})


def lowered(before: Floors, after: Floors) -> list[str]:
    """The floors that are lower now, or gone, as "fa events: 0.60 -> 0.58"."""
    out = []
    for articles, least in before.least.items():
        now = after.least.get(articles, {})
        out += [
            f"{articles} {name}: {floor:.2f} -> {now.get(name, 0.0):.2f}" for name, floor in least.items() if now.get(name, 0.0) < floor
        ]
    return out


def read_floors(path: Path) -> dict[str, Floors]:
    """Floors by the name of what they were measured on; {} where there is no such file."""
    tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name: Floors(table["digest"], table["least"]) for name, table in tables.items()}


def write_floors(path: Path, floors: Mapping[str, Floors]) -> None:
    """Write floors as `read_floors` reads them."""
    lines = [_HEAD]
    for name, held in sorted(floors.items()):
        lines.append(f'[{_key(name)}]\ndigest = "{held.digest}"\n')
        for articles, least in held.least.items():
            lines.append(f"[{_key(name)}.least.{_key(articles)}]")
            lines += [f"{_key(what)} = {floor:.2f}" for what, floor in least.items()]
            lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name)


def digest(gold: Mapping[str, Record], texts: Path) -> str:
    """Content hash of hand-made records and the texts that they name: 16 hexadecimal digits. A text that is not there is empty."""
    total = hashlib.blake2b(digest_size=8)
    for file, record in sorted(gold.items()):
        text = texts / file
        for part in (json.dumps(record, sort_keys=True).encode(), text.read_bytes() if text.is_file() else b""):
            total.update(hashlib.blake2b(part).digest())
    return total.hexdigest()


def _least(scores: Scores, fields: bool) -> dict[str, float]:
    kept = {what for what, found in scores.detection.items() if found.hit + found.missed >= _ENOUGH}
    if fields:
        kept |= {name for name, one in scores.fields.items() if one.n >= _ENOUGH}
    found = {name: math.floor((value - MARGIN) * 100 + 1e-9) / 100 for name, value in _figures(scores).items() if name in kept}
    return {name: value for name, value in found.items() if value > 0}


def _figures(scores: Scores) -> dict[str, float]:
    found = {name: kept.f1 for name, kept in scores.detection.items()}
    return found | {name: kept.share for name, kept in sorted(scores.fields.items())}
