"""Clauses of speech without a complementiser ("Mr X said the talks had failed"), in languages that allow them."""

from __future__ import annotations

from mithaq.extract.article import Article, Span
from mithaq.extract.items import Item

_FINITE = ("modal", "word:stop.be", "word:stop.have", "marker:negation", "marker:earlier")
_RELATIVE = ("word:stop.relative", "cue:that", "stop", "semicolon")
_ADDRESSEE = ("outlet", "org", "state", "office", "given", "name", "word:official", "word:government", "word:title", "word:ministry")
_SPEAKER = (*_ADDRESSEE, "word:article", "word:rank", "comma", "apostrophe", "dash", "word:prep.of", "sector", "city")
_PEOPLE = ("office", "given", "name", "word:title", "word:official", "word:ministry", "word:government")
_SET_OFF = ("word:prep", "word:until", "comma", "stop", "colon", "calendar", "cue:that", "break", "word:and", "close")
_LONGEST = 6
"""Items that the one who is told something may take."""

_SHORTEST = 4
"""Items of a clause behind a verb of speech, its stop included."""

_QUOTE_REACH = 4
"""Items between a word of speech and its quotation where a clause could follow at once."""


def allowed(article: Article, index: int) -> bool:
    """Whether the word of speech at `index` may take a clause without a complementiser."""
    item = article.items[index]
    return (item.has("cue:say") or item.has("cue:note")) and (article.pack.profile.names["bare_clauses"] or item.has("mark:bare"))


def told_of(article: Article, index: int) -> bool:
    """Whether a word of speech is a passive or an adjective ("was announced", "the alleged plan"), in languages with bare clauses."""
    if not article.pack.profile.names["bare_clauses"] or not index or article.items[index].has("mark:that"):
        return False
    items = article.items
    if index + 1 < len(items) and items[index + 1].has("cue:that"):
        return False
    before = items[index - 1]
    if before.has("marker:negation") and items[index + 1].has("word:stop"):
        return True  # "has not said when"
    return before.has("word:stop.be") or before.has("word:article") or (before.has("state") and before.text.endswith("'s"))


def ends_turn(article: Article, index: int, comma: int) -> bool:
    """Whether a word of speech behind a comma closes what was said before it, and takes no noun of its own."""
    if not article.pack.profile.names["bare_clauses"] or comma == index - 1:
        return True
    items = article.items
    behind = _past_addressee(article, index + 1) if items[index].has("mark:told") else index + 1
    return not items[index].has("cue:note") and behind < len(items) and items[behind].has_any(_SET_OFF)


def behind_verb(article: Article, index: int) -> int | None:
    """Where the clause begins that stands right behind a verb of speech, in languages whose verbs stand last; None where none does."""
    items, sentence = article.items, article.sentence(index)
    if not article.pack.profile.names["verb_last"] or not items[index].has("cue:say"):
        return None
    first = index + 1 + (index + 1 < sentence.last and "comma" in items[index + 1].codes)
    if sentence.last - first < _SHORTEST or items[first].has_any(("word:and", "cue", "quote", "break", "dash", "close")):
        return None
    subject = Span(max((i for i in range(sentence.first, index) if "comma" in items[i].codes), default=sentence.first), index)
    relative = article.find(subject, "cue:that")
    return None if relative and not article.find(Span(relative[-1], index), "modal:aux", "word:stop.be", "word:stop.have") else first


def start(article: Article, index: int) -> int | None:
    """Where the clause begins that follows the word of speech at `index`; None where none does.

    Behind "told" stands whom it was told, and perhaps when; behind words that take a noun as well ("announced plans") a clause is one
    only where a finite verb soon shows it.
    """
    sentence, items = article.sentence(index), article.items
    first = _past_addressee(article, index + 1) if items[index].has("mark:told") else index + 1
    if sentence.last - first < 3 or items[first].has_any(_SET_OFF):
        return None
    clear = not items[index].has("mark:noun") or finite(article, Span(first, sentence.last)) or _subject(items[first], items[first + 1])
    return first if clear else None


def _subject(first: Item, after: Item) -> bool:
    """Whether a party or a pronoun, and a word that may be its verb, begin a clause."""
    state = first.sense("state") or ""
    named = first.has("word:pronoun") or (bool(state) and not state.endswith(".adj") and not first.text.endswith("'s"))
    return named and "word" in after.codes


def _past_addressee(article: Article, index: int) -> int:
    items, first = article.items, index
    while index < len(items) and items[index].has("word:article"):
        index += 1
    while index - first < _LONGEST and index < len(items) and items[index].has_any(_ADDRESSEE):
        index += 1
    if index == first < len(items) and "word" in items[index].codes:
        index += 1
    if index + 1 < len(items) and items[index].has("word:prep") and items[index + 1].has("calendar"):
        index += 2
    return index


def finite(article: Article, span: Span) -> bool:
    """Whether a span shows a finite verb before any relative clause in it."""
    for index in span:
        item = article.items[index]
        if item.has_any(_RELATIVE):
            return False
        if item.has_any(_FINITE) or (item.sense("act") or "").endswith(".v"):
            return True
    return False


def leads(article: Article, index: int, comma: int) -> bool:
    """Whether a clause follows the word of speech, and what stands before the comma only says when or where it was said."""
    if not article.pack.profile.names["bare_clauses"] or not allowed(article, index):
        return False
    first = start(article, index)
    if index - comma <= 1 and (finite(article, Span(article.sentence(index).first, comma)) or _speaker_follows(article, index + 1)):
        return False
    return first is not None and finite(article, Span(first, article.sentence(index).last))


def precedes(article: Article, index: int, that: int) -> bool:
    """Whether a clause stands between a word of speech and a "that" which therefore belongs to something else."""
    if not article.pack.profile.names["bare_clauses"] or not allowed(article, index):
        return False
    first = start(article, index)
    return first is not None and first < that and finite(article, Span(first, that))


def _speaker_follows(article: Article, index: int) -> bool:
    """Whether the speaker stands right behind the word of speech: "…, said the minister"."""
    while index < len(article.items) and article.items[index].has_any(("word:article", "word:rank", "state", "org")):
        index += 1
    return index < len(article.items) and article.items[index].has_any(_PEOPLE)


def quotes_only_part(article: Article, index: int, quote: int) -> bool:
    """Whether a quotation after a word of speech is a part of the clause that it reports ('said it was "too late"')."""
    items = article.items
    if not article.pack.profile.names["bare_clauses"] or quote == index + 1:
        return False
    if quote - index > _QUOTE_REACH:
        return True
    if not allowed(article, index) or items[index].has("mark:told") or items[index + 1].has_any(_SET_OFF):
        return False
    return not all(items[i].has_any(_SPEAKER) for i in range(index + 1, quote))
