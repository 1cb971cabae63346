"""The half-space is lost in most scraped Persian: what is read must not hang on it, nor on the keyboard's ي and ك."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mithaq import knowledge
from mithaq.extract import extract
from mithaq.model import Document
from mithaq.text.fold import folded

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
ARTICLES = sorted([*(ROOT / "mithaq" / "demo" / "articles").glob("*.txt"), *(SEEDS.glob("*.txt") if SEEDS.is_dir() else ())])

VARIANTS: dict[str, Callable[[str], str]] = {
    "half-spaces removed": lambda text: text.replace("\u200c", ""),
    "half-spaces turned into spaces": lambda text: text.replace("\u200c", " "),
    "letters of the Arabic keyboard": lambda text: text.replace("ی", "ي").replace("ک", "ك"),
    "letters of the Persian keyboard": lambda text: text.replace("ي", "ی").replace("ك", "ک"),
}


def shape(node: Any) -> Any:
    """What a record says, without ids and offsets; words as they are when folded, blanks aside."""
    if isinstance(node, dict):
        return {name: shape(value) for name, value in node.items() if name not in {"id", "start", "end"}}
    if isinstance(node, list):
        return [shape(value) for value in node]
    return folded(node).replace(" ", "") if isinstance(node, str) else node


def claims(text: str, file: str, lang: str | None = None) -> Any:
    return shape(extract(Document(text, file, lang=lang), knowledge.load()))


def cases() -> list[tuple[str, Path]]:
    """Each variant of each article that it changes at all."""
    texts = {path: path.read_text(encoding="utf-8") for path in ARTICLES}
    return [(variant, path) for path, text in texts.items() for variant, change in VARIANTS.items() if change(text) != text]


@pytest.mark.parametrize(("variant", "path"), [pytest.param(variant, path, id=f"{path.stem}: {variant}") for variant, path in cases()])
def test_no_claim_hangs_on_half_spaces_or_keyboards(variant: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert claims(VARIANTS[variant](text), path.name) == claims(text, path.name)
