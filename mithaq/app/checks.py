"""`verify`, `evaluate` and `lang`: what is sound, and how good it is."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mithaq import evaluate, knowledge
from mithaq.app import output
from mithaq.app.parser import command, register_argument, workers_argument
from mithaq.errors import AccuracyError, GroundingError, PackError, UsageError
from mithaq.evaluate import floors
from mithaq.extract import check as examples
from mithaq.knowledge import check as tables
from mithaq.knowledge.begin import begin
from mithaq.knowledge.languages import load_languages
from mithaq.knowledge.senses import load_senses
from mithaq.model import Record, claims, digest
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
    measured.add_argument(
        "--errors", type=Path, metavar="FILE.html", help="write a page with each miss, extra and wrong field in its sentence"
    )
    measured.add_argument("--floors", type=Path, metavar="FILE.toml", help="end with an error where a score lies below its floor")
    measured.add_argument("--set-floors", action="store_true", help="write the floors anew instead, from what is measured now")
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
    if args.set_floors and not args.floors:
        raise UsageError("says that floors be written, but not where.", "--set-floors", "Add --floors FILE.toml.")
    gold = evaluate.read(args.gold)
    made = evaluate.predictions(gold, args.texts, workers=args.workers, watch=output.watched)
    articles = evaluate.by_article(gold, made.records)
    held = {floors.ALL: list(gold), **evaluate.languages(gold)}
    show = _tables if output.as_table(args.format) else _lines
    for name, files in held.items() if args.by_language else [(floors.ALL, list(gold))]:
        bounds = evaluate.intervals({digest(gold[file]): articles[file] for file in files})
        show(name, evaluate.total(articles[file] for file in files), bounds)
    if args.misses:
        missed = (miss for scores in articles.values() for miss in scores.misses)
        output.lines({"kind": "miss", "file": miss.file, "of": miss.kind, "what": miss.what, "item": miss.item} for miss in missed)
    for place in made.ungrounded:
        output.note(f"does not stand in its text: {place}")
    output.note(output.counted(len(made.ungrounded), "ungrounded passage"))
    if args.errors:
        _errors(args.errors, gold, made)
    code = output.closing(len(made.records), sum(len(claims(record)) for record in made.records.values()), made.failures)
    if args.floors:
        parts = {name: evaluate.total(articles[file] for file in files) for name, files in held.items()}
        _floors(args, floors.digest(gold, args.texts), parts)
    return GroundingError.exit_code if made.ungrounded else code


def _errors(path: Path, gold: Mapping[str, Record], made: evaluate.Predictions) -> None:
    """Write the error page."""
    packs = knowledge.load().packs
    profiles = {code: packs[code].profile for code in sorted({want.get("lang") or "" for want in gold.values()} & set(packs))}
    found = []
    for file, want in gold.items():
        profile = profiles.get(want.get("lang") or "")
        abbreviations = profile.abbreviations if profile else frozenset()
        found += evaluate.cases(want, made.records.get(file) or {}, made.texts.get(file, ""), abbreviations)
    path.write_text(evaluate.error_page(found, {code: one.direction for code, one in profiles.items()}), encoding="utf-8")
    output.note(f"{output.counted(len(found), 'error')}: open {path} in a browser.")


def _floors(args: argparse.Namespace, measured_on: str, parts: Mapping[str, evaluate.Scores]) -> None:
    """Compare scores with their floors, or write these anew."""
    held, name = floors.read_floors(args.floors), floors.name(args.gold)
    before = held.get(name)
    if args.set_floors:
        held[name] = floors.measured(measured_on, parts)
        for line in floors.lowered(before, held[name]) if before else ():
            output.note(f"lowered: {line}")
        floors.write_floors(args.floors, held)
        output.note(f"{args.floors}: floors of {name!r} written; say why in the commit where one is lowered.")
        return
    if before is None:
        raise UsageError(f"there are no floors of {name!r}.", str(args.floors), "Write them with --set-floors.")
    if before.digest != measured_on:
        raise AccuracyError(
            f"the floors of {name!r} were measured on other records or texts.", str(args.floors), "Measure anew: --set-floors."
        )
    if missed := before.missed(parts):
        raise AccuracyError(f"{output.counted(len(missed), 'score')} below the floor: {'; '.join(missed)}.", str(args.floors))


def _tables(name: str, scores: evaluate.Scores, bounds: Mapping[str, evaluate.Interval]) -> None:
    found = scores.detection.items()
    rows = [(what, d.precision, d.recall, d.f1, _bounds(bounds.get(what)), d.hit + d.missed, d.hit + d.extra) for what, d in found]
    output.table((name, "precision", "recall", "F1", "95 %", "gold", "found"), rows)
    kept = [(field, accuracy.share, _bounds(bounds.get(field)), accuracy.n) for field, accuracy in scores.fields.items()]
    output.table(("field", "right", "95 %", "of"), kept)


def _bounds(found: evaluate.Interval | None) -> str:
    return f"{found.low:.3f} to {found.high:.3f}" if found else ""


def _lines(name: str, scores: evaluate.Scores, bounds: Mapping[str, evaluate.Interval]) -> None:
    for what, d in scores.detection.items():
        measured = {"precision": d.precision, "recall": d.recall, "f1": d.f1, "gold": d.hit + d.missed, "found": d.hit + d.extra}
        output.lines([{"kind": "detection", "articles": name, "of": what, **measured, "interval": bounds.get(what)}])
    for field, accuracy in scores.fields.items():
        kept = {"accuracy": accuracy.share, "n": accuracy.n, "interval": bounds.get(field)}
        output.lines([{"kind": "field", "articles": name, "of": field, **kept}])


def _lang_check(args: argparse.Namespace) -> int:
    known, senses = knowledge.load(), load_senses(knowledge.DATA / "senses.toml")
    found = []
    for code, pack in sorted(known.packs.items()):
        folder = knowledge.DATA / "lang" / code
        found += [*tables.faults(pack, folder, known.vocabularies, senses), *examples.faults(pack, folder)]
    for fault in found:
        output.say(str(fault))
    output.note(f"{output.counted(len(known.packs), 'pack')}, {', '.join(sorted(known.packs))}: {output.counted(len(found), 'fault')}")
    return PackError.exit_code if found else 0


def _lang_new(args: argparse.Namespace) -> int:
    folder = begin(args.code, args.like, knowledge.DATA / "lang", load_languages(knowledge.DATA / "languages.tsv"))
    output.say(f"{folder}: fill its files (docs/packs.md says how), then run: mithaq lang check")
    return 0
