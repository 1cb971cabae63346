"""Offices in an article: each with the state that it is of, and the name of its holder where one stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mithaq.extract.article import Article, Span
from mithaq.extract.items import Item
from mithaq.extract.mention import Mention
from mithaq.extract.names import keys, may_name, run, variants
from mithaq.extract.subjects import name_told
from mithaq.knowledge.codes import NAME

_TAIL = 7
"""Words that may stand between an office and its state ("minister of industry, mine and trade of …")."""

_FIELD = 2
"""Words that may tell the field of an organ before it ("head of the defence ministry"), where they agree with it in case."""

_ENDS = frozenset({"comma", "stop", "break", "colon", "semicolon", "quote", "dash", "open"})

_ORGAN = ("word", "sector", "measure")
"""Items of the name of an organ behind its first word."""

_APPOSED = ("word", "name", "sector", "state", "org", "apostrophe", "dash", "office")
"""Items that may stand before an office in the phrase that tells who somebody is."""


def offices(article: Article) -> Iterator[Mention]:
    """Offices with their states, and with the names beside them, in order."""
    items = article.items
    taken = -1
    for index, item in enumerate(items):
        office = "counterpart" if item.has("word:counterpart") else item.sense("office")
        if office is None or index <= taken:
            continue
        first, state = state_before(article, index)
        last, after = state_after(article, index + 1)
        if item.has("word:head"):
            last = max(last, _organ_end(article, index + 1))
            office = _headed(article, Span(index + 1, last), state is not None) or office
        elif last == index + 1 < len(items) and items[last].has_any(("word:ministry", "word:government")):
            last += 1  # "spokesman of the ministry" that was named before
        state = state or after or _state_inside(item)
        if item.has("mark:plural"):
            states = _listed(article, index + 1, last)
            yield Mention(Span(first, states.last), "many", office=office, state=state)
            several = list(_several(article, states, office))
            yield from several
            taken = max([states.last, *(mention.span.last for mention in several)]) - 1
            continue
        name = (
            _name_after(article, last)
            or _name_before(article, first)
            or _apposed(article, first)
            or _name_behind(article, last, item.has("mark:oblique"))
        )
        name = name or name_told(article, first, last)
        if name and name.first <= taken:
            name = None
        span = Span(first, last)
        if name:
            span = Span(min(first, name.first), max(last, name.last))
            span = with_title(article, span)
            if span.last > last and not state:  # "president Raisi of Iran"
                end, state = state_after(article, span.last, tail=0)
                span = Span(span.first, end)
        taken = span.last - 1
        words = keys(items[name.first : name.last], article.pack) if name else ()
        yield Mention(span, "named" if name else "office", name, words, office, state)


def _listed(article: Article, start: int, last: int) -> Span:
    """The states that are listed behind an office in the plural ("the presidents of Iran and Oman"), as far as they reach."""
    items = article.items
    while last + 1 < len(items) and (items[last].has("word:and") or "comma" in items[last].codes) and items[last + 1].has("state"):
        last += 2
    return Span(start, last)


def _several(article: Article, states: Span, office: str) -> Iterator[Mention]:
    """The names that follow an office in the plural, each with the state that stands in the same place of the list before them."""
    items, position = article.items, states.last
    if not article.pack.profile.names["capitals"]:
        return
    found: list[Span] = []
    while name := run(items, position, 1, article.pack):
        found.append(Span(name[0], name[-1] + 1))
        position = name[-1] + 2
        if position >= len(items) or not (items[position - 1].has("word:and") or "comma" in items[position - 1].codes):
            break
    of = [article.parties[i] for i in states if items[i].has("state")]
    for place, span in enumerate(found if len(found) > 1 else ()):
        state = of[place] if len(of) == len(found) else None
        yield Mention(span, "named", span, keys(items[span.first : span.last], article.pack), office, state)


def _state_inside(item: Item) -> str | None:
    """The party that the words of an office hold themselves ("secretary-general of the United Nations"), or alone has such an office."""
    if alone := item.sense("mark:state"):
        return alone
    found = sorted(code for code in item.inner if code.startswith(("state:", "org:")))
    return found[0].partition(":")[2].partition(".")[0] if found else None


def state_before(article: Article, index: int) -> tuple[int, str | None]:
    """Where an office phrase begins, and the state that stands right before the office ("Iranian president")."""
    items = article.items
    first = index
    while first and items[first - 1].has("word:rank"):
        first -= 1
    if first and (items[first - 1].has("state") or items[first - 1].has("org")):
        before, allowed = items[first - 1], article.pack.profile.names["state_before"]
        form = "adj" if (before.sense("state") or "").endswith(".adj") else "name"
        if form in allowed and not (form == "name" and first > 1 and items[first - 2].has("word:prep")):
            return first - 1, article.parties[first - 1]
    return first, None


def state_after(article: Article, index: int, tail: int = _TAIL) -> tuple[int, str | None]:
    """Where an office phrase ends, and the state that follows the office, at most `tail` words of its portfolio later."""
    items = article.items
    position, plain = index, 0
    if _closed(article, index):
        return index, None
    while position < len(items) and plain <= tail:
        item = items[position]
        if item.has("state") or item.has("org") or item.has("word:own_state"):
            found = article.parties[position]
            return (_with_organ(article, position + 1), found) if found else (index, None)
        if item.has("word:that_state"):
            return position + 1, "that_state"
        if item.has("word:prep.of") or item.has("word:state_word") or item.has("word:and") or item.has("word:ministry"):
            plain += item.has("word:and")
        elif item.has("office") and item.has("mark:oblique") and position == index:  # "adviser of the president"
            plain += 1
        elif item.has_any(("sector", "measure")) or (
            item.has("word") and not item.has("word:stop") and not item.has("word:prep") and not item.has("word:title")
        ):
            if not article.pack.profile.names["portfolios"] and not item.has("sector"):
                break
            plain += 2
        elif _seated(article, position, index) or (
            "comma" in item.codes and position + 1 < len(items) and items[position + 1].has("sector")
        ):
            plain += 1
        else:
            break
        position += 1
    return index, None


def _seated(article: Article, index: int, first: int) -> bool:
    """Whether "in" at `index` and the state behind it say whose office it is («وزير التجارة في الإمارات»); never an ambassador's."""
    items = article.items
    if article.pack.profile.names["subject"] != "after" or not items[index].has("word:prep.in") or not 0 < first <= index < len(items) - 1:
        return False
    office = items[first - 1]
    return items[index + 1].has("state") and office.has("office") and not office.has_any(("office:ambassador", "office:other"))


