"""The error page: each miss, extra and wrong field in its sentence, with the hand-made value and ours; one HTML file without scripts."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

from mithaq.evaluate.cases import Case, Excerpt, commonest
from mithaq.evaluate.fields import FIELDS

FOLDER = Path(__file__).parent / "templates"
MOST = 10
"""Errors that the summary of a language lists."""

_FRAME = frozenset({"evidence", "also", "grounds", "derived", "cue"})


class Run(NamedTuple):
    """A stretch of a sentence and the sides ("gold", "found") whose passage it belongs to."""

    text: str
    sides: str


class Group(NamedTuple):
    """All cases of one sort of error, by article."""

    kind: str
    error: str
    cases: Sequence[Case]
    languages: Mapping[str, int]


def error_page(cases: Sequence[Case], directions: Mapping[str, str]) -> str:
    """The page as HTML.

    Args:
        cases: of all articles; may be none.
        directions: language -> "rtl" or "ltr".
    """
    languages = sorted({case.lang for case in cases})
    css = (FOLDER / "errors.css").read_text(encoding="utf-8") + "".join(_filter(lang) for lang in languages if lang.isalnum())
    policy = f"default-src 'none'; style-src 'sha256-{base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()}'"
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"runs": runs, "fields": fields}
    return made.get_template("errors.html").render(
        kinds=_by_kind(groups(cases)),
        languages=[(lang, sum(case.lang == lang for case in cases)) for lang in languages],
        summary={lang: commonest(case for case in cases if case.lang == lang)[:MOST] for lang in languages},
        directions=directions,
        size=len(cases),
        policy=policy,
        style=Markup(css),
    )


def groups(cases: Iterable[Case]) -> list[Group]:
    """The cases by kind and error: the kind with the most cases first, within it the commonest error."""
    held: dict[tuple[str, str], list[Case]] = {}
    for case in cases:
        held.setdefault((case.kind, case.error), []).append(case)
    of_kind = Counter({kind: sum(len(found) for (other, _), found in held.items() if other == kind) for kind, _ in held})
    order = sorted(held, key=lambda key: (-of_kind[key[0]], key[0], -len(held[key]), key[1]))
    return [
        Group(*key, sorted(held[key], key=lambda case: (case.lang, case.file)), Counter(case.lang for case in held[key])) for key in order
    ]


def runs(excerpt: Excerpt) -> Iterator[Run]:
    """An excerpt cut where a passage begins or ends."""
    edges = sorted({0, len(excerpt.text), *(edge for at in excerpt.marks.values() for edge in at)})
    for start, end in pairwise(edges):
        sides = " ".join(side for side, (first, last) in sorted(excerpt.marks.items()) if first <= start and end <= last)
        yield Run(excerpt.text[start:end], sides)


def fields(case: Case) -> list[tuple[str, str, str, bool]]:
    """The fields of a case: name, hand-made value, ours, and whether they differ; "" where there is no item or no value."""
    gold, found = case.gold or {}, case.found or {}
    known = [name for name in FIELDS.get(case.kind, ()) if name in gold or name in found]
    names = [*known, *(name for name in {**gold, **found} if name not in known and name not in _FRAME)]
    rows = [(name, _written(gold.get(name)), _written(found.get(name))) for name in names]
    both = case.gold is not None and case.found is not None
    return [(name, want, got, both and want != got) for name, want, got in rows if want or got]


def _written(value: Any) -> str:
    if value is None or value == []:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(sorted(value))
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _by_kind(found: Sequence[Group]) -> dict[str, list[Group]]:
    out: dict[str, list[Group]] = {}
    for group in found:
        out.setdefault(group.kind, []).append(group)
    return out


def _filter(lang: str) -> str:
    """The style that hides all other languages while a language is chosen."""
    chosen = json.dumps(f"show-{lang}")
    return f"body:has([id={chosen}]:checked) [data-langs]:not([data-langs~={json.dumps(lang)}]) {{ display: none }}\n"
