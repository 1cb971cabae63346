"""Measure on the sets that are there, and print each figure with its interval."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.sets import factrueval, meantime, ner, ntrex, plover, timex, ud
from mithaq.evaluate import Scores, intervals, total

SHARED = Path(__file__).parents[2].parent / "shared"
SETS: Mapping[str, Callable[[Path], dict[str, Scores]]] = {
    module.FOLDER: module.measure for module in (ntrex, factrueval, meantime, plover, timex, ner, ud)
}


def main() -> None:
    """Print the figures, one a line."""
    options = argparse.ArgumentParser(prog="python -m bench.sets", description=__doc__)
    options.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(SETS)}; default: all")
    options.add_argument("--shared", type=Path, default=SHARED, metavar="FOLDER", help="holds data/NAME; default: beside the project")
    options.add_argument("--json", action="store_true", help="one JSON object a line")
    args = options.parse_args()
    if unknown := [name for name in args.names if name not in SETS]:
        options.error(f"no set {unknown[0]!r}; there are {', '.join(SETS)}")
    for name in args.names or SETS:
        if not (args.shared / "data" / name).is_dir():
            print(f"{name}: skipped, there is no {args.shared / 'data' / name}", file=sys.stderr)
            continue
        for row in figures(SETS[name](args.shared)):
            print(json.dumps({"set": name, **row}, ensure_ascii=False) if args.json else f"{name}: {written(row)}")


def figures(articles: Mapping[str, Scores]) -> Iterator[dict[str, Any]]:
    """Each figure of a set with its interval, by name."""
    scores, bounds = total(articles.values()), intervals(articles)
    for what, d in sorted(scores.detection.items()):
        counts = {"gold": d.hit + d.missed, "found": d.hit + d.extra}
        yield {"of": what, "precision": d.precision, "recall": d.recall, "f1": d.f1, "interval": bounds.get(what), **counts}
    for what, kept in sorted(scores.fields.items()):
        yield {"of": what, "share": kept.share, "interval": bounds.get(what), "n": kept.n}


def written(row: Mapping[str, Any]) -> str:
    """A figure as a line of text."""
    low, high = row["interval"] or (0.0, 0.0)
    between = f"({low:.3f} to {high:.3f})"
    if "f1" not in row:
        return f"{row['of']}: {row['share']:.3f} {between} of {row['n']}"
    parts = f"precision {row['precision']:.3f}, recall {row['recall']:.3f}, {row['gold']} marked, {row['found']} found"
    return f"{row['of']}: F1 {row['f1']:.3f} {between}, {parts}"


if __name__ == "__main__":
    main()
