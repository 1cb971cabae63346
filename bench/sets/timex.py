"""Expressions of time in Persian (parstdex), and dates and numbers with their values in Arabic (Recognizers-Text)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.sets.reading import mentions, paired, read, span
from mithaq.evaluate import Scores
from mithaq.extract.dates import dates
from mithaq.extract.items import read as items
from mithaq.knowledge import load

FOLDER = "timex"
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})


def measure(shared: Path) -> dict[str, Scores]:
    """Scores by sentence."""
    folder = shared / "data" / FOLDER
    rows = json.loads((folder / "parstdex_fa" / "data.json").read_text(encoding="utf-8"))
    out = {f"fa {number}": _persian(row["test_input"], row["expected"]) for number, row in enumerate(rows)}
    for name, score in (("DateTime/Arabic/DateParser", _date), ("Number/Arabic/NumberModel", _number)):
        path = folder / "recognizers_ar" / "Specs" / f"{name}.json"
        for number, row in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
            out[f"{name} {number}"] = score(row)
    return out


def _persian(text: str, expected: str) -> Scores:
    """Any stretch of time that a date or a number with a unit of time touches is found."""
    out = Scores()
    record = read(text, "fa")
    found = [span(one) for one in mentions(record, "date", "number") if one["kind"] == "date" or one["unit"] in _TIMES]
    out.count("expressions of time, fa", *paired([(start, end) for start, end in json.loads(expected)], _apart(found)))
    return out


def _apart(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans without those that touch an earlier one."""
    last = 0
    for start, end in sorted(found):
        if start >= last:
            yield start, end
            last = end


def _date(row: Mapping[str, Any]) -> Scores:
    """A date is right where its value is one of those that the set allows, seen from the day it gives."""
    out = Scores()
    day = (row.get("Context") or {}).get("ReferenceDateTime", "")[:10] or None
    got = [found.value for found in dates(items(row["Input"], load().pack("ar")), day)]
    for result in row["Results"]:
        allowed = {result["Value"][name].get("date") for name in ("FutureResolution", "PastResolution")}
        out.grade("dates with the right value, ar", bool(allowed & set(got)))
    return out


def _number(row: Mapping[str, Any]) -> Scores:
    out = Scores()
    found = [one["value"] for one in mentions(read(row["Input"], "ar"), "number") if not one["ordinal"]]
    wanted = [float(result["Resolution"]["value"]) for result in row["Results"] if result.get("Resolution", {}).get("value")]
    hit = 0
    for value in wanted:
        if value in found:
            found.remove(value)
            hit += 1
    out.count("numbers with the right value, ar", hit, len(wanted) - hit, len(found))
    return out
