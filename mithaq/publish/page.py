"""The page itself: templates filled, with style and script inside and nothing from outside allowed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from mithaq.publish.catalogue import Catalogue
from mithaq.publish.passages import direction

FOLDER = Path(__file__).parent / "templates"


def render(words: Catalogue, context: Mapping[str, Any]) -> str:
    """The dossier's HTML.

    A policy inside the page forbids every request and every script but its own, so that hostile text stays text even
    where an escape were forgotten.

    Args:
        context: what the template shows; see `dossier`.
    """
    style, script = (_file(name) for name in ("dossier.css", "dossier.js"))
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    template = _environment().get_template("dossier.html")
    return template.render(words=words, policy=policy, style=Markup(style), script=Markup(script), **context)


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"direction": direction, "exact": _exact}
    return made


def _exact(text: str) -> Markup:
    """Words of an article, such that a browser holds the same code points: it would turn a bare carriage return into a line feed."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
