"""Arabic names: states and people in NewsFANE, states, places and people in a sample of Wojood."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.sets.reading import Span, mentions, paired, read, span
from mithaq.evaluate import Scores

FOLDER = "ner"
_PERSONS = frozenset({"Politician", "Athlete", "Artist", "Other_PER", "Religious_PER", "Scientist", "Businessperson", "Police"})
_BATCH = 40
"""Sentences of one document, as the sets do not say where documents end."""

Tagged = Sequence[tuple[str, str]]


def measure(shared: Path) -> dict[str, Scores]:
    """Scores by batch of sentences."""
    folder = shared / "data" / FOLDER
    with gzip.open(folder / "newsfane_ar" / "NewsFANE_Gold_2014_170K.txt.gz", "rt", encoding="utf-8-sig") as lines:
        news = list(_sentences(lines))
    wojood = list(_sentences((folder / "wojood_sample_ar" / "test.txt").read_text(encoding="utf-8").splitlines()))
    out = {}
    for number, batch in enumerate(_batches(news)):
        out[f"newsfane {number}"] = _scores(
            batch, {"states, NewsFANE": ({"Nation"}, ("state",)), "people, NewsFANE": (_PERSONS, ("person",))}
        )
    for number, batch in enumerate(_batches(wojood)):
        out[f"wojood {number}"] = _scores(
            batch, {"states and places, Wojood": ({"GPE"}, ("state", "place")), "people, Wojood": ({"PERS"}, ("person",))}
        )
    return out


def _scores(batch: Sequence[Tagged], asked: dict[str, tuple[Iterable[str], tuple[str, ...]]]) -> Scores:
    out = Scores()
    text, names = _text(batch)
    record = read(text, "ar")
    for what, (tags, kinds) in asked.items():
        found = sorted({span(one) for one in mentions(record, *kinds)})
        out.count(what, *paired([place for tag, place in names if tag in tags], found))
    return out


def _sentences(lines: Iterable[str]) -> Iterator[Tagged]:
    """Tokens with their tags, in sentences: at empty lines, and where a token ends one."""
    held: list[tuple[str, str]] = []
    for line in lines:
        token, _, tag = line.strip().replace("\u200e", "").rpartition("\t" if "\t" in line else " ")
        if token and tag:
            held.append((token, tag))
        if held and (not token or token in {".", "؟", "!"}):
            yield held
            held = []
    if held:
        yield held


def _batches(found: Sequence[Tagged]) -> Iterator[Sequence[Tagged]]:
    for start in range(0, len(found), _BATCH):
        yield found[start : start + _BATCH]


def _text(batch: Sequence[Tagged]) -> tuple[str, list[tuple[str, Span]]]:
    """The sentences as lines, and each name with its class and span."""
    parts: list[str] = []
    names: list[tuple[str, Span]] = []
    length = 0
    for sentence in batch:
        for token, tag in sentence:
            place = length, length + len(token)
            if tag.startswith("B-"):
                names.append((tag[2:], place))
            elif tag.startswith("I-") and names:
                names[-1] = names[-1][0], (names[-1][1][0], place[1])
            parts += [token, " "]
            length += len(token) + 1
        parts[-1] = "\n"
    return "".join(parts), names
