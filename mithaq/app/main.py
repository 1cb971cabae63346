"""The command line: finds the command, runs it, and turns what went wrong into a message and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import mithaq
from mithaq.app import builds, checks, reports, reviews, shows
from mithaq.app.parser import Parser
from mithaq.errors import MithaqError

SECTIONS = (builds, shows, reports, reviews, checks)
INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Run one command.

    Returns:
        The exit code: 0, or that of the class of error (docs/reference/errors.md lists them).
    """
    try:
        args = command_line().parse(argv)
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except MithaqError as error:
        print(f"mithaq: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("mithaq: interrupted; what was written before stands.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has had enough; nothing to flush at exit
        return 0
    except OSError as error:
        print(f"mithaq: {error.filename or 'input or output'}: {error.strerror or error}.", file=sys.stderr)
        return MithaqError.exit_code


def command_line() -> Parser:
    """The parser of all commands."""
    parser = Parser(prog="mithaq", description="Follows agreements between states through the news; every field stands on a passage.")
    parser.add_argument("--version", action="version", version=f"mithaq {mithaq.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for section in SECTIONS:
        section.add(commands)
    return parser
