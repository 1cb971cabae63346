"""Whom a claim or an entry is about, so that it is found under `between`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_NAMED = ("parties", "participants", "by", "to", "on", "states")


def parties(fields: Mapping[str, Any], around: Iterable[str]) -> list[str]:
    """The parties that `fields` name; where these are fewer than two, also those `around` it.

    Mediators and the place of a meeting are no parties; the host of a visit is one.

    Args:
        fields: fields of a claim (codebook) or of an entry.
        around: for a claim the states of its document, for an entry the parties of its claims.

    Returns:
        Party codes, sorted, each once.
    """
    found: set[str] = set()
    for name in _NAMED:
        value = fields.get(name) or ()
        found.update(item for item in ([value] if isinstance(value, str) else value) if isinstance(item, str))
    if fields.get("type") == "visit" and fields.get("state"):
        found.add(fields["state"])
    if len(found) < 2:
        found.update(around)
    return sorted(found)
