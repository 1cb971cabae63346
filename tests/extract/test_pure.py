"""Extraction is a pure function of one document and the knowledge: nothing that was read before changes a record."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
from pathlib import Path

import mithaq.extract
from mithaq import sources
from mithaq.extract import extract
from mithaq.knowledge import Knowledge, load
from mithaq.model import Document

ROOT = Path(mithaq.__file__).parent


def articles() -> list[Document]:
    return [document for document in sources.read([ROOT / "demo" / "articles"]) if isinstance(document, Document)]


def written(documents: list[Document], knowledge: Knowledge) -> dict[str, str]:
    return {document.id: json.dumps(extract(document, knowledge), ensure_ascii=False) for document in documents}


def anew() -> Knowledge:
    """Knowledge that nothing was read with."""
    return load.__wrapped__()


def test_a_record_depends_on_no_document_but_its_own() -> None:
    documents = articles()
    assert len(documents) >= 8
    knowledge = anew()
    forth = written(documents, knowledge)
    assert written(documents, knowledge) == forth
    assert written(documents[::-1], anew()) == forth


def test_a_record_that_is_changed_changes_no_other() -> None:
    document = articles()[0]
    first = extract(document, load())
    before = json.dumps(first, ensure_ascii=False)
    for value in first.values():
        if isinstance(value, list | dict):
            value.clear()
    assert json.dumps(extract(document, load()), ensure_ascii=False) == before


def constants() -> dict[str, str]:
    """Every list, dict and set that stands in a module of extract, as it is now."""
    modules = [importlib.import_module(f"mithaq.extract.{found.name}") for found in pkgutil.iter_modules(mithaq.extract.__path__)]
    return {
        f"{module.__name__}.{name}": repr(value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, list | dict | set) and not name.startswith("__")
    }


def test_no_module_of_extract_remembers_what_it_read() -> None:
    before = constants()
    assert before
    written(articles(), load())
    assert constants() == before


def test_no_function_of_extract_assigns_to_its_module() -> None:
    found = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / "extract").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Global)
    ]
    assert found == []
