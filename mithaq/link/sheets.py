"""A record, read for linking: its claims, who is named in it, who says what, and the occasion it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mithaq.knowledge.letters import Letters
from mithaq.link.names import Name, read
from mithaq.model import Claim, Evidence, Record, claims, days, digest
from mithaq.text.fold import folded

_LONG = 25
"""Code points from which a passage tells one text from another."""

DAY = len("2023-03-13")
"""Length of a prefix date that names a day."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One actor of one document; `label` is None where only the office is named."""

    document: str
    lang: str
    label: str | None
    as_written: str
    office: str | None
    state: str | None
    name: Name
    id: str = field(init=False, compare=False, default="")

    def __post_init__(self) -> None:
        """The id: where it stands; two mentions of one document differ in their words, office or state."""
        object.__setattr__(self, "id", "\t".join((self.document, self.as_written, self.office or "", self.state or "")))


@dataclass(frozen=True, slots=True)
class Speech:
    """One statement: its passage, its speaker as a mention of the document, and the state he speaks for."""

    claim: str
    evidence: Evidence
    mention: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document as linking sees it.

    Attributes:
        published: prefix date of publication; None where it is not known.
        sides: states and organisations whose occasion the document tells of, sorted; () where it tells of none.
        host: state where it takes place; None where that is not known.
        attested: days that asserted occasions of these sides are dated to -> the passages that date them.
        arrivals: those of these days on which only a visit is said to have begun, which may have lasted longer.
        weekdays: English weekdays named for these occasions.
        prints: of its text in their order, else of the passages of its claims.
        agency: name of the agency that it says it has its report from.
    """

    id: str
    lang: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    speeches: tuple[Speech, ...]
    sides: tuple[str, ...]
    host: str | None
    attested: Mapping[str, tuple[Evidence, ...]]
    arrivals: frozenset[str]
    weekdays: frozenset[str]
    prints: tuple[int, ...]
    agency: str | None

    def of(self, kind: str) -> list[Claim]:
        """The claims of one kind."""
        return [claim for claim in self.claims if claim.of == kind]


def sheet(record: Record, letters: Letters) -> Sheet:
    """Read one record; it must hold the document's id under "id"."""
    made = tuple(claims(record))
    mentions = _mentions(record, letters)
    occasions = [claim for claim in made if claim.of == "event"]
    sides = _sides(made, mentions)
    own = [
        event
        for event in occasions
        if event.fields["certainty"] == "asserted" and set(parties(event)) <= set(sides)
        and (len(parties(event)) > 1 or event.fields["type"] == "visit")
    ]  # fmt: skip
    published = record.get("published")
    return Sheet(
        id=record["id"],
        lang=record["lang"],
        outlet=record.get("outlet"),
        title=record.get("title"),
        url=record.get("url"),
        published=published["date"] if published else None,
        claims=made,
        mentions=mentions,
        speeches=_speeches(made, mentions),
        sides=sides,
        host=_host(own, sides),
        attested=(attested := _attested(own)),
        arrivals=frozenset(attested) - {event.fields["date"] for event in own if event.fields["type"] != "visit"},
        weekdays=frozenset(event.fields["weekday"] for event in own if event.fields.get("weekday")),
        prints=tuple(record["prints"]) if "prints" in record else _prints(made),
        agency=(record.get("agency") or {}).get("name"),
    )


def _prints(made: Iterable[Claim]) -> tuple[int, ...]:
    """What stands in for the prints of a text that is not at hand: one for each passage that is long enough to tell."""
    quotes = (" ".join(folded(claim.evidence.quote).split()) for claim in sorted(made, key=lambda claim: claim.evidence))
    return tuple(dict.fromkeys(int(digest(quote), 16) >> 1 for quote in quotes if len(quote) >= _LONG))


def sectors(claim: Claim) -> frozenset[str]:
    """The sectors that a claim's own passages name; those that were concluded from around it tell nothing apart."""
    return frozenset(() if "sectors" in claim.derived else claim.fields.get("sectors") or ())


def parties(claim: Claim) -> tuple[str, ...]:
    """States and organisations that an event brings together (a visit's host included), or that an agreement or promise names, sorted."""
    fields = claim.fields
    named = set(fields.get("participants") or fields.get("parties") or ())
    if claim.of in {"commitment", "outcome"}:
        named = {*fields["by"], *(fields.get("to") or ())}
    if fields.get("type") == "visit" and fields.get("state"):
        named.add(fields["state"])
    return tuple(sorted(party for party in named if not party.startswith("name:")))


