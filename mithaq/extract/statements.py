"""Statements: acts of speech, each with its speaker, its cue and all that was said after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mithaq.extract.actors import Cast
from mithaq.extract.article import Article, Span
from mithaq.extract.speech import Frame, frames, inner

_NEAR = 3
_AHEAD = 12
"""Items after a cue behind what was said in which the medium is named that reports it: "…, reports today, on 23 March, the agency X"."""

_FAR = 30
_NAMED = 6
"""Items of a quotation, its marks included, that may be but a name, where names have no capitals."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of speech.

    Attributes:
        content: the items said.
        speaker: index of the mention that names the speaker where the cue stands, or None.
        actor: index of the actor who speaks, resolved within the article, or None.
        direct: introduced by a colon or in quotation marks.
    """

    frame: Frame
    content: Span
    speaker: int | None
    actor: int | None
    state: str | None
    direct: bool


def statements(article: Article, cast: Cast, quotes: Sequence[Span]) -> list[Statement]:
    """All statements of an article, in order."""
    found = frames(article, quotes)
    spoken = [frame for frame in found if not _by_medium(article, cast, frame)]
    taken = {item for frame in spoken for item in frame.content} | {
        item for quote in quotes if article.pack.profile.names["capitals"] or quote.last - quote.first > _NAMED for item in quote
    }
    out: list[Statement] = []
    last: tuple[int | None, int | None] = (None, None)
    for frame in spoken:
        if any(frame.content == said.content for said in out):
            continue  # a second cue behind what the first one introduced
        speaker = _speaker(article, cast, frame, taken)
        if speaker is not None and article.find(cast.mentions[speaker].span, "word:medium"):
            continue
        actor = cast.of[speaker] if speaker is not None else None
        if speaker is None and _impersonal(article, cast, frame, last[0]):
            last = (None, None)
        elif speaker is None or cast.mentions[speaker].kind == "pronoun":
            actor = _antecedent(article, cast, speaker, out[-1] if out else None)
            if actor is None:
                actor = last[1] if out else _lead(article, cast, frame)
            speaker = speaker if speaker is not None else last[0]
        elif last[1] is not None and _again(article, cast, speaker, last[1]):
            actor = last[1]
        last = (speaker, actor)
        out.append(_statement(cast, frame, frame.content, (speaker, actor)))
        for content in _continued(article, frame, found, quotes):
            direct = "quote" in article.items[content.first - 1].codes
            out.append(replace(_statement(cast, frame, content, (speaker, actor)), direct=frame.quoted or direct))
    return out


def _impersonal(article: Article, cast: Cast, frame: Frame, last: int | None) -> bool:
    """Whether a word of speech of texts names none, and it was no text or organ that spoke last: "it is reported that …"."""
    by_organ = last is not None and cast.mentions[last].kind == "body"
    return article.items[frame.cue.first].has("mark:text") and not by_organ


def _again(article: Article, cast: Cast, speaker: int, last: int) -> bool:
    """Whether "the official" means the one who spoke last, a person of whom the article gives no other office and no other state; so
    does an office without a state where he has that office.
    """
    items, mention, one = article.items, cast.mentions[speaker], cast.actors[last]
    first = mention.span.first
    while first > 0 and items[first - 1].has("word:rank"):
        first -= 1
    if mention.kind == "office" and mention.state is None and one.kind == "named":
        return one.office == mention.office or (mention.office == "minister" and (one.office or "").endswith("_minister"))
    definite = first > 0 and items[first - 1].has("word:article") and not items[first - 1].has("word:article.a")
    alike = mention.state in {None, one.state} or one.state is None
    return definite and alike and bool(article.find(mention.span, "word:official.one")) and one.kind == "named"


def _statement(cast: Cast, frame: Frame, content: Span, who: tuple[int | None, int | None]) -> Statement:
    speaker, actor = who
    state = cast.actors[actor].state if actor is not None else None
    if state is None and speaker is not None:
        state = cast.state(speaker)
    return Statement(frame, content, speaker, actor, state, frame.quoted or frame.how == "colon")


def _by_medium(article: Article, cast: Cast, frame: Frame) -> bool:
    """Whether the cue belongs to an agency or a paper, which makes no statement; one told something by a person stands beside his cue."""
    items, cue = article.items, frame.cue
    ahead = _AHEAD if frame.how == "before" else _NEAR
    around = range(max(0, cue.first - _NEAR), min(len(items), cue.first + ahead + 1))
    sentence = article.sentence(cue.first)
    if items[cue.first].has("mark:quoted"):
        return items[cue.first - 1].has_any(("mark:who", "word:stop.relative"))  # "…, said the minister, whom the agency quotes"
    names = ("outlet", "cue:medium", "word:medium") if frame.how == "according" else ("outlet", "cue:medium")
    media = [i for i in around if items[i].has_any(names) and i in sentence and i not in frame.content and not _told(article, i)]
    others = [i for i, mention in enumerate(cast.mentions) if not any(place in mention.span for place in media)]
    if bool(media) and not any(_beside(article, cast, i, cue) for i in others):
        return True
    return article.pack.profile.names["verb_last"] and _medium_leads(article, cast, Span(sentence.first, cue.first))


def _quoted(article: Article, cast: Cast, cue: Span) -> int | None:
    """The mention right behind a word that says that a medium quotes him, in whatever case."""
    near = [i for i, mention in enumerate(cast.mentions) if 0 <= mention.span.first - cue.last <= _NEAR]
    return next((i for i in near if not article.find(cast.mentions[i].span, "outlet", "word:medium", "cue:medium")), None)


def _told(article: Article, index: int) -> bool:
    """Whether a medium is whom one tells something, where verbs stand last: "to" or "with" stands before it."""
    items, first = article.items, index
    while index - first < _NEAR and ("word" in items[first - 1].codes or items[first - 1].has_any(("word:medium", "word:stop", "outlet"))):
        first -= 1
    return article.pack.profile.names["verb_last"] and items[first - 1].has_any(("word:prep.to", "word:prep.with"))


def _medium_leads(article: Article, cast: Cast, before: Span) -> bool:
    """Whether a medium is the subject of a cue at the end of its sentence: no person stands before it, and it cites none."""
    items = article.items
    for index in article.find(before, "word:medium", "outlet"):
        ahead = items[index - 1] if index > before.first else None
        some = index - 2 >= before.first and items[index - 2].has("word:many")  # "some of the media"
        if ahead and not some and not ahead.has_any(("comma", "word:this", "word:stop", "word:many", "quote", "colon", "break")):
            continue
        commas = article.find(Span(before.first, index), "comma")
        aside = article.find(Span(commas[-1] if commas else before.first, index), "cue:medium")
        dateline = article.find(Span(index + 1, min(index + _NEAR, before.last)), "colon", "dash")
        if aside or dateline or article.find(Span(before.first, index), "cue:say"):
            continue
        people = [mention.span.first for mention in cast.mentions if mention.span.first in before and mention.kind != "many"]
        cited = article.find(Span(index, before.last), "cue:medium")
        return not any(place < index for place in people) and not (cited and any(place > cited[0] for place in people))
    return False


def _beside(article: Article, cast: Cast, index: int, cue: Span) -> bool:
    """Whether a mention stands right before or soon after a cue, with no comma between and not after a preposition."""
    span = cast.mentions[index].span
    first, last = (span.last, cue.first) if span.last <= cue.first else (cue.last, span.first)
    reach = _NEAR if span.last <= cue.first else 2 * _NEAR
    if not 0 <= last - first <= reach or article.find(Span(first, last), "comma", "stop"):
        return False
    return not _governed(article, cast, index) and not _oblique(article, cast, index)


def _antecedent(article: Article, cast: Cast, pronoun: int | None, before: Statement | None) -> int | None:
    """Whom a pronoun means where nobody speaks in the sentence before: the subject of that sentence, its first person on no preposition."""
    if pronoun is None:
        return None
    own = article.sentence(cast.mentions[pronoun].span.first)
    sentence = _sentence_before(article, own)
    if sentence.first in article.paragraph(own.first) and before and before.frame.turn >= sentence.first:
        return None
    for index, mention in enumerate(cast.mentions):
        if mention.span.first in sentence and mention.kind in {"named", "office"} and not _governed(article, cast, index):
            return cast.of[index]
    return None


def _sentence_before(article: Article, sentence: Span) -> Span:
    """The sentence before another, breaks between lines passed over; the first one where none stands before it."""
    place = sentence.first - 1
    while place > 0 and "break" in article.items[place].codes:
        place -= 1
    return article.sentence(max(place, 0))


def _lead(article: Article, cast: Cast, frame: Frame) -> int | None:
    """The actor of whom a first frame that names nobody goes on: the subject of its sentence or of the one before, else the nearest."""
    before = [i for i, mention in enumerate(cast.mentions) if mention.span.first < frame.cue.first and cast.of[i] is not None]
    if not before:
        return None
    sentence = article.sentence(frame.cue.first)
    for span in (Span(sentence.first, frame.cue.first), _sentence_before(article, sentence)):
        people = [i for i in before if cast.mentions[i].span.first in span and cast.mentions[i].kind in {"named", "office"}]
        if free := [i for i in people if not _governed(article, cast, i) and not _oblique(article, cast, i)]:
            return cast.of[free[0]]
    return cast.of[before[-1]]


def _speaker(article: Article, cast: Cast, frame: Frame, taken: set[int]) -> int | None:
    """The mention that is the subject of a cue, by the order of words of the language; none within what is said."""
    sentence = article.sentence(frame.cue.first)
    order = article.pack.profile.names["subject"]
    if article.items[frame.cue.first].has("mark:quoted") and (cited := _quoted(article, cast, frame.cue)) is not None:
        return cited
    standing = [i for i, mention in enumerate(cast.mentions) if mention.span.first in sentence and mention.span.first not in taken]
    if frame.how != "according":
        standing = [i for i in standing if not article.items[max(cast.mentions[i].span.first - 1, 0)].has("cue:according")] or standing
    free = [i for i in standing if not _oblique(article, cast, i)] or standing
    told = article.items[frame.cue.first].has("mark:told")
    after = [i for i in free if not told and 0 <= cast.mentions[i].span.first - frame.cue.first <= _reach(article, frame)]
    if order == "after":
        after = [i for i in after if not article.items[max(cast.mentions[i].span.first - 1, frame.cue.first)].has("word:prep")]
    before = [i for i in free if 0 <= frame.cue.first - cast.mentions[i].span.last <= _FAR and not _governed(article, cast, i)]
    beside = [i for i in standing if cast.mentions[i].span.last == frame.cue.first]
    if beside and order == "near" and article.items[frame.cue.first].has("cue:note"):
        return beside[0]  # "with the minister saying"
    if article.items[frame.cue.first].has("mark:his"):
        quoted = [i for i in standing if 0 <= frame.cue.first - cast.mentions[i].span.last <= _NEAR]
        if quoted:
            return quoted[-1]
    if frame.how == "according":
        named = [i for i in standing if 0 <= cast.mentions[i].span.first - frame.cue.first <= _reach(article, frame)]
        return named[0] if named else None
    placed = [i for i in standing if _placed(article, cast, i)]
    if placed and (article.items[frame.cue.first].has("mark:text") or not (before or after)):
        return min(placed, key=lambda i: abs(cast.mentions[i].span.first - frame.cue.first))
    if after and (order == "after" or cast.mentions[after[0]].span.first - frame.cue.first <= 1):
        return after[0]
    if not before and order == "before":  # the subject of a clause that follows "that"
        before = [i for i in free if 0 <= frame.cue.first - cast.mentions[i].span.last <= _FAR and _opens_clause(article, cast, i)]
    if not before:
        return after[0] if after else None
    if order == "before":
        return before[0]
    return _implied(article, cast, frame, before) if order == "after" else before[-1]


def _implied(article: Article, cast: Cast, frame: Frame, before: Sequence[int]) -> int | None:
    """The subject of a cue that names none behind it, where subjects follow their verbs: the mention right before it, the one behind
    the cue before it in its sentence, else the first of its sentence; None where that cue names none either.
    """
    cue, items = frame.cue.first, article.items
    going_on = items[cue].has("cue:note") and cue > 0 and "comma" in items[cue - 1].codes  # ", saying": the subject of the sentence does
    if cue - cast.mentions[before[-1]].span.last <= _NEAR and not items[cue].has("clitic:and") and not going_on:
        return before[-1]
    cues = article.find(Span(article.sentence(cue).first, cue), "cue:say", "cue:note", "cue:ask")
    behind = [i for i in before if cues and cast.mentions[i].span.first > cues[-1]]
    return behind[0] if behind else None if cues else before[0]


def _reach(article: Article, frame: Frame) -> int:
    stop = frame.content.first - frame.cue.first if frame.content.first > frame.cue.first else 12
    return min(stop, 8)


def _placed(article: Article, cast: Cast, index: int) -> bool:
    """Whether a mention is of an organ or document in which something is said: "in the ministry they said", "the decree says"."""
    mention = cast.mentions[index]
    before = article.items[mention.span.first - 1] if mention.span.first else None
    return mention.kind == "body" and before is not None and before.has("word:prep.in")


def _oblique(article: Article, cast: Cast, index: int) -> bool:
    """Whether the case of a mention's head, an office or a name of the tables, or its clitic says that it is no subject."""
    if article.items[cast.mentions[index].span.first].has("clitic:prep"):
        return True
    heads = article.find(
        cast.mentions[index].span,
        *("office", "word:counterpart", "given", "word:ministry", "word:government", "word:official", "state", "org"),
    )
    return bool(heads) and article.items[heads[0]].has("mark:oblique")


