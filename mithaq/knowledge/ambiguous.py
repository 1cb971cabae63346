"""Forms with more than one sense, each with the rule that decides, from `ambiguous.tsv`.

Columns: surface, senses divided by `|`, rule, source. Rules:

    prefer:SENSE   that sense holds, the others are dropped
    named:SENSE    of several states and cities the one whose state the document names elsewhere, and no other; else that sense
    inside         a part of a name only right behind a given name, before another part of it or a sign; the other sense elsewhere
    locative       a place only after a word that says where (in, to, from); nothing elsewhere
    determined     a state only beside a word that says so (country, republic, government); nothing elsewhere
    capital        written with a capital ("Turkey", "Чад"); nothing elsewhere
    capitals       written in capitals ("US", "UN"); nothing elsewhere
    both           both senses stand; the rules of extraction take the one that fits
    never          no sense holds
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mithaq.errors import PackError
from mithaq.knowledge.lexicon import Spelling
from mithaq.knowledge.tables import lines
from mithaq.text.fold import folded

RULES = ("prefer", "named", "locative", "determined", "capital", "capitals", "inside", "both", "never")


class Ambiguity(NamedTuple):
    """How a folded spelling with several senses is read."""

    senses: tuple[str, ...]
    rule: str
    preferred: str
    where: str


def read(path: Path) -> Mapping[str, Ambiguity]:
    """Folded spelling -> its ambiguity; empty where the file is absent.

    Raises:
        PackError: a rule is not one of `RULES`, or prefers a sense that the row does not list.
    """
    out: dict[str, Ambiguity] = {}
    for where, (surface, senses, rule, _) in lines(path, 4) if path.exists() else ():
        name, _, preferred = rule.partition(":")
        if name not in RULES:
            raise PackError(f"{rule!r} is no rule.", where, f"Rules are {', '.join(RULES)} (prefer:SENSE, named:SENSE).")
        listed = tuple(sense.strip() for sense in senses.split("|"))
        if preferred and preferred not in listed:
            raise PackError(f"prefers {preferred!r}, which is not among its senses {', '.join(listed)}.", where)
        out[folded(surface)] = Ambiguity(listed, name, preferred, where)
    return out


def _sense(code: str) -> str:
    return code.partition(":")[2]


def resolve(spellings: Iterable[Spelling], ambiguous: Mapping[str, Ambiguity]) -> Iterator[Spelling]:
    """Spellings with their ambiguities decided, as far as that needs no context; the others carry `weak:RULE`."""
    for spelling in spellings:
        held = ambiguous.get(spelling.text)
        if held is None or held.rule == "both":
            yield spelling
        elif held.rule == "prefer":
            if any(_sense(code) == held.preferred or code == held.preferred for code in spelling.codes):
                yield spelling
        elif held.rule == "named":
            yield spelling._replace(codes=spelling.codes | {f"weak:named.{held.preferred}"})
        elif held.rule != "never":
            yield spelling._replace(codes=spelling.codes | {f"weak:{held.rule}"})
