"""Universal Dependencies, Persian: what is mentioned must be the same when half-spaces are lost or turned into spaces."""

from __future__ import annotations

import gzip
from pathlib import Path

from bench.sets.reading import HALF_SPACE, WITHOUT_HALF_SPACES, values
from mithaq.evaluate import Scores

FOLDER = "ud"
_BATCH = 40
_KINDS = {"states, organisations, places": ("state", "organisation", "place"), "dates, numbers": ("date", "number"), "people": ("person",)}


def measure(shared: Path) -> dict[str, Scores]:
    """Scores by batch of sentences that hold a half-space: mentions of the text as it is beside those without."""
    out = {}
    for folder in sorted((shared / "data" / FOLDER).glob("UD_Persian-*")):
        lines = gzip.decompress(next(folder.glob("*.conllu.gz")).read_bytes()).decode().splitlines()
        texts = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ") and HALF_SPACE in line]
        for start in range(0, len(texts), _BATCH):
            out[f"{folder.name} {start}"] = _batch(folder.name, "\n".join(texts[start : start + _BATCH]))
    return out


def _batch(name: str, text: str) -> Scores:
    out = Scores()
    kept = values(text, "fa")
    for how, put in WITHOUT_HALF_SPACES.items():
        found = values(text.replace(HALF_SPACE, put), "fa")
        for what, kinds in _KINDS.items():
            counts = [
                sum(number for (kind, _), number in part.items() if kind in kinds) for part in (kept & found, kept - found, found - kept)
            ]
            out.count(f"{what} with half-spaces {how}, {name}", *counts)
    return out
