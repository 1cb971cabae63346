"""The words of a published page in one language, and numbers in its digits."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from mithaq.errors import PackError, UsageError

FOLDER = Path(__file__).parent / "catalogues"
"""One file a language; adding one adds the language."""


@dataclass(frozen=True)
class Catalogue:
    """All words that the pages of one language show.

    Attributes:
        code: ISO 639-1.
        tables: the file as read: table -> key -> words.
    """

    code: str
    tables: Mapping[str, Mapping[str, Any]]

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.tables["language"]["direction"])

    def say(self, table: str, key: str, /, **values: object) -> str:
        """The words of the interface under a key, with its placeholders filled.

        Raises:
            PackError: the catalogue has no such key.
        """
        try:
            words = self.tables[table][key]
        except KeyError:
            raise PackError(f"no words for {table}.{key}.", f"catalogues/{self.code}.toml", "Add the key to every catalogue.") from None
        return str(words).format(**values)

    def term(self, table: str, code: object) -> str:
        """A term of the codebook in words; the code itself, spaced, where the catalogue does not know it."""
        return str(self.tables.get(table, {}).get(str(code)) or str(code).replace("_", " "))

    def months(self, calendar: str) -> Sequence[str]:
        """The twelve names of a calendar's months."""
        return list(self.tables["months"][calendar])

    def count(self, key: str, n: int, table: str = "count") -> str:
        """A counted noun: `count("documents", 5)` -> "5 documents".

        Raises:
            PackError: the catalogue has no such noun.
        """
        forms = self.tables[table].get(key)
        if not isinstance(forms, Mapping):
            raise PackError(f"no counted noun {table}.{key}.", f"catalogues/{self.code}.toml", "Add `one` and `other`.")
        return str(forms["one" if n == 1 else "other"]).format(n=self.number(n))

    def digits(self, text: str) -> str:
        """The ASCII digits of a text in the digits of the language."""
        return text.translate(str.maketrans("0123456789", self.tables["language"]["digits"]))

    def number(self, value: float) -> str:
        """A number, grouped in thousands, in the digits of the language: 1500000 -> "1,500,000"; no digit is lost."""
        whole, _, part = f"{value:,}".partition(".")
        part = part.rstrip("0")
        text = whole.replace(",", self.tables["language"]["group"])
        return self.digits(f"{text}{self.tables['language']['decimal']}{part}" if part else text)

    def join(self, words: Sequence[str]) -> str:
        """Words as a list: "Iran, Iraq and Oman"."""
        if len(words) < 2:
            return "".join(words)
        language = self.tables["language"]
        return str(language["list"]).join(words[:-1]) + str(language["and"]) + words[-1]


def languages() -> list[str]:
    """Codes of the languages that have a catalogue, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@lru_cache(maxsize=8)
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language.

    Raises:
        UsageError: there is none.
    """
    if language not in languages():
        raise UsageError(f"{language!r} has no catalogue; there are {', '.join(languages())}.", "--language")
    return Catalogue(language, tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")))
