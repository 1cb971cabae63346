"""PLOVER: who did what to whom in single English sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench.sets.reading import mentions, read
from mithaq.evaluate import Scores
from mithaq.knowledge import load

FOLDER = "plover"
_KINDS = {"AGREE": ("agreements", "commitments"), "CONSULT": ("events",), "DEMAND": ("appeals",)}
"""Class of event -> the lists of a record of which one should hold something."""


def measure(shared: Path) -> dict[str, Scores]:
    """Scores by sentence."""
    codes = {state.alpha3: code for code, state in load().states.items()}
    rows = json.loads((shared / "data" / FOLDER / "records_dev.json").read_text(encoding="utf-8"))
    return {row["id"]: _sentence(row, codes) for row in rows if row.get("text")}


def _sentence(row: dict[str, Any], codes: dict[str, str]) -> Scores:
    out = Scores()
    record = read(row["text"], "en")
    marked = {codes[one["code"]] for side in ("source", "target") for one in _actors(row.get(side)) if one.get("code") in codes}
    named = {one["value"] for one in mentions(record, "state")} | {one["state"] for one in mentions(record, "place")}
    for state in marked:
        out.grade("states of source and target that are mentioned", state in named)
    if record["relevant"]:
        out.count("states of source and target in relevant sentences", *_sets(marked, set(record["states"])))
    kinds = _KINDS.get(row["event"])
    if kinds:
        out.grade(f"{row['event']} gives {' or '.join(kinds)}", any(record[kind] for kind in kinds))
    else:
        out.grade("other classes give no agreement", not record["agreements"])
    return out


def _actors(side: Any) -> list[dict[str, Any]]:
    """The actors of a side, of which a record holds one or a list; those that no code is given to stand as bare words."""
    return [one for one in ([side] if isinstance(side, dict) else side or ()) if isinstance(one, dict)]


def _sets(gold: set[str], found: set[str]) -> tuple[int, int, int]:
    return len(gold & found), len(gold - found), len(found - gold)
