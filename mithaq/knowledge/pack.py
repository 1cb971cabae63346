"""A language pack, compiled: profile, lexicon, alphabet and rules of one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mithaq.knowledge import profile as profiles
from mithaq.knowledge import rules as rule_files
from mithaq.knowledge.ambiguous import Ambiguity, resolve
from mithaq.knowledge.ambiguous import read as read_ambiguous
from mithaq.knowledge.codes import DIGITS, NAME, PHRASES, SIGNS, WORD, Alphabet, expanded, row_codes
from mithaq.knowledge.forms import spellings
from mithaq.knowledge.lexicon import Lexicon, Spelling, build
from mithaq.knowledge.profile import Profile
from mithaq.knowledge.rules import Rule
from mithaq.knowledge.tables import Row, merged

CLASSES: Mapping[str, str] = {
    "states": "state", "cities": "city", "regions": "region", "orgs": "org", "offices": "office", "acts": "act",
    "instruments": "instrument", "sectors": "sector", "cues": "cue",
    "modals": "modal", "markers": "marker", "units": "unit", "measures": "measure",
    "calendar": "calendar", "numbers": "number", "words": "word", "names": "given", "outlets": "outlet",
}  # fmt: skip
"""Table of a pack (`x.tsv`, `x.upstream.tsv`) -> class of its rows."""


@dataclass(frozen=True)
class Pack:
    """What mithaq knows of one language, ready for use."""

    profile: Profile
    lexicon: Lexicon
    alphabet: Alphabet
    rules: tuple[Rule, ...]
    ambiguous: Mapping[str, Ambiguity]

    @property
    def code(self) -> str:
        """ISO 639-1 code of the language."""
        return self.profile.code

    def rules_of(self, kind: str) -> list[Rule]:
        """The rules that make items of one list of a record, in the order of the file."""
        return [rule for rule in self.rules if rule.kind == kind]


def tables(folder: Path) -> Iterator[tuple[str, Row]]:
    """All rows of a pack with their classes, in a fixed order."""
    for stem, name in CLASSES.items():
        for row in merged(folder, stem):
            yield name, row


def row_spellings(name: str, row: Row, forms: str) -> Iterator[Spelling]:
    """The spellings of one row; a surface that ends in `*` takes any ending."""
    codes = row_codes(name, row.sense)
    open_end = row.surface.endswith("*")
    for text, mark in spellings(row.surface.removesuffix("*"), "plain" if open_end and forms == "russian" else forms):
        yield Spelling(text, codes | {f"mark:{mark}"} if mark else codes, open_end)


def load(folder: Path) -> Pack:
    """Read and compile the pack in a folder.

    Raises:
        PackError: a file of the pack breaks its format.
    """
    profile = profiles.read(folder / "profile.toml")
    ambiguous = read_ambiguous(folder / "ambiguous.tsv")
    found = (spelling for name, row in tables(folder) for spelling in row_spellings(name, row, profile.forms))
    lexicon = build(resolve(found, ambiguous), profile)
    alphabet = _alphabet(lexicon, profile)
    known = frozenset().union(*alphabet.letters)
    rules = rule_files.read(folder / "rules.toml", alphabet, known)
    return Pack(profile, lexicon, alphabet, tuple(rules), ambiguous)


def _alphabet(lexicon: Lexicon, profile: Profile) -> Alphabet:
    alphabet = Alphabet()
    for names in ({WORD}, {NAME}, {DIGITS}, {"sign"}, *({name} for name in SIGNS.values()), *PHRASES):
        alphabet.add(names)
    added = sorted({code for code in profile.before.values() if code})
    for codes in sorted({spelling.codes for spelling in lexicon.spellings}, key=sorted):
        alphabet.add(expanded(codes))
        for code in added:
            alphabet.add(expanded({*codes, code}))
    for code in added:
        alphabet.add(expanded({WORD, code}))
    return alphabet
