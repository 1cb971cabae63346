"""The rules of the house that no linter checks: sizes, names, clocks, and where a broad except may stand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "manager"}
CLOCKS = ("date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time", "time.localtime", "time.gmtime")
MAY_CATCH_ALL = ("mithaq/pipeline.py", "mithaq/app/")


def modules() -> Iterator[tuple[str, str]]:
    """Path and source of every module."""
    for path in sorted((ROOT / "mithaq").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for name, source in modules():
        for node in ast.walk(ast.parse(source)):
            yield name, node


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for name, node in nodes():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name}:{node.lineno} {node.name}", node


def test_a_module_stops_at_400_lines() -> None:
    assert [name for name, source in modules() if source.count("\n") > 400] == []


def test_a_function_stops_at_60_lines() -> None:
    assert [where for where, node in functions() if (node.end_lineno or 0) - node.lineno >= 60] == []


def test_a_function_takes_at_most_five_positional_parameters() -> None:
    def positional(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
        return len([arg for arg in (*node.args.posonlyargs, *node.args.args) if arg.arg not in {"self", "cls"}])

    assert [where for where, node in functions() if positional(node) > 5] == []


def test_a_module_is_named_after_what_it_yields() -> None:
    assert [name for name, _ in modules() if FORBIDDEN_NAMES & {*Path(name).with_suffix("").parts}] == []


def test_only_the_pipeline_and_the_app_catch_every_exception() -> None:
    def broad(node: ast.AST) -> bool:
        if not isinstance(node, ast.ExceptHandler) or (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None):
            return False  # what is raised again was not caught
        return node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}

    assert [name for name, node in nodes() if broad(node) and not name.startswith(MAY_CATCH_ALL)] == []


def test_only_the_command_line_knows_what_day_it_is() -> None:
    def clock(node: ast.AST) -> bool:
        return isinstance(node, ast.Attribute) and ast.unparse(node).endswith(CLOCKS)

    assert [name for name, node in nodes() if clock(node) and not name.startswith("mithaq/app/")] == []


def test_nothing_in_the_package_throws_dice() -> None:
    def dice(node: ast.AST) -> bool:
        names = {alias.name for alias in node.names} if isinstance(node, ast.Import) else {getattr(node, "module", None)}
        return bool(names & {"random", "secrets", "uuid"})

    assert [name for name, node in nodes() if dice(node)] == []


def test_data_holds_no_python() -> None:
    assert list((ROOT / "mithaq" / "data").rglob("*.py")) == []


def test_both_commands_of_the_readme_are_targets_of_the_makefile() -> None:
    readme, makefile = ((ROOT / file).read_text(encoding="utf-8") for file in ("README.md", "Makefile"))
    for command in ("demo", "test"):
        assert f"make {command}" in readme
        assert f"\n{command}:" in makefile


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_run_time_dependency_is_pinned() -> None:
    core, developing = ((ROOT / file).read_text(encoding="utf-8").splitlines() for file in ("requirements.lock", "requirements-dev.lock"))
    assert [line for line in core if "==" not in line] == []
    assert set(core) <= set(developing)


def test_what_measures_and_makes_tables_is_pinned_too() -> None:
    for file in ("requirements-bench.txt", "tools/tables/requirements.txt"):
        lines = [line for line in (ROOT / file).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert lines and [line for line in lines if "==" not in line] == [], file


def test_decisions_are_numbered_in_order_and_each_begins_with_its_number() -> None:
    notes = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(note.name[:4]) for note in notes] == list(range(1, len(notes) + 1))
    assert [note.name for note in notes if not note.read_text(encoding="utf-8").startswith(f"# {int(note.name[:4])}. ")] == []


def test_no_link_of_a_page_leads_nowhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))]
    assert links
    assert [(page.name, link) for page, link in links if not link.startswith("http") and not (page.parent / link).exists()] == []
