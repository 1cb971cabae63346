"""Subjects that only their place shows, where verbs come first: unknown names behind an office behind a word of speech."""

from __future__ import annotations

from mithaq.extract.article import Article, Span
from mithaq.extract.names import run

_LONGEST = 4
"""Words of a name that no table knows."""

_ASIDE = 3
"""Words that may stand between an office and its holder's name («السابق», «الخاص لسوريا»)."""

_FIELD = 12
"""Items in which an office may tell its field before a comma and its holder's name."""

_CLOSED = ("cue:that", "calendar", "word:stop", "word:counterpart", "office", "digits")
_SIGNS = frozenset({"comma", "colon", "quote", "stop", "dash", "open"})


def name_told(article: Article, first: int, last: int) -> Span | None:
    """The name of an office-holder whom the word before his office shows to speak or act, though no table knows the name.

    Args:
        first: where the office phrase begins.
        last: where it ends, its state included.

    Returns:
        The name; None where the language does not put verbs first, or where what follows may be an object.
    """
    if article.pack.profile.names["subject"] != "after" or not first:
        return None
    verb = article.items[first - 1]
    if not verb.has_any(("cue:say", "cue:note", "cue:ask", "cue:deny")):
        return None
    return _behind(article, _past_aside(article, last), article.items[first - 1].has("mark:deed")) or _set_off(article, last)


def _past_aside(article: Article, index: int) -> int:
    items, position = article.items, index
    while position < min(index + _ASIDE, len(items)):
        item = items[position]
        plain = "word" in item.codes or item.has_any(("marker:past", "word:prep.of"))
        if not (plain and _definite(article, position)) and not (item.has("state") and item.has("clitic:prep")):
            break
        position += 1
    return position


def _definite(article: Article, index: int) -> bool:
    return article.items[index].text.startswith(article.pack.profile.names["definite"])


def _behind(article: Article, start: int, deeds: bool) -> Span | None:
    """Unknown words that end where a clause, a day or a sign begins; none of them definite, as those of an object often are."""
    items = article.items
    found = run(items, start, 1, article.pack)
    if not found or len(found) > _LONGEST or found[-1] + 1 >= len(items):
        return None
    if any(_definite(article, index) and not items[index].has("given") for index in found):
        return None
    after = items[found[-1] + 1]
    if len(found) == 1 and not after.has("cue:that") and not after.codes & _SIGNS:
        return None
    noun = _definite(article, found[-1] + 1) and not after.has("calendar")
    closed = after.codes & _SIGNS or (after.has_any(_CLOSED) and not noun) or (after.has("word:prep") and not deeds)
    return Span(found[0], found[-1] + 1) if closed else None


def _set_off(article: Article, start: int) -> Span | None:
    """A known given name and what follows it, between two commas behind the field of an office."""
    items = article.items
    for index in range(start, min(start + _FIELD, len(items) - 1)):
        item = items[index]
        if item.has_any(("cue", "modal", "given", "office")) or item.codes & {"stop", "break", "quote", "colon"}:
            return None
        if "comma" in item.codes:
            found = run(items, index + 1, 1, article.pack) if items[index + 1].has("given") else []
            closed = bool(found) and found[-1] + 1 < len(items) and "comma" in items[found[-1] + 1].codes
            return Span(found[0], found[-1] + 1) if closed else None
    return None
