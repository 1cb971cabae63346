"""Checks of the packs that need no article: one spelling one sense, senses that exist, complete calendars, quick rules."""

from __future__ import annotations

import difflib
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mithaq.knowledge.pack import Pack, row_spellings, tables
from mithaq.knowledge.rules import Rule
from mithaq.knowledge.senses import Senses
from mithaq.knowledge.tables import Row
from mithaq.knowledge.vocabularies import Vocabularies
from mithaq.text.calendars import SYSTEMS

_HOSTILE_LENGTH = 10_000
_TRIES = 3
_YARDSTICK = re.compile("a[^b]{0,14}?c")
_SLOWEST = 10
"""Times as long as the yardstick, a single gap, on as hostile a text that a rule may take on `_HOSTILE_LENGTH` letters."""

_VOCABULARY = {
    "instrument": "instrument", "sector": "sector", "topic": "topic", "office": "office", "measure": "measure",
}  # fmt: skip
"""Class of a table -> vocabulary of its senses."""

_ACTS = {"legal": "legal", "delivery": "delivery", "event": "event", "do": "act"}
_RELATIONS = "event.relations"
"""Relations that are taken up or broken off: rules tell them from other occasions, the codebook calls them `other`."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = frozenset({"outlet", "city", "org"})
"""Classes whose senses are names."""


class Fault(NamedTuple):
    """What is wrong, and where."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def faults(pack: Pack, folder: Path, vocabularies: Vocabularies, senses: Senses) -> list[Fault]:
    """All faults of the pack in a folder, in order; [] when it is sound."""
    unknown = (fault for name, row in tables(folder) for fault in _unknown(name, row, vocabularies, senses))
    return [*_senses(folder, pack), *unknown, *_calendar(folder, pack), *_slow(pack)]


def _senses(folder: Path, pack: Pack) -> Iterator[Fault]:
    """One spelling has one sense within a class, or stands in ambiguous.tsv.

    Of words that are inflected (Russian) the surfaces are compared: forms that meet only by inflection may share a spelling, and the
    rules of extraction take the one that fits.
    """
    forms = "plain" if pack.profile.forms == "russian" else pack.profile.forms
    seen: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for name, row in tables(folder):
        for spelling in row_spellings(name, row, forms):
            seen[name, spelling.text].setdefault(row.sense.partition("+")[0], row.where)
    for (name, text), senses in sorted(seen.items()):
        if len(senses) > 1 and text not in pack.ambiguous:
            places = "; ".join(f"'{sense}' at {where}" for sense, where in sorted(senses.items()))
            what = f"'{text}' has several senses as {name}: {places}. Keep one, or move it to ambiguous.tsv."
            yield Fault(next(iter(senses.values())), what)


def _unknown(name: str, row: Row, vocabularies: Vocabularies, senses: Senses) -> Iterator[Fault]:
    """The sense of a row stands in the vocabulary of its class, or else in senses.toml, and so do its marks."""
    sense, *marks = row.sense.split("+")
    if name in senses.senses:
        if not senses.allows(name, sense):
            near = difflib.get_close_matches(sense, senses.senses[name], 1)
            meant = f"; did you mean '{near[0]}'?" if near else "."
            yield Fault(
                row.where, f"'{row.sense}' is no sense of {name}{meant} All stand in data/senses.toml: add a new one with what it says."
            )
    elif name not in _NAMES:
        head, _, rest = sense.partition(".")
        vocabulary, value = (_ACTS.get(head, ""), rest.partition(".")[0]) if name == "act" else (_VOCABULARY[name], head)
        if sense.removesuffix(".n").removesuffix(".v") != _RELATIONS and (not vocabulary or value not in vocabularies[vocabulary]):
            allowed = ", ".join(vocabularies[vocabulary].values) if vocabulary else ", ".join(_ACTS)
            yield Fault(row.where, f"'{row.sense}' is no sense of {name}; allowed are {allowed}.")
    for mark in marks:
        if not senses.marks_allowed(name, mark):
            known = ", ".join(senses.marks.get(name, ())) or "none"
            yield Fault(row.where, f"'+{mark}' is no mark of {name}; data/senses.toml allows {known}.")


def _calendar(folder: Path, pack: Pack) -> Iterator[Fault]:
    """All weekdays, and all months of each calendar of the profile, have a name (one that systems of one calendar share will do)."""
    held = {row.sense.partition("+")[0] for name, row in tables(folder) if name == "calendar"}
    wanted = [f"weekday.{day}" for day in _WEEKDAYS]
    wanted += [f"month.{calendar}.{month}" for calendar in pack.profile.calendars for month in range(1, 13)]
    held |= {f"month.{system}.{month}" for system in SYSTEMS for month in range(1, 13) if f"month.{SYSTEMS[system]}.{month}" in held}
    for sense in wanted:
        if sense not in held:
            yield Fault(f"{folder.name}/calendar.tsv", f"no name for {sense}.")


def _slow(pack: Pack) -> Iterator[Fault]:
    """No rule takes long on text made to be hard for it."""
    for rule in pack.rules:
        if (taken := _times(pack, rule)) > _SLOWEST and (taken := min(taken, _times(pack, rule))) > _SLOWEST:
            limit = f"the limit is {_SLOWEST} times, on {_HOSTILE_LENGTH} letters of hostile text"
            yield Fault(rule.where, f"takes {taken:.0f} times as long as a single gap; {limit}. Shorten its gaps or name more codes.")


def _times(pack: Pack, rule: Rule) -> float:
    """How many times as long as a single gap a rule takes, measured side by side, on the text that is hardest for it."""
    return max(_seconds(rule.expression, letters) for letters in hostile(pack, rule)) / _seconds(_YARDSTICK, "a" * _HOSTILE_LENGTH)


def hostile(pack: Pack, rule: Rule) -> Iterator[str]:
    """Texts that make a rule try in vain: the letters it begins with over and over, and every letter it names in turn."""
    named = sorted({letter for letter in rule.expression.pattern if ord(letter) >= 0xF0000})
    word = pack.alphabet.letter(frozenset({"word"}))
    for unit in (named[0] if named else word, "".join([*named[:4], word]), word):
        yield (unit * _HOSTILE_LENGTH)[:_HOSTILE_LENGTH]


def _seconds(expression: re.Pattern[str], letters: str) -> float:
    """Seconds of this process that an expression takes on a text: the best of a few tries."""
    best = float("inf")
    for _ in range(_TRIES):
        begin = time.process_time()
        for _ in expression.finditer(letters):
            pass
        best = min(best, time.process_time() - begin)
    return best
