"""Registers of simulated worlds: records go in without being extracted, and are linked as `mithaq build` links."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from mithaq import link as linking
from mithaq import pipeline
from mithaq.link import Known
from mithaq.model import Document, Record
from mithaq.pipeline import Increments, Method
from mithaq.store import Links, Register
from tools.world.truth import World

Pair = tuple[Document, Record]


def step(path: Path, known: Known, coming: Iterable[Pair], going: Iterable[str] = ()) -> dict[str, int]:
    """Add documents with their records to a register, take others out, and link; gives the register's counts."""
    increments = Increments(partial(_everything, known), partial(_changed, known), "world")
    method = Method(lambda document: {}, lambda records, decisions: [], "world", increments)
    with Register(path, create=True) as register:
        with register.writing("world") as batch:
            for name in going:
                batch.remove(name)
            for document, record in coming:
                batch.add(document, record)
            ready = {"register": register, "batch": batch, "method": method, "watch": lambda items, title: items}
            pipeline.run([stage for stage in pipeline.STAGES if stage.name in {"link", "relink"}], ready)
        return register.counts()


def grown(world: World, known: Known, path: Path, last: int = 5) -> None:
    """Write a world into a register, all but a few articles at once, these one by one, and print what each took."""
    pairs = list(zip(world.documents, world.records, strict=True))
    random.Random(0).shuffle(pairs)
    for held in [pairs[:-last], *([pair] for pair in pairs[-last:])]:
        start = time.perf_counter()
        counts = step(path, known, held)
        print(f"{len(held):,} articles in {time.perf_counter() - start:.2f} s; {counts}")


def _everything(known: Known, records: Iterable[Record], decisions: Sequence[Any]) -> linking.Changes:
    return linking.everything(records, known, decisions)


def _changed(known: Known, links: Links, decisions: Sequence[Any]) -> linking.Changes:
    return linking.changed(links, links.came, links.left, known, decisions)
