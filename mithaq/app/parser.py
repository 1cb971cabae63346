"""Parsing of the command line: every mistake is a `UsageError` that says what was allowed and what was likely meant."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from mithaq.errors import UsageError
from mithaq.model import last_day
from mithaq.text.asked import prefix_date

REGISTER = "register.db"


class Parser(argparse.ArgumentParser):
    """An argument parser that raises instead of leaving, takes no abbreviations, and guesses what a typo meant."""

    def __init__(self, *args: object, **settings: object) -> None:
        settings.setdefault("allow_abbrev", False)
        settings.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(*args, **settings)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Turn a message of argparse into a `UsageError`."""
        where, _, what = message.removeprefix("argument ").partition(": ") if message.startswith("argument ") else ("", "", message)
        raise UsageError(_sentence(what), where, f"See {self.prog} --help.")

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """Read the arguments.

        Raises:
            UsageError: an argument that is unknown, missing or not allowed.
        """
        args, unknown = self.parse_known_args(argv)
        if unknown:
            parser: Parser = getattr(args, "parser", self)
            allowed = sorted(option for action in parser._actions for option in action.option_strings)
            what = f"{unknown[0]!r} is no argument of {parser.prog}{meant(unknown[0].partition('=')[0], allowed)}."
            raise UsageError(what, hint=f"See {parser.prog} --help.")
        return args


def command(commands: Any, name: str, summary: str, run: Callable[[argparse.Namespace], int]) -> Parser:
    """A further command; `run` gives its exit code."""
    parser: Parser = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
    parser.set_defaults(run=run, parser=parser)
    return parser


def register_argument(parser: Parser) -> None:
    """The register that a command reads."""
    parser.add_argument("register", nargs="?", type=Path, default=Path(REGISTER), metavar="REGISTER", help=f"default: {REGISTER}")


def workers_argument(parser: Parser) -> None:
    """How many processes extract at once."""
    parser.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes that extract at once; default: 1")


def meant(word: str, allowed: Iterable[str]) -> str:
    """The words " (did you mean X?)", or "" where nothing allowed is near."""
    near = difflib.get_close_matches(word, list(allowed), n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def date(text: str) -> str:
    """The last day of a prefix date (YYYY, YYYY-MM or YYYY-MM-DD): a question about a month is one about its end.

    Raises:
        UsageError: it is none, names no day of the calendar, or lies outside the years that can be asked for.
    """
    return last_day(prefix_date(text, "--as-of")).isoformat()


def _workers(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise UsageError(f"{text!r} is no number of workers.", "--workers", "Give a whole number from 1 on.")
    return int(text)


def _sentence(message: str) -> str:
    found = re.match(r"invalid choice: (?P<word>.+?) \(choose from (?P<allowed>.+)\)$", message)
    if found:
        allowed = [word.strip("' ") for word in found["allowed"].split(",")]
        word = found["word"].strip("'")
        return f"{word!r} is not allowed{meant(word, allowed)}; choose from {', '.join(allowed)}."
    return message[0].upper() + message[1:] + "."
