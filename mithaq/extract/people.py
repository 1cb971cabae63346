"""People and other actors that can speak: offices, names, pronouns, ministries, as mentions in the text.

Actors are discovered, not listed: an office beside a name, a name with a title, a name that returns shortened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mithaq.extract.article import Article, Span
from mithaq.extract.items import Item
from mithaq.extract.mention import Mention
from mithaq.extract.names import keys, may_name, run, variants
from mithaq.extract.offices import offices, state_after, state_before, with_title

_BESIDE = 2
"""Items between a document and the word that makes it speak."""

_ISSUER = 6
"""Items from a document within which it names the organ that issued it."""


def mentions(article: Article) -> list[Mention]:
    """All mentions of an article, in order, without overlaps."""
    found = list(offices(article))
    found = _without_overlaps([*found, *_titled(article, found), *_given(article, found), *_bodies(article, found), *_pronouns(article)])
    known = {word for mention in found for word in mention.words if len(word) > 2}
    found = _without_overlaps([*found, *_speakers(article, found)])
    found = _without_overlaps([*found, *_speaking_parties(article, found)])
    known |= {word for mention in found for word in mention.words if len(word) > 2}
    return _with_states(article, _without_overlaps([*found, *_short(article, found, known)]))


def _with_states(article: Article, found: list[Mention]) -> list[Mention]:
    """The same, where offices in a list that ends in one with a state are of that state ("X, prime minister, and Y, president of Z").

    Where the verb stands first, a comma parts clauses as often as members of a list.
    """
    out = list(found)
    if article.pack.profile.names["subject"] == "after":
        return out
    for place in range(len(out) - 2, -1, -1):
        one, after = out[place], out[place + 1]
        between = article.items[one.span.last : after.span.first]
        listed = bool(between) and all(item.has("word:and") or item.codes & {"comma", "quote"} for item in between)
        if listed and one.office and one.state is None and one.name and after.name and after.state not in {None, "that_state"}:
            out[place] = replace(one, state=after.state)
    return out


def _titled(article: Article, found: list[Mention]) -> Iterator[Mention]:
    """Names that only a title marks: "Mr Straw"."""
    taken = {index for mention in found for index in mention.span}
    for index, item in enumerate(article.items):
        if item.has("word:title") and index not in taken:
            name = run(article.items, index + 1, 1, article.pack)
            if name and not taken & set(name):
                span = Span(name[0], name[-1] + 1)
                yield Mention(Span(index, span.last), "named", span, keys(article.items[span.first : span.last], article.pack), title=True)


def _given(article: Article, found: list[Mention]) -> Iterator[Mention]:
    """Names that begin with a given name and have a second word, wherever they stand; a known family name alone where none has capitals."""
    taken = {index for mention in found for index in mention.span}
    index = 0
    while index < len(article.items):
        name = run(article.items, index, 1, article.pack) if article.items[index].has("given") and index not in taken else []
        alone = not article.pack.profile.names["capitals"] and len(name) == 1 and _known_family(article.items[index])
        if (len(name) > 1 or alone) and not taken & set(name):
            span = Span(name[0], name[-1] + 1)
            yield Mention(span, "named", span, keys(article.items[span.first : span.last], article.pack))
            index = span.last
        else:
            index += 1


def _known_family(item: Item) -> bool:
    """Whether an item is a family name that is no other word."""
    return item.has("given:family") and not item.has_any(("given:name", "word", "office", "sector", "state", "city", "measure"))


def _bodies(article: Article, found: list[Mention]) -> Iterator[Mention]:
    """Ministries, governments, organs and unnamed officials, with their state."""
    taken = {index for mention in found for index in mention.span}
    for index, item in enumerate(article.items):
        organ = item.has_any(("word:ministry", "word:government", "word:official", "word:delegation"))
        if index in taken or not (organ or _text_speaks(article, index)):
            continue
        first, state = state_before(article, index)
        last, after = state_after(article, index + 1)
        last = max(last, _issuer(article, index))
        last = next((i for i in range(index + 1, last) if i in taken), last)
        kind = "delegation" if item.has("word:delegation") else "body"
        office = "other" if item.has("word:official") else None
        yield Mention(Span(first, last), kind, office=office, state=state or after or article.parties[index])


def _issuer(article: Article, index: int) -> int:
    """The end of the organ that a document names as its own ("a statement of the presidency"), else the end of the document."""
    if not article.items[index].has("word:text"):
        return index + 1
    reach = Span(index + 1, min(index + _ISSUER, len(article.items)))
    organ = next(iter(article.find(reach, "word:ministry", "word:government")), None)
    if organ is None or article.find(Span(index + 1, organ), "comma", "stop", "cue", "word:prep.in", "word:prep.with"):
        return index + 1
    return state_after(article, organ + 1)[0]


def _text_speaks(article: Article, index: int) -> bool:
    """Whether a document is said to say something: "according to the charter", "the decree says"."""
    items = article.items
    if not index:
        return False
    if article.pack.profile.names["subject"] == "after" and items[index - 1].has_any(("cue:say", "cue:deny")):
        return items[index].has_any(("word:text", "instrument"))
    if not items[index].has("word:text"):
        return False
    if any(item.has("cue:according") for item in items[max(index - _BESIDE, 0) : index]):
        return True
    placed = any(item.has("word:prep.in") for item in items[max(index - _BESIDE, 0) : index])
    return placed and any(items[i].has("mark:text") for i in article.sentence(index))


def _pronouns(article: Article) -> Iterator[Mention]:
    for index, item in enumerate(article.items):
        if item.has("word:pronoun.he"):
            yield Mention(Span(index, index + 1), "pronoun")


def _speakers(article: Article, found: list[Mention]) -> Iterator[Mention]:
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


def _speaking_parties(article: Article, found: list[Mention]) -> Iterator[Mention]:
    """States and organisations beside a word of speech: "Australia said", "أعلنت روسيا"."""
    taken = {index for mention in found for index in mention.span}
    items = article.items
    first_after = article.pack.profile.names["subject"] == "after"
    for index, item in enumerate(items):
        if not item.has_any(("cue:say", "cue:ask", "cue:deny")) or index in taken:
            continue
        before = _subject_before(article, index)
        if article.pack.profile.names["verb_last"] and not article.parties[before]:
            before = _clause_head(article, index, found)
        for place in (index + 1, before) if first_after else (before, index + 1):
            if not 0 <= place < len(items) or place in taken or (items[place].sense("state") or "").endswith(".adj"):
                continue
            if items[place].has_any(("word:two_sides", "word:two_states")):
                yield Mention(Span(place, place + 1), "many")
                break
            if (named := article.parties[place]) and not (place > 0 and items[place - 1].has("word:prep")):
                yield Mention(Span(place, place + 1), "body", state=named)
                break


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


def _short(article: Article, found: list[Mention], known: set[str]) -> Iterator[Mention]:
    """Later places where a name already met stands alone, shortened or with a clitic."""
    taken = {index for mention in found for index in mention.span}
    items = article.items
    index = 0
    while index < len(items):
        if index in taken or not may_name(items[index], article.pack) or not variants(items[index].text, article.pack) & known:
            index += 1
            continue
        last = index + 1
        while (
            last < len(items)
            and last not in taken
            and may_name(items[last], article.pack)
            and variants(items[last].text, article.pack) & known
        ):
            last += 1
        words = tuple(next(iter(sorted(variants(items[i].text, article.pack) & known))) for i in range(index, last))
        span = Span(index, last)
        yield Mention(with_title(article, span), "named", span, words)
        index = last


def _without_overlaps(found: Iterable[Mention]) -> list[Mention]:
    out: list[Mention] = []
    taken: set[int] = set()
    for mention in found:
        if not taken & set(mention.span):
            out.append(mention)
            taken.update(mention.span)
    return sorted(out, key=lambda mention: mention.span.first)