def _sides(made: Iterable[Claim], mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The sides that most occasions bring together.

    Of those that take place, else those to come, else the agreements, else what is told of promises and who promises, else the actors.
    """
    together = [(claim, parties(claim)) for claim in made]
    for kind, certainty in (("event", "asserted"), ("event", "future"), ("agreement", None), ("outcome", None), ("commitment", None)):
        found = [
            (claim.evidence.start, sides)
            for claim, sides in together
            if claim.of == kind and len(sides) > 1 and certainty in {None, claim.fields.get("certainty")}
        ]
        if found:
            counted = Counter(sides for _, sides in found)
            first = {sides: start for start, sides in sorted(found, reverse=True)}
            return min(counted, key=lambda sides: (-counted[sides], first[sides], sides))
    states = sorted({mention.state for mention in mentions if mention.state})
    return tuple(states) if len(states) == 2 else ()


def _host(own: list[Claim], sides: tuple[str, ...]) -> str | None:
    """The state that most occasions name; None where two are named as often."""
    counted = Counter(event.fields["state"] for event in own if event.fields.get("state") and len(parties(event)) > 1).most_common(2)
    return counted[0][0] if sides and counted and (len(counted) == 1 or counted[0][1] > counted[1][1]) else None


def _attested(own: list[Claim]) -> dict[str, tuple[Evidence, ...]]:
    """Days of the occasions, those within a week of the day that is named most often."""
    dated = [event for event in own if len(event.fields.get("date") or "") == DAY]
    if not dated:
        return {}
    counted = Counter(event.fields["date"] for event in dated)
    centre = max(counted, key=lambda day: (counted[day], day))
    out: dict[str, tuple[Evidence, ...]] = {}
    for event in sorted(dated, key=lambda event: event.evidence):
        day = event.fields["date"]
        if abs((days(day)[0] - days(centre)[0]).days) <= 7:
            out.setdefault(day, event.grounds.get("date") or (event.evidence,))
    return dict(sorted(out.items()))


def _mentions(record: Record, letters: Letters) -> tuple[Mention, ...]:
    found = {
        mention.id: mention
        for actor in record.get("actors") or ()
        for mention in (
            Mention(
                record["id"], record["lang"], actor.get("name"), actor["as_written"], actor.get("office"), actor.get("state"),
                read(actor["as_written"] if actor.get("name") else "", letters),
            ),
        )
    }  # fmt: skip
    return tuple(found[one] for one in sorted(found))


def _speeches(made: Iterable[Claim], mentions: tuple[Mention, ...]) -> tuple[Speech, ...]:
    made = list(made)
    bound = [(claim.evidence, claim.fields["by"]) for claim in made if claim.of in {"commitment", "appeal"}]
    out = []
    for claim in made:
        if claim.of != "statement":
            continue
        mention = _speaker(claim.fields, mentions)
        state = mention.state if mention else None
        out.append(Speech(claim.id, claim.evidence, mention.id if mention else None, state or _bound(claim.evidence, bound)))
    return tuple(sorted(out, key=lambda speech: (speech.evidence, speech.claim)))


def _speaker(fields: Mapping[str, Any], mentions: Iterable[Mention]) -> Mention | None:
    spoken = {fields.get("speaker"), fields.get("speaker_as_written")} - {None}
    found = [mention for mention in mentions if mention.label in spoken or mention.as_written in spoken]
    return found[0] if found else None


def _bound(passage: Evidence, bound: Iterable[tuple[Evidence, list[str]]]) -> str | None:
    """The one side for which a passage promises or asks: a ministry that speaks is no actor, but its state is known by what it binds."""
    by = {tuple(sides) for evidence, sides in bound if within(evidence, passage)}
    only = next(iter(by)) if len(by) == 1 else ()
    return only[0] if len(only) == 1 else None


def within(inner: Evidence, outer: Evidence) -> bool:
    """Whether a passage lies in another of the same text."""
    return outer.start <= inner.start and inner.end <= outer.end


def meets(one: Evidence, other: Evidence) -> bool:
    """Whether two passages of one text share a code point."""
    return one.start < other.end and other.start < one.end
