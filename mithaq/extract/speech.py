"""Frames of speech: where a word of speech stands, where what is said begins, and how it is introduced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mithaq.extract import bare
from mithaq.extract.article import Article, Span
from mithaq.extract.items import Item
from mithaq.extract.quotations import holding
from mithaq.knowledge.codes import NAME

_REACH = 28
"""Items between a cue and what introduces its content: speaker, occasion, day."""

_CLOSE = 4
"""The same where verbs stand last: what is said follows the verb at once."""

_SHORTEST_QUOTE = 7
"""Items of a quotation, marks included, that can be speech where names too stand in quotation marks."""

_SHORT = 4
"""Items of a quotation, its marks included, that may be but a name or a word in inverted commas."""

_TRAIL = 22
"""Items that may follow a cue after the clause that it reports: speaker, occasion, place."""

_SHORT_TRAIL = 8
"""The same where a clause may well follow the cue, and within which a speaker or medium is named."""

_NESTED = 2
"""Items before a word of speech at the head of what is said: the subject whose view it is."""

_APART = 3
"""Items that may name the source of a clause before a comma and his office ("as the speaker, minister X, noted, …")."""

_DATELINE = 14
_MEDIUM = 7
"""Items behind the last comma of a sentence that may name the medium."""

_LEAD = ("city", "state", "outlet", "name", "calendar", "digits", "comma", "open", "close", "stop", "slash")
"""Items that may stand in a dateline."""

_DEED = 14
"""Items between a cue and the verbal noun of what is announced or denied."""

_DEEDS = ("act:legal", "act:delivery", "act:event.relations", "act:event.visit")

_CUES = ("cue:say", "cue:note", "cue:according", "cue:deny", "cue:ask")


@dataclass(frozen=True, slots=True)
class Frame:
    """One word of speech with its content.

    Attributes:
        cue: its items, the complementiser included.
        content: items said, marks of quotation left out.
        how: colon, that, quote, before (the content stands before the cue), about (in the sentence before), according.
        quoted: the content stands in quotation marks.
        turn: where the frame begins: content of an earlier one ends there.
    """

    cue: Span
    content: Span
    how: str
    quoted: bool
    turn: int


_SPEAKERS = (
    "office", "given", "state", "org", "seat", "outlet", "cue:medium", "word:ministry", "word:government", "word:official", "word:pronoun",
    "word:title", "word:counterpart", "word:two_sides", "word:text", "word:delegation", "word:company", "word:body",
)  # fmt: skip


def frames(article: Article, quotes: Sequence[Span]) -> list[Frame]:
    """All frames of an article, in the order of their cues."""
    out: list[Frame] = []
    for index, item in enumerate(article.items):
        if not _speaks(item):
            continue
        if holding(quotes, index) or bare.told_of(article, index) or (out and not _turns(article, out[-1], index)):
            continue
        frame = _frame(article, quotes, index)
        if frame and not (out and frame.how == "about" and out[-1].content.last > frame.content.first):
            out.append(frame)
    return list(_cut(article, out))


def _speaks(item: Item) -> bool:
    """Whether an item says that somebody speaks: a word of speech, but no infinitive, no participle beside a noun, no "we note"."""
    if not item.has_any(_CUES):
        return False
    return (
        item.has("mark:text")
        or item.has("mark:bare")
        or not item.has_any(("mark:infinitive", "mark:participle", "mark:short", "mark:first"))
    )


def _turns(article: Article, last: Frame, index: int) -> bool:
    """Whether a cue that stands inside the content of the frame before begins a new one."""
    if index not in last.content or _reported(article, last):
        return True
    items = article.items
    item = items[index]
    if 0 < index - last.content.first <= _NESTED and article.items[index - 1].has_any(_SPEAKERS) and last.how == "that":
        return False  # "said that Russia believes …"
    if item.has("cue:note") or article.sentence(index) != article.sentence(last.cue.last - 1) or index + 1 >= len(items):
        return True
    before, after = items[index - 1], items[index + 1]
    joined = bool(before.codes & {"comma", "quote", "dash", "semicolon"}) or before.has("word:and") or before.has("word:pronoun")
    return joined or item.has("clitic:and") or "colon" in after.codes or ("quote" in after.codes and last.how != "quote")


def _reported(article: Article, frame: Frame) -> bool:
    """Whether a frame is but what a medium reports, in which others may speak ("according to the radio, officials hoped that …")."""
    near = Span(frame.cue.last, min(frame.cue.last + _SHORT, len(article.items)))
    return frame.how == "according" and bool(article.find(near, "word:medium", "outlet"))


def _frame(article: Article, quotes: Sequence[Span], index: int) -> Frame | None:
    item = article.items[index]
    if item.has("cue:according") or (index and article.items[index - 1].has("word:as")):
        return _according(article, index)
    if said := _about_this(article, index):
        return said
    if item.has("mark:that") and not item.has("cue:according"):
        return _after(article, quotes, Span(index, index + 1), index + 1, "that")
    return _deed(article, index) or _ahead(article, quotes, index) or _behind(article, quotes, index) or _bare(article, quotes, index)


def _deed(article: Article, index: int) -> Frame | None:
    """What is said follows as a verbal noun: of what is announced or denied, where words of speech may take one («نفت الوزارة توقيع …»),
    or of a stance («شدد على ضرورة …»).
    """
    items, sentence = article.items, article.sentence(index)
    deeds, head = items[index].has("mark:deed"), index
    for position in range(index + 1, min(index + _DEED, sentence.last)):
        item = items[position]
        resumed = "comma" in item.codes and position + 2 < sentence.last and items[position + 2].has("word:stance")
        if item.has("cue") or item.codes & {"colon", "quote", "stop"} or ("comma" in item.codes and not resumed):
            return None
        head = position if resumed else head
        if deeds and _is_deed(article, position):
            return Frame(Span(index, index + 1), Span(position, sentence.last), "that", False, index)
        stance = item.has("word:stance") or (item.has("modal:ready") and article.pack.profile.names["subject"] == "after")
        if stance and _taken(article, head, position):
            return Frame(Span(index, index + 1), Span(position, sentence.last), "that", False, index)
    return None


def _is_deed(article: Article, index: int) -> bool:
    """Whether an item is the verbal noun of a deed, on no preposition of place or aim."""
    items = article.items
    placed = items[index - 1].has_any(("word:prep.in", "word:prep.with", "word:prep.to", "word:until"))
    return not placed and items[index].has_any(_DEEDS) and (items[index].sense("act") or "").endswith(".n")


def _taken(article: Article, head: int, index: int) -> bool:
    """Whether a noun of stance is what a word of speech takes: from that, or from the comma behind its subject, no preposition stands
    before the noun but one right before it.
    """
    items = article.items
    return not article.find(Span(head + 1, index - 1), "word:prep", "clitic:prep", "word:stop.relative", "act:event") and not items[
        index - 1
    ].has_any(("word:prep.in", "word:prep.with", "act"))


def _ahead(article: Article, quotes: Sequence[Span], index: int) -> Frame | None:
    """What is said follows: after a colon, a complementiser or an opening quotation mark."""
    items, sentence = article.items, article.sentence(index)
    reach = _CLOSE if article.pack.profile.names["verb_last"] and items[index].has("cue:say") else _REACH
    for position in range(index + 1, min(index + reach, sentence.last, len(items))):
        item = items[position]
        if item.has("cue:that") and bare.precedes(article, index, position):
            return None
        if item.has("cue:that"):
            cue = Span(index, position + 1 if position == index + 1 else index + 1)
            return _after(article, quotes, cue, position + 1, "that")
        if "colon" in item.codes:
            return _after(article, quotes, Span(index, index + 1), position + 1, "colon")
        quote = next((span for span in quotes if span.first == position), None)
        if quote and bare.quotes_only_part(article, index, position):
            return None
        if quote and _is_title(article, quote):
            return None
        if quote and (quote.last - quote.first > _SHORT or position == index + 1):
            return Frame(Span(index, index + 1), inner(article, quote), "quote", True, index)
        if "stop" in item.codes or item.has("cue:say") or item.has("cue:note"):
            return None
    return None


def _is_title(article: Article, quote: Span) -> bool:
    """Whether a quotation is a word or two that begin with a capital and end no sentence of their own: the name of a paper or company."""
    named = article.pack.profile.names["capitals"] and NAME in article.items[quote.first + 1].codes
    return named and quote.last - quote.first <= _SHORT and not article.find(quote, "stop", "comma")


def _after(article: Article, quotes: Sequence[Span], cue: Span, start: int, how: str) -> Frame | None:
    items = article.items
    while start < len(items) and ("colon" in items[start].codes or "comma" in items[start].codes or items[start].has("cue:that")):
        start += 1
    if start >= len(items) or "break" in items[start].codes:
        return None
    quote = next((span for span in quotes if span.first == start), None)
    paragraph = article.paragraph(cue.first)
    if quote:
        sentence = article.sentence(quote.first)
        if how == "colon" or quote.last >= sentence.last - 1 or quote.last - quote.first > 8:
            return Frame(cue, inner(article, quote), how, True, cue.first)
    last = paragraph.last if how == "colon" else _before_medium(article, Span(start, article.sentence(start).last))
    return Frame(cue, Span(start, max(last, start + 1)), how, False, cue.first) if start < last else None


def _before_medium(article: Article, span: Span) -> int:
    """The end of a sentence without the medium that a last comma adds ("…, Xinhua reported")."""
    for index in range(span.last - 1, max(span.last - _MEDIUM, span.first + 2), -1):
        if "comma" in article.items[index].codes:
            tail = Span(index + 1, span.last)
            reported = article.find(tail, "outlet") and article.find(tail, "cue:medium", "cue:say")
            return index if reported else span.last
    return span.last


def inner(article: Article, quote: Span) -> Span:
    """The items of a quotation without its marks."""
    last = quote.last - 1 if "quote" in article.items[quote.last - 1].codes else quote.last
    return Span(quote.first + 1, max(last, quote.first + 2))


def _behind(article: Article, quotes: Sequence[Span], index: int) -> Frame | None:
    """What is said stands before the cue: a quotation, or a clause that a comma ends at the end of the sentence."""
    items, sentence = article.items, article.sentence(index)
    for position in range(index - 1, max(index - 10, sentence.first - 3, -1), -1):
        codes = items[position].codes
        if quote := next((span for span in quotes if span.last == position + 1), None):
            if quote.last - quote.first < _SHORTEST_QUOTE and not article.pack.profile.names["capitals"]:
                continue  # a name in quotation marks
            if _within(article, sentence, quote):
                return Frame(Span(index, index + 1), Span(sentence.first, position + 1), "before", False, sentence.first)
            return Frame(Span(index, index + 1), inner(article, quote), "before", True, quote.first)
        if "quote" in codes:
            return None
        if "comma" in codes and article.pack.profile.names["capitals"]:
            if position - 1 >= 0 and "quote" in items[position - 1].codes:
                continue
            if bare.leads(article, index, position) or not bare.ends_turn(article, index, position):
                return None
            closes = article.pack.profile.names["bare_clauses"] and article.items[index + 1].has_any(("calendar", "word:prep"))
            trail = _TRAIL if closes or (position == index - 1 and not article.pack.profile.names["bare_clauses"]) else _SHORT_TRAIL
            if not article.pack.profile.names["bare_clauses"] and not _named_soon(article, Span(index + 1, sentence.last)):
                return None
            if _tail(article, Span(index, sentence.last)) <= trail and position - sentence.first >= 4:
                return Frame(Span(index, index + 1), Span(_past_dateline(article, sentence), position), "before", False, sentence.first)
            return None
        if "stop" in codes or "break" in codes:
            return None
    return None


def _tail(article: Article, rest: Span) -> int:
    """How many items follow a cue that closes what was said: up to the end of the sentence, or to the comma before a participle with
    which the speaker goes on ("…, X said, adding that …").
    """
    items = article.items
    goes_on = (i for i in article.find(rest, "comma") if i + 1 < rest.last and items[i + 1].has("cue:note"))
    return next(goes_on, rest.last) - rest.first


def _named_soon(article: Article, rest: Span) -> bool:
    """Whether a speaker may stand behind a cue: somebody or a medium is named soon, or the sentence ends."""
    soon = Span(rest.first, min(rest.last, rest.first + _SHORT_TRAIL))
    if rest.last - rest.first <= _SHORT:
        return True
    items = article.items
    named = [i for i in soon if NAME in items[i].codes or items[i].has_any(_SPEAKERS)]
    return any(not items[i].has("mark:oblique") or items[i - 1].has("word:prep.in") for i in named)


def _within(article: Article, sentence: Span, quote: Span) -> bool:
    """Whether a quotation before a cue is but the end of what is said: a name or a few words of a clause that begins before it."""
    if quote.first - sentence.first < _SHORT or quote.last - quote.first > 2 * _SHORT:
        return False
    marked = article.items[quote.first - 1].codes & {"colon", "dash", "comma", "stop"}
    return not marked and not article.find(Span(sentence.first, quote.first), "cue", "colon")


def _past_dateline(article: Article, sentence: Span) -> int:
    """Where a sentence begins behind the dateline that opens its paragraph ("TEHRAN, May 8 (IRNA) - …")."""
    if sentence.first != article.paragraph(sentence.first).first:
        return sentence.first
    for index in range(sentence.first, min(sentence.first + _DATELINE, sentence.last - 1)):
        item = article.items[index]
        if "dash" in item.codes and index > sentence.first:
            last = index + 1
            while last < sentence.last - 1 and "dash" in article.items[last].codes:
                last += 1
            return last
        if not item.has_any(_LEAD):
            break
    return sentence.first


def _bare(article: Article, quotes: Sequence[Span], index: int) -> Frame | None:
    """A clause follows the cue without any complementiser, where the language allows it."""
    first = bare.start(article, index) if bare.allowed(article, index) else bare.behind_verb(article, index)
    return None if first is None else _after(article, quotes, Span(index, index + 1), first, "that")


def _about_this(article: Article, index: int) -> Frame | None:
    """What is said is the sentence before: "X has arrived. The ministry told of this." """
    sentence = article.sentence(index)
    if sentence.first == 0 or not article.find(Span(sentence.first, index + 1), "word:about_this"):
        return None
    before = article.sentence(sentence.first - 1)
    if "break" in article.items[before.first].codes:
        before = article.sentence(max(before.first - 1, 0))
    return Frame(Span(index, index + 1), before, "about", False, index)


def _according(article: Article, index: int) -> Frame | None:
    items, sentence = article.items, article.sentence(index)
    comma = _clause_comma(article, Span(index + 1, min(index + 16, sentence.last)))
    before = index - 1 if index > sentence.first and "comma" in items[index - 1].codes else None
    if before is not None and before - sentence.first >= 4 and sentence.last - index < 14:
        return Frame(Span(index, index + 1), Span(sentence.first, before), "according", False, sentence.first)
    if comma is not None and sentence.last - comma > 3:
        return Frame(Span(index, index + 1), Span(comma + 1, sentence.last), "according", False, index)
    if index - sentence.first >= 6 and sentence.last - index <= 8:
        return Frame(Span(index, index + 1), Span(sentence.first, index), "according", False, sentence.first)
    return None


def _clause_comma(article: Article, span: Span) -> int | None:
    """The comma that ends "as X said": behind the office and name that another comma sets off from X, where one does."""
    commas = article.find(span, "comma")
    if len(commas) > 1 and commas[0] - span.first <= _APART and article.items[commas[0] + 1].has_any(("office", "word:title", "word:rank")):
        return commas[1]
    return commas[0] if commas else None


def _cut(article: Article, found: Sequence[Frame]) -> Iterator[Frame]:
    """End each content where the next frame begins."""
    for frame, after in zip(found, [*found[1:], None], strict=False):
        content = frame.content
        if after and not frame.quoted and frame.how not in {"before", "about"}:
            begin = _begin(article, frame, after)
            if content.first < begin < content.last:
                content = Span(content.first, begin)
            content = _before_aside(article, content)
        content = article.trimmed(content, ("comma", "break", "colon", "dash", "semicolon"))
        if content.first < content.last and not all("quote" in article.items[i].codes for i in content):
            yield Frame(frame.cue, content, frame.how, frame.quoted, frame.turn)


def _before_aside(article: Article, content: Span) -> Span:
    """What is said without an aside behind it that tells how it was said, though no clause ("…, مشيرا إلى التقدم")."""
    for comma in article.find(content, "comma"):
        if comma - content.first >= _SHORT and comma + 1 < content.last and article.items[comma + 1].has_any(("cue:note", "word:aside")):
            return Span(content.first, comma)
    return content


def _begin(article: Article, frame: Frame, after: Frame) -> int:
    """Where the turn of the next frame begins: its sentence, or after the last comma before its cue in the same sentence."""
    turn = after.turn
    sentence = article.sentence(turn)
    if frame.content.first < sentence.first:
        return sentence.first
    position = turn
    limit = max(frame.content.first, turn - 8)
    while position > limit:
        codes = article.items[position - 1].codes
        if codes & {"comma", "semicolon", "dash"} or article.items[position - 1].has("word:and"):
            return position - 1
        position -= 1
    return turn