def _governed(article: Article, cast: Cast, index: int) -> bool:
    """Whether a mention hangs on a preposition or a noun and so is no subject."""
    first = cast.mentions[index].span.first
    if first == article.sentence(first).first:
        return False
    while first > 1 and (article.items[first - 1].has("word:article") or article.items[first - 1].has("word:rank")):
        first -= 1
    before = article.items[first - 1]
    if article.pack.profile.names["subject"] == "after" and (before.sense("act") or "").endswith(".v"):
        return False  # its own verb
    if before.has_any(("word:prep", "word:counterpart", "act")) or (before.has("word:this") and article.items[first - 2].has("cue:medium")):
        return True
    return article.pack.profile.names["subject"] == "before" and ("word" in before.codes or before.has("cue:that"))


def _opens_clause(article: Article, cast: Cast, index: int) -> bool:
    """Whether a mention stands right behind "that", with nothing before it to hang on."""
    first = cast.mentions[index].span.first
    return first > 0 and article.items[first - 1].has("cue:that")


def _continued(article: Article, frame: Frame, found: Sequence[Frame], quotes: Sequence[Span]) -> Iterator[Span]:
    """What goes on after a frame without a cue of its own: the rest of its sentence, and quotations in sentences of their own."""
    own = {item for other in found for item in (*other.content, *other.cue)}
    if (rest := _rest(article, frame)) and not any(i in own for i in rest):
        yield rest
    bare = article.pack.profile.names["bare_clauses"] and frame.how in {"that", "before"}
    if not frame.quoted and not bare:
        return
    end = max(frame.content.last, frame.cue.last)
    for quote in quotes:
        if quote.first < end or quote.last - quote.first < 5:
            continue
        sentence = article.sentence(quote.first)
        gap = article.items[end : quote.first]
        resumed = "dash" in article.items[quote.first].codes
        unknown = [item for item in gap if "word" in item.codes or "name" in item.codes]
        if (quote.first != sentence.first and not resumed) or len(unknown) > _NEAR:
            return
        if any(i in own for i in quote):
            return
        yield inner(article, quote)
        end = quote.last


def _rest(article: Article, frame: Frame) -> Span | None:
    """What is said on behind the cue that broke it: "…, X argued, if …"."""
    items, sentence, first = article.items, article.sentence(frame.cue.first), frame.cue.last
    if frame.how != "before" or frame.quoted or first + _NEAR > sentence.last or "comma" not in items[first].codes:
        return None
    span = article.trimmed(Span(first + 1, sentence.last), ("comma", "stop", "quote", "break"))
    begins = items[first + 1].has_any(("marker:condition", "word:stop.relative", "word:and", "word:stop"))
    return span if begins and span.last - span.first >= _NEAR else None
