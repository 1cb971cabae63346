"""Cards: entries of the register as a page shows them, each field with its passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mithaq.model import Entry
from mithaq.publish.passages import Place
from mithaq.publish.steps import Axis, axes
from mithaq.publish.values import Ground, Value, value


@dataclass(frozen=True, slots=True)
class Field:
    """A label and the values under it."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One entry.

    Attributes:
        anchor: address within the page.
        head: what the entry is, in the words of the page.
        body: the words of an article that carry it, where they are the point.
        documents: ids of the articles that report it.
        counted: how many reports, outlets and independent outlets, and of whose side; "" where one report is all.
        main: the passages that carry it; a value that stands on the same needs no numbers of its own.
        reviewed: whether a person has decided on a claim of it.
        certainty: (code, words) where the thing is not simply reported; None where it is.
        axes: the history of an agreement or commitment.
        heard: until when it was listened for, in words; "" where no day was set.
    """

    anchor: str
    head: tuple[Value, ...]
    documents: tuple[str, ...]
    counted: str
    main: tuple[Place, ...]
    reviewed: bool
    certainty: tuple[str, str] | None
    body: Value | None = None
    fields: tuple[Field, ...] = ()
    axes: tuple[Axis, ...] = ()
    heard: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which fields of a kind of entry stand where, each as (name, how); `how` as in `values.value`."""

    head: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    steps: bool = False


LAYOUTS: Mapping[str, Layout] = {
    "agreement": Layout(
        head=(("type", "type"), ("parties", "parties"), ("title", "verbatim")),
        fields=(
            ("mediators", "parties"), ("period", "period"), ("ends", "date"),
            ("sectors", "sector"), ("count", "number"), ("count_as_written", "verbatim"),
        ),
        steps=True,
    ),
    "event": Layout(
        head=(("type", "event"), ("participants", "parties")),
        fields=(
            ("date", "date"), ("weekday", "weekday"),
            ("place", "verbatim"), ("state", "parties"), ("mediators", "parties"),
        ),
    ),
    "statement": Layout(head=(), fields=(("kind", "speech"), ("cue", "verbatim"), ("topics", "sector")), body="evidence"),
    "commitment": Layout(
        head=(("by", "parties"), ("to", "parties")),
        fields=(("force", "force"), ("act", "act"), ("condition", "verbatim"), ("deadline", "deadline")),
        body="what",
        steps=True,
    ),
    "appeal": Layout(head=(("by", "parties"), ("on", "parties")), fields=(("force", "force"),), body="what"),
    "figure": Layout(
        head=(("value", "number"), ("unit", "unit")),
        fields=(("reading", "reading"), ("measure", "measure"), ("of", "verbatim"), ("period", "verbatim")),
    ),
    "body": Layout(head=(("name", "verbatim"),), fields=(("parties", "parties"),)),
    "project": Layout(head=(("name", "verbatim"),), fields=(("parties", "parties"), ("sectors", "sector"))),
}  # fmt: skip


def card(ground: Ground, entry: Entry, reviewed: frozenset[str], heard: str = "") -> Card:
    """An entry as a card.

    Args:
        reviewed: ids of the claims that a person has decided on.
        heard: until when it was listened for, in words.
    """
    layout = LAYOUTS[entry.of]
    made = {name: value(ground, entry, name, how) for name, how in (*layout.head, *layout.fields) if not _plain(ground, entry, name)}
    return Card(
        anchor=f"e-{entry.id}",
        head=tuple(shown for name, _ in layout.head if (shown := made.get(name))),
        body=_body(ground, entry, layout.body),
        main=ground.evidence(ground.behind(entry)),
        documents=documents(ground, entry),
        counted=counted(ground, entry),
        reviewed=not reviewed.isdisjoint(entry.claims),
        certainty=_certainty(ground, entry),
        fields=(*_wider(ground, entry), *_fields(ground, layout, made)),
        axes=axes(ground, entry) if layout.steps else (),
        heard=heard,
    )


def _fields(ground: Ground, layout: Layout, made: Mapping[str, Value | None]) -> Iterator[Field]:
    return (Field(ground.words.say("field", name), (shown,)) for name, _ in layout.fields if (shown := made.get(name)))


def _wider(ground: Ground, entry: Entry) -> Iterator[Field]:
    """That an entry binds more than the parties of the page, or one of them through an organisation."""
    wider, words = entry.fields.get("wider"), ground.words
    if wider:
        through = wider["through"].items()
        told = [words.say("page", "wider_through", party=ground.party(one), organisation=ground.party(name)) for one, name in through]
        yield Field(words.say("field", "wider"), tuple(Value(one) for one in [words.count("wider", wider["parties"], "page"), *told]))


def documents(ground: Ground, entry: Entry) -> tuple[str, ...]:
    """Ids of the articles that an entry stands on, in the order of the sources."""
    return tuple(dict.fromkeys(claim.document for claim in ground.behind(entry)))


def counted(ground: Ground, entry: Entry) -> str:
    """The sources of an entry in words, counted three ways and by side; "" for a single report."""
    sources, words = entry.fields.get("sources") or {}, ground.words
    if sources.get("reports", 0) < 2:
        return ""
    told = [words.count(name, sources[name]) for name in ("reports", "outlets", "independent")]
    sides = [f"{_side(ground, side)} {words.number(count)}" for side, count in sources["sides"].items()]
    return words.join(told) + words.say("page", "sides", sides=words.join(sides))


def _side(ground: Ground, side: str) -> str:
    return ground.words.say("page", "unknown_side") if side == "unknown" else ground.party(side)


def _body(ground: Ground, entry: Entry, name: str | None) -> Value | None:
    """The words of an article that say it, of one in the page's language where there is one; with the passages of all that do."""
    claims = ground.behind(entry)
    if name is None or not claims:
        return None
    claims.sort(key=lambda claim: ground.documents[claim.document].lang != ground.words.code)
    text = str(claims[0].fields.get(name) or claims[0].evidence.quote)
    return Value(text, ground.evidence(claims), ground.verbatim(text, claims[:1]))


def _plain(ground: Ground, entry: Entry, name: str) -> bool:
    """Whether a field says only what goes without saying: one agreement is one instrument."""
    return name == "count" and ground.held(entry, name) == 1


def _certainty(ground: Ground, entry: Entry) -> tuple[str, str] | None:
    """An agreement's certainty stands at each of its steps."""
    held = ground.held(entry, "certainty")
    return None if held in (None, "asserted") or entry.of == "agreement" else (held, ground.words.term("certainty", held))
