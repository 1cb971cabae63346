"""Actors of an article: which mentions are of one person, ministry or office-holder, and of which state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mithaq.extract.article import Article, Span
from mithaq.extract.items import Item
from mithaq.extract.known import STRANGERS, People
from mithaq.extract.mention import Mention
from mithaq.extract.names import variants

_HEADLINE_WEIGHT = 3
_FAR_LESS = 6
"""How many times as often as the second state an article may speak of the first one for a bare office to be of the second."""

_FAR_MORE = 2

_FULL = 2
"""Words of a full name."""

_STEM = 4
"""Letters by which two words for a ministry or a government are told to be one word."""


@dataclass
class Actor:
    """Someone who acts or speaks in the article; grows while mentions are read, then stays.

    Attributes:
        name: span of the fullest form of the name, or None for an unnamed office-holder or a body.
        words: keys of all words of the name met so far.
        spans: of all mentions.
        told: whether the article itself says the state beside one of the mentions.
    """

    kind: str
    name: Span | None = None
    words: list[str] = field(default_factory=list)
    office: str | None = None
    state: str | None = None
    state_from: Span | None = None
    spans: list[Span] = field(default_factory=list)
    told: bool = False


@dataclass(frozen=True)
class Cast:
    """The actors of an article and who each mention is.

    Attributes:
        mentions: in order of the text.
        actors: in order of first mention.
        of: for each mention, the index of its actor, or None (pronouns, several people at once).
        principals: the parties that the article is most about, most mentioned first.
        known: the states that the article names nowhere, and for which its people act by the dated office table.
    """

    mentions: Sequence[Mention]
    actors: Sequence[Actor]
    of: Sequence[int | None]
    principals: Sequence[str]
    known: frozenset[str]

    def actor(self, index: int) -> Actor | None:
        """The actor of mention `index`."""
        found = self.of[index]
        return None if found is None else self.actors[found]

    def state(self, index: int) -> str | None:
        """The party for which mention `index` stands."""
        actor = self.actor(index)
        mention = self.mentions[index]
        return (actor.state if actor else None) or (mention.state if mention.state not in {"that_state"} else None)


def cast(article: Article, mentions: Sequence[Mention], known: People = STRANGERS) -> Cast:
    """Group mentions into actors.

    Args:
        article: being read.
        mentions: of people and bodies, in order.
        known: people whose states need not be said.
    """
    counted = weights(article)
    actors: list[Actor] = []
    of: list[int | None] = []
    for mention in mentions:
        if mention.kind in {"pronoun", "many", "delegation"}:
            of.append(None)
            continue
        seen = _states_before(article, mention)
        state = mention.state
        if state == "that_state":
            state = seen[-1] if seen else None
        elif state is None and article.find(mention.span, "word:ministry", "word:government"):
            state = _of_organ(article, mention, actors, of)
        elif state is None and mention.kind == "office" and article.home in counted:
            state = article.home  # a bare office is one of the outlet's state
        index = _match(actors, mention, state, of, article)
        if index is None:
            actors.append(Actor(mention.kind))
            index = len(actors) - 1
        _grow(actors[index], mention, state, actors, of)
        of.append(index)
    named = set(counted)
    _name_the_unnamed(article, actors, of, _foreign(article, mentions, actors, of))
    _tell(actors, known)
    for actor in actors:
        if actor.state and actor.kind != "body":
            counted[actor.state] += 2
    _resolve_pronouns(article, mentions, of)
    principals = _ranked(counted)
    seats = [found for item in article.items if (found := item.sense("seat"))]
    _fill_states(actors, counted, article.home, _foreign(article, mentions, actors, of), seats)
    return Cast(mentions, actors, of, principals, frozenset(counted) - named)


def _tell(actors: Sequence[Actor], known: People) -> None:
    """Give people whose state the article does not say beside them the one for which they act by the office table."""
    for actor in actors:
        if not actor.told and (state := known.state(actor.words, actor.office)):
            actor.state, actor.state_from = state, actor.name


def _of_organ(article: Article, mention: Mention, actors: Sequence[Actor], of: Sequence[int | None]) -> str | None:
    """The state of the organ met before that a mention names again without its state ("the ministry's spokesman")."""
    organ = article.items[article.find(mention.span, "word:ministry", "word:government")[0]]
    for index in reversed(of):
        if index is not None and actors[index].kind == "body" and actors[index].state and _alike(article, actors[index], organ):
            return actors[index].state
    return None


def _alike(article: Article, actor: Actor, said: Item) -> bool:
    """Whether a word for a ministry or a government is one by which an actor was named, clitics aside."""
    stems = {form[:_STEM] for form in variants(said.text, article.pack)}
    held = [article.items[span.first] for span in actor.spans]
    return any(item.codes & said.codes and stems & {form[:_STEM] for form in variants(item.text, article.pack)} for item in held)


def _ranked(counted: Counter[str]) -> list[str]:
    return [name for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]


def weights(article: Article) -> Counter[str]:
    """How much an article is about each party: names count 1, in the first two paragraphs 3."""
    counted: Counter[str] = Counter()
    head = article.paragraphs[1].last if len(article.paragraphs) > 1 else len(article.items)
    for index in range(len(article.items)):
        if found := article.parties[index]:
            counted[found] += _HEADLINE_WEIGHT if index < head else 1
    return counted


def _states_before(article: Article, mention: Mention) -> list[str]:
    return [
        found
        for index in range(max(0, mention.span.first - 80), mention.span.first)
        if (found := article.parties[index]) and not found.startswith("org:")
    ]


def _match(actors: list[Actor], mention: Mention, state: str | None, of: list[int | None], article: Article) -> int | None:
    if mention.kind == "named":
        return _by_name(actors, mention, state, of, article)
    recent = [index for index in dict.fromkeys(reversed(of)) if index is not None]
    if mention.kind == "body":
        return next((i for i in recent if actors[i].kind == "body" and _bodies_agree(article, actors[i], mention, state)), None)
    alike = [index for index in recent if actors[index].kind != "body" and _offices_agree(actors[index].office, mention.office)]
    if state is None and not alike and mention.kind == "office":
        return next((i for i in recent if actors[i].words and actors[i].office is None and actors[i].state is None), None)
    if state is None:
        at_home = [index for index in alike if article.home and actors[index].state == article.home]
        met_alone = [index for index in alike if not article.items[actors[index].spans[0].first].has("word:counterpart")]
        said_so = [index for index in met_alone if _called(article, actors[index], mention)]
        return next(iter(at_home or said_so or met_alone or alike), None)
    same = [index for index in alike if actors[index].state == state]
    alike = [index for index in alike if not _named_beside(article, actors[index], mention)]
    return next((index for index in [*same, *alike] if actors[index].state in {None, state}), None)


def _called(article: Article, actor: Actor, mention: Mention) -> bool:
    """Whether an actor was called before by the very words of a bare office ("head of state", not "president")."""
    offices = {article.items[i].text for i in article.find(mention.span, "office")}
    return any(article.items[i].text in offices for span in actor.spans for i in span)


def _named_beside(article: Article, actor: Actor, mention: Mention) -> bool:
    """Whether the sentence of an office names an actor elsewhere, who is then somebody else, where a subject stands behind its verb
    ("met X the Italian president"); elsewhere the office may well be his ("X said … the Italian president").
    """
    if article.pack.profile.names["subject"] != "after":
        return False
    sentence = article.sentence(mention.span.first)
    beside = [index for index in sentence if index not in mention.span]
    return bool(actor.words) and any(variants(article.items[i].text, article.pack) & set(actor.words) for i in beside)


def _bodies_agree(article: Article, actor: Actor, mention: Mention, state: str | None) -> bool:
    held, said = article.items[actor.spans[0].first], article.items[mention.span.first]
    if not held.codes & said.codes or actor.office != mention.office:
        return False
    if state == actor.state:
        return state is not None or _alike(article, actor, said)
    return None in {state, actor.state} and _alike(article, actor, said)


def _offices_agree(held: str | None, said: str | None) -> bool:
    if held is None or said is None:
        return False
    return held == said or (said == "minister" and held.endswith("minister") and held != "prime_minister")


def _by_name(actors: list[Actor], mention: Mention, state: str | None, of: list[int | None], article: Article) -> int | None:
    words = set(mention.words)
    for index, actor in enumerate(actors):
        held = set(actor.words)
        if held and words and (words <= held or held <= words or _namesakes(mention.words, actor.words)):
            if mention.office and actor.office and state and actor.state and (state != actor.state):
                continue
            return index
    unnamed = [i for i in dict.fromkeys(reversed(of)) if i is not None and actors[i].kind == "office" and not actors[i].words]
    if mention.office:
        alike = [i for i in unnamed if _offices_agree(actors[i].office, mention.office) and state in {None, actors[i].state}]
        met_alone = [i for i in alike if not article.items[actors[i].spans[0].first].has("word:counterpart")]
        return next(iter(alike if state or mention.office == "counterpart" else met_alone or alike), None)
    return unnamed[0] if unnamed and of[-1] == unnamed[0] and _begins(article, mention.span.first) else None


def _namesakes(said: Sequence[str], held: Sequence[str]) -> bool:
    """Whether two names end alike and may be one person's: one of them is short, or both begin with the same letter."""
    return said[-1] == held[-1] and (min(len(said), len(held)) < _FULL or said[0][0] == held[0][0])