def _closed(article: Article, index: int) -> bool:
    """Whether the word before `index` is a definite noun, to which the name of the state at `index` cannot belong."""
    items, definite = article.items, article.pack.profile.names["definite"]
    if not definite or not 0 < index < len(items):
        return False
    state = items[index].sense("state")
    return state is not None and "." not in state and items[index - 1].text.rpartition(" ")[2].startswith(definite)


def _with_organ(article: Article, index: int) -> int:
    """The end of a phrase whose state, an adjective, stands before the organ that it goes with ("head of the Iranian ministry")."""
    items = article.items
    if index < len(items) and (items[index - 1].sense("state") or "").endswith(".adj"):
        organ = items[index].has_any(("word:ministry", "word:government", "word:state_word"))
        return index + (organ or (items[index].has("office") and items[index].has("mark:oblique")))
    return index


def _organ_end(article: Article, index: int) -> int:
    """The end of the organ right behind the word for its head, with what says its field before it; else `index`."""
    items, position = article.items, index
    while position < min(index + _FIELD, len(items)) and items[position].has("sector") and items[position].has("mark:oblique"):
        position += 1
    return position + 1 if article.find(Span(position, min(position + 1, len(items))), "word:ministry", "word:government") else index


def _headed(article: Article, span: Span, before: bool) -> str | None:
    """The office of the head of what follows ("head of the foreign ministry", "leader of Iran"); None where that is no organ of a state.

    Args:
        span: the items after the word for the head.
        before: the state stands before that word ("the Iranian leader").
    """
    items = article.items
    if article.find(span, "word:ministry.foreign"):
        return "foreign_minister"
    if article.find(span, "word:ministry.parliament"):
        return "speaker"
    if article.find(span, "word:ministry"):
        return "minister"
    if article.find(span, "word:government"):
        return "prime_minister"
    first = items[span.first] if span.first < span.last else None
    named = first is not None and (first.has("state") or first.has("word:that_state"))
    return "president" if named or (before and first is None) else None


