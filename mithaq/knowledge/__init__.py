"""Knowledge: the only reader of `mithaq/data`. Loads, checks and compiles packs, vocabularies and dated tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from mithaq.errors import LanguageError
from mithaq.knowledge import pack as packs
from mithaq.knowledge.languages import Language, load_languages
from mithaq.knowledge.letters import Letters, load_letters
from mithaq.knowledge.members import Members, load_members
from mithaq.knowledge.offices import Offices, load_offices
from mithaq.knowledge.outlets import Outlets, load_outlets
from mithaq.knowledge.pack import Pack
from mithaq.knowledge.states import State, load_states
from mithaq.knowledge.vocabularies import Vocabularies, load_vocabularies

DATA = Path(__file__).resolve().parent.parent / "data"
"""Folder of the data that mithaq ships."""


@dataclass(frozen=True)
class Packs(Mapping[str, Pack]):
    """Language code -> compiled pack; each is compiled when it is first asked for.

    Attributes:
        folders: of the packs.
        seats: senses of the cities that are capitals.
    """

    folders: Mapping[str, Path]
    seats: frozenset[str]
    _made: dict[str, Pack] = field(default_factory=dict)

    def __getitem__(self, lang: str) -> Pack:
        """The pack of a language.

        Raises:
            KeyError: there is none.
            PackError: a file of it breaks its format.
        """
        if lang not in self._made:
            self._made[lang] = packs.load(self.folders[lang], self.seats)
        return self._made[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self.folders)

    def __len__(self) -> int:
        return len(self.folders)


@dataclass(frozen=True)
class Knowledge:
    """All that mithaq knows beside the articles.

    Attributes:
        packs: language code -> pack, compiled when it is first asked for.
        languages: those by which a text can be told, with or without a pack.
        vocabularies: allowed values of every field.
        states: ISO code -> names of the state.
        offices: dated table of office-holders.
        outlets: dated table of agencies and papers.
        letters: consonants of names across scripts.
        members: dated table of the members of organisations.
        digest: content hash of every file read; changes when any of them does.
    """

    packs: Mapping[str, Pack]
    languages: tuple[Language, ...]
    vocabularies: Vocabularies
    states: Mapping[str, State]
    offices: Offices
    outlets: Outlets
    letters: Letters
    members: Members
    digest: str

    def pack(self, lang: str) -> Pack:
        """The pack of a language.

        Raises:
            LanguageError: there is none.
            PackError: a file of it breaks its format.
        """
        try:
            return self.packs[lang]
        except KeyError:
            known = ", ".join(sorted(self.packs))
            raise LanguageError(f"no pack for the language {lang!r}; packs are {known}.", hint="mithaq lang new makes one.") from None


def digest(root: Path = DATA) -> str:
    """Content hash of all files below a data folder."""
    total = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix in {".toml", ".tsv", ".txt"}):
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


@lru_cache(maxsize=4)
def load(root: Path = DATA) -> Knowledge:
    """Load the knowledge in a data folder; the same object for the same folder within a process.

    Raises:
        PackError: a file of the vocabularies and dated tables breaks its format; those of a pack are read when it is first asked for.
    """
    folders = sorted(path.parent for path in (root / "lang").glob("*/profile.toml"))
    vocabularies = load_vocabularies(root / "vocabularies")
    states = load_states(root / "states.tsv")
    seats = frozenset(f"{state.code}/{seat}" for state in states.values() for seat in state.seats)
    return Knowledge(
        packs=Packs({folder.name: folder for folder in folders}, seats),
        languages=load_languages(root / "languages.tsv"),
        vocabularies=vocabularies,
        states=states,
        offices=load_offices(root / "offices.tsv", vocabularies["office"]),
        outlets=load_outlets(root / "outlets.tsv"),
        letters=load_letters(root / "skeleton.tsv"),
        members=load_members(root / "members.tsv"),
        digest=digest(root),
    )
