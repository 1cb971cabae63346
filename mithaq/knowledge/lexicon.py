"""The lexicon of a language: one Aho-Corasick automaton over the spellings of all its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import ahocorasick_rs

from mithaq.knowledge.profile import Profile
from mithaq.text.tokens import Token

Codes = frozenset[str]
"""Codes of a spelling: `class:sense`, and `mark:…` for each mark that the row adds with `+`."""


class Spelling(NamedTuple):
    """One folded spelling, what it means, and whether any ending may follow it (`surface*`)."""

    text: str
    codes: Codes
    open_end: bool


class Match(NamedTuple):
    """A run of tokens that the lexicon knows: tokens `first` up to, not including, `last`."""

    first: int
    last: int
    codes: Codes


@cache
def classes(codes: Codes) -> frozenset[str]:
    """The classes of some codes: {"act:legal.signed"} -> {"act"}."""
    return frozenset(code.partition(":")[0] for code in codes)


@dataclass(frozen=True)
class Lexicon:
    """Finds the longest known spellings in a folded text, at token boundaries up to clitics and endings."""

    spellings: Sequence[Spelling]
    profile: Profile
    automaton: ahocorasick_rs.AhoCorasick

    def matches(self, text: str, tokens: Sequence[Token]) -> list[Match]:
        """The known runs of tokens of a folded text, left to right, longest first, without overlaps.

        Args:
            text: folded text of any length.
            tokens: all its tokens, in order.
        """
        best: dict[int, tuple[int, int, set[str]]] = {}
        at = _holders(tokens, len(text))
        for pattern, start, end in self.automaton.find_matches_as_indexes(text.replace("\n", " "), overlapping=True):
            first, last = at[start], at[end - 1]
            spelling = self.spellings[pattern]
            added = self._fits(text, spelling, (start, end), (tokens[first], tokens[last]))
            if added is None:
                continue
            key = (last, end - start)
            held = best.get(first)
            if held is None or key > held[:2]:
                best[first] = (*key, {*spelling.codes, *added})
            elif key == held[:2]:
                held[2].update(spelling.codes, added)
        return _leftmost(best)

    def _fits(self, text: str, spelling: Spelling, span: tuple[int, int], ends: tuple[Token, Token]) -> tuple[str, ...] | None:
        """Codes that the clitic before the match adds; None where the match does not stand at token boundaries."""
        added = ""
        if span[0] != ends[0].start:
            clitic = text[ends[0].start : span[0]]
            if clitic not in self.profile.before or ends[0].kind != "word":
                return None
            added = self.profile.before[clitic]
        if span[1] != ends[1].end and not spelling.open_end:
            ending = text[span[1] : ends[1].end].lstrip()
            allowed = self.profile.after
            if not any(ending in allowed.get(name, allowed.get("default", frozenset())) for name in classes(spelling.codes)):
                return None
        return (added,) if added else ()


def _holders(tokens: Sequence[Token], length: int) -> list[int]:
    """For each place of a text the last token that begins there or before; -1 where none does."""
    edges = [0, *(token.start for token in tokens), length]
    return [token for token, (start, end) in enumerate(pairwise(edges), -1) for _ in range(start, end)]


def _leftmost(best: Mapping[int, tuple[int, int, set[str]]]) -> list[Match]:
    out: list[Match] = []
    free = 0
    for first in sorted(best):
        if first >= free:
            last, _, codes = best[first]
            out.append(Match(first, last + 1, frozenset(codes)))
            free = last + 1
    return out


def joined(spellings: Iterable[Spelling]) -> list[Spelling]:
    """Spellings in the order of their texts; those with one text and kind of end are one."""
    held: dict[tuple[str, bool], set[str]] = {}
    for spelling in spellings:
        held.setdefault((spelling.text, spelling.open_end), set()).update(spelling.codes)
    return [Spelling(text, frozenset(codes), open_end) for (text, open_end), codes in sorted(held.items())]


def build(spellings: Sequence[Spelling], profile: Profile) -> Lexicon:
    """Compile spellings, as `joined` gives them, into a lexicon."""
    return Lexicon(spellings, profile, ahocorasick_rs.AhoCorasick([spelling.text for spelling in spellings]))
