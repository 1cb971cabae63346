"""What the extractor makes of the articles that hand-made records are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mithaq import pipeline, sources
from mithaq.engine import engine
from mithaq.model import Failure, Record, ungrounded


@dataclass(frozen=True, slots=True)
class Predictions:
    """What was read.

    Attributes:
        records: by the base name of their article.
        texts: the texts, likewise.
        failures: what could not be read.
        ungrounded: every passage that does not stand in its text, as "file: place".
    """

    records: dict[str, Record]
    texts: dict[str, str]
    failures: tuple[Failure, ...]
    ungrounded: tuple[str, ...]


def predictions(files: Iterable[str], folder: Path, *, workers: int = 1, watch: pipeline.Watch | None = None) -> Predictions:
    """Extract from the articles `files` of a folder.

    Raises:
        PackError: the knowledge is broken.
    """
    records: dict[str, Record] = {}
    texts: dict[str, str] = {}
    failures: list[Failure] = []
    loose: list[str] = []
    made = pipeline.outcomes(sources.read(folder / file for file in files), pipeline.own(), engine(workers=workers))
    for document, outcome in watch(made, "extract") if watch else made:
        if isinstance(outcome, Failure):
            failures.append(outcome)
        elif document is not None and outcome is not None:
            name = Path(document.file).name
            records[name], texts[name] = outcome, document.text
            loose += [f"{document.file}: {place}" for place in ungrounded(document.text, outcome)]
    return Predictions(records, texts, tuple(failures), tuple(loose))
