"""Names of states: CLDR's, the register's, and the formal names of countrynames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import yaml
from babel import Locale

from tools.tables.register import State
from tools.tables.rows import Row, distinct

_HERE = Path(__file__).parent
_WORD = re.compile(r"[\w‌'’]+")


def rows(language: str, register: list[State]) -> list[Row]:
    """Names of all states of the register in one language, `(surface, code, source)`, each folded form once a code."""
    formal = _formal_names()
    words = _form_words(language)
    return distinct(row for state in register for row in _names(state, language, formal.get(state.code, []), words))


def _names(state: State, language: str, candidates: list[str], words: set[str]) -> Iterator[Row]:
    listed = Locale(language).territories.get(state.code)
    short = _short(listed, language) if listed else state.name[language]
    if listed:
        yield short, state.code, "cldr"
    yield state.name[language], state.code, "register"
    for name in candidates:
        if _is_formal(name, short, words):
            yield name, state.code, "countrynames"


def _short(name: str, language: str) -> str:
    """CLDR's name without what stands in brackets or after a comma, "&" and "о-ва" written out."""
    name = re.split(r" ?[(،]|, ", name)[0]
    return name.replace("&", "and").replace("о-ва", "острова") if language in {"en", "ru"} else name


def _is_formal(name: str, short: str, words: set[str]) -> bool:
    """Whether `name` is `short` and words for forms of state, nothing else: "Iran (Islamic Republic of)"."""
    own = set(_WORD.findall(short.lower()))
    all_of = set(_WORD.findall(name.lower()))
    return own < all_of and all_of - own <= words and short in name


def _formal_names() -> dict[str, list[str]]:
    """Names by code of countrynames: of all languages, untagged. The package itself is not imported: it needs PyICU."""
    found = find_spec("countrynames")
    if found is None or found.origin is None:
        raise SystemExit("countrynames is not installed. Run: pip install --no-deps -r tools/tables/requirements.txt")
    data = yaml.safe_load(Path(found.origin).with_name("data.yaml").read_text(encoding="utf-8"))
    return {code: [" ".join(str(name).split()) for name in names] for code, names in data.items()}


def _form_words(language: str) -> set[str]:
    lines = (_HERE / "form_words.tsv").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if line.startswith(f"{language}\t") for word in line.split("\t")[1].split()}
