"""What is said in a statement apart from its words: numbers, and the figures, promises and appeals in it, which a translation keeps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from mithaq.link.board import Told
from mithaq.link.sheets import within
from mithaq.text.fold import folded

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SMALL = 2
"""Digits from which on a number tells one statement from another; of shorter ones, and of what else is said, it takes two."""
_SAID = {"figure": ("measure", "value", "unit"), "commitment": ("act", "force"), "appeal": ("force", "on"), "agreement": ("type", "legal")}
"""Kinds of claims in a statement -> the fields that a translation keeps."""

Content = frozenset[tuple[str, ...]]


def content(one: Told) -> Content:
    """The numbers of a statement, as digits without signs, and what else is claimed in it."""
    numbers = (re.sub(r"\D", "", found) for found in _NUMBER.findall(folded(one.claim.evidence.quote)))
    inside = (claim for claim in one.sheet.claims if claim.of in _SAID and within(claim.evidence, one.claim.evidence))
    said = ((claim.of, *(str(claim.fields.get(name)) for name in _SAID[claim.of])) for claim in inside)
    return frozenset([*(("number", number) for number in numbers), *said])


def telling(found: Content) -> bool:
    """Whether a content is enough to tell a statement from all others of its speaker on one occasion."""
    numbers = [one[1] for one in found if one[0] == "number"]
    return any(len(number) >= _SMALL for number in numbers) or len(found) >= _SMALL


def translated(told: Iterable[Told]) -> Iterator[tuple[float, str, str]]:
    """Edges between statements of one speaker and story that say the same numbers and the same besides, once in each document.

    What differs in a number or in a promise is another statement, however much of it is alike.
    """
    held: dict[Content, list[Told]] = {}
    for one in sorted(told, key=lambda one: one.id):
        held.setdefault(content(one), []).append(one)
    for found, same in sorted(held.items(), key=lambda item: item[1][0].id):
        times = Counter(one.document for one in same)
        once = [one for one in same if times[one.document] == 1]
        if telling(found):
            yield from ((0.1, once[0].id, other.id) for other in once[1:] if not _apart(once[0], other))


def _apart(one: Told, other: Told) -> bool:
    """Whether two statements are on different topics, as far as both name any."""
    topics = [set(each.claim.fields.get("topics") or ()) for each in (one, other)]
    return all(topics) and not topics[0] & topics[1]


def shared(members: Iterable[Told]) -> list[str]:
    """What all statements of an entry say, in words: numbers as digits, kinds and values of claims."""
    common = frozenset.intersection(*(content(one) for one in members))
    return sorted(" ".join(one) for one in common)
