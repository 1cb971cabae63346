"""Parties as somebody writes them: codes in any case, and names of states and organisations in any language that is known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from mithaq.errors import UsageError
from mithaq.knowledge import DATA
from mithaq.knowledge.states import State, load_states
from mithaq.knowledge.tables import lines, merged
from mithaq.knowledge.vocabularies import load_vocabularies
from mithaq.text.fold import folded

Parties = str | Iterable[str] | None
"""Parties as they may be given: "IR,BY", ("IR", "BY"), or None for no party in particular."""

_ALLOWED = "Codes are ISO 3166-1 alpha-2."
_ORGANISATIONS = "Organisations are org: and their English abbreviation (docs/reference/vocabularies.md lists them)."


def parties(given: Parties, where: str = "between") -> tuple[str, ...]:
    """The codes of parties, sorted, each once; none for None and for an empty list.

    Args:
        given: codes (`IR`, `org:eu`, `name:…`) or names ("Iran", "UK", "EU"), in any case; a string is divided at its commas.
        where: what they were given for, as a message names it.

    Raises:
        UsageError: one is neither a state, nor an organisation, nor `name:…`; the message says what was likely meant.
    """
    if given is None:
        return ()
    if isinstance(given, str):
        named = [part.strip() for part in given.split(",") if part.strip()]
        if not named:
            raise UsageError("names no party.", where, f"Write codes divided by commas, as in {_example(where)}.")
    else:
        named = list(given)
    return tuple(sorted({_party(one, where) for one in named}))


def _example(where: str) -> str:
    return f"{where} IR,BY" if where.startswith("-") else f'{where}="IR,BY"'


def _party(word: str, where: str) -> str:
    if not isinstance(word, str):
        raise UsageError(f"{word!r} is no party.", where, f"Write codes, as in {_example(where)}.")
    kind, _, name = word.partition(":")
    if kind == "name" and name:
        return word
    states, organisations = _known()
    code = folded(word)
    if kind.lower() == "org":
        if code in organisations:
            return code
        near = difflib.get_close_matches(code, organisations, n=1)
        raise UsageError(f"{word!r} is no organisation that is known{_meant(near)}", where, _ORGANISATIONS)
    if word.strip().upper() in states:
        return word.strip().upper()
    names = _names()
    if len(found := names.get(code, frozenset())) == 1:
        return next(iter(found))
    near = sorted(found) or _near(code, names, states)
    raise UsageError(f"{word!r} is not a state{_meant(near)}", where, _ALLOWED)


def _near(word: str, names: Mapping[str, frozenset[str]], states: Mapping[str, State]) -> list[str]:
    """The codes that were likely meant: of an alpha-3 code, or of the nearest name."""
    if exact := [state.code for state in states.values() if folded(state.alpha3) == word]:
        return exact
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.75)
    return sorted(names[near[0]]) if near else []


def _meant(near: list[str]) -> str:
    return f"; did you mean {' or '.join(near)}?" if near else "."


@lru_cache(maxsize=1)
def _known() -> tuple[Mapping[str, State], frozenset[str]]:
    """The states by code, and the codes of organisations."""
    organisations = load_vocabularies(DATA / "vocabularies")["organisation"].values
    return load_states(DATA / "states.tsv"), frozenset(f"org:{name}" for name in organisations)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, frozenset[str]]:
    """Folded name -> the codes that it may mean."""
    found: dict[str, set[str]] = {}
    for name, code in _named():
        found.setdefault(folded(name), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items() if name}


def _named() -> Iterator[tuple[str, str]]:
    """Every name of a state or an organisation, with its code: those displayed, and those that the packs read."""
    states, organisations = _known()
    for state in states.values():
        yield from ((name, state.code) for name in state.names.values())
    for _, (code, *names) in lines(DATA / "orgs.tsv", 6):
        yield from ((name, code) for name in names if name != "-")
    for folder in sorted(path.parent for path in (DATA / "lang").glob("*/profile.toml")):
        for row in (*merged(folder, "states"), *merged(folder, "orgs")):
            if row.sense in states or row.sense in organisations:
                yield row.surface, row.sense
