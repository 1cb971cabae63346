"""Rules: named patterns of slots and codes, each with examples that are run.

A pattern is a sequence of elements, divided by blanks:

    {what:instrument}   one phrase with that code, kept under the name `what`; alternatives with `|`,
                        several codes at once with `&`
    {act:signed}        the same without a name, where the part before the colon is a class
    {a:state}? ( … | … )   optional elements, groups and alternatives, as in a regular expression
    ~                   up to 14 phrases, none of which ends the clause's sentence; `~N` sets another number
    _                   up to 3 phrases without a comma
    ^                   the beginning of a sentence or line

Literal words do not belong in a pattern (they belong in the tables) and are refused.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mithaq.errors import PackError
from mithaq.knowledge.codes import Alphabet

_ELEMENT = re.compile(r"\s*(?:(?P<slot>\{[^{}]+\})|(?P<gap>~\d*)|(?P<near>_)|(?P<edge>\^)|(?P<syntax>[()|?*+]))")
_BARRIERS = ("stop", "break")
_KINDS = frozenset({"statements", "events", "agreements", "commitments", "outcomes", "appeals", "dealings"})
_KEYS = frozenset({"pattern", "set", "yes", "no", "note"})
_DEFAULT_GAP = 14


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule.

    Attributes:
        name: `kind.name` as in the file.
        kind: the list of a record that it makes items of; `dealings` only make an article relevant.
        expression: over the letters of the pack's alphabet; named groups are the slots.
        values: fields that it sets.
        yes: sentences in which it finds something, each with the slots expected.
        no: sentences in which it finds nothing asserted.
    """

    name: str
    kind: str
    expression: re.Pattern[str]
    values: Mapping[str, Any]
    yes: Sequence[Mapping[str, Any]]
    no: Sequence[str]
    where: str


def read(path: Path, alphabet: Alphabet, known: frozenset[str]) -> list[Rule]:
    """Compile the rules of a pack.

    Args:
        path: `rules.toml` of the pack.
        alphabet: letters of all code sets of the pack.
        known: every name of a code that a pattern may use.

    Raises:
        PackError: a rule without `yes` or `no`, a literal word, an unknown code, key or kind.
    """
    where = f"{path.parent.name}/{path.name}"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"not a readable TOML file ({error}).", where) from error
    out = []
    for kind, group in raw.items():
        if kind not in _KINDS:
            raise PackError(f"[{kind}.…] is no kind of claim that rules make.", where, f"Kinds are {', '.join(sorted(_KINDS))}.")
        out += [_rule(f"{kind}.{name}", body, f"{where} [{kind}.{name}]", (alphabet, known)) for name, body in group.items()]
    return out


def _rule(name: str, body: Mapping[str, Any], where: str, codes: tuple[Alphabet, frozenset[str]]) -> Rule:
    if unknown := body.keys() - _KEYS:
        raise PackError(f"unknown keys {sorted(unknown)}.", where, f"A rule has {', '.join(sorted(_KEYS))}.")
    if not body.get("yes") or not body.get("no"):
        raise PackError("a rule needs examples under both `yes` and `no`.", where)
    return Rule(
        name=name,
        kind=name.partition(".")[0],
        expression=compiled(body["pattern"], codes, where),
        values=body.get("set", {}),
        yes=body["yes"],
        no=body["no"],
        where=where,
    )


def compiled(pattern: str, codes: tuple[Alphabet, frozenset[str]], where: str) -> re.Pattern[str]:
    """The regular expression over letters that a pattern stands for.

    Raises:
        PackError: the pattern holds a literal word or names a code that the pack does not have.
    """
    alphabet, known = codes
    barrier = "".join(alphabet.matching(name) for name in _BARRIERS)
    comma = barrier + alphabet.matching("comma")
    out, position = [], 0
    while position < len(pattern):
        match = _ELEMENT.match(pattern, position)
        if not match:
            if not pattern[position:].strip():
                break
            raise PackError(
                f"{pattern[position:].split()[0]!r} is no element of a pattern.", where, "Words belong in the tables, not in patterns."
            )
        position = match.end()
        if slot := match.group("slot"):
            out.append(_slot(slot[1:-1], alphabet, known, where))
        elif gap := match.group("gap"):
            out.append(f"[^{barrier}]{{0,{gap[1:] or _DEFAULT_GAP}}}?")
        elif match.group("near"):
            out.append(f"[^{comma}]{{0,3}}?")
        elif match.group("edge"):
            out.append(f"(?:^|(?<=[{barrier}]))")
        else:
            out.append(match.group("syntax").replace("(", "(?:"))
    try:
        return re.compile("".join(out))
    except re.error as error:
        raise PackError(f"the pattern does not compile ({error}).", where) from error


def _slot(text: str, alphabet: Alphabet, known: frozenset[str], where: str) -> str:
    head, _, rest = text.partition(":")
    named = bool(rest) and head not in known
    letters = ""
    for name in (rest if named else text).split("|"):
        parts = name.split("&")
        if missing := [part for part in parts if part not in known]:
            raise PackError(f"{{{text}}} names the code {missing[0]!r}, which no table of the pack has.", where)
        letters += "".join(sorted(set.intersection(*(set(alphabet.matching(part)) for part in parts))))
    group = "".join(sorted(set(letters)))
    return f"(?P<{head}>[{group}])" if named else f"[{group}]"
