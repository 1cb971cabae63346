"""`demo`, `build`, `extract` and `forget`: articles in, a register or records out; and articles out of a register."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import mithaq
from mithaq import pipeline
from mithaq.app import output, reports, shows
from mithaq.app.parser import REGISTER, Parser, command, workers_argument
from mithaq.engine import ENGINES, Engine, engine
from mithaq.model import Failure, claims
from mithaq.store import Register

BUNDLED = Path(mithaq.__file__).parent / "demo" / "articles"
DEMO_PARTIES = ("BY", "IR")


def add(commands: Any) -> None:
    """Add the commands."""
    demo = command(commands, "demo", "the whole way on the bundled articles: a register and a dossier", _demo)
    demo.add_argument("--into", type=Path, default=Path("demo"), metavar="FOLDER", help="where to leave them; default: demo")

    build = command(commands, "build", "read articles into a register; an existing one is added to", _build)
    _inputs(build)
    build.add_argument("--engine", choices=tuple(ENGINES), help="default: local for one worker, processes for more")
    build.add_argument("-o", "--output", type=Path, default=Path(REGISTER), metavar="REGISTER", help=f"default: {REGISTER}")

    extract = command(commands, "extract", "write one record for each article to standard output", _extract)
    _inputs(extract)
    extract.add_argument("--format", choices=("jsonl",), default="jsonl", help="one JSON object a line")
    extract.add_argument(
        "--mentions", action="store_true", help="add every state, organisation, place, person, date and number read, each with its passage"
    )

    forget = command(commands, "forget", "take documents out of a register, and link anew what stays", _forget)
    forget.add_argument("register", type=Path, metavar="REGISTER", help="the register")
    forget.add_argument(
        "files", nargs="+", metavar="FILE", help="file name of a document, or its id, as mithaq show documents --format jsonl lists them"
    )


def _inputs(parser: Parser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file of articles (.txt, .jsonl), or a folder of such files")
    workers_argument(parser)


def _demo(args: argparse.Namespace) -> int:
    args.into.mkdir(parents=True, exist_ok=True)
    register, page = args.into / REGISTER, args.into / "dossier.html"
    code = _into(register, [BUNDLED], engine())
    with Register(register) as opened:
        shows.listing("agreements", opened, {}, format="table")
    reports.write_dossier(register, DEMO_PARTIES, page)
    output.note(f"Open {page} in a browser. Ask the register: mithaq show agreements {register} --why")
    return code


def _build(args: argparse.Namespace) -> int:
    return _into(args.output, args.paths, engine(args.engine, args.workers))


def _into(register: Path, paths: Sequence[Path], chosen: Engine) -> int:
    fresh = not register.exists()
    summary = pipeline.build(paths, register, engine=chosen, watch=output.watched)
    if fresh and not summary.documents and all(failure.stage == "read" for failure in summary.failures):
        for ending in ("", "-wal", "-shm"):
            register.with_name(register.name + ending).unlink(missing_ok=True)
        output.note(f"Nothing could be read; {register} was not made:")
    else:
        output.note(f"{summary.added:,} added, {summary.replaced:,} read anew, {summary.unchanged:,} unchanged; now in {register}:")
    if summary.irrelevant:
        output.note(
            f"Not relevant is what tells of no dealings between states; it gives no claims. Named by: mithaq show documents {register}"
        )
    return output.closing(summary.documents, summary.claims, summary.failures, irrelevant=summary.irrelevant)


def _forget(args: argparse.Namespace) -> int:
    number = pipeline.forget(args.files, args.register, watch=output.watched)
    output.note(f"{output.counted(number, 'document')} forgotten; now in {args.register}:")
    with Register(args.register) as register:
        counts = register.counts()
    return output.closing(counts["documents"], counts["claims"], (), irrelevant=counts["irrelevant"])


def _extract(args: argparse.Namespace) -> int:
    documents, irrelevant, found, failures = 0, 0, 0, []
    method = pipeline.own(mentioning=args.mentions)
    for result in output.watched(pipeline.records(args.paths, workers=args.workers, method=method), "extract"):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            output.lines([result])
            documents += 1
            irrelevant += not result["relevant"]
            found += len(claims(result))
    return output.closing(documents, found, failures, irrelevant=irrelevant)
