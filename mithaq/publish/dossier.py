"""The dossier: what a register holds on a set of parties, as one self-contained page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from mithaq.errors import UsageError
from mithaq.model import Entry
from mithaq.publish import page
from mithaq.publish.catalogue import Catalogue, catalogue
from mithaq.publish.dates import written
from mithaq.publish.differences import difference
from mithaq.publish.names import states
from mithaq.publish.passages import Shelf
from mithaq.publish.register import Register
from mithaq.publish.sections import KINDS, Section, section
from mithaq.publish.sources import behind, naming, read, source_cards
from mithaq.publish.timeline import PICTURE, timeline
from mithaq.publish.values import Ground

_ORDER = (
    "agreements", "events", "statements", "commitments", "appeals", "figures",
    "differences", "actors", "bodies", "projects", "sources",
)  # fmt: skip
_CLASSES = ("contradiction", "scope", "precision", "reconciled")


def dossier(
    register: Register,
    between: Sequence[str],
    *,
    language: str = "en",
    as_of: str | None = None,
    texts: Literal["excerpts", "full"] = "excerpts",
) -> str:
    """One HTML page that needs nothing beside itself: the reported agreements and dealings of some parties.

    Args:
        between: codes of the parties, all of which an entry must concern.
        language: of the page's own words; passages stay in theirs.
        as_of: prefix date; what was published later is left out.
        texts: "full" adds the whole articles.

    Raises:
        UsageError: no parties, no catalogue for the language, or another word for `texts`.
        GroundingError: a passage does not stand in its text.
        RegisterError: a claim or document is missing.
    """
    if not between:
        raise UsageError("a dossier needs at least one party.", "--between", "Name them, as in --between IR,BY.")
    if texts not in ("excerpts", "full"):
        raise UsageError(f"{texts!r} is not allowed; excerpts and full are.", "--texts")
    words = catalogue(language)
    entries = list(register.entries(between=between, as_of=as_of))
    sources, claims = behind(register, between, entries, as_of)
    ground = Ground(words, claims, sources, states(language), Shelf(sources))
    named = naming(ground, {name: register.record(name) or {} for name in sources})
    reviewed = frozenset(str(claim) for decision in register.decisions() for claim in decision["claims"])
    sections = [section(ground, kind, entries, reviewed) for kind in KINDS]
    found = _differences(ground, entries, sections)
    sizes = {made.key: made.size for made in sections} | {"differences": len(found), "sources": len(sources)}
    context: dict[str, Any] = {
        "title": words.say("page", "title", parties=ground.party_list(between)),
        "as_of": written(as_of, words) if as_of else None,
        "facts": [*read(ground), *_sure(words, sections, register)],
        "timeline": timeline(ground, entries),
        "picture_size": PICTURE,
        "order": _ORDER,
        "sizes": sizes,
        "sections": {made.key: made for made in sections},
        "differences": found,
        "named": named,
        "full": texts == "full",
        "ranks": {name: number for number, name in enumerate(sources, 1)},
    }
    context |= {"sources": source_cards(ground, named, full=texts == "full"), "numbers": ground.shelf.numbered()}
    return page.render(words, context)


def _sure(words: Catalogue, sections: Iterable[Section], register: Register) -> list[str]:
    """How sure it is: who read the entries, and what could not be read."""
    cards = [card for made in sections for group in made.groups for card in group.cards]
    reviewed = sum(card.reviewed for card in cards)
    counts = {"n": words.number(len(cards) - reviewed), "all": words.number(len(cards)), "reviewed": words.number(reviewed)}
    told = [words.say("page", "machine" if reviewed else "nobody", **counts)] if cards else []
    failures = sum(1 for _ in register.failures())
    return [*told, words.say("page", "precision"), *([words.count("failures", failures, "page")] if failures else [])]


def _differences(ground: Ground, entries: Iterable[Entry], sections: Iterable[Section]) -> list[Any]:
    """Contradictions first, then differences of scope, of precision, and what was reconciled."""
    heads = {card.anchor.removeprefix("e-"): card for made in sections for group in made.groups for card in group.cards}
    made = [difference(ground, entry, heads) for entry in entries if entry.of == "difference"]
    return sorted(made, key=lambda found: (_CLASSES.index(found.sort) if found.sort in _CLASSES else len(_CLASSES), found.anchor))
