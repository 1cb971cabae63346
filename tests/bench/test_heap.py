from __future__ import annotations

from bench.heap import Heap, report


def test_versions_that_meet_are_counted_apart_from_texts_that_should_not() -> None:
    of = {"a": ("t1", "en"), "b": ("t1", "ru"), "c": ("t2", "en"), "d": ("t2", "ru")}
    lines = list(report(Heap(of, []), {"a": "a", "b": "a", "c": "a", "d": "d"}, {"t1": "yes", "t2": "no"}))
    assert lines == [
        "yes: 1 texts, all versions one story 1, pairs of versions in one story 1 of 1",
        "open: 0 texts, all versions one story 0, pairs of versions in one story 0 of 0",
        "no: 1 texts, all versions one story 0, pairs of versions in one story 0 of 1",
        "different texts in one story: 1 pairs of texts, 2 pairs of versions",
        "  t1 and t2: 2 (yes, no)",
    ]
