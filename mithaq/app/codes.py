"""Codes as they are written on the command line: parties (`IR,BY`, `IR,org:eaeu`) and topics."""

from __future__ import annotations

import difflib

from mithaq.errors import UsageError
from mithaq.knowledge import DATA
from mithaq.knowledge import parties as known
from mithaq.knowledge.vocabularies import load_vocabularies


def parties(text: str) -> tuple[str, ...]:
    """The codes of parties, divided by commas, in the order of codes.

    Raises:
        UsageError: one is neither a state, nor an organisation, nor `name:…`; the message says what was likely meant.
    """
    return known.parties(text, "--between")


def topic(text: str) -> str:
    """A sector or topic of the codebook.

    Raises:
        UsageError: it is none; the message says what was likely meant.
    """
    vocabularies = load_vocabularies(DATA / "vocabularies")
    allowed = [*vocabularies["sector"].values, *vocabularies["topic"].values]
    if text not in allowed:
        near = difflib.get_close_matches(text, allowed, n=1)
        meant = f"; did you mean {near[0]}?" if near else "."
        raise UsageError(f"{text!r} is no sector or topic{meant}", "--topic", f"Allowed are {', '.join(dict.fromkeys(allowed))}.")
    return text
