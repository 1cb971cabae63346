"""`review`: what a reviewer decides on claims and entries; decisions of others taken over; those whose passages are gone."""

from __future__ import annotations

import argparse
import datetime
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mithaq import knowledge, pipeline
from mithaq.app import output
from mithaq.app.parser import REGISTER, command, date, meant
from mithaq.errors import UsageError
from mithaq.store import Register

Row = dict[str, Any]

_LISTS = ("list", "orphaned", "import")


def add(commands: Any) -> None:
    """Add the command."""
    kinds = tuple(knowledge.load().vocabularies["decision"].values)
    review = command(commands, "review", "decide on claims and entries, or list and import decisions", _review)
    review.add_argument("what", choices=(*kinds, *_LISTS), metavar="WHAT", help=", ".join((*kinds, *_LISTS)))
    review.add_argument("subjects", nargs="*", metavar="ID", help="claims or entries; for import, files of decisions")
    review.add_argument("--register", type=Path, default=Path(REGISTER), metavar="REGISTER", help=f"default: {REGISTER}")
    review.add_argument("--reviewer", metavar="NAME", help="who decides; always needed to decide")
    review.add_argument("--reason", default="", metavar="TEXT", help="why; the text of a note")
    review.add_argument("--field", metavar="FIELD", help="field to correct, or variable to code")
    review.add_argument("--value", metavar="VALUE", help="its value, as JSON or plain text; whom to assign to; the day by which it is due")
    review.add_argument("--made", type=date, metavar="DATE", help="day of the decision; default: today")
    review.add_argument("--codebook", type=Path, metavar="FILE", help="codebook.toml that says which values a coded variable may have")
    review.add_argument("--format", choices=output.FORMATS, help="of a list; default: table on a terminal, jsonl in a pipe")


def _review(args: argparse.Namespace) -> int:
    if args.what == "import":
        made = pipeline.decide([decision for path in args.subjects for decision in _read(Path(path))], args.register)
        output.note(f"{output.counted(len(made), 'new decision')} in {args.register}")
        return 0
    if args.what in _LISTS:
        with Register(args.register) as register:
            _list([row for row in register.judgements() if args.what == "list" or row["orphaned"]], args.format)
        return 0
    decision = _decision(args)
    made = pipeline.decide([decision], args.register)
    output.note(f"{args.what}: {', '.join(made) if made else 'decided so already'}")
    return 0


def _decision(args: argparse.Namespace) -> Row:
    """The decision that the arguments say.

    Raises:
        UsageError: something that this kind of decision needs was not given, or a value that its codebook does not allow.
    """
    kind = knowledge.load().vocabularies["decision"].values[args.what]
    needed = ["reviewer", *kind.get("needs", ())]
    missing = [f"--{name}" for name in needed if not getattr(args, name)]
    if missing:
        raise UsageError(f"{args.what} needs {' and '.join(missing)}.", "review", "See mithaq review --help.")
    with Register(args.register) as register:
        claims = [claim for name in args.subjects for claim in _claims(register, name, one=bool(kind.get("pair")) or not kind.get("links"))]
    if len(set(claims)) < (2 if kind.get("pair") else 1):
        raise UsageError(
            f"{args.what} is about {'two claims or entries, at least' if kind.get('pair') else 'a claim or an entry'}.", "review"
        )
    value = _value(args.value)
    if args.what == "due":
        value = date(str(args.value))
    if args.what == "code" and args.codebook:
        _coded(args.codebook, args.field, value)
    made = args.made or datetime.date.today().isoformat()
    return {
        "decision": args.what, "claims": claims, "reviewer": args.reviewer, "made": made, "reason": args.reason, "field": args.field,
        "value": value,
    }  # fmt: skip


def _claims(register: Register, name: str, *, one: bool) -> list[str]:
    """The claims that an id stands for: itself, or those of an entry, of which one stands for all where links are judged in pairs."""
    if register.claim(name):
        return [name]
    entry = register.entry(name)
    if entry is None:
        raise UsageError(
            f"{name!r} is neither a claim nor an entry of this register.", "review", "mithaq show KIND --format jsonl gives ids."
        )
    return list(entry.claims[:1] if one else entry.claims)


def _value(text: str | None) -> Any:
    try:
        return None if text is None else json.loads(text)
    except json.JSONDecodeError:
        return text


def _coded(path: Path, variable: str, value: Any) -> None:
    """Check a coded value by `[variables.NAME] values = […]` of a reader's own codebook.

    Raises:
        UsageError: the file is no codebook, or the variable or value is none of it.
    """
    try:
        variables: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))["variables"]
    except (tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as error:
        raise UsageError(f"is no codebook: {error}.", str(path), "Write [variables.NAME] with values = […].") from error
    if variable not in variables:
        allowed = f"it has {', '.join(variables)}"
        raise UsageError(f"the variable {variable!r} is not in this codebook{meant(variable, variables)}; {allowed}.", str(path))
    values = variables[variable].get("values")
    if values is not None and value not in values:
        raise UsageError(f"{value!r} is no value of {variable}; allowed are {', '.join(map(str, values))}.", str(path))


def _read(path: Path) -> list[Row]:
    """Decisions of an export: every line whose kind is decision.

    Raises:
        UsageError: a line is no JSON object.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            found += [row] if row["kind"] == "decision" else []
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise UsageError("is no line of an export.", f"{path}:{number}", "Import what mithaq export --of decisions wrote.") from error
    return found


def _list(rows: list[Row], format: str | None) -> None:
    if not output.as_table(format):
        output.lines(rows)
        return
    columns = ("made", "reviewer", "decision", "claims", "field", "value", "reason", "orphaned")
    table = [[*(row[name] for name in columns[:-1]), "; ".join(passage["quote"] for passage in row["orphaned"])] for row in rows]
    output.table(columns, ([output.cell(value) for value in row] for row in table))
