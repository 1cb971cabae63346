"""Prints of a text: hashes of a few of its rows of words, chosen so that two texts that share a passage share a print.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of every window of neighbouring rows the one with the smallest hash is kept.
"""

from __future__ import annotations

import hashlib
import re

from mithaq.text.fold import folded

_ROW = 4
"""Words of a row."""
_WINDOW = 6
"""Rows of a window: a passage of nine words that two texts share leaves the same print in both."""
_MOST = 64
"""Prints of a text at most, the smallest: of long texts they are a sample, the same for the same words."""


def prints(text: str) -> list[int]:
    """The prints of a text of any length, in their order in it: about one for every four words, at least one where there are four words.

    Of a long text the `_MOST` smallest are kept: a sample, the same for the same words.
    """
    words = re.findall(r"\w+", folded(text))
    rows = [_hash(" ".join(words[at : at + _ROW])) for at in range(len(words) - _ROW + 1)]
    if not rows:
        return []
    found = dict.fromkeys(min(rows[at : at + _WINDOW]) for at in range(max(1, len(rows) - _WINDOW + 1)))
    kept = set(sorted(found)[:_MOST])
    return [one for one in found if one in kept]


def _hash(words: str) -> int:
    """63 bits, so that a database holds it as a whole number."""
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest()) >> 1
