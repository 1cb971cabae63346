"""What all measurements share: records with mentions, and which articles of a set are left out because rules were made on them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mithaq.extract import extract
from mithaq.knowledge import load
from mithaq.model import Document, Record
from mithaq.text.fold import folded

Span = tuple[int, int]

HALF_SPACE = "\u200c"
WITHOUT_HALF_SPACES = {"lost": "", "as spaces": " "}
"""Ways in which texts lose their half-spaces -> what stands in their place."""


def read(text: str, lang: str, published: str | None = None) -> Record:
    """The record of a text, with mentions."""
    return extract(Document(text=text, file="text.txt", lang=lang, published=published), load(), mentioning=True)


def seen(shared: Path, part: str) -> set[str]:
    """The names, without folder and ending, of the articles of a set that the records for tuning hold: those whose source names `part`."""
    path = shared / "gold" / "dev" / "records.jsonl"
    sources = [json.loads(line)["source"] for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    paths = [source["path"] for source in sources if part in json.dumps(source).lower()]
    return {path.rpartition("#")[2] if "#" in path else Path(path).stem for path in paths}


def span(item: Mapping[str, Any]) -> Span:
    """Where the passage of an item or mention stands."""
    return item["evidence"]["start"], item["evidence"]["end"]


def spans(item: Mapping[str, Any]) -> list[Span]:
    """Where an item stands, with the further places that say the same."""
    return [span(item), *((place["start"], place["end"]) for place in item.get("also") or ())]


def touch(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def mentions(record: Record, *kinds: str) -> list[dict[str, Any]]:
    """The mentions of some kinds."""
    return [one for one in record["mentions"] if one["kind"] in kinds]


def values(text: str, lang: str) -> Counter[tuple[str, str]]:
    """How often each thing is mentioned in a text: kind and value, of people the value without blanks."""
    found = ((one["kind"], str(one["value"])) for one in read(text, lang)["mentions"])
    return Counter((kind, folded(value).replace(" ", "") if kind == "person" else value) for kind, value in found)


def paired(gold: Iterable[Span], found: Iterable[Span]) -> tuple[int, int, int]:
    """How many of some spans were found, missed and made up, where two that touch are the same; each is used once, in order."""
    left, hit, missed = list(found), 0, 0
    for one in gold:
        same = next((other for other in left if touch(one, other)), None)
        if same is None:
            missed += 1
        else:
            left.remove(same)
            hit += 1
    return hit, missed, len(left)
