"""Seconds that spaCy's blank Persian pipeline takes for the texts on standard input; runs in a Python that has spaCy."""

from __future__ import annotations

import json
import sys
import time

import spacy  # type: ignore[import-not-found]

nlp = spacy.blank("fa")
texts = json.load(sys.stdin)
nlp(texts[0])
started = time.perf_counter()
for text in texts:
    nlp(text)
print(time.perf_counter() - started)