def _begins(article: Article, index: int) -> bool:
    """Whether a mention stands first in its paragraph, or first after the medium that reports."""
    paragraph = article.paragraph(index)
    if index - paragraph.first <= 1:
        return True
    return "comma" in article.items[index - 1].codes and bool(article.find(Span(paragraph.first, index), "cue:medium"))


def _grow(actor: Actor, mention: Mention, state: str | None, actors: list[Actor], of: list[int | None]) -> None:
    actor.spans.append(mention.span)
    if mention.kind == "named":
        actor.kind = "named"
        if actor.name is None or len(mention.words) > len(actor.words):
            actor.name = mention.name
            actor.words = list(mention.words)
    office = mention.office
    if office == "counterpart":
        office = next((actors[i].office for i in reversed(of) if i is not None and actors[i].office), None)
    if office and (actor.office is None or (actor.office == "minister" and office.endswith("minister"))):
        actor.office = office
    actor.told = actor.told or mention.state not in {None, "that_state"}
    if state and actor.state is None:
        actor.state, actor.state_from = state, mention.span


def _resolve_pronouns(article: Article, mentions: Sequence[Mention], of: list[int | None]) -> None:
    """Give each pronoun the person who is the subject of its sentence before it, or of the sentence before: the first on no preposition."""
    for index, mention in enumerate(mentions):
        if mention.kind == "pronoun":
            sentence = article.sentence(mention.span.first)
            before = article.sentence(max(sentence.first - 1, 0))
            for span in (Span(sentence.first, mention.span.first), before):
                found = next((of[i] for i in range(index) if _subject(article, mentions[i], span) and of[i] is not None), None)
                if found is not None:
                    of[index] = found
                    break


