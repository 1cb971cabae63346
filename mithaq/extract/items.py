"""Items: the tokens of a document with their codes, known runs of tokens joined; the first stage of the cascade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache

from mithaq.knowledge.codes import DIGITS, NAME, SIGNS, WORD
from mithaq.knowledge.lexicon import Match
from mithaq.knowledge.pack import INNER, Pack
from mithaq.text.fold import Folded, fold
from mithaq.text.tokens import Token, joined, tokens

_NAME_ENDS = frozenset({"comma", "stop", "break", "colon"})
_NAMES = ("state:", "city:", "org:", "weak:", "given:name")


@dataclass(frozen=True, slots=True)
class Item:
    """A token, a known run of tokens, or (later) a phrase: a half-open span of the folded text and what it means.

    Attributes:
        text: its folded words.
        codes: `class:sense` codes; `word`, `name`, `digits` or the name of a sign where the lexicon has none.
        inner: codes of states, organisations and sectors that stand inside a longer known run ("economic roadmap").
    """

    start: int
    end: int
    text: str
    codes: frozenset[str]
    inner: frozenset[str] = frozenset()

    below: Mapping[str, str | None] = field(init=False, repr=False, compare=False)
    """Each code and each head of one (`act`, `act:legal`) -> the first of the rests below it, sorted; None where nothing is."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "below", _below(self.codes))

    def has(self, name: str) -> bool:
        """Whether one of the codes is `name` or stands below it (`act` holds for act:legal.signed)."""
        return name in self.below

    def has_any(self, names: Iterable[str]) -> bool:
        """Whether it has one of some names (see `has`)."""
        return not self.below.keys().isdisjoint(names)

    def sense(self, name: str) -> str | None:
        """The rest of the first code below `name`, sorted: sense("act:legal") of act:legal.signed is "signed"."""
        return self.below.get(name)


@cache
def _below(codes: frozenset[str]) -> Mapping[str, str | None]:
    below: dict[str, str | None] = dict.fromkeys(codes)
    for code in codes:
        for place, sign in enumerate(code):
            if sign in ":.":
                head, rest = code[:place], code[place + 1 :]
                below[head] = min(rest, below.get(head) or rest)
    return below


@dataclass(frozen=True, slots=True)
class Reading:
    """A document under the lexicon of its language."""

    folded: Folded
    items: Sequence[Item]
    pack: Pack


def read(text: str, pack: Pack) -> Reading:
    """Fold a text, cut it into tokens and give them codes.

    Args:
        text: as read, any length.
        pack: of the language of the text.
    """
    view = fold(text)
    profile = pack.profile
    found = joined(view.text, list(tokens(view.text)), profile.loose_before, profile.loose_after)
    items: list[Item] = []
    position = 0
    for match in pack.lexicon.matches(view.text, found):
        items += [_plain(view, token) for token in found[position : match.first]]
        start, end = found[match.first].start, found[match.last - 1].end
        if codes := _as_written(view, start, end, match.codes, pack.profile.names["capitals"]):
            inner = _inside(pack, view, found[match.first : match.last]) if match.last - match.first > 1 else frozenset()
            items.append(Item(start, end, view.text[start:end], codes, inner - codes))
        else:
            items += [_plain(view, token) for token in found[match.first : match.last]]
        position = match.last
    items += [_plain(view, token) for token in found[position:]]
    items = _parts_of_names(_named(_initials(view, items) if profile.names["capitals"] else items), view)
    return Reading(view, _surnames(items, profile.names["definite"]), pack)


def _initials(view: Folded, items: list[Item]) -> list[Item]:
    """Items with the initials of names told from the words that they spell: a capital with its stop ("С. В. Орлов", «с»: "with")."""
    return [
        replace(item, codes=frozenset({NAME})) if len(item.text) == 1 and _initial(view, item, items[i + 1 : i + 3]) else item
        for i, item in enumerate(items)
    ]


def _initial(view: Folded, item: Item, after: Sequence[Item]) -> bool:
    stopped = len(after) > 1 and after[0].start == item.end and "stop" in after[0].codes
    return (
        stopped
        and item.text.isalpha()
        and view.source[view.origin[item.start]].isupper()
        and view.source[view.origin[after[1].start]].isupper()
    )


def _named(items: list[Item]) -> list[Item]:
    """Items whose place depends on what else the document names, decided ("Amman" or "Oman": one word in Arabic)."""
    if not any(item.has("weak:named") for item in items):
        return items
    elsewhere = {_state(code) for item in items if not item.has("weak:named") for code in item.codes} - {None}
    return [replace(item, codes=_of_named(item, elsewhere)) if item.has("weak:named") else item for item in items]


