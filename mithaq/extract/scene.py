"""The scene of an article: all that the makers of claims read, and the questions that they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mithaq.extract.actors import Cast
from mithaq.extract.article import Article, Span
from mithaq.extract.dates import Date
from mithaq.extract.items import Item
from mithaq.extract.phrases import Phrases
from mithaq.extract.quantities import Quantity
from mithaq.extract.statements import Statement

_STRETCH = 7
"""Items by which a passage may grow to the ends of its clause."""

_LONG_STRETCH = 16
"""Items within which a verb's subject and its auxiliaries are looked for."""

_BACK = 3
"""Sentences before one in which those are named whom it calls "the ministers"."""

_ASIDE = 2
"""Items within brackets that do not end a clause."""

_NAME = 6
"""Items of a quotation, its marks included, that may be but a name."""

_PLACES = ("city", "state")
_LETTERS = 6
"""Letters of a word of common length."""

_EDGES = (
    "comma", "semicolon", "colon", "stop", "quote", "break", "open", "close", "dash", "cue:that", "cue:say", "cue:note",
    "word:stop.relative",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with its actors, statements, dates and quantities."""

    article: Article
    cast: Cast
    quotes: Sequence[Span]
    statements: Sequence[Statement]
    phrases: Phrases
    dates: Sequence[Date]
    quantities: Sequence[Quantity]
    published: str | None
    stated: tuple[str, tuple[int, int]] | None
    """The date of publication as the article itself gives it, and the folded span that says so."""

    @property
    def head(self) -> int:
        """The first item below headline and first paragraph (in a text of one paragraph, below its first two sentences)."""
        article = self.article
        cuts = article.paragraphs if len(article.paragraphs) > 2 else article.sentences
        return cuts[1].last if len(cuts) > 1 else len(article.items)

    def statement(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds a span."""
        holding = [found for found in self.statements if span.first in found.content and span.last - 1 in found.content]
        return min(holding, key=lambda found: found.content.last - found.content.first, default=None)

    def clause(self, span: Span, stretch: int = _STRETCH) -> Span:
        """A span grown to the nearest edges of its clause, at most `stretch` words of common length on each side, within its sentence.

        Letters are counted, not words: a half-space that became a space must not change what a clause holds.
        """
        items, sentence, limit = self.article.items, self.article.sentence(span.first), stretch * _LETTERS
        first, last = span.first, span.last
        if self.article.pack.profile.names["verb_last"] and first - 2 > sentence.first and "comma" in items[first - 1].codes:
            first -= 1  # what a verb says stands before the comma ahead of it
        room = limit
        while first > sentence.first and not self._edge(first - 1) and (room := room - _letters(items[first - 1])) > 0:
            first -= 1
        room = limit
        while last < sentence.last and not self._edge(last) and (room := room - _letters(items[last])) > 0:
            last += 1
        return Span(first, last)

    def _edge(self, index: int) -> bool:
        """Whether an item ends a clause; quotation marks do not that stand around names or words of the report itself."""
        item = self.article.items[index]
        joins = (self._cited, self._hyphen, self._lists, self._initial, self._aside)
        return item.has_any(_EDGES) and not any(join(index) for join in joins)

    def _cited(self, index: int) -> bool:
        """Whether a quotation mark stands around a name (where names have no capitals), or around words that are no statement."""
        if "quote" not in self.article.items[index].codes:
            return False
        around = [quote for quote in self.quotes if index in quote]
        if any(quote.last - quote.first <= _NAME for quote in around) and not self.article.pack.profile.names["capitals"]:
            return True
        said = (found.content for found in self.statements)
        return bool(around) and not any(content.first <= index <= content.last or content.first - 1 == index for content in said)

    def _lists(self, index: int) -> bool:
        """Whether a comma stands between two parties of a list."""
        named = self.article.parties
        return "comma" in self.article.items[index].codes and 0 < index < len(named) - 1 and bool(named[index - 1] and named[index + 1])

    def _hyphen(self, index: int) -> bool:
        """Whether a dash joins what stands on both sides: without blanks, between two names of places or two offices of one man."""
        items = self.article.items
        if "dash" not in items[index].codes or not 0 < index < len(items) - 1:
            return False
        before, item, after = items[index - 1 : index + 2]
        glued = before.end == item.start and item.end == after.start
        offices = before.has("office") and after.has_any(("office", "word:head"))
        return glued or offices or (before.has_any(_PLACES) and after.has_any(_PLACES))

    def _aside(self, index: int) -> bool:
        """Whether a bracket holds but a word or two, such as the short name of an organisation."""
        items = self.article.items
        step = 1 if "open" in items[index].codes else -1 if "close" in items[index].codes else 0
        other = "close" if step > 0 else "open"
        near = range(index + step, index + step * (_ASIDE + 2), step) if step else ()
        return any(other in items[i].codes for i in near if 0 <= i < len(items))

    def _initial(self, index: int) -> bool:
        """Whether a stop belongs to the initial of a name."""
        before, item = self.article.items[index - 1], self.article.items[index]
        return index > 0 and "stop" in item.codes and "name" in before.codes and len(before.text) == 1 and before.end == item.start

    def own_clause(self, verb: Span, stretch: int = _STRETCH) -> Span:
        """The clause of a verb; where verbs stand last, from after the verb before it to the verb that ends it."""
        if not self.article.pack.profile.names["verb_last"]:
            return self.clause(verb, stretch)
        items, clause = self.article.items, self.clause(verb, max(stretch, _LONG_STRETCH))
        ends = [i for i in clause if items[i].has("modal:aux") or items[i].has("cue:say")]
        first = max((i + 1 for i in ends if i < verb.first), default=clause.first)
        last = min((i + 1 for i in ends if i >= verb.last and not (i + 1 < clause.last and items[i + 1].has("modal"))), default=clause.last)
        return Span(first, max(last, verb.last))

    def subject(self, verb: Span) -> list[str]:
        """The parties that do what a verb says, by the order of words of the language; several where they are listed."""
        clause = self.own_clause(verb, _LONG_STRETCH)
        groups = self._groups(Span(self._list_start(clause.first), clause.last))
        before = [group for group in groups if group[-1][0] < verb.first]
        after = [group for group in groups if group[0][0] >= verb.last]
        order = self.article.pack.profile.names["subject"]
        if (
            after
            and after[0][0][0] - verb.last <= 1
            and not self._object(verb.last, after[0][0][0])
            and (order == "after" or (order == "near" and not before))
        ):
            chosen = after[0]
        elif before:
            chosen = before[0] if order == "before" else before[-1]
        elif order == "after" and not after and (earlier := self._groups(Span(self.article.sentence(verb.first).first, clause.first))):
            chosen = earlier[0]  # the subject of the verb that opens the sentence goes on
        else:
            return []
        body = self._body(clause.first, chosen[0][0])
        if body is not None:
            return ["name:" + self.article.quote(Span(body, chosen[-1][0] + 1))]
        return merged([name for _, name in chosen])

    def _object(self, first: int, last: int) -> bool:
        """Whether a noun of doing stands right behind a verb, which a party behind it then goes with ("means to supply Italy")."""
        return any((self.article.items[i].sense("act") or "").endswith(".n") for i in range(first, last))

    def unhung(self, span: Span) -> list[str]:
        """The first parties of a span that hang on no preposition."""
        return merged([name for group in self._groups(span)[:1] for _, name in group])

    def last_unhung(self, span: Span) -> list[str]:
        """The last parties of a span that hang on no preposition."""
        return merged([name for group in self._groups(span)[-1:] for _, name in group])

    def first_at(self, index: int) -> list[str]:
        """The parties that are listed from an item on."""
        groups = self._groups(Span(index, self.article.sentence(index).last)) if index < len(self.article.items) else []
        return merged([name for _, name in groups[0]]) if groups and groups[0][0][0] == index else []

    def _body(self, first: int, index: int) -> int | None:
        """The company, chamber or commission right before a party that only tells whose it is."""
        before = index - 1
        while before >= first and (self.article.items[before].has("sector") or self.article.items[before].has("word:prep.of")):
            before -= 1
        return before if before >= first and self.article.items[before].has_any(("word:body", "word:company")) else None

    def _list_start(self, first: int) -> int:
        """Where the list of parties begins that a comma cut a clause off from ("Iran, | Iraq and Oman will …")."""
        items = self.article.items
        while first > 1 and "comma" in items[first - 1].codes and self.article.parties[first - 2]:
            first -= 2
            while first > 0 and items[first - 1].has("word:article"):
                first -= 1
        return first

    def _groups(self, clause: Span) -> list[list[tuple[int, str]]]:
        """The parties of a clause that hang on no preposition, with their places; those that are listed side by side together."""
        items = self.article.items
        starts = {mention.span.first: number for number, mention in enumerate(self.cast.mentions)}
        out: list[list[tuple[int, str]]] = []
        index = end = clause.first
        hanging = False
        while index < clause.last:
            number = starts.get(index)
            last = index + 1 if number is None else max(index + 1, self.cast.mentions[number].span.last)
            if found := self._state(number) if number is not None else self.article.parties[index]:
                between = items[end:index]
                listed = (
                    all(item.has("word:and") or "comma" in item.codes for item in between) if between else items[index].has("clitic:and")
                )
                placed = items[index].has("clitic:prep") or (index > clause.first and items[index - 1].has("word:prep"))
                marked = last < clause.last and items[last].has("word:stop.object")
                hanging = (listed and hanging) or placed or marked or self._owns_hung(clause, index)
                if not hanging and listed and out:
                    out[-1].append((index, found))
                elif not hanging:
                    out.append([(index, found)])
                end = last
            index = last
        return out

    def _owns_hung(self, clause: Span, index: int) -> bool:
        """Whether a party only tells whose a deed is that hangs on a preposition, where verbs stand last ("with the help of X")."""
        if not self.article.pack.profile.names["verb_last"] or index - 2 < clause.first:
            return False
        return self.article.items[index - 2].has("word:prep") and self.article.items[index - 1].has("act:do")

    def parties(self, span: Span, *, places: bool = True) -> list[str]:
        """The parties that a span names itself: states, organisations, and those for which its people stand; in order.

        Args:
            span: of items.
            places: states in which something is done ("signed in Kazakhstan") count as well.
        """
        out: list[str] = []
        index = span.first
        starts = {mention.span.first: number for number, mention in enumerate(self.cast.mentions)}
        while index < span.last:
            number = starts.get(index)
            if number is not None:
                mention = self.cast.mentions[number]
                found = self._state(number)
                index = max(index + 1, mention.span.last)
                if mention.kind == "many":  # "the foreign ministers of Armenia and Azerbaijan"
                    out = merged(out, [name for name in self.article.parties[mention.span.first : mention.span.last] if name])
            else:
                placed = not places and index > 0 and self.article.items[index - 1].has_any(("word:prep.in", "word:go"))
                found = None if placed or self._of_company(index) else self.article.parties[index]
                index += 1
            if found and found not in out:
                out.append(found)
        return out

    def acting(self, span: Span) -> list[str]:
        """The parties of a span that act or are acted with: all it names but adjectives that no office, ministry or government carries."""
        starts = {mention.span.first: number for number, mention in enumerate(self.cast.mentions)}
        out: list[str] = []
        index = span.first
        while index < span.last:
            number = starts.get(index)
            found = self._state(number) if number is not None else None
            described = (self.article.items[index].sense("state") or "").endswith(".adj") and not self._of_organ(index)
            if number is None and not described and not self._of_company(index):
                found = self.article.parties[index]
            if number is not None and (mention := self.cast.mentions[number]).kind == "many":
                out = merged(out, [name for name in self.article.parties[mention.span.first : mention.span.last] if name])
            index = index + 1 if number is None else max(index + 1, self.cast.mentions[number].span.last)
            if found and found not in out:
                out.append(found)
        return out

    def _of_organ(self, index: int) -> bool:
        """Whether an adjective stands behind a verb that holds its subject («صادق البرلمان»)."""
        return index > 0 and self.article.items[index - 1].has("act:legal.ratified.v")

    def _of_company(self, index: int) -> bool:
        """Whether an item tells of which state a company is: a state beside that word, or its genitive before an unknown name."""
        items, state = self.article.items, self.article.items[index].sense("state") or ""
        if not state:
            return False
        if state.endswith(".adj"):
            return any(items[i].has("word:company") for i in range(max(0, index - 2), min(len(items), index + 3)))
        after = items[index + 1 : index + 3]
        if not self.article.pack.profile.names["capitals"] or not after:
            return False
        owner = items[index].text.endswith("'s") and "name" in after[0].codes
        return owner or any(item.has("word:company") for item in after)

    def _state(self, number: int) -> str | None:
        """The party for which a mention stands; a pronoun in what somebody says means the speaker."""
        if self.cast.mentions[number].kind == "pronoun" and (said := self.speaker_state(self.cast.mentions[number].span)):
            return said
        return self.cast.state(number)

    def pair(self, span: Span) -> list[str]:
        """The two parties that "the two countries" stands for at a span: the last two named before it side by side, else the principals.

        "The two sides" may be a state and an organisation; countries are states alone.
        """
        out: list[str] = []
        countries = not self.article.find(span, "word:two_sides")
        for index in range(span.first - 1, max(-1, span.first - 40), -1):
            found = self.article.parties[index]
            if found and found not in out and not (countries and found.startswith("org:")):
                out.append(found)
                if len(out) == 2:
                    break
        principals = [name for name in self.cast.principals if not (countries and name.startswith("org:"))][:2]
        if len(out) == 2 and set(out) & set(principals):
            return sorted(out, key=self._rank)
        return principals

    def _rank(self, name: str) -> int:
        return list(self.cast.principals).index(name) if name in self.cast.principals else len(self.cast.principals)

    def speaker_state(self, span: Span) -> str | None:
        """The state for which the one speaks in whose statement a span stands."""
        found = self.statement(span)
        return found.state if found else None

    def named_before(self, index: int) -> str | None:
        """The party of whoever is last mentioned before an item in its sentence."""
        first = self.article.sentence(index).first
        numbers = (n for n, mention in enumerate(self.cast.mentions) if first <= mention.span.first and mention.span.last <= index)
        return next((found for number in reversed(list(numbers)) if (found := self._state(number))), None)

    def person_at(self, span: Span) -> bool:
        """Whether a person is mentioned at a span, by name, office or pronoun."""
        return any(mention.span.first in span and mention.kind in {"named", "office", "pronoun"} for mention in self.cast.mentions)

    def person(self, span: Span) -> str | None:
        """Someone of unknown state who is mentioned at a span, as a party: `name:as written`."""
        for number, mention in enumerate(self.cast.mentions):
            if mention.span.first in span and mention.name and self._state(number) is None:
                actor = self.cast.actor(number)
                return "name:" + self.article.quote(actor.name if actor and actor.name else mention.name)
        return None

    def bilateral(self, span: Span) -> list[str]:
        """The parties of what a span tells: named there, meant by "the two countries", or known from sentence, speaker and principals."""
        out = self.parties(span, places=False)
        both = self.article.find(span, "word:two_states", "word:two_sides")
        if both and len(self.parties(Span(span.first, both[0]))) < 2 and len(pair := self.pair(span)) > 1:
            return pair
        if len(out) < 2 and (several := self._several(span)):
            return several
        if not both and self._many(span) and (assembled := self._assembled(span)):
            return assembled
        if both or self._many(span):
            out = merged(out, self.pair(span)) if len(out) < 2 else out
        if len(out) < 2:
            sentence = self.article.sentence(span.first)
            out = merged(out, self.parties(Span(sentence.first, max(span.first, sentence.first)), places=False))
        if len(out) < 2 and (said := self.speaker_state(span)):
            out = merged(out, [said])
        if len(out) == 1 and (before := self._just_before(span)):
            out = merged(out, before)[:2]
        if len(out) < 2:
            rest = [name for name in self.cast.principals if name not in out]
            out = merged(out, rest[: 2 - len(out)])
        return out

    def _just_before(self, span: Span) -> list[str]:
        """For whom the people stand that are named last before the sentence of a span, nearest first."""
        first = self.article.sentence(span.first).first
        near = [number for number, mention in enumerate(self.cast.mentions) if first - 30 <= mention.span.first < first]
        return merged(found for number in reversed(near) if (found := self._state(number)))

    def _several(self, span: Span) -> list[str]:
        """The states meant by "the five countries" in a span: as many as are said, where the article names just those; else []."""
        states = [name for name in self.cast.principals if not name.startswith("org:")]
        said = (found for found in self.quantities if found.unit == "countries" and span.first <= found.first < span.last)
        return next((sorted(states) for found in said if found.value == len(states) > 2), [])

    def _assembled(self, span: Span) -> list[str]:
        """The three states or more for which "the leaders" speak: those of the last sentence that names two, if it names three; else []."""
        cuts, first = self.article.sentences, self.article.sentence(span.first).first
        for sentence in [cut for cut in cuts if cut.last <= first][: -_BACK - 1 : -1]:
            named = [name for name in self.acting(sentence) if not name.startswith("org:")]
            if len(named) > 1:
                return named if len(named) > 2 else []
        return []

    def _many(self, span: Span) -> bool:
        return any(mention.kind == "many" and mention.state is None and mention.span.first in span for mention in self.cast.mentions)


def _letters(item: Item) -> int:
    return len(item.text) - item.text.count(" ")


def merged(*lists: Iterable[str]) -> list[str]:
    """Several lists as one, in order, without repeats."""
    return list(dict.fromkeys(name for found in lists for name in found))
