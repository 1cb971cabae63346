"""What the tables of states, cities, organisations and regions hold, as the packs read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from mithaq.knowledge import ambiguous, lexicon, profile
from mithaq.knowledge.codes import Alphabet
from mithaq.knowledge.pack import CLASSES, Pack, row_spellings
from mithaq.knowledge.tables import Row, merged

DATA = Path(__file__).parents[2] / "mithaq" / "data"
LANGUAGES = ("en", "fa", "ar", "ru")
STEMS = ("states", "cities", "orgs", "regions")


def register(name: str) -> list[list[str]]:
    """The rows of a table of the register (`states`, `orgs`), cell by cell; the last cells may be empty."""
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def table(language: str, stem: str) -> list[Row]:
    """The rows of a table of a pack, hand-made and generated."""
    return merged(DATA / "lang" / language, stem)


@cache
def codes(language: str) -> Mapping[str, frozenset[str]]:
    """Folded spelling -> its codes, before any ambiguity is decided."""
    forms = profile.read(DATA / "lang" / language / "profile.toml").forms
    found: dict[str, set[str]] = defaultdict(set)
    for stem in STEMS:
        for row in table(language, stem):
            for spelling in row_spellings(CLASSES[stem], row, forms):
                found[spelling.text].add(f"{CLASSES[stem]}:{row.sense}")
    return {text: frozenset(senses) for text, senses in found.items()}


@cache
def decided(language: str) -> Mapping[str, ambiguous.Ambiguity]:
    """Folded spelling -> its row in ambiguous.tsv."""
    return ambiguous.read(DATA / "lang" / language / "ambiguous.tsv")


@cache
def pack(language: str) -> Pack:
    """A pack of names alone, without rules and without the other tables."""
    read = profile.read(DATA / "lang" / language / "profile.toml")
    spellings = (spelling for stem in STEMS for row in table(language, stem) for spelling in row_spellings(CLASSES[stem], row, read.forms))
    known = lexicon.build(lexicon.joined(ambiguous.resolve(spellings, decided(language))), read)
    return Pack(read, known, known, Alphabet(), (), decided(language))