def _subject(article: Article, mention: Mention, span: Span) -> bool:
    """Whether a mention of a person stands in a span and hangs on no preposition."""
    if mention.span.first not in span or mention.kind not in {"named", "office", "pronoun"}:
        return False
    first = mention.span.first
    while first > span.first and article.items[first - 1].has_any(("word:article", "word:rank")):
        first -= 1
    return first == span.first or not article.items[first - 1].has_any(("word:prep", "word:counterpart"))


def _name_the_unnamed(article: Article, actors: list[Actor], of: list[int | None], foreign: Mapping[int, set[str]]) -> None:
    """Join office-holders without a name to the one named holder of their office and state; else the only two that are left over."""
    for index, actor in enumerate(actors):
        if actor.kind == "office" and not actor.words and actor.state:
            holders = [i for i, other in enumerate(actors) if other.words and (other.office, other.state) == (actor.office, actor.state)]
            if len(holders) == 1:
                _join(actors, of, holders[0], index)
    named = [i for i, actor in enumerate(actors) if actor.words and not actor.office and not actor.state]
    if len(named) > 1:  # of two, the one who is met on no preposition
        named = [i for i in named if not article.items[max(actors[i].spans[0].first - 1, 0)].has("word:prep")]
    held = {(actor.office, actor.state) for actor in actors if actor.words}
    unnamed = [i for i, actor in enumerate(actors) if actor.kind == "office" and actor.state and (actor.office, actor.state) not in held]
    if len(named) == 1 and len(unnamed) == 1 and actors[unnamed[0]].state not in foreign.get(named[0], ()):
        one, other = actors[named[0]], actors[unnamed[0]]
        one.office, one.state, one.state_from = other.office, other.state, other.state_from
        _join(actors, of, named[0], unnamed[0])


def _join(actors: list[Actor], of: list[int | None], kept: int, joined: int) -> None:
    """Let all mentions of one actor be of another."""
    actors[kept].spans = sorted([*actors[kept].spans, *actors[joined].spans], key=lambda span: span.first)
    of[:] = [kept if actor == joined else actor for actor in of]


def _foreign(article: Article, mentions: Sequence[Mention], actors: Sequence[Actor], of: Sequence[int | None]) -> dict[int, set[str]]:
    """For each actor the states of the counterparts beside whom he is named: none of them is his own."""
    found: dict[int, set[str]] = {}
    for number, mention in enumerate(mentions):
        other = of[number]
        if other is None or not article.find(mention.span, "word:counterpart"):
            continue
        sentence, state = article.sentence(mention.span.first), actors[other].state or mention.state
        for beside in range(number):
            one = of[beside]
            if state and one is not None and one != other and mentions[beside].span.first in sentence:
                found.setdefault(one, set()).add(state)
    return found


def _fill_states(
    actors: list[Actor], counted: Counter[str], home: str | None, foreign: Mapping[int, set[str]], seats: Sequence[str]
) -> None:
    """Give bare offices the state of the outlet, else the one of the two principal states that no other actor holds, else the state of
    which the article speaks at least twice as often as of any other, never that of a counterpart; where such a state is the only
    one named, that of the first capital named. Where none of these holds, the state stays unknown.
    """
    held = {actor.state for actor in actors if actor.state}
    states = [name for name in _ranked(counted) if not name.startswith("org:")]
    third = max((counted[name] for name in states[2:3]), default=0)
    free = [name for name in states[:2] if name not in held and counted[name] > third]
    for index, actor in enumerate(actors):
        if actor.state is not None or actor.office in {None, "other"}:
            continue
        others = foreign.get(index, set())
        own = [name for name in states if name not in others]
        if home and home in _ranked(counted)[:3]:
            actor.state = home
        elif len(free) == 1 and held & set(states[:2]) and counted[free[0]] * _FAR_LESS >= counted[states[0]] and free[0] in own:
            actor.state = free.pop()
        elif own:
            actor.state = own[0] if counted[own[0]] >= _FAR_MORE * max((counted[name] for name in own[1:2]), default=0) else None
        else:
            actor.state = next((name for name in seats if name not in others), None)