def _parts_of_names(items: list[Item], view: Folded) -> list[Item]:
    """Items that may be a part of a name or another word, decided by what stands beside them («زياد علي فاضل», «أكد على»)."""
    unsure = [index for index, item in enumerate(items) if item.has("weak:inside")]
    if not unsure:
        return items
    written = Counter(_written(items[index], view) for index in unsure)
    out = list(items)
    for index in unsure:
        item, before, after = items[index], items[index - 1] if index else None, items[index + 1] if index + 1 < len(items) else None
        rare = written[_written(item, view)] < max(written.values())
        goes_on = after is not None and (after.has("given") or bool(after.codes & _NAME_ENDS) or after.has("cue:that"))
        named = before is not None and before.has("given") and after is not None and (goes_on or (rare and WORD in after.codes))
        kept = (code for code in item.codes if code.startswith("given:") == named and not code.startswith("weak:"))
        out[index] = replace(item, codes=frozenset(kept))
    return out


def _written(item: Item, view: Folded) -> str:
    return view.source[slice(*view.span(item.start, item.end))]


def _surnames(items: list[Item], definite: str) -> list[Item]:
    """Items whose adjectives of a state that end a person's name are read as family names («فلان السوداني»).

    Args:
        definite: how a definite noun begins, in a language where an adjective of a state never stands right behind a name; else "".
    """
    return [_surname(items, index, definite) if definite and item.has("state") else item for index, item in enumerate(items)]


def _surname(items: Sequence[Item], index: int, definite: str) -> Item:
    """An adjective as a family name, where a given name, or one and one word that no table knows, stand right before it."""
    item = items[index]
    adjective = (item.sense("state") or "").endswith(".adj") and item.text.startswith(definite) and " " not in item.text
    before = items[index - 1] if index else None
    if before is None or not adjective or item.has("mark:plural"):
        return item
    unknown = WORD in before.codes and not before.text.startswith(definite)
    given = before if not unknown else items[index - 2] if index > 1 else before
    return replace(item, codes=frozenset({"given:family"})) if given.has("given:name") else item


def _of_named(item: Item, elsewhere: Set[str | None]) -> frozenset[str]:
    """The codes of the one state among an item's that is named elsewhere, else of the one that its rule prefers."""
    preferred = item.sense("weak:named") or ""
    states = {_state(code) for code in item.codes} - {None}
    held = states & elsewhere
    kept = held.pop() if len(held) == 1 else _state(preferred)
    return frozenset(code for code in item.codes if _state(code) in {kept, None} and not code.startswith("weak:"))


def _state(code: str) -> str | None:
    """The state of a code that names one, a city of it or its seat."""
    kind, _, sense = code.partition(":")
    return sense.partition("/")[0].partition(".")[0] if kind in {"state", "city", "seat"} else None


def _inside(pack: Pack, view: Folded, found: Sequence[Token]) -> frozenset[str]:
    """Codes of the states, organisations and sectors among the tokens of a known run.

    An instrument holds what stands beside the noun in it ("nuclear agreement"), and nothing where no part of it is one ("road map").
    """
    inner = _inner(pack, view, found)
    if any(match.last - match.first == len(found) for match in inner):
        inner = [match for part in (found[:-1], found[1:]) for match in _inner(pack, view, part)]
        inner = inner if any(code.startswith("instrument:") for match in inner for code in match.codes) else []
    return frozenset(code for match in inner for code in match.codes if code.partition(":")[0] in INNER)


def _inner(pack: Pack, view: Folded, found: Sequence[Token]) -> list[Match]:
    """What the inner lexicon finds among tokens."""
    start = found[0].start
    shifted = [Token(token.start - start, token.end - start, token.kind) for token in found]
    return list(pack.inner.matches(view.text[start : found[-1].end], shifted))


def _as_written(view: Folded, start: int, end: int, codes: frozenset[str], capitals: bool) -> frozenset[str]:
    """The codes that hold for a match as it is written: no names where it lacks the capitals that they need ("us" for "US").

    Args:
        capitals: the language writes the names of states, cities and people with a capital.
    """
    written = view.source[slice(*view.span(start, end))]
    needs = "weak:capital" in codes or (capitals and any(_is_name(code) for code in codes))
    if (needs and written == written.lower()) or ("weak:capitals" in codes and not written[:2].isupper()):
        return frozenset(code for code in codes if not code.startswith(_NAMES))
    return codes - {"weak:capital", "weak:capitals"}


def _is_name(code: str) -> bool:
    """Whether a code is the name of a state, a city or a person, not an adjective."""
    return code.startswith(("city:", "given:name")) or (code.startswith("state:") and "." not in code)


def _plain(view: Folded, token: Token) -> Item:
    text = view.text[token.start : token.end]
    if token.kind == "word":
        code = NAME if view.source[view.origin[token.start]].isupper() else WORD
    elif token.kind == "number":
        code = DIGITS
    else:
        code = SIGNS.get(text[0], "sign")
    return Item(token.start, token.end, text, frozenset({code}))
