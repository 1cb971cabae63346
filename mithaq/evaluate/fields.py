"""Whether a field of a found item is right, beside the same field of the hand-made one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mithaq.evaluate.matching import Item, unit
from mithaq.text.fold import folded

FIELDS = {
    "events": ("type", "date", "participants", "certainty"),
    "agreements": ("type", "legal", "delivery", "certainty", "date", "parties", "count", "period", "sectors"),
    "commitments": ("by", "act", "force", "deadline"),
    "appeals": ("by", "force"),
    "figures": ("measure", "reading", "value", "unit"),
    "statements": ("speaker", "kind"),
}
"""Kind of claim -> its fields that are scored."""

OPEN = {"events": ("date",), "agreements": ("date", "count", "period", "delivery"), "commitments": ("deadline",)}
"""Kind of claim -> the fields whose null says that the article leaves them open."""

_SETS = frozenset({"participants", "parties", "sectors", "by", "to"})
_HALF_SPACE = "\u200c"


def right(field: str, gold: Item, found: Item, record: Mapping[str, Any]) -> float | None:
    """1 or 0 for a single value, the F1 of its members for a list; None where the hand-made record is silent.

    Args:
        record: the hand-made record that `gold` stands in; its actors tell speakers apart.
    """
    want, got = gold.get(field), found.get(field)
    if field == "speaker":
        return _speaker(gold, found, record)
    if field == "deadline":
        last = (want or {}).get("end")
        return float((got or {}).get("end") == last) if last else None
    if field in _SETS:
        return _members(set(want), set(got or ())) if want else None
    if want is None:
        return None
    return float(unit(gold) == unit(found)) if field == "unit" else float(want == got)


def _members(want: set[str], got: set[str]) -> float:
    return 2 * len(want & got) / (len(want) + len(got))


def _speaker(gold: Item, found: Item, record: Mapping[str, Any]) -> float | None:
    """Right where the found speaker holds a word of the hand-made one's names and none of another actor's."""
    asked = _words(gold.get("speaker"))
    names = {
        actor["name"]: _words(actor["name"]) | _words(actor.get("as_written")) for actor in record.get("actors") or () if actor.get("name")
    }
    own = {word for name, words in names.items() if _words(name) <= asked for word in words}
    own = own or asked | _words(gold.get("speaker_as_written"))
    if not own:
        return None
    said = _words(found.get("speaker") or found.get("speaker_as_written"))
    others = {word for words in names.values() for word in words} - own
    return float(not said.isdisjoint(own) and said.isdisjoint(others))


def _words(name: str | None) -> set[str]:
    """The words of a name, folded, of three letters or more; a half-space parts words."""
    return {word for word in re.findall(r"\w+", folded((name or "").replace(_HALF_SPACE, " "))) if len(word) > 2}
