"""A language pack, compiled: profile, lexicon, alphabet and rules of one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mithaq import text
from mithaq.knowledge import profile as profiles
from mithaq.knowledge import rules as rule_files
from mithaq.knowledge.ambiguous import Ambiguity, resolve
from mithaq.knowledge.ambiguous import read as read_ambiguous
from mithaq.knowledge.cache import key, remembered
from mithaq.knowledge.codes import DIGITS, NAME, PHRASES, SIGNS, WORD, Alphabet, expanded, row_codes
from mithaq.knowledge.forms import spellings
from mithaq.knowledge.lexicon import Lexicon, Spelling, build, classes, joined
from mithaq.knowledge.profile import Profile
from mithaq.knowledge.rules import Rule
from mithaq.knowledge.tables import Row, merged

CLASSES: Mapping[str, str] = {
    "states": "state", "cities": "city", "regions": "region", "orgs": "org", "offices": "office", "acts": "act",
    "instruments": "instrument", "sectors": "sector", "topics": "topic", "cues": "cue",
    "modals": "modal", "markers": "marker", "units": "unit", "measures": "measure",
    "calendar": "calendar", "numbers": "number", "words": "word", "names": "given", "outlets": "outlet",
}  # fmt: skip
"""Table of a pack (`x.tsv`, `x.upstream.tsv`) -> class of its rows."""


INNER = frozenset({"state", "org", "sector"})
"""Classes that are looked for inside longer runs that the lexicon knows."""

_PLAIN_NOUN = 1
"""Blanks in the plain noun of an instrument: "road map" hides the road inside it."""

_UNSURE = frozenset({"weak:locative", "weak:determined"})


@dataclass(frozen=True)
class Pack:
    """What mithaq knows of one language, ready for use.

    Attributes:
        inner: states, organisations and sectors alone, to be found inside longer runs that the lexicon knows.
    """

    profile: Profile
    lexicon: Lexicon
    inner: Lexicon
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
    for spelled, marks in spellings(row.surface.removesuffix("*"), "plain" if open_end and forms == "russian" else forms):
        yield Spelling(spelled, codes | {f"mark:{mark}" for mark in marks.split("+") if mark}, open_end)


def _spellings(folder: Path, profile: Profile, ambiguous: Mapping[str, Ambiguity], seats: frozenset[str]) -> list[list[Spelling]]:
    """The spellings of all tables of a pack, and those to be found inside longer runs.

    They are slow to make, and remembered on disk under the hash of all that they come from.
    """
    made_from = [*folder.glob("*.tsv"), *Path(__file__).parent.glob("*.py"), *Path(text.__file__).parent.glob("*.py")]
    files = [part for path in sorted(made_from) for part in (path.name.encode(), path.read_bytes())]
    versions = "".join(version(name) for name in ("pymorphy3", "pymorphy3-dicts-ru")) if profile.forms == "russian" else ""
    name = key([profile.forms.encode(), versions.encode(), " ".join(sorted(seats)).encode(), *files])
    sets, *columns = remembered(name, lambda: _columns(_expanded(folder, profile, ambiguous, seats)), _are_columns)
    codes = [frozenset(names) for names in sets]
    return [[Spelling(spelled, codes[place], open_end) for spelled, place, open_end in zip(*three, strict=True)] for three in columns]


def _expanded(folder: Path, profile: Profile, ambiguous: Mapping[str, Ambiguity], seats: frozenset[str]) -> list[list[Spelling]]:
    made = (spelling for name, row in tables(folder) for spelling in row_spellings(name, row, profile.forms))
    spelled = [_seated(spelling, seats) for spelling in resolve(made, ambiguous)]
    return [joined(spelled), joined(one for one in spelled if _is_inner(one))]


def _columns(lists: Sequence[Sequence[Spelling]]) -> list[Any]:
    """Every set of codes once, then for each list the columns of its spellings: text, place of the codes, open end."""
    places = {codes: place for place, codes in enumerate(dict.fromkeys(spelling.codes for spelled in lists for spelling in spelled))}
    columns = [
        [[one.text for one in spelled], [places[one.codes] for one in spelled], [one.open_end for one in spelled]] for spelled in lists
    ]
    return [[sorted(codes) for codes in places], *columns]


def _are_columns(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 3 and all(len(three) == 3 for three in value[1:])


def _seated(spelling: Spelling, seats: frozenset[str]) -> Spelling:
    cities = [code.partition(":")[2] for code in spelling.codes if code.startswith("city:")]
    added = {f"seat:{city.partition('/')[0]}" for city in cities if city in seats}
    return spelling._replace(codes=spelling.codes | added) if added else spelling


def _is_inner(one: Spelling) -> bool:
    """Whether a spelling is looked for inside longer ones: a state, an organisation, a sector, or the plain noun of an instrument."""
    found = classes(one.codes)
    if "instrument" in found:
        return one.text.count(" ") <= _PLAIN_NOUN
    return bool(found & INNER) and not one.codes & _UNSURE


def load(folder: Path, seats: frozenset[str] = frozenset()) -> Pack:
    """Read and compile the pack in a folder.

    Args:
        folder: of the pack.
        seats: senses of the cities that are capitals ("RU/Moscow"); they get the code `seat:RU` beside that of the city.

    Raises:
        PackError: a file of the pack breaks its format.
    """
    profile = profiles.read(folder / "profile.toml")
    ambiguous = read_ambiguous(folder / "ambiguous.tsv")
    lexicon, inner = (build(spelled, profile) for spelled in _spellings(folder, profile, ambiguous, seats))
    alphabet = _alphabet(lexicon, profile)
    known = frozenset().union(*alphabet.letters)
    rules = rule_files.read(folder / "rules.toml", alphabet, known)
    return Pack(profile, lexicon, inner, alphabet, tuple(rules), ambiguous)


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
