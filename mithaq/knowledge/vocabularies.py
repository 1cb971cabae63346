"""The vocabularies: the allowed values of every field of the codebook, their order, and what is said of each.

A file `vocabularies/x.toml` holds `about`, and `values`: a list, or one table a value with its attributes.
`order = true` says that the order of the values means something; `pattern` allows further values by their form.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mithaq.errors import PackError

_KEYS = frozenset({"about", "order", "pattern", "values"})
_REFERRING = ("next", "kin", "covers")
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "legal": frozenset({"phase", "next"}), "delivery": frozenset({"next", "derived"}), "promise": frozenset({"next", "ends"}),
    "instrument": frozenset({"kin", "loose"}), "act": frozenset({"vague", "single", "whole"}), "sector": frozenset({"covers"}),
    "office": frozenset({"sole"}), "difference": frozenset({"listed"}), "decision": frozenset({"links", "needs", "pair"}),
    "measure": frozenset({"whole", "adds", "directed"}), "unit": frozenset({"ratio"}),
}  # fmt: skip
_NEEDED = (
    "legal", "delivery", "promise", "outcome", "evidence", "axis", "certainty", "voice", "event", "instrument", "act", "force", "wish",
    "sector", "topic", "office", "measure", "reading", "unit", "organisation", "difference", "decision",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One field's allowed values, in the order of the codebook, each with its attributes."""

    name: str
    about: str
    values: Mapping[str, Mapping[str, Any]]
    ordered: bool = False
    pattern: str = ""

    def __contains__(self, value: object) -> bool:
        return value in self.values or bool(self.pattern and isinstance(value, str) and re.fullmatch(self.pattern, value))

    def rank(self, value: str | None) -> int:
        """Place of a value in the vocabulary; after all others where it is none of them."""
        return next((place for place, known in enumerate(self.values) if known == value), len(self.values))

    def has(self, value: str | None, attribute: str) -> bool:
        """Whether a value carries a flag, as `loose` or `sole`; False for an unknown value."""
        return bool(self.values.get(value or "", {}).get(attribute))

    def listed(self, value: str | None, attribute: str) -> frozenset[str]:
        """The values that an attribute of a value lists, as `next` or `kin`; "all" lists every value."""
        found = self.values.get(value or "", {}).get(attribute) or ()
        return frozenset(self.values) if found == "all" else frozenset(found)


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """All vocabularies by name."""

    by_name: Mapping[str, Vocabulary]

    def __getitem__(self, name: str) -> Vocabulary:
        return self.by_name[name]

    def follows(self, axis: str, before: str, after: str) -> bool:
        """Whether the vocabulary of an axis allows the step `after` to come next after `before`."""
        return after in self.by_name[axis].listed(before, "next")


def load_vocabularies(root: Path) -> Vocabularies:
    """Read every `*.toml` of the folder `root`.

    Raises:
        PackError: a file is missing or breaks the format; an attribute is unknown or names no value of its file.
    """
    found = {path.stem: _read(path) for path in sorted(root.glob("*.toml"))}
    missing = [name for name in _NEEDED if name not in found]
    if missing:
        raise PackError(f"the vocabularies {', '.join(missing)} are missing.", str(root), "Restore the files NAME.toml.")
    return Vocabularies(found)


def _read(path: Path) -> Vocabulary:
    where = f"{path.parent.name}/{path.name}"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"no valid TOML: {error}.", where) from error
    unknown = sorted(data.keys() - _KEYS)
    if unknown or not data.get("about") or not data.get("values"):
        raise PackError(f"keys {sorted(data)}; about and values are needed, {sorted(_KEYS)} are allowed.", where)
    listed = data["values"]
    values: dict[str, Mapping[str, Any]] = dict(listed) if isinstance(listed, dict) else {value: {} for value in listed}
    if len(values) != len(listed):
        raise PackError("a value stands twice.", where)
    _check(path.stem, values, where)
    return Vocabulary(path.stem, data["about"], values, bool(data.get("order")), data.get("pattern", ""))


def _check(name: str, values: Mapping[str, Mapping[str, Any]], where: str) -> None:
    allowed = _ATTRIBUTES.get(name, frozenset())
    for value, attributes in values.items():
        unknown = sorted(attributes.keys() - allowed)
        if unknown:
            raise PackError(f"'{value}' has the attributes {unknown}; {sorted(allowed)} are allowed.", where)
        for attribute in _REFERRING:
            named = attributes.get(attribute) or ()
            lost = [] if named == "all" else [other for other in named if other not in values]
            if lost:
                raise PackError(f"'{value}'.{attribute} names {lost}, which are no values of this file.", where)
