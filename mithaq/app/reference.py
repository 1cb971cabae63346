"""The generated pages of docs/reference: commands, errors, languages, vocabularies, senses.

`python -m mithaq.app.reference FOLDER` writes them; with `--check` it only says which are stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mithaq.app.main import INTERRUPTED, command_line
from mithaq.errors import MithaqError
from mithaq.knowledge import DATA, load
from mithaq.knowledge.pack import tables
from mithaq.knowledge.senses import load_senses
from mithaq.knowledge.vocabularies import load_vocabularies

_MADE = "<!-- Made by `make reference`; do not edit. -->\n\n"


def main() -> None:
    """Write the pages into a folder, or check them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--check", action="store_true")
    args = options.parse_args()
    made = pages()
    if args.check:
        stale = [name for name, text in made.items() if _held(args.folder / name) != text]
        sys.exit(f"{args.folder}: stale: {', '.join(stale)}. Run: make reference" if stale else 0)
    args.folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (args.folder / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """File name -> text of each page."""
    made = {"commands.md": commands(), "errors.md": errors(), "languages.md": languages()}
    made |= {"vocabularies.md": vocabularies(), "senses.md": senses()}
    return {name: _MADE + "\n".join(lines) + "\n" for name, lines in made.items()}


def commands() -> Iterator[str]:
    """Every command with its arguments."""
    yield "# Commands"
    for name, parser in _commands(command_line()):
        positional = " ".join(_placeholder(action) for action in parser._actions if not action.option_strings)
        yield f"\n## mithaq {name}\n\n{parser.description}\n\n```\nmithaq {name} {positional} [options]\n```\n"
        rows = [(_name(action), action.help or "") for action in parser._actions if action.dest != "help"]
        yield from _table(("argument", "meaning"), rows)


def errors() -> Iterator[str]:
    """Every class of error with its codes."""
    yield "# Errors and exit codes\n"
    yield "A run that failed for some documents alone ends with the code of `SourceError`; everything else has been done.\n"
    rows = [("(none)", "All was done.", "0", "200"), ("(interrupted)", "Ctrl-C; what was written before stands.", str(INTERRUPTED), "")]
    rows += [(kind.__name__, _summary(kind), str(kind.exit_code), str(kind.http_status)) for kind in _tree(MithaqError)]
    yield from _table(("error", "meaning", "exit code", "HTTP status"), rows)


def languages() -> Iterator[str]:
    """Every pack with what it knows."""
    yield "# Languages\n"
    rows = []
    for code, pack in sorted(load().packs.items()):
        held = dict.fromkeys(name for name, _ in tables(DATA / "lang" / code))
        told = pack.profile
        rows.append((code, told.name, told.titles[code], told.script, told.digits, ", ".join(told.calendars), ", ".join(held)))
    yield from _table(("code", "name", "in itself", "script", "digits", "calendars", "classes of words"), rows)
    yield "\nA document in any other language is left aside, and named as a failure."


def vocabularies() -> Iterator[str]:
    """Every vocabulary with its values."""
    yield "# Vocabularies"
    for name, vocabulary in sorted(load_vocabularies(DATA / "vocabularies").by_name.items()):
        yield f"\n## {name}\n\n{vocabulary.about}\n"
        yield ", ".join(f"`{value}`" for value in vocabulary.values)


def senses() -> Iterator[str]:
    """Senses that are no values of the codebook, and marks, by the class of a table."""
    known = load_senses(DATA / "senses.toml")
    yield "# Senses and marks of the tables of a pack\n"
    yield "Senses of acts, instruments, sectors, topics, offices and measures are the codebook's: see [vocabularies](vocabularies.md)."
    yield "A part in capitals stands for any name, `N` for any number."
    for title, told in (("Senses", known.senses), ("Marks", known.marks)):
        for name, held in sorted(told.items()):
            yield f"\n## {title} of {name}\n"
            yield from _table((title.lower().removesuffix("s"), "meaning"), [(f"`{one}`", says) for one, says in held.items()])


def _commands(parser: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                if any(isinstance(further, argparse._SubParsersAction) for further in inner._actions):
                    yield from _commands(inner, f"{before}{name} ")
                else:
                    yield f"{before}{name}", inner


def _name(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else f" {action.metavar or '|'.join(map(str, action.choices or ())) or action.dest.upper()}"
    return f"`{', '.join(action.option_strings)}{value}`" if action.option_strings else f"`{_placeholder(action)}`"


def _placeholder(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest.upper())
    return {"+": f"{name}…", "?": f"[{name}]"}.get(str(action.nargs), name)


def _tree(kind: type[MithaqError]) -> Iterator[type[MithaqError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _tree(below)


def _summary(kind: type[Any]) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (headings, tuple("---" for _ in headings), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"


def _held(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    main()
