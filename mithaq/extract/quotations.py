"""Quotation marks of an article, paired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mithaq.extract.actors import Cast
from mithaq.extract.article import Article, Span
from mithaq.extract.names import variants

_OPENING, _CLOSING = "«“„〝❝", "»”〞❞"

_NAME = 4
"""Words of a name."""

_ASIDE = 24
"""Items that a remark on who speaks may take within a quotation."""


def quotations(article: Article, cast: Cast) -> list[Span]:
    """Paired quotation marks as spans that hold both marks; one never closed ends with its paragraph; those around the name of somebody who
    acts in the article («شكري») are none.

    Marks that show a direction pair by it; plain ones open after a blank and close before one. Inner quotations
    are part of the outer one. A closing mark without an opening one is passed over. A quotation that is interrupted by
    a remark on who speaks («…, - said X, - …») is two, the second of which begins with the dash.
    """
    return [part for span in _paired(article) if not _names(article, cast, span) for part in _parts(article, span)]


def _names(article: Article, cast: Cast, span: Span) -> bool:
    """Whether quotation marks hold nothing but words of one actor's name."""
    inside = [variants(article.items[i].text, article.pack) for i in range(span.first + 1, span.last - 1)]
    short = 0 < len(inside) <= _NAME and span.last - span.first > len(inside)
    return short and any(actor.words and all(words & set(actor.words) for words in inside) for actor in cast.actors)


def _parts(article: Article, span: Span) -> Iterator[Span]:
    """A quotation without the remarks between dashes that hold a word of speech."""
    items, first = article.items, span.first
    for index in range(span.first + 3, span.last):
        if index < first or not items[index].has("cue:say") or "dash" not in items[index - 1].codes:
            continue
        if items[index - 2].codes & {"comma", "stop", "quote", "sign"}:
            yield Span(first, index - 1)
            ends = range(index + 1, min(index + _ASIDE, span.last))
            first = next((i for i in ends if "dash" in items[i].codes and items[i - 1].codes & {"comma", "stop", "colon"}), span.last)
    if span.last - first > 1:
        yield Span(first, span.last)


def _paired(article: Article) -> list[Span]:
    """Quotation marks paired within each paragraph, inner ones left out."""
    out: list[Span] = []
    for paragraph in article.paragraphs:
        opened: int | None = None
        depth = 0
        for index in paragraph:
            if "quote" not in article.items[index].codes:
                continue
            opens = _opens(article, index, opened is not None)
            if opened is None and opens:
                opened, depth = index, 1
            elif opened is not None and opens:
                depth += 1
            elif opened is not None:
                depth -= 1
                if depth <= 0:
                    out.append(Span(opened, index + 1))
                    opened = None
        if opened is not None and paragraph.last - opened > 2:
            out.append(Span(opened, paragraph.last))
    return out


def _opens(article: Article, index: int, inside: bool) -> bool:
    view, item = article.reading.folded, article.items[index]
    mark = view.source[view.origin[item.start]]
    if mark in _CLOSING and not (mark == "”" and not inside):
        return False
    after = view.source[view.origin[item.start] + 1 : view.origin[item.start] + 2]
    if mark in _OPENING:
        return not (mark == "“" and inside and (not after or after in " ,.،\n"))
    before = view.source[max(0, view.origin[item.start] - 1) : view.origin[item.start]]
    if before and not before.isspace() and before not in "([:«-—" and (not after or not after.isalnum()):
        return False
    if inside:
        return (not before or before.isspace()) and bool(after) and not after.isspace() and after not in ".,،" and mark in _OPENING
    return True


def holding(found: Sequence[Span], index: int) -> Span | None:
    """The quotation in which an item stands, its marks included."""
    return next((span for span in found if index in span), None)
