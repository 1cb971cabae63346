"""Values as a page shows them: words, and the passages that they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mithaq.model import Claim, Entry, Evidence
from mithaq.publish import dates
from mithaq.publish.catalogue import Catalogue
from mithaq.publish.passages import Place, Shelf, Source


@dataclass(frozen=True, slots=True)
class Value:
    """What is shown in one place.

    Attributes:
        text: the words.
        places: the passages that say so, the nearest first.
        lang: language of the words where they are an article's own; None where they are the page's.
        rule: how the value was concluded where no passage says it, "" where that is not told; None where it was read.
    """

    text: str
    places: tuple[Place, ...] = ()
    lang: str | None = None
    rule: str | None = None


@dataclass(frozen=True)
class Ground:
    """What values are made from: the words of the page, the claims and documents behind it, the names of parties.

    Attributes:
        as_of: the day on which the page stands; None where none was set, and then nothing is due, late or ended.
    """

    words: Catalogue
    claims: Mapping[str, Claim]
    documents: Mapping[str, Source]
    parties: Mapping[str, str]
    shelf: Shelf
    as_of: str | None = None

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Document -> its place among the sources."""
        return {document: place for place, document in enumerate(self.documents)}

    def behind(self, entry: Entry) -> list[Claim]:
        """The claims of an entry, in the order of the sources and of the text."""
        held = (self.claims[claim] for claim in entry.claims)
        return sorted(held, key=lambda claim: (self.rank[claim.document], claim.evidence, claim.id))

    def held(self, entry: Entry, name: str) -> Any:
        """A field of an entry, in the page's language where it has forms by language.

        Where linking says nothing of it, that of its first claim that gives one; else None.
        """
        forms = entry.fields.get(f"{name}s")
        if isinstance(forms, Mapping) and forms.get(self.words.code):
            found = forms[self.words.code]
            return found if isinstance(found, str) else found[0]
        if name in entry.fields:
            return entry.fields[name]
        return next((claim.fields[name] for claim in self.behind(entry) if claim.fields.get(name) is not None), None)

    def evidence(self, claims: Iterable[Claim]) -> tuple[Place, ...]:
        """The passages that carry claims."""
        return tuple(dict.fromkeys(self.shelf.place(claim.document, claim.evidence) for claim in claims))

    def support(self, claims: Sequence[Claim], name: str, value: object) -> tuple[Place, ...]:
        """The passages of a field: of the claims that give this value, or ground the field; else what carries the claims."""
        says = saying(claims, name, value) or [claim for claim in claims if name in claim.grounds]
        return tuple(dict.fromkeys(place for claim in says or claims for place in self.grounds(claim, name)))

    def grounds(self, claim: Claim, name: str) -> list[Place]:
        """The passages of one claim's field: those that ground it, else the one that carries the claim."""
        return [self.shelf.place(claim.document, found) for found in claim.grounds.get(name) or (claim.evidence,)]

    def conclusion(self, derived: Mapping[str, Any], document: str | None = None) -> tuple[str, tuple[Place, ...]]:
        """The rule of a derived value, and the passages that it was concluded from (evidence, or ids of claims).

        What stands in articles published after the day of the page is left out.
        """
        places: list[Place] = []
        for source in derived.get("from") or ():
            if isinstance(source, str) and source in self.claims:
                places += self.evidence([self.claims[source]])
            elif isinstance(source, Mapping) and {"start", "end", "quote"} <= source.keys():
                name = str(source.get("document") or document)
                places += [self.shelf.place(name, Evidence.read(source))] if name in self.documents else []
        rule = str(derived.get("rule") or "")
        return self.words.term("rule", rule) if rule else "", tuple(dict.fromkeys(places))

    def find(self, documents: Iterable[str], text: str) -> Place | None:
        """Where words first stand in the first of some articles that holds them; None where none does."""
        for document in documents:
            start = self.documents[document].text.find(text) if document in self.documents and text else -1
            if start >= 0:
                return self.shelf.place(document, Evidence(start, start + len(text), text))
        return None

    def party(self, code: str) -> str:
        """The name of a state, an organisation of states, or a party that binds itself, in the language of the page."""
        kind, _, name = code.partition(":")
        if not name:
            return self.parties.get(code, code)
        if kind == "name":
            return name
        return self.parties.get(code) or str(self.words.tables["org"].get(name) or name.replace("_", " ").upper())

    def party_list(self, codes: Iterable[str]) -> str:
        """Parties in words: "Iran and Belarus"."""
        return self.words.join([self.party(code) for code in codes])

    def verbatim(self, text: str, claims: Sequence[Claim]) -> str | None:
        """The language of words that stand in the document of a claim; None where they are nobody's."""
        found = (self.documents[claim.document] for claim in claims if claim.document in self.documents)
        return next((document.lang or "" for document in found if text in document.text), None)


def value(ground: Ground, entry: Entry, name: str, how: str) -> Value | None:
    """A field of an entry as it is shown; None where the entry and all its claims leave it open.

    Args:
        how: "parties", "date", "period", "deadline", "number", "verbatim", or a table of the catalogue.
    """
    claims = ground.behind(entry)
    held = when(entry.fields) if name == "date" and entry.fields.get("date_basis") == "derived" else ground.held(entry, name)
    if held is None or held == [] or held == "":
        return None
    text = written(ground, held, how)
    rule, concluded = _conclusion(ground, entry, name, saying(claims, name, held))
    lang = ground.verbatim(text, claims) if how == "verbatim" else None
    return Value(text, concluded or ground.support(claims, name, held), lang, rule) if text else None


def when(dated: Mapping[str, Any]) -> Any:
    """The date of an entry or step: a half-open interval of days where it was derived from days, else a prefix date or None."""
    found = ((dated.get("derived") or {}).get("date") or {}).get("interval")
    return found if dated.get("date_basis") == "derived" and found else dated.get("date")


def saying(claims: Iterable[Claim], name: str, value: object) -> list[Claim]:
    """The claims that give a field this value, or, for a list, a part of it."""
    return [claim for claim in claims if _says(claim.fields.get(name), value)]


def _conclusion(ground: Ground, entry: Entry, name: str, claims: Sequence[Claim]) -> tuple[str | None, tuple[Place, ...]]:
    """How a value was concluded: by linking, or in every document that gives it; nothing where it was read."""
    derived = (entry.fields.get("derived") or {}).get(name)
    if derived:
        return ground.conclusion(derived)
    if claims and all(name in claim.derived for claim in claims):
        return ground.conclusion(claims[0].derived[name], claims[0].document)
    return None, ()


def written(ground: Ground, held: Any, how: str) -> str:
    """A field's value in words; see `value` for `how`."""
    words = ground.words
    if how == "parties":
        return ground.party_list([held] if isinstance(held, str) else held)
    if how == "date":
        return dates.written(held, words) if isinstance(held, str) else dates.interval(held[0], held[1], words)
    if how == "period":
        return dates.period(held, words)
    if how == "deadline":
        return dates.interval(None, held["end"], words) if held.get("end") else str(held.get("as_written") or "")
    if how == "number":
        return words.number(held) if isinstance(held, int | float) else words.digits(str(held))
    if how == "verbatim":
        return str(held)
    return words.join([words.term(how, code) for code in ([held] if isinstance(held, str) else held)])


def _says(told: object, value: object) -> bool:
    """Whether a claim's field gives a value, or, for lists, a part of it."""
    if isinstance(told, list | tuple) and isinstance(value, list | tuple):
        return bool(told) and (list(told) == list(value) or set(map(str, told)) <= set(map(str, value)))
    return told is not None and told == value
