"""The texts of NTREX in four languages as one heap: how many reports of dealings meet their translations in a story, and what else does."""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.sets.ntrex import labels
from bench.sets.reading import read
from mithaq.knowledge import load
from mithaq.link import link
from mithaq.model import Record
from mithaq.text.prints import prints

SHARED = Path(__file__).parents[1].parent / "shared"
KINDS = ("yes", "open", "no")


@dataclass(frozen=True)
class Heap:
    """The records of a heap.

    Attributes:
        of: id of a record -> (name of the text, language).
        records: with the prints of their texts.
    """

    of: Mapping[str, tuple[str, str]]
    records: list[Record]


def heap(shared: Path) -> Heap:
    """Read every text in every language, as if nothing were known of where it comes from."""
    of: dict[str, tuple[str, str]] = {}
    records = []
    for line in (shared / "data" / "ntrex" / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = "\n".join(row["segments"])
        record = {**read(text, row["lang"]), "prints": prints(text)}
        of[record["id"]] = (row["doc"], row["lang"])
        records.append(record)
    return Heap(of, records)


def stories(made: Heap) -> dict[str, str]:
    """Record -> the story that it is in; itself where it is in none."""
    found = {document: entry.id for entry in link(made.records, load()) if entry.of == "story" for document in entry.fields["documents"]}
    return {one: found.get(one, one) for one in made.of}


def report(made: Heap, story: Mapping[str, str], known: Mapping[str, str]) -> Iterable[str]:
    """The lines of the report."""
    texts: dict[str, list[str]] = defaultdict(list)
    for record, (name, _) in made.of.items():
        texts[name].append(record)
    for kind in KINDS:
        held = [sorted(texts[name]) for name in sorted(texts) if known.get(name) == kind]
        pairs = [story[a] == story[b] for records in held for a, b in combinations(records, 2)]
        whole = sum(len({story[one] for one in records}) == 1 for records in held)
        yield f"{kind}: {len(held)} texts, all versions one story {whole}, pairs of versions in one story {sum(pairs)} of {len(pairs)}"
    others = Counter(
        tuple(sorted((made.of[a][0], made.of[b][0])))
        for a, b in combinations(sorted(made.of), 2)
        if story[a] == story[b] and made.of[a][0] != made.of[b][0]
    )
    yield f"different texts in one story: {len(others)} pairs of texts, {sum(others.values())} pairs of versions"
    yield from (f"  {one} and {other}: {number} ({known.get(one)}, {known.get(other)})" for (one, other), number in sorted(others.items()))


def why(made: Heap, story: Mapping[str, str], known: Mapping[str, str]) -> Iterable[str]:
    """Of each report of dealings what linking sees of every version."""
    for record in sorted(made.records, key=lambda record: made.of[record["id"]]):
        name, lang = made.of[record["id"]]
        if known.get(name) != "no":
            events = [(one["type"], one["participants"], one["state"], one["date"], one["certainty"]) for one in record["events"]]
            parties = [(one["type"], one["parties"], one["certainty"]) for one in record["agreements"]]
            yield f"{name} {lang} {story[record['id']][:6]} {record['published']} {record['states']} {events} {parties}"


def main() -> None:
    """Print the report."""
    options = argparse.ArgumentParser(prog="python -m bench.heap", description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED, metavar="FOLDER", help="holds data/ntrex; default: beside the project")
    options.add_argument("--why", action="store_true", help="show what linking sees of each version of a report of dealings")
    args = options.parse_args()
    made, known = heap(args.shared), labels()
    found = stories(made)
    print(*report(made, found, known), sep="\n")
    if args.why:
        print(*why(made, found, known), sep="\n")


if __name__ == "__main__":
    main()
