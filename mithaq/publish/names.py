"""Names of states and outlets as a page shows them, from the tables of the knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from mithaq.knowledge import DATA
from mithaq.knowledge.outlets import Outlets, load_outlets
from mithaq.knowledge.states import load_states


@lru_cache(maxsize=8)
def states(language: str) -> Mapping[str, str]:
    """Code -> the displayed name of the state; in English where the table has no other."""
    found = load_states(DATA / "states.tsv")
    return MappingProxyType({code: state.names.get(language) or state.names["en"] for code, state in found.items()})


@lru_cache(maxsize=1)
def outlets() -> Outlets:
    """The table of outlets: one outlet counts once under whatever form it names itself."""
    return load_outlets(DATA / "outlets.tsv")
