"""`report` and `export`: the register as a page, and as data."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mithaq.app import output
from mithaq.app.codes import parties
from mithaq.app.parser import command, date, register_argument
from mithaq.errors import AbsentError
from mithaq.publish import FORMATS, KINDS, dossier, export
from mithaq.publish.catalogue import languages
from mithaq.store import Register


def add(commands: Any) -> None:
    """Add the two commands."""
    report = command(commands, "report", "write a dossier: one page on the agreements of some parties", _report)
    register_argument(report)
    report.add_argument("--between", type=parties, required=True, metavar="CODES", help="the parties: codes or names, as IR,BY")
    report.add_argument("--language", choices=languages(), default="en", help="of the page's own words; default: en")
    report.add_argument("--texts", choices=("excerpts", "full"), default="excerpts", help="full adds whole articles; default: excerpts")
    report.add_argument("--as-of", type=date, metavar="DATE", help="as it was known then, with what falls due from then on")
    report.add_argument("-o", "--output", type=Path, default=Path("dossier.html"), metavar="FILE", help="default: dossier.html")

    exported = command(commands, "export", "write the whole register, or all of one kind, to standard output", _export)
    register_argument(exported)
    exported.add_argument("--format", choices=tuple(FORMATS), default="jsonl", help="default: jsonl")
    exported.add_argument(
        "--of", choices=tuple(KINDS), metavar="KIND", help=f"only one kind, in CSV with a column a field: {', '.join(KINDS)}"
    )


def write_dossier(register: Path, between: Sequence[str], page: Path, **settings: Any) -> None:
    """Write the dossier of some parties to a file, and say so.

    Raises:
        AbsentError: nothing that was read speaks of these parties; nothing is written.
    """
    with Register(register) as opened:
        as_of = settings.get("as_of") or "9999"
        spoken = any((row["published"] or "") <= as_of for row in opened.documents(between))
        if not spoken and not opened.entries(between=between, as_of=settings.get("as_of")):
            what = f"nothing that was read speaks of {', '.join(between)}{' together' * (len(between) > 1)}; {page} was not written."
            raise AbsentError(what, "--between", f"mithaq show documents {register} lists what was read.")
        page.write_text(dossier(opened, between, **settings), encoding="utf-8")
    output.note(f"{page}: {page.stat().st_size:,} bytes")


def _report(args: argparse.Namespace) -> int:
    write_dossier(args.register, args.between, args.output, language=args.language, texts=args.texts, as_of=args.as_of)
    if args.as_of is None:
        today = datetime.date.today().isoformat()
        output.note(f"Without a day the page has no section on what falls due. For one, add: --as-of {today}")
    return 0


def _export(args: argparse.Namespace) -> int:
    with Register(args.register) as register:
        sys.stdout.writelines(export(register, args.format, args.of))
    return 0
