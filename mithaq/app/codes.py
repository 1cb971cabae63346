"""Codes as they are written on the command line: parties (`IR,BY`, `IR,org:eaeu`) and topics."""

from __future__ import annotations

import difflib

from mithaq.errors import UsageError
from mithaq.knowledge import DATA
from mithaq.knowledge.states import likely, load_states
from mithaq.knowledge.vocabularies import load_vocabularies

_OPTION = "--between"


def parties(text: str) -> tuple[str, ...]:
    """The codes of parties, divided by commas, in the order of codes.

    Raises:
        UsageError: one is neither a state, nor an organisation, nor `name:…`; the message says what was likely meant.
    """
    states = load_states(DATA / "states.tsv")
    organisations = load_vocabularies(DATA / "vocabularies")["organisation"]
    for code in (given := [part.strip() for part in text.split(",") if part.strip()]):
        kind, _, name = code.partition(":")
        if kind == "org" and name not in organisations.values:
            raise UsageError(
                f"{code!r} is no organisation that is known{_meant(difflib.get_close_matches(name, organisations.values, n=1), 'org:')}",
                _OPTION,
                "Organisations are org: and their English abbreviation (docs/reference/vocabularies.md lists them).",
            )
        if kind not in ("org", "name") and code not in states:
            state = likely(code, states)
            raise UsageError(f"{code!r} is not a state{_meant([state] if state else [])}", _OPTION, "Codes are ISO 3166-1 alpha-2.")
    if not given:
        raise UsageError("names no party.", _OPTION, "Write codes divided by commas, as in --between IR,BY.")
    return tuple(sorted(set(given)))


def topic(text: str) -> str:
    """A sector or topic of the codebook.

    Raises:
        UsageError: it is none; the message says what was likely meant.
    """
    vocabularies = load_vocabularies(DATA / "vocabularies")
    allowed = [*vocabularies["sector"].values, *vocabularies["topic"].values]
    if text not in allowed:
        near = _meant(difflib.get_close_matches(text, allowed, n=1))
        raise UsageError(f"{text!r} is no sector or topic{near}", "--topic", f"Allowed are {', '.join(dict.fromkeys(allowed))}.")
    return text


def _meant(near: list[str], kind: str = "") -> str:
    return f"; did you mean {kind}{near[0]}?" if near else "."
