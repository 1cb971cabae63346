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
from mithaq.extract.speakers import names_beside, parties_beside, unnamed

_BESIDE = 3
"""Items between a document and the word that makes it speak."""

_SEVERAL = ("crown_prince", "prime_minister", "deputy_prime_minister")
"""Offices whose holders often have another one."""

_ISSUER = 6
"""Items from a document within which it names the organ that issued it."""


def mentions(article: Article) -> list[Mention]:
    """All mentions of an article, in order, without overlaps."""
    found = _of_one(article, list(offices(article)))
    found = _without_overlaps([*found, *_titled(article, found), *_given(article, found), *_bodies(article, found), *_pronouns(article)])
    known = {word for mention in found for word in mention.words if len(word) > 2}
    found = _without_overlaps([*found, *names_beside(article, found)])
    found = _without_overlaps([*found, *parties_beside(article, found)])
    known |= {word for mention in found for word in mention.words if len(word) > 2}
    found = _without_overlaps([*found, *_short(article, found, known)])
    return _with_states(article, _without_overlaps([*found, *unnamed(article, found)]))


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


def _of_one(article: Article, found: list[Mention]) -> list[Mention]:
    """The same, where two offices before one name, with a comma or nothing between them, are that person's ("vice-premier, minister X")."""
    out: list[Mention] = []
    for mention in found:
        before = out[-1] if out else None
        if before and _also_holds(article, before, mention):
            out[-1] = replace(before, span=Span(before.span.first, mention.span.last), state=before.state or mention.state)
        elif before and before.kind == "office" and _holds_both(article, before, mention):
            office = mention.office if before.office in {None, "other", "counterpart"} else before.office
            state = before.state if before.state not in {None, "that_state"} else mention.state
            out[-1] = replace(mention, span=Span(before.span.first, mention.span.last), office=office, state=state)
        else:
            out.append(mention)
    return out


def _also_holds(article: Article, one: Mention, other: Mention) -> bool:
    """Whether an office right behind that of a named heir or head of a government, joined by a clitic, is his too («ولي العهد ورئيس …»)."""
    if one.office not in _SEVERAL or one.name is None or one.name.last >= one.span.last or other.name is not None:
        return False
    return one.span.last == other.span.first and article.items[other.span.first].has("clitic:and") and other.kind == "office"


def _holds_both(article: Article, one: Mention, other: Mention) -> bool:
    """Whether an office without a name stands right before a named one that is no further member of a list."""
    items, between = article.items, article.items[one.span.last : other.span.first]
    if other.name is None or other.name.first <= other.span.first or items[other.span.first].has("clitic:and"):
        return False
    if len(between) > 1 or any("comma" not in item.codes for item in between):
        return False
    listed = other.span.last < len(items) and items[other.span.last].has_any(("word:and", "clitic:and"))
    disagree = one.state and other.state and one.state != other.state
    return not disagree and not listed and not items[one.span.first - 1].has("word:and")


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
        last = max(last, _issuer(article, index), _field_end(article, index) if organ and last == index + 1 else 0)
        last = next((i for i in range(index + 1, last) if i in taken), last)
        kind = "delegation" if item.has("word:delegation") else "body"
        office = "other" if item.has("word:official") else None
        yield Mention(Span(first, last), kind, office=office, state=state or after or article.parties[index])


def _field_end(article: Article, index: int) -> int:
    """Where the field of a ministry without a state ends ("the ministry of industry and trade"), else the end of the ministry's word."""
    items, last = article.items, index + 1
    while items[index].has("word:ministry") and last < len(items):
        joined = items[last].has("word:and") and last + 1 < len(items) and items[last + 1].has("sector")
        if not (items[last].has("sector") or joined):
            break
        last += 1 + joined
    return last


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
