"""The dossier: what a register holds on a set of parties, as one self-contained page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal

from mithaq.errors import UsageError
from mithaq.knowledge.parties import parties
from mithaq.model import Entry, last_day
from mithaq.publish import page
from mithaq.publish.cards import Card
from mithaq.publish.catalogue import Catalogue, catalogue
from mithaq.publish.dates import written
from mithaq.publish.differences import Difference, difference
from mithaq.publish.following import due, heard, readings
from mithaq.publish.names import states
from mithaq.publish.passages import Shelf
from mithaq.publish.register import Register, Row
from mithaq.publish.sections import KINDS, section
from mithaq.publish.series import series
from mithaq.publish.sided import compared
from mithaq.publish.sources import behind, naming, read, source_cards
from mithaq.publish.timeline import PICTURE, timeline
from mithaq.publish.values import Ground
from mithaq.text.asked import prefix_date

_ORDER = (
    "agreements", "due", "events", "statements", "commitments", "appeals", "figures",
    "differences", "sides", "actors", "bodies", "projects", "coverage", "sources",
)  # fmt: skip
_CLASSES = ("contradiction", "scope", "precision", "reconciled")


def dossier(
    register: Register,
    between: str | Sequence[str],
    *,
    language: str = "en",
    as_of: str | None = None,
    texts: Literal["excerpts", "full"] = "excerpts",
) -> str:
    """One HTML page that needs nothing beside itself: the reported agreements and dealings of some parties.

    Args:
        between: codes of the parties, all of which an entry must concern; in one string divided by commas.
        language: of the page's own words; passages stay in theirs.
        as_of: prefix date; what was published later is left out.
        texts: "full" adds the whole articles.

    Raises:
        UsageError: no parties, no date, no catalogue for the language, or another word for `texts`.
        GroundingError: a passage does not stand in its text.
        RegisterError: a claim or document is missing.
    """
    between = parties(between) if isinstance(between, str) else between
    if not between:
        raise UsageError("a dossier needs at least one party.", "--between", "Name them, as in --between IR,BY.")
    if texts not in ("excerpts", "full"):
        raise UsageError(f"{texts!r} is not allowed; excerpts and full are.", "--texts")
    words, day = catalogue(language), as_of and last_day(prefix_date(as_of)).isoformat()
    entries = list(register.entries(between=between, as_of=day))
    sources, claims = behind(register, between, entries, day)
    ground = Ground(words, claims, sources, states(language), Shelf(sources), day)
    return page.render(words, _context(register, ground, entries, between, texts))


def _context(register: Register, ground: Ground, entries: Sequence[Entry], between: Sequence[str], texts: str) -> dict[str, Any]:
    """All that the page shows; the sources come last, for only then are all passages known."""
    words, day = ground.words, ground.as_of
    coverage = list(register.coverage(between=between, as_of=day))
    named = naming(ground, {name: register.record(name) or {} for name in ground.documents})
    reviewed = frozenset(str(claim) for decision in register.decisions() for claim in decision["claims"])
    silent = heard(words, entries, coverage, day) if day else {}
    sections = {made.key: made for made in (section(ground, kind, entries, reviewed, silent) for kind in KINDS)}
    cards = {card.anchor.removeprefix("e-"): card for made in sections.values() for group in made.groups for card in group.cards}
    context: dict[str, Any] = {
        "title": words.say("page", "title", parties=ground.party_list(between)),
        "as_of": written(day, words) if day else None,
        "facts": [*read(ground), *_sure(words, cards.values(), register)],
        "timeline": timeline(ground, entries),
        "picture_size": PICTURE,
        "due": due(ground, entries, cards, day) if day else [],
        "sections": sections,
        "differences": (differing := _differences(ground, entries, cards)),
        "sides": compared(ground, _sided(register, between, day), cards, differing),
        "series": series(ground, entries),
        "coverage": readings(words, coverage),
        "named": named,
        "ranks": {name: place + 1 for name, place in ground.rank.items()},
        "full": texts == "full",
    }
    context |= {"sources": source_cards(ground, named, full=texts == "full"), "numbers": ground.shelf.numbered()}
    sizes = {key: made.size for key, made in sections.items()} | {key: len(context[key]) for key in ("due", "differences", "sources")}
    sizes["sides"] = sum(len(one.held) for one in context["sides"])
    return context | {"sizes": sizes, "order": [key for key in _ORDER if key != "due" or day]}


def _sided(register: Register, between: Sequence[str], day: str | None) -> Iterable[Row]:
    """By whose outlets each entry is reported; nothing where fewer than two states are asked for, as outlets are of states."""
    states = [party for party in between if ":" not in party]
    return register.sides(states, as_of=day) if len(states) > 1 else ()


def _sure(words: Catalogue, cards: Collection[Card], register: Register) -> list[str]:
    """How sure it is: who read the entries, and what could not be read."""
    reviewed = sum(card.reviewed for card in cards)
    counts = {"n": words.number(len(cards) - reviewed), "all": words.number(len(cards)), "reviewed": words.number(reviewed)}
    told = [words.say("page", "machine" if reviewed else "nobody", **counts)] if cards else []
    failures = sum(1 for _ in register.failures())
    return [*told, words.say("page", "precision"), *([words.count("failures", failures, "page")] if failures else [])]


def _differences(ground: Ground, entries: Iterable[Entry], cards: Mapping[str, Card]) -> list[Difference]:
    """Contradictions first, then differences of scope, of precision, and what was reconciled."""
    made = [found for entry in entries if entry.of == "difference" and (found := difference(ground, entry, cards))]
    return sorted(made, key=lambda found: (_CLASSES.index(found.sort) if found.sort in _CLASSES else len(_CLASSES), found.anchor))
