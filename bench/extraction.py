"""Extraction in documents per second on one core, beside spaCy's blank Persian tokeniser on the same texts in the same run.

The bundled articles are read as often as it takes to make SIZE documents; both sides read them all ROUNDS times, in turn, and
the best round of each counts. Loading (packs, language models) is not in the figure and is printed apart. The tokeniser remembers
words that it has met, so texts that repeat suit it; mithaq remembers unknown Russian words alone.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from mithaq.extract import extract
from mithaq.knowledge import load
from mithaq.model import Document

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "mithaq" / "demo" / "articles"
SIZE = 200
ROUNDS = 3


def main() -> None:
    """Measure, and print four lines."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--beside", required=True, help="the Python that has spaCy")
    options.add_argument("--articles", type=Path, default=ARTICLES, help="folder of .txt files")
    args = options.parse_args()
    one_core()
    texts = corpus(args.articles)
    characters = sum(map(len, texts))
    print(f"{len(texts)} documents, {characters:,} characters, one core of {os.uname().machine}, best of {ROUNDS} rounds")

    started = time.perf_counter()
    knowledge = load()
    print(f"mithaq: knowledge of {len(list(knowledge.packs.values()))} languages loaded in {time.perf_counter() - started:.2f} s")
    documents = [Document(text=text, file=f"{number}.txt") for number, text in enumerate(texts)]
    own, other = [], []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for document in documents:
            extract(document, knowledge)
        own.append(time.perf_counter() - started)
        other.append(tokenised(args.beside, texts))
    report("mithaq extract", len(texts) / min(own), characters / min(own))
    report("spaCy blank fa", len(texts) / min(other), characters / min(other))
    print(f"extraction runs at {min(other) / min(own):.2f} times the speed of the tokeniser")


def one_core() -> None:
    """Keep this process, and those it starts, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def corpus(folder: Path) -> list[str]:
    """At least SIZE texts: the articles of the folder again and again, each marked so that no cache can know it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"{folder}: no .txt files to read.")
    return [f"{texts[number % len(texts)]}\n{number}\n" for number in range(max(SIZE, len(texts)))]


def tokenised(python: str, texts: list[str]) -> float:
    """Seconds that the tokeniser takes, measured in its own process without its start."""
    script = Path(__file__).with_name("tokenise.py")
    answer = subprocess.run([python, script], input=json.dumps(texts), capture_output=True, text=True, check=True)
    return float(answer.stdout)


def report(name: str, documents: float, characters: float) -> None:
    """One line of the result."""
    print(f"{name}: {documents:,.0f} documents/s, {characters / 1e6:.2f} million characters/s")


if __name__ == "__main__":
    main()
