"""When something that an article tells happened: which of its dates is that of an occasion or a step, and which is another's."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.dates import Date
from mithaq.extract.scene import Scene

_SINCE = ("word:stop.after", "word:stop.since", "calendar:ago")
"""Words after which a date is when something began, or what came before."""

_SET = 4
"""Items before a year among which it stands that something was set for it."""

_OTHER = ("act:event", "act:legal")
_RELATIVE = ("word:stop.relative", "mark:who")
_ANY = ("word:until", *_SINCE)


def within(scene: Scene, span: Span) -> Date | None:
    """The first date that stands within a span; a period is none, nor is one until which or since when something holds."""
    return next((date for date in _dates(scene, span) if not date.end), None)


def when(scene: Scene, evidence: Span, deed: Span) -> Date | None:
    """The date of what an article tells: in its passage, else what begins its sentence, else the only one there.

    Args:
        scene: of the article.
        evidence: the passage that tells it.
        deed: its verb or noun. A date of another deed, of a relative clause, or of who says it, is none of this one.
    """
    sentence = scene.article.sentence(evidence.first)
    found = [date for date in _dates(scene, sentence) if not _of_another(scene, deed, date) and not _of_speech(scene, deed, date)]
    found = [date for date in found if date.first in evidence or not scene.article.find(_between(deed, date), *_RELATIVE)]
    clear = [date for date in found if not scene.article.find(_between(deed, date), *_OTHER)] or found
    inside = [date for date in clear if date.first in evidence]
    if inside:
        return min(inside, key=lambda date: _distance(deed, date))
    begins = [date for date in found if date.first <= sentence.first + 1 and "comma" in scene.article.items[date.last].codes]
    return found[0] if len(found) == 1 else next(iter(begins), None)


def _dates(scene: Scene, span: Span) -> list[Date]:
    """The dates of a span on which something may have happened: no end, no beginning, no period but one of days, no dateline."""
    return [
        date
        for date in scene.dates
        if date.first in span
        and not _stated(scene, date)
        and (not date.end or date.precision == "day")
        and not (date.first and scene.article.items[date.first - 1].has_any(_ANY))
        and not (date.precision == "year" and not date.relative and _since(scene, date))
    ]


def _since(scene: Scene, date: Date) -> bool:
    """Whether a year is one since when, for which or over which something is so ("с 2006 года", "plans for 2024"), no time at which it was.

    The language may say "since" by its word for "with".
    """
    items = scene.article.items
    if date.first > 0 and items[date.first - 1].has_any(("word:prep.on", "word:prep.in.onto")):
        return not scene.article.find(Span(max(date.first - _SET, 0), date.first), "modal:plan", "modal:aux")
    return date.first > 0 and items[date.first - 1].has("word:prep.with")


def _stated(scene: Scene, date: Date) -> bool:
    """Whether a date says when the article was published, and nothing else."""
    if scene.stated is None or date.offset is not None:
        return False
    return scene.article.items[date.last - 1].end == scene.stated[1][1]


def _between(deed: Span, date: Date) -> Span:
    return Span(deed.last, date.first) if date.first >= deed.last else Span(date.last, deed.first)


def _distance(deed: Span, date: Date) -> int:
    between = _between(deed, date)
    return max(between.last - between.first, 0)


def _of_another(scene: Scene, deed: Span, date: Date) -> bool:
    """Whether another deed stands between a deed and a date behind it ("the first meeting since ties were cut in 2016")."""
    return date.first >= deed.last and bool(scene.article.find(Span(deed.last, date.first), *_OTHER))


def _of_speech(scene: Scene, deed: Span, date: Date) -> bool:
    """Whether a date outside of what is said is that of the speech, and what is said tells the deed ("said on Monday that …")."""
    said, items = scene.statement(deed), scene.article.items
    if said is None or date.first in said.content or items[said.frame.cue.first].has("cue:according"):
        return False
    return said.frame.cue.first in scene.article.sentence(date.first)
