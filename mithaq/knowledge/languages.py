"""Languages that an article may be in: script, distinctive letters and frequent words, from `data/languages.tsv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from mithaq.knowledge.tables import lines


@dataclass(frozen=True, slots=True)
class Language:
    """A language by which a text can be told.

    Attributes:
        letters: letters that only it has among the languages of its script, or None.
        words: its most frequent words, as written, in lower case.
    """

    code: str
    name: str
    script: str
    letters: re.Pattern[str] | None
    words: frozenset[str]


def load_languages(path: Path) -> tuple[Language, ...]:
    """The languages of the table, in its order.

    Raises:
        PackError: a row has not six filled columns.
    """
    return tuple(
        Language(code, name, script, None if letters == "-" else re.compile(letters), frozenset(words.split()))
        for _, (code, name, script, letters, words, _) in lines(path, 6)
    )
