"""Clauses of speech without a complementiser ("Mr X said the talks had failed"), in languages that allow them."""

from __future__ import annotations

from mithaq.extract.article import Article, Span

_FINITE = ("modal", "word:stop.be", "word:stop.have", "marker:negation", "marker:earlier")
_RELATIVE = ("word:stop.relative", "cue:that", "stop", "semicolon")
_ADDRESSEE = ("outlet", "org", "state", "office", "given", "name", "word:official", "word:government", "word:title", "word:ministry")
_SPEAKER = (*_ADDRESSEE, "word:article", "word:rank", "comma", "apostrophe", "dash", "word:prep.of", "sector", "city")
_SET_OFF = ("word:prep", "comma", "stop", "colon", "calendar", "cue:that", "break", "word:and", "close")
_LONGEST = 6
"""Items that the one who is told something may take."""

_QUOTE_REACH = 4
"""Items between a word of speech and its quotation where a clause could follow at once."""


def allowed(article: Article, index: int) -> bool:
    """Whether the word of speech at `index` may take a clause without a complementiser: the language has them, and it is no passive."""
    item = article.items[index]
    if not item.has("cue:say") or not (article.pack.profile.names["bare_clauses"] or item.has("mark:bare")):
        return False
    return not (index and article.items[index - 1].has("word:stop.be") and not item.has("mark:that"))


def start(article: Article, index: int) -> int | None:
    """Where the clause begins that follows the word of speech at `index`; None where none does.

    Behind "told" stands whom it was told, and perhaps when; behind words that take a noun as well ("announced plans") a clause is one
    only where a finite verb soon shows it.
    """
    sentence, items = article.sentence(index), article.items
    first = _past_addressee(article, index + 1) if items[index].has("mark:told") else index + 1
    if sentence.last - first < 3 or any(items[first].has(name) for name in _SET_OFF):
        return None
    return first if not items[index].has("mark:noun") or finite(article, Span(first, sentence.last)) else None


def _past_addressee(article: Article, index: int) -> int:
    items, first = article.items, index
    while index < len(items) and items[index].has("word:article"):
        index += 1
    while index - first < _LONGEST and index < len(items) and any(items[index].has(name) for name in _ADDRESSEE):
        index += 1
    if index == first and "word" in items[index].codes:
        index += 1
    if index + 1 < len(items) and items[index].has("word:prep") and items[index + 1].has("calendar"):
        index += 2
    return index


def finite(article: Article, span: Span) -> bool:
    """Whether a span shows a finite verb before any relative clause in it."""
    for index in span:
        item = article.items[index]
        if any(item.has(name) for name in _RELATIVE):
            return False
        if any(item.has(name) for name in _FINITE) or (item.sense("act") or "").endswith(".v"):
            return True
    return False


def leads(article: Article, index: int, comma: int) -> bool:
    """Whether a clause follows the word of speech, and what stands before the comma only says when or where it was said."""
    if not article.pack.profile.names["bare_clauses"] or not allowed(article, index) or index - comma <= 1:
        return False
    first = start(article, index)
    return first is not None and finite(article, Span(first, article.sentence(index).last))


def quotes_only_part(article: Article, index: int, quote: int) -> bool:
    """Whether a quotation after a word of speech is a part of the clause that it reports ('said it was "too late"')."""
    items = article.items
    if not article.pack.profile.names["bare_clauses"] or quote == index + 1:
        return False
    if quote - index > _QUOTE_REACH:
        return True
    if not allowed(article, index) or items[index].has("mark:told") or any(items[index + 1].has(name) for name in _SET_OFF):
        return False
    return not all(any(items[i].has(name) for name in _SPEAKER) for i in range(index + 1, quote))