def _name_after(article: Article, index: int) -> Span | None:
    if not article.pack.profile.names["after_office"]:
        return None
    items = article.items
    position = index
    while position < len(items) and (items[position].has("word:title") or "quote" in items[position].codes):
        position += 1
    position = _past_organ(article, _past_seat(article, position))
    if position < len(items) and "comma" in items[position].codes and position + 1 < len(items):
        position = _past_comma(article, position)
    found = run(items, position, 1, article.pack)
    return Span(found[0], found[-1] + 1) if _plausible(article, found, sure=position > index) else None


def _past_organ(article: Article, index: int) -> int:
    """Behind the organ that an office is of, where a capital begins it ("директор Международного института X"); else `index`.

    An abbreviation is such a beginning, and an adjective in the case of what belongs to the office, with a plain word behind it.
    """
    items, position = article.items, index
    while position + 1 < min(index + _TAIL, len(items)):
        item, after = items[position], items[position + 1]
        if NAME in item.codes:
            written = article.quote(Span(position, position + 1))
            abbreviation = len(written) > 1 and written.isupper() and bool(article.pack.profile.names["organs"])
            if not abbreviation and not (item.text.endswith(tuple(article.pack.profile.names["organs"])) and after.has_any(_ORGAN)):
                break
        elif position == index or not item.has_any((*_ORGAN, "state", "org")):
            break
        position += 1
    return position


def _past_seat(article: Article, index: int) -> int:
    """The comma behind the place where somebody is in office ("the German ambassador in Tunis, X Y"); else `index`."""
    items = article.items
    place = index + (index < len(items) and items[index].has("word:prep"))
    if place + 1 >= len(items) or not items[place].has_any(("state", "city")) or "comma" not in items[place + 1].codes:
        return index
    return place + 1 if place > index or items[place].has("clitic:prep") else index


def _past_comma(article: Article, comma: int) -> int:
    """Where a name begins that a comma sets off from its office: behind a title, or a full name that another comma closes."""
    items, first = article.items, comma + 1
    if items[first].has("clitic:and"):  # somebody else
        return comma
    while first < len(items) and (items[first].has("word:title") or "stop" in items[first].codes):
        first += 1
    behind = run(items, first, 1, article.pack)
    if not article.pack.profile.names["capitals"] and first < len(items) and items[first].has("given"):
        return first
    closed = bool(behind) and behind[-1] + 1 < len(items) and bool(items[behind[-1] + 1].codes & {"comma", "stop"})
    titled = first > comma + 1 and article.pack.profile.names["capitals"]
    return first if titled or (closed and len(behind) > 1) else comma


def _name_behind(article: Article, index: int, oblique: bool) -> Span | None:
    """A full name behind what else is said of an office ("envoy for Iran Brian Hook"), in its case, where names have capitals."""
    items = article.items
    if not article.pack.profile.names["capitals"] or not article.pack.profile.names["after_office"]:
        return None
    for position in range(index, min(index + _TAIL, len(items))):
        item = items[position]
        if item.has("given") and (oblique or not item.has("mark:oblique")):
            found = run(items, position, 1, article.pack)
            return Span(found[0], found[-1] + 1) if len(found) > 1 and position > index else None
        verb = item.has("act") and not (item.sense("act") or "").endswith(".n")
        another = item.has("word:and") and position + 1 < len(items) and items[position + 1].has("given")
        if verb or another or item.codes & (_ENDS - {"quote"}) or item.has_any(("cue", "modal", "office", "outlet", "word:stop")):
            return None
    return None


