"""`verify`, `evaluate` and `lang`: what is sound, and how good it is."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from mithaq import evaluate, knowledge
from mithaq.app import output
from mithaq.app.parser import command, register_argument, workers_argument
from mithaq.errors import GroundingError, PackError
from mithaq.extract import check as examples
from mithaq.knowledge import check as tables
from mithaq.knowledge.begin import begin
from mithaq.knowledge.languages import load_languages
from mithaq.model import claims
from mithaq.store import Register


def add(commands: Any) -> None:
    """Add the commands."""
    verify = command(commands, "verify", "check every quote of a register against its text, field by field", _verify)
    register_argument(verify)

    measured = command(commands, "evaluate", "score the extractor against hand-made records", _evaluate)
    measured.add_argument("gold", type=Path, metavar="GOLD", help="hand-made records, one a line")
    measured.add_argument("--texts", type=Path, required=True, metavar="DIR", help="folder of the articles that GOLD names")
    workers_argument(measured)
    measured.add_argument("--misses", action="store_true", help="list each item that was missed or is extra")
    measured.add_argument("--by-language", action="store_true", help="scores of each language too")
    measured.add_argument("--format", choices=output.FORMATS, help="default: table on a terminal, jsonl in a pipe")

    lang = command(commands, "lang", "check the language packs, or begin a new one", _lang_check)
    verbs = lang.add_subparsers(dest="verb", required=True, metavar="VERB")
    command(verbs, "check", "check every language pack and vocabulary", _lang_check)
    new = command(verbs, "new", "make the folder of a new language pack, to be filled", _lang_new)
    new.add_argument("code", metavar="CODE", help="of the language, ISO 639-1 or 639-2")
    new.add_argument("--like", default="en", metavar="CODE", help="the pack whose profile it begins with; default: en")


def _verify(args: argparse.Namespace) -> int:
    with Register(args.register) as register:
        broken = [fault.write() for fault in register.verify()]
        counts = register.counts()
    output.lines(broken)
    read = ", ".join(output.counted(counts[f"{noun}s"], noun) for noun in ("document", "claim"))
    output.note(f"{read}, {output.counted(len(broken), 'fault')}")
    return GroundingError.exit_code if broken else 0


def _evaluate(args: argparse.Namespace) -> int:
    gold = evaluate.read(args.gold)
    made = evaluate.predictions(gold, args.texts, workers=args.workers, watch=output.watched)
    parts = {"all": evaluate.score(gold, made.records)}
    if args.by_language:
        parts |= evaluate.by_language(gold, made.records)
    show = _tables if output.as_table(args.format) else _lines
    for name, scores in parts.items():
        show(name, scores)
    if args.misses:
        output.lines(
            {"kind": "miss", "file": miss.file, "of": miss.kind, "what": miss.what, "item": miss.item} for miss in parts["all"].misses
        )
    for place in made.ungrounded:
        output.note(f"does not stand in its text: {place}")
    output.note(output.counted(len(made.ungrounded), "ungrounded passage"))
    code = output.closing(len(made.records), sum(len(claims(record)) for record in made.records.values()), made.failures)
    return GroundingError.exit_code if made.ungrounded else code


def _tables(name: str, scores: evaluate.Scores) -> None:
    found = scores.detection.items()
    rows = [(what, d.precision, d.recall, d.f1, d.hit + d.missed, d.hit + d.extra) for what, d in found]
    output.table((name, "precision", "recall", "F1", "gold", "found"), rows)
    output.table(("field", "right", "of"), [(field, accuracy.share, accuracy.n) for field, accuracy in scores.fields.items()])


def _lines(name: str, scores: evaluate.Scores) -> None:
    for what, d in scores.detection.items():
        measured = {"precision": d.precision, "recall": d.recall, "f1": d.f1, "gold": d.hit + d.missed, "found": d.hit + d.extra}
        output.lines([{"kind": "detection", "articles": name, "of": what, **measured}])
    for field, accuracy in scores.fields.items():
        output.lines([{"kind": "field", "articles": name, "of": field, "accuracy": accuracy.share, "n": accuracy.n}])


def _lang_check(args: argparse.Namespace) -> int:
    known = knowledge.load()
    found = []
    for code, pack in sorted(known.packs.items()):
        folder = knowledge.DATA / "lang" / code
        found += [*tables.faults(pack, folder, known.vocabularies), *examples.faults(pack, folder)]
    for fault in found:
        output.say(str(fault))
    output.note(f"{output.counted(len(known.packs), 'pack')}, {', '.join(sorted(known.packs))}: {output.counted(len(found), 'fault')}")
    return PackError.exit_code if found else 0


def _lang_new(args: argparse.Namespace) -> int:
    folder = begin(args.code, args.like, knowledge.DATA / "lang", load_languages(knowledge.DATA / "languages.tsv"))
    output.say(f"{folder}: fill its files (docs/packs.md says how), then run: mithaq lang check")
    return 0
