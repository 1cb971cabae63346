"""Sources: the articles behind a page, in order, with the passages used of each, and what was read in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.errors import RegisterError
from mithaq.model import Claim, Entry, Evidence, Record
from mithaq.publish.dates import written
from mithaq.publish.names import outlets
from mithaq.publish.passages import Passage, Source, direction, marked
from mithaq.publish.register import Register, Row
from mithaq.publish.values import Ground, Value


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One article: what names it, each with its passage where the text itself says so, and its passages in order."""

    anchor: str
    outlet: Value
    published: Value
    title: Value | None
    url: str | None
    file: str
    lang: str
    direction: str
    passages: tuple[Passage, ...]
    whole: tuple[tuple[str, bool], ...]


def behind(
    register: Register, between: Sequence[str], entries: Iterable[Entry], as_of: str | None
) -> tuple[dict[str, Source], dict[str, Claim]]:
    """The articles that speak of the parties or that an entry stands on, the dated first and by date; and the claims of the entries.

    Raises:
        RegisterError: an entry holds a claim, or a claim a document, that is not in the register.
    """
    claims = {name: _claim(register, name) for name in sorted({name for entry in entries for name in entry.claims})}
    rows = {str(row["id"]): row for row in register.documents(between=between)}
    told = {claim.document for claim in claims.values()} | {name for entry in entries for name in _named(entry.fields.get("derived"))}
    told |= {name for entry in entries for step in entry.fields.get("history") or () for name in _named(step.get("derived"))}
    rows |= {name: _document(register, name) for name in told - rows.keys()}
    ordered = [row for row in rows.values() if as_of is None or (row["published"] or "") <= as_of]
    ordered.sort(key=lambda row: (row["published"] is None, row["published"] or "", row["outlet"] or "", row["id"]))
    keys = ("file", "lang", "outlet", "title", "url", "published")
    return {row["id"]: Source(row["id"], register.text(row["id"]) or "", *(row[key] for key in keys)) for row in ordered}, claims


def _claim(register: Register, name: str) -> Claim:
    claim = register.claim(name)
    if claim is None:
        raise RegisterError(f"the claim {name} of an entry is missing.", hint="mithaq verify lists all such faults.")
    return claim


def _document(register: Register, name: str) -> Row:
    row = register.document(name)
    if row is None:
        raise RegisterError(f"the document {name} of a claim is missing.", hint="mithaq verify lists all such faults.")
    return row


def _named(derived: Any) -> Iterator[str]:
    """The documents from which values were concluded."""
    for one in (derived or {}).values():
        sources = one.get("from") or () if isinstance(one, Mapping) else ()
        yield from (str(source["document"]) for source in sources if isinstance(source, Mapping) and "document" in source)


def naming(ground: Ground, records: Mapping[str, Record]) -> dict[str, tuple[Value, Value]]:
    """Outlet and date of each article, as values; with their passages where the text gives them."""
    pairs = ((name, source, records[name]) for name, source in ground.documents.items())
    return {name: (_outlet(ground, source, record), _published(ground, source, record)) for name, source, record in pairs}


def _outlet(ground: Ground, source: Source, record: Record) -> Value:
    found = (record.get("grounds") or {}).get("outlet") or ()
    places = tuple(ground.shelf.place(source.id, Evidence.read(item)) for item in found)
    return Value(source.outlet or ground.words.say("page", "unknown_outlet"), places)


def _published(ground: Ground, source: Source, record: Record) -> Value:
    if source.published is None:
        return Value(ground.words.say("page", "no_date"))
    found = (record.get("published") or {}).get("evidence")
    return Value(written(source.published, ground.words), (ground.shelf.place(source.id, Evidence.read(found)),) if found else ())


def source_cards(ground: Ground, named: Mapping[str, tuple[Value, Value]], *, full: bool) -> list[SourceCard]:
    """The articles with all passages that the page used; to be made last.

    Args:
        named: from `naming`.
        full: with the whole text of each.
    """
    titles = {name: _title(ground, source) for name, source in ground.documents.items()}
    cards, held = [], ground.shelf.passages()
    for number, (name, source) in enumerate(ground.documents.items(), 1):
        passages = tuple(held[name])
        outlet, published = named[name]
        cards.append(
            SourceCard(
                anchor=f"s{number}",
                outlet=outlet,
                published=published,
                title=titles[name],
                url=source.url if source.url and source.url.startswith(("https://", "http://")) else None,
                file=source.file,
                lang=source.lang or "",
                direction=direction(source.text),
                passages=passages,
                whole=tuple(marked(source.text, (passage.place for passage in passages))) if full else (),
            )
        )
    return cards


def _title(ground: Ground, source: Source) -> Value | None:
    """The title, in the text's language; on its place in the text where it stands there."""
    place = ground.find([source.id], source.title or "")
    return Value(source.title, (place,) if place else (), source.lang or "") if source.title else None


def _counted(source: Source) -> str | None:
    found = outlets().find(source.outlet, source.published)
    return found.name if found else source.outlet


def read(ground: Ground) -> list[str]:
    """What was read, in sentences: how many documents of how many outlets, the last of when, what gives no date, reprints."""
    words, sources = ground.words, list(ground.documents.values())
    if not sources:
        return [words.say("page", "read_nothing")]
    dates = sorted(source.published for source in sources if source.published)
    named = {_counted(source) for source in sources if source.outlet}
    counted = {
        "documents": words.count("documents", len(sources)),
        "outlets": words.count("outlets", len(named)) if named else words.say("page", "unnamed_outlets"),
    }
    told = [words.say("page", "read", **counted, last=written(dates[-1], words)) if dates else words.say("page", "read_undated", **counted)]
    nameless = sum(not source.outlet for source in sources) if named else 0
    if nameless:
        told.append(words.count("nameless_documents", nameless, "page"))
    if dates and len(dates) < len(sources):
        told.append(words.count("undated_documents", len(sources) - len(dates), "page"))
    texts = len({source.text for source in sources})
    if texts < len(sources):
        told.append(words.say("page", "reprints", texts=words.count("texts", texts)))
    return told
