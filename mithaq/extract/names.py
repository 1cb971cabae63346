"""Personal names: runs of tokens that may be a name, and the key under which two spellings of a name meet in one article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mithaq.extract.items import Item
from mithaq.knowledge.codes import NAME, WORD
from mithaq.knowledge.pack import Pack

_SHORTEST_STEM = 3
_SHORT_HALF = 5


def may_name(item: Item, pack: Pack) -> bool:
    """Whether a token may be part of a personal name."""
    if item.has("given"):
        return True
    if pack.profile.names["capitals"]:
        return NAME in item.codes
    return WORD in item.codes or NAME in item.codes


def run(items: Sequence[Item], start: int, step: int, pack: Pack) -> list[int]:
    """Indexes of the tokens of a possible name that begins at `start` and grows by `step` (1 or -1), in rising order.

    Initials ("В."), hyphens between two parts, and particles stand inside a name; a name ends at any other known word or sign.
    """
    found: list[int] = []
    longest = pack.profile.names["longest"]
    index, words = start, 0
    while 0 <= index < len(items) and words < longest:
        item = items[index]
        if may_name(item, pack):
            found.append(index)
            words += 1
            if step > 0 and _ends_name(items, index, pack):
                break
        elif found and _joins(items, index, step, pack):
            found.append(index)
        elif words > 1 and step > 0 and _second_half(items, index, pack):
            found += [index, index + 1]
            index += 1
        else:
            break
        index += step
    while found and not (may_name(items[found[-1]], pack) or _second_half(items, found[-1] - 1, pack)):
        found.pop()
    return sorted(found)


def _ends_name(items: Sequence[Item], index: int, pack: Pack) -> bool:
    """Whether a token is a family name behind which, in a language without capitals, only a known name may belong to the same person."""
    item, after = items[index], items[index + 1] if index + 1 < len(items) else None
    closed = not pack.profile.names["capitals"] and item.has("given:family") and not item.has("given:name")
    return closed and not (after is not None and after.has("given"))


def _second_half(items: Sequence[Item], index: int, pack: Pack) -> bool:
    """Whether a hyphen and a small word end a name that is written in two halves ("Moon Jae-in"), where names have capitals."""
    if not pack.profile.names["capitals"] or not 0 < index < len(items) - 1 or "dash" not in items[index].codes:
        return False
    before, after = items[index - 1], items[index + 1]
    return before.end == items[index].start and items[index].end == after.start and len(after.text) <= _SHORT_HALF and after.text.isalpha()


def _joins(items: Sequence[Item], index: int, step: int, pack: Pack) -> bool:
    item, before, after = items[index], items[index - 1] if index else None, items[index + 1] if index + 1 < len(items) else None
    if before is None or after is None or not may_name(before, pack) or not may_name(after, pack):
        return False
    if "dash" in item.codes or "apostrophe" in item.codes:
        return before.end == item.start and item.end == after.start
    return "stop" in item.codes and len(before.text) <= 2 and before.end == item.start


@lru_cache(maxsize=50_000)
def key(word: str, endings: tuple[str, ...]) -> str:
    """The form under which a folded word of a name is compared within one article: without its case ending or possessive.

    Args:
        word: folded.
        endings: of the language (`names.endings` of its profile), longest first.
    """
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _endings(pack: Pack) -> tuple[str, ...]:
    return tuple(pack.profile.names["endings"])


def keys(items: Sequence[Item], pack: Pack) -> tuple[str, ...]:
    """The keys of the words of a name, in order."""
    words = [word for item in items if may_name(item, pack) for word in _words(item.text, pack)]
    return tuple(key(word, _endings(pack)) for word in words if len(word) > 1)


def _words(text: str, pack: Pack) -> list[str]:
    """The words of an item, with the heads and endings that a lost half-space set apart joined to theirs."""
    out: list[str] = []
    for word in text.split():
        if out and (word in pack.profile.loose_after or out[-1] in pack.profile.loose_before):
            out[-1] += word
        else:
            out.append(word)
    return out


def variants(word: str, pack: Pack) -> set[str]:
    """The keys that an item of the text may stand for: its words, and each without a clitic that may stand before it."""
    found = {word, *_words(word, pack)}
    for clitic in pack.profile.before:
        if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST_STEM:
            found.add(word[len(clitic) :])
    return {key(form, _endings(pack)) for form in found}
