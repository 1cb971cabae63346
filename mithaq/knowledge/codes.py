"""Codes: what a spelling means, and the letters that stand for them while rules are matched.

A code is `class:sense`, the sense possibly dotted (`act:legal.signed`). A rule names a code or any of its heads: `{act}`,
`{act:legal}`, `{act:legal.signed}`. Senses without number (states, cities, organisations, numbers) are known to rules by class and
last part only: `{state}`, `{state:adj}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_FIRST_LETTER = 0xF0000  # supplementary private use area A: no text holds these by accident
_NUMBERLESS = frozenset({"state", "city", "seat", "org", "number", "month", "name"})

WORD, NAME, DIGITS = "word", "name", "digits"
"""Codes of tokens that the lexicon does not know: a word, one written with a capital, a number in digits."""

SIGNS = {
    ".": "stop", "!": "stop", "?": "stop", ",": "comma", ";": "semicolon", ":": "colon", '"': "quote", "(": "open", ")": "close",
    "[": "open", "]": "close", "-": "dash", "/": "slash", "'": "apostrophe", "%": "percent", "\n": "break",
}  # fmt: skip
"""Codes of the signs that rules may name; any other is `sign`."""

PHRASES = (
    {"person", "person:named"}, {"person", "person:office"}, {"person", "person:pronoun"}, {"person", "person:many"},
    {"person", "person:body"}, {"person", "person:delegation"}, {"date"}, {"date", "date:period"},
)  # fmt: skip
"""Code sets of the phrases that `extract` builds from tokens before rules are matched."""


def heads(code: str) -> Iterator[str]:
    """All names under which a rule finds a code, itself included where it can be named."""
    name, _, sense = code.partition(":")
    yield name
    if not sense:
        return
    if name in _NUMBERLESS:
        last = sense.rpartition(".")[2] if "." in sense else "name"
        yield f"{name}:{last}"
        return
    parts = sense.split(".")
    for length in range(1, len(parts) + 1):
        yield f"{name}:{'.'.join(parts[:length])}"


def expanded(codes: Iterable[str]) -> frozenset[str]:
    """The names under which rules find a set of codes."""
    return frozenset(head for code in codes for head in heads(code))


def row_codes(name: str, sense: str) -> frozenset[str]:
    """Codes of a table row: class `act`, sense `legal.signed+future` gives act:legal.signed and mark:future."""
    first, *marks = sense.split("+")
    return frozenset({f"{name}:{first}", *(f"mark:{mark}" for mark in marks)})


@dataclass
class Alphabet:
    """A letter for each set of names that can occur; rules are regular expressions over these letters."""

    letters: dict[frozenset[str], str] = field(default_factory=dict)
    _met: dict[frozenset[str], str] = field(default_factory=dict)

    def add(self, names: Iterable[str]) -> None:
        """Give a set of names (see `expanded`) a letter; nothing happens where it has one."""
        key = frozenset(names)
        if key not in self.letters:
            self.letters[key] = chr(_FIRST_LETTER + len(self.letters))

    def letter(self, codes: frozenset[str]) -> str:
        """The letter of a set of codes; that of its largest known part where the whole was never added."""
        if (found := self._met.get(codes)) is None:
            found = self._met[codes] = self._letter(expanded(codes))
        return found

    def _letter(self, names: frozenset[str]) -> str:
        if (found := self.letters.get(names)) is None:
            part = max((known for known in self.letters if known <= names), key=lambda known: (len(known), sorted(known)), default=None)
            found = self.letters[part if part is not None else frozenset({WORD})]
        return found

    def matching(self, name: str) -> str:
        """All letters whose set holds `name`, in order; "" where none does."""
        return "".join(sorted({letter for names, letter in self.letters.items() if name in names}))
