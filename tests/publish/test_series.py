from __future__ import annotations

from typing import Any

from mithaq.link import link
from mithaq.model import Document, Entry
from mithaq.publish import dossier, export
from tests.link.hand import known
from tests.publish.shelf import Shelf, passage, record

TEXTS = {"d2022": "In 2022 trade came to 100 million.", "d2023": "In 2023 trade came to about 150 million, it aims at 400."}


def shelf() -> Shelf:
    """Two articles with three figures of one pair."""
    made: list[tuple[Document, dict[str, Any]]] = []
    for name, text in TEXTS.items():
        year = name[1:]
        document = Document(text, f"{name}.txt", "en", "IRNA")
        figure = {
            "measure": "trade",
            "of": "trade",
            "unit": "USD",
            "period": year,
            "parties": ["IR", "BY"],
            "reading": "reached",
            "also": [],
        }
        quote = "100 million" if year == "2022" else "about 150 million"
        qualifier = None if year == "2022" else "approx"
        figures = [{**figure, "value": int(quote.split()[-2]), "qualifier": qualifier, "evidence": passage(text, quote)}]
        if year == "2023":
            figures.append({**figure, "value": 400, "reading": "target", "evidence": passage(text, "400")})
        made.append((document, {**record(document, None, figures=figures), "relevant": True, "outlet": "IRNA", "title": None, "url": None}))
    entries: list[Entry] = link([held for _, held in made], known())
    return Shelf([document for document, _ in made], [held for _, held in made], entries)


def test_a_series_stands_as_a_table_with_its_readings_and_why_a_figure_is_not_added() -> None:
    page = dossier(shelf(), ["IR", "BY"])
    table = page.split('class="card series"')[1].split("</article>")[0]
    assert [word in table for word in ('<th scope="row">2022</th>', "about 150", "not exact", "not reached")] == [True] * 4


def test_the_table_runs_from_right_to_left_in_persian() -> None:
    page = dossier(shelf(), ["IR", "BY"], language="fa")
    assert 'dir="rtl"' in page
    assert "دقیق نیست" in page.split('class="card series"')[1]


def test_the_export_has_the_series_with_every_point() -> None:
    rows = "".join(export(shelf(), "csv", "series")).splitlines()
    assert len(rows) == 2
    assert "2022-01-01/2023-01-01 100 reached +; 2023-01-01/2024-01-01 150 reached; 2023-01-01/2024-01-01 400 target" in rows[1]
