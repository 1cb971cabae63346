"""Quotation marks of an article, paired."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.extract.article import Article, Span

_OPENING, _CLOSING = "«“„〝❝", "»”〞❞"


def quotations(article: Article) -> list[Span]:
    """Paired quotation marks as spans that hold both marks; one never closed ends with its paragraph.

    Marks that show a direction pair by it; plain ones open after a blank and close before one. Inner quotations
    are part of the outer one. A closing mark without an opening one is passed over.
    """
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
