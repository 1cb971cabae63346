"""Speakers that only a word of speech beside them shows: names without an office, states, and nouns for whom no table has an actor."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.extract.article import Article, Span
from mithaq.extract.items import Item
from mithaq.extract.mention import Mention
from mithaq.extract.names import keys, run

_BESIDE = 2
"""Unknown words that may be a name behind a word of speech."""

_LONGEST = 6
"""Items of the noun that says who speaks, where no table knows him."""

_REACH = 14
"""Items from a word of speech within which what is said must begin."""

_FAR = 25
"""Items between the head of a clause and the word of speech at its end."""

_EDGES = (
    "word:prep",
    "calendar",
    "cue",
    "modal",
    "act:event",
    "marker",
    "word:pronoun",
    "word:object",
    "word:and",
    "clitic:prep",
    "office",
    "given",
    "outlet",
)
_SIGNS = frozenset({"comma", "colon", "quote", "stop", "break", "dash", "open", "semicolon"})
_HEADS = ("word:body", "word:company", "word:many", "number", "word:text", "word:medium")


def names_beside(article: Article, found: list[Mention]) -> Iterator[Mention]:
    """Names beside a word of speech, without office or title."""
    taken = {index for mention in found for index in mention.span}
    items = article.items
    for index, item in enumerate(items):
        if not (item.has("cue:say") or item.has("cue:according")) or index in taken:
            continue
        for start, step in ((index + 1, 1), (index - 1, -1)):
            if step > 0 and item.has("mark:told"):
                continue
            name = [i for i in run(items, start, step, article.pack) if i not in taken]
            if not name or name[-1] - name[0] + 1 != len(name):
                continue
            if step < 0 and not article.pack.profile.names["capitals"]:
                continue
            if article.pack.profile.names["capitals"] or any(items[i].has("given") for i in name) or _introduces(article, name, step):
                span = Span(name[0], name[-1] + 1)
                yield Mention(span, "named", span, keys(items[span.first : span.last], article.pack))
                break


def _introduces(article: Article, name: list[int], step: int) -> bool:
    """Whether what is said follows at once behind unknown words behind a word of speech, where the subject stands there."""
    items, last = article.items, name[-1] + 1
    if step < 0 or article.pack.profile.names["subject"] != "after" or last >= len(items):
        return False
    return len(name) <= _BESIDE and (items[last].has("cue:that") or bool(items[last].codes & {"colon", "quote"}))


def parties_beside(article: Article, found: list[Mention]) -> Iterator[Mention]:
    """States and organisations beside a word of speech: "Australia said", "أعلنت روسيا"."""
    taken = {index for mention in found for index in mention.span}
    items = article.items
    first_after = article.pack.profile.names["subject"] == "after"
    for index, item in enumerate(items):
        if not item.has_any(("cue:say", "cue:ask", "cue:deny", "cue:according")) or index in taken:
            continue
        if not first_after and (seat := _seat(article, index)) is not None:
            yield Mention(Span(seat, seat + 1), "body", state=items[seat].sense("seat"))
            continue
        before = _subject_before(article, index)
        if article.pack.profile.names["verb_last"] and _hangs(article, before):
            continue
        if article.pack.profile.names["verb_last"] and not article.parties[before]:
            before = _clause_head(article, index, found)
        if items[before].has_any(("word:and", "word:stop.but")) and not article.pack.profile.names["verb_last"]:
            before = _sentence_head(article, index)
        for place in (index + 1, before) if first_after else (before, index + 1):
            if not 0 <= place < len(items) or place in taken or _adjective(article, place):
                continue
            if items[place].has_any(("word:two_sides", "word:two_states")):
                yield Mention(Span(place, place + 1), "many")
                break
            if (named := article.parties[place]) and not (place > 0 and items[place - 1].has("word:prep")):
                yield Mention(Span(place, place + 1), "body", state=named)
                break


def _sentence_head(article: Article, index: int) -> int:
    """The first item of a sentence behind an article: the subject of the second of two verbs ("both sides agreed … and said")."""
    first = article.sentence(index).first
    return first + article.items[first].has("word:article")


def _adjective(article: Article, index: int) -> bool:
    """Whether an item is the adjective of a state, and not its people at the head of a sentence ("The Israelis … said")."""
    adjective = (article.items[index].sense("state") or "").endswith(".adj")
    return adjective and not (index == _sentence_head(article, index) and article.items[index - 1].has("word:article"))


def _seat(article: Article, cue: int) -> int | None:
    """The capital in which "they said" something, where a verb that names nobody stands behind it ("в Дохе заявили, что")."""
    items, place = article.items, cue - 1
    if article.pack.profile.names["verb_last"]:
        return None  # "said in Doha", of somebody named before
    while place > 0 and items[place].has_any(("marker:past", "marker:earlier", "calendar")):
        place -= 1
    told = cue + 1 < len(items) and (items[cue + 1].has("cue:that") or bool(items[cue + 1].codes & {"comma", "colon", "quote"}))
    return place if told and place > 0 and items[place].has("seat") and items[place - 1].has("word:prep.in") else None


def _hangs(article: Article, index: int) -> bool:
    """Whether a preposition stands between the beginning of the clause and the party at `index`, which so is no subject."""
    first = article.sentence(index).first
    signs = [i for i in range(first, index) if article.items[i].codes & {"comma", "colon"}]
    return bool(article.parties[index]) and bool(article.find(Span(signs[-1] + 1 if signs else first, index), "word:prep"))


def _subject_before(article: Article, index: int) -> int:
    """The item before a word of speech and its auxiliaries; before a relative clause that commas set off from it."""
    items, first = article.items, article.sentence(index).first
    place = index - 1
    while place > first and (items[place].has("word:stop") or items[place].has("marker:earlier") or items[place].has("marker:past")):
        place -= 1
    if place > first and "comma" in items[place].codes:
        opens = next((i for i in range(place - 1, first, -1) if "comma" in items[i].codes), None)
        if opens is not None and items[opens + 1].has("word:stop.relative"):
            return opens - 1
    return place


def _clause_head(article: Article, index: int, found: list[Mention]) -> int:
    """The first item of the clause of a word of speech, behind the medium that reports; the one before the word where others may speak."""
    items, sentence = article.items, article.sentence(index)
    medium = article.find(Span(sentence.first, index), "cue:medium")
    commas = [i for i in range(medium[0] if medium else sentence.first, index) if "comma" in items[i].codes]
    head = commas[0] + 1 if medium and commas else sentence.first
    others = any(head <= mention.span.first < index and not items[mention.span.first - 1].has("word:prep") for mention in found)
    return index - 1 if others else head


def unnamed(article: Article, found: list[Mention]) -> Iterator[Mention]:
    """Nouns that are the subject of a word of speech, where nobody known is: "the commission said", «أكد التحالف أن», "چهار منبع گفتند"."""
    taken = {index for mention in found for index in mention.span}
    order = article.pack.profile.names["subject"]
    for index, item in enumerate(article.items):
        if not item.has_any(("cue:say", "cue:deny", "cue:according")) or (item.has("mark:told") and order != "near"):
            continue
        if item.has("cue:according"):
            span = _source(article, index)
        elif order == "after":
            span = _noun_behind(article, index)
        elif order == "before":
            span = _noun_at_head(article, index, found)
        else:
            span = _noun_before(article, index)
        if span and not any(i in taken for i in (*span, span.last)):
            taken.update(span)
            yield Mention(span, "body", state=article.parties[span.first])


def _noun_behind(article: Article, cue: int) -> Span | None:
    """The noun behind a word of speech where subjects follow their verbs: a definite one, or one of those that speak."""
    items, first = article.items, cue + 1
    last = _noun_end(article, first, article.sentence(cue).last)
    if last == first or not _introduced(article, Span(last, min(last + _REACH, article.sentence(cue).last))):
        return None
    definite = items[first].text.startswith(article.pack.profile.names["definite"])
    if items[cue].has("mark:deed") and not (definite and _clause_follows(article, last)):
        return None
    return Span(first, last) if definite or items[first].has_any(_HEADS) else None


def _source(article: Article, cue: int) -> Span | None:
    """The noun behind "according to", up to the comma of its clause or the end of the sentence."""
    items, first = article.items, cue + 1
    while first < len(items) and items[first].has_any(("word:article", "word:rank")):
        first += 1
    last = first
    while last < min(first + _LONGEST, article.sentence(cue).last) and not _edge(items[last]):
        last += 1
    return Span(first, last) if last > first and not items[first].has_any(("word:this", "word:first_person")) else None


def _clause_follows(article: Article, index: int) -> bool:
    """Whether "that", a colon or a quotation stands at `index`, days and commas left out."""
    items = article.items
    while index < len(items) and (items[index].has("calendar") or "comma" in items[index].codes):
        index += 1
    return index < len(items) and (items[index].has("cue:that") or bool(items[index].codes & {"colon", "quote"}))


def _introduced(article: Article, span: Span) -> bool:
    """Whether "that", a colon or a quotation stands in a span before any other word of speech."""
    for index in span:
        if article.items[index].has("cue:that") or article.items[index].codes & {"colon", "quote"}:
            return True
        if article.items[index].has("cue") or article.items[index].codes & {"stop", "break"}:
            return False
    return False


def _noun_end(article: Article, first: int, limit: int) -> int:
    """Where a noun ends that begins at `first`: at a preposition, a day, a verb, a sign; `first` where none begins there."""
    items = article.items
    if first >= limit or (items[first].has("word:stop") and not items[first].has_any(_HEADS)):
        return first
    last = first
    while last < min(first + _LONGEST, limit) and not _edge(items[last]):
        last += 1
    return last


def _edge(item: Item) -> bool:
    return item.has_any(_EDGES) or bool(item.codes & _SIGNS)


def _noun_at_head(article: Article, cue: int, found: list[Mention]) -> Span | None:
    """The noun at the head of the clause that a word of speech ends, where nobody else stands in the clause on no preposition."""
    items, head = article.items, _clause_head(article, cue, found)
    if head >= cue - 1:
        return None
    commas = [i for i in range(head, cue) if "comma" in items[i].codes]
    for first in (head, *(comma + 1 for comma in commas[-1:])):
        last = _noun_end(article, first, cue)
        known = items[first].has_any(_HEADS) or "word" in items[first].codes or article.parties[first]
        if last > first and known and cue - first <= _FAR:
            return Span(first, last)
    return None


def _noun_before(article: Article, cue: int) -> Span | None:
    """The noun right before a word of speech and its auxiliaries: behind an article, or at the head of its clause."""
    items, last = article.items, _subject_before(article, cue) + 1
    first = last
    while first > article.sentence(cue).first and last - first < _LONGEST:
        item = items[first - 1]
        if item.has("word:article"):
            return Span(first, last) if last > first else None
        if _edge(item) or item.has("word:stop"):
            return None
        first -= 1
    return Span(first, last) if first == article.sentence(cue).first < last and items[last - 1].has_any(_HEADS) else None