def _name_before(article: Article, index: int) -> Span | None:
    if not article.pack.profile.names["before_office"] or not index:
        return None
    items = article.items
    position = index - 1
    while position > 0 and ("quote" in items[position].codes or "comma" in items[position].codes or items[position].has("word:article")):
        position -= 1
    if position < index - 3:
        return None
    found = run(items, position, -1, article.pack)
    if not found or not _stands_apart(article, Span(found[0], index)):
        return None
    if len(found) < 2 and article.pack.profile.names["capitals"] and article.find(Span(position, index), "comma"):
        return None
    edge = found[0] - 1
    sure = edge >= 0 and (items[edge].has("word:title") or ("quote" in items[edge].codes and position < index - 1))
    return Span(found[0], found[-1] + 1) if _plausible(article, found, sure=sure) else None


def _stands_apart(article: Article, span: Span) -> bool:
    """Whether an office tells who the name before it is, where subject and object follow the verb ("received X the minister").

    Args:
        span: from the name up to the office.
    """
    items = article.items
    if article.pack.profile.names["subject"] != "after" or article.find(span, "comma"):
        return True
    if items[span.last].has("word:counterpart"):
        return False
    before = items[span.first - 1] if span.first else None
    return items[span.first].has("clitic:prep") or (before is not None and before.has_any(("cue:say", "word:prep", "word:title")))


def _apposed(article: Article, index: int) -> Span | None:
    """The full name from which a comma sets an office phrase off ("X Y, the fund's managing director"), where names have capitals."""
    items = article.items
    if not article.pack.profile.names["capitals"] or not article.pack.profile.names["before_office"]:
        return None
    for position in range(index - 1, max(index - _TAIL, 0), -1):
        if "comma" in items[position].codes:
            found = run(items, position - 1, -1, article.pack)
            return Span(found[0], found[-1] + 1) if len(found) > 1 else None
        if not items[position].has_any(_APPOSED) or items[position].has_any(("act", "cue", "modal")):
            return None
    return None


def _plausible(article: Article, found: list[int], *, sure: bool) -> bool:
    """Whether a run of tokens is a name: capitals, a title or quotation marks, a given name, or a word of it that returns alone."""
    items = article.items
    words = [items[index] for index in found if may_name(items[index], article.pack)]
    if not words:
        return False
    if article.pack.profile.names["capitals"] or sure or any(item.has("given") for item in words):
        return True
    if len(words) == 1:
        return (
            article.pack.profile.names["verb_last"]
            and "comma" in items[min(found[-1] + 1, len(items) - 1)].codes
            and _returns(article, words[0].text, found)
        )
    return _returns(article, words[-1].text, found) or _heads(article, found)


def _heads(article: Article, found: Sequence[int]) -> bool:
    """Whether words stand right before an office at the head of a clause, where verbs stand last, or are set off from it by a comma."""
    items, first, after = article.items, found[0], found[-1] + 1
    apart = after < len(items) and "comma" in items[after].codes
    opens = first == article.sentence(first).first or bool(items[first - 1].codes & {"comma", "break", "colon", "dash"})
    headed = opens or (apart and items[first - 1].has("word:prep"))
    place = after + apart
    return article.pack.profile.names["verb_last"] and headed and place < len(items) and items[place].has("office")


def _returns(article: Article, word: str, found: Iterable[int]) -> bool:
    """Whether a word stands elsewhere in the article beside a cue of speech."""
    here = set(found)
    for index, item in enumerate(article.items):
        if index in here or word not in variants(item.text, article.pack):
            continue
        near = article.items[max(0, index - 2) : index + 3]
        headed = index == article.paragraph(index).first and "colon" in article.items[min(index + 1, len(article.items) - 1)].codes
        if headed or any(other.has("cue") or other.has("word:title") for other in near):
            return True
    return False


def with_title(article: Article, span: Span) -> Span:
    """A name grown to the titles and the quotation mark before it."""
    first, quoted = span.first, not article.pack.profile.names["capitals"]
    while first and (article.items[first - 1].has("word:title") or (quoted and "quote" in article.items[first - 1].codes)):
        first -= 1
    if (
        first < span.first
        and "quote" in article.items[first].codes
        and "quote" not in article.items[span.last - 1].codes
        and span.last - span.first < 3
    ):
        first = span.first
    return Span(first, span.last)
