"""A new language pack: its folder with all files, to be filled by someone who knows the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

from mithaq.errors import UsageError
from mithaq.knowledge.languages import Language
from mithaq.knowledge.pack import CLASSES

_CODE = re.compile(r"[a-z]{2,3}")
_FILES = (*(f"{stem}.tsv" for stem in CLASSES), "ambiguous.tsv", "rules.toml")


def begin(code: str, like: str, lang: Path, languages: Iterable[Language]) -> Path:
    """Make the folder of a pack: the profile of the pack `like` under its own code and name, and every table with its head alone.

    Args:
        code: ISO 639-1 or 639-2 code of the new language.
        like: code of a pack whose language works alike.
        lang: folder of the packs.
        languages: those whose names are known.

    Returns:
        The new folder. The pack loads; `mithaq lang check` says what it lacks.

    Raises:
        UsageError: the code is none or is taken, or there is no pack `like`.
    """
    known = sorted(path.parent.name for path in lang.glob("*/profile.toml"))
    if not _CODE.fullmatch(code):
        raise UsageError(f"{code!r} is no code of a language.", "CODE", "Codes are ISO 639-1, as tg, or ISO 639-2, as ckb.")
    if like not in known:
        raise UsageError(f"there is no pack {like!r}; packs are {', '.join(known)}.", "--like")
    if (folder := lang / code).exists():
        raise UsageError(f"there is a folder of {code!r} already.", str(folder), "Fill it, or remove it first.")
    folder.mkdir()
    name = next((language.name for language in languages if language.code == code), code)
    profile = (lang / like / "profile.toml").read_text(encoding="utf-8")
    for key, value in (("code", f'"{code}"'), ("name", f'"{name}"'), ("titles", f'{{ en = "{name}", {code} = "{name}" }}')):
        profile = re.sub(rf"(?m)^{key} = .*$", f"{key} = {value}", profile, count=1)
    (folder / "profile.toml").write_text(profile, encoding="utf-8")
    for file in _FILES:
        (folder / file).write_text(_head(lang / like / file), encoding="utf-8")
    return folder


def _head(path: Path) -> str:
    """The comment with which a file begins, or else the one that every table may have."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
    return "".join(takewhile(lambda line: line.startswith("#"), lines)) or "# surface, sense, source\n"
