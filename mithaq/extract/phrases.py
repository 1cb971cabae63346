"""Phrases: items with the mentions of people joined, and the line of letters on which rules are matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mithaq.extract.actors import Cast
from mithaq.extract.article import Article, Span
from mithaq.extract.dates import Date
from mithaq.knowledge.rules import Rule

_DATE, _PERIOD = frozenset({"date"}), frozenset({"date", "date:period"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of an article.

    Attributes:
        spans: items of each phrase.
        letters: one letter a phrase.
        at: for each item, the phrase that holds it.
    """

    spans: Sequence[Span]
    letters: str
    at: Sequence[int]


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a rule holds: all its items, and those of each slot."""

    rule: Rule
    span: Span
    slots: Mapping[str, Span]


def phrases(article: Article, cast: Cast, dates: Sequence[Date]) -> Phrases:
    """Join each mention and each date to one phrase; every other item is a phrase of its own."""
    starts = {mention.span.first: mention for mention in cast.mentions}
    dated = {date.first: date for date in dates}
    alphabet = article.pack.alphabet
    spans: list[Span] = []
    letters: list[str] = []
    at: list[int] = []
    index = 0
    while index < len(article.items):
        mention = starts.get(index)
        if mention:
            span = mention.span
            letters.append(alphabet.letter(frozenset({"person", f"person:{mention.kind}"})))
        elif date := dated.get(index):
            span = Span(date.first, date.last)
            letters.append(alphabet.letter(_PERIOD if date.end else _DATE))
        else:
            span = Span(index, index + 1)
            letters.append(alphabet.letter(article.items[index].codes))
        at += [len(spans)] * (span.last - span.first)
        spans.append(span)
        index = span.last
    return Phrases(spans, "".join(letters), at)


def matches(rules: Sequence[Rule], found: Phrases) -> Iterator[Match]:
    """All places where one of the rules holds, rule by rule, each from left to right."""
    for rule in rules:
        for match in rule.expression.finditer(found.letters):
            if match.end() == match.start():
                continue
            slots = {name: found.spans[match.start(name)] for name, value in match.groupdict().items() if value is not None}
            yield Match(rule, Span(found.spans[match.start()].first, found.spans[match.end() - 1].last), slots)
