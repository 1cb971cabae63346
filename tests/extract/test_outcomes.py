"""What became of promises, and what promises are about, as records have it."""

from __future__ import annotations

from mithaq import knowledge
from mithaq.extract import extract
from mithaq.model import Document

PROMISE = "2 May 2023. Under the agreement on transport, Chile will supply Peru with 50 buses by the end of 2024."


def test_a_promise_says_what_it_is_about() -> None:
    (found,) = extract(Document(PROMISE, "a.txt", "en", published="2023-05-02"), knowledge.load())["commitments"]
    assert found["amounts"] == [{"value": 50, "unit": "vehicles"}]
    assert found["object"] == ["buses"]
    assert [(one["type"], one["sectors"]) for one in found["under"]] == [("agreement", ["transport"])]


def test_a_broken_promise_is_an_outcome_and_no_promise() -> None:
    text = "Chile reneged on its pledge to build a hospital in Peru, the ministry of health of Peru said."
    record = extract(Document(text, "a.txt", "en"), knowledge.load())
    assert [(one["by"], one["to"], one["status"]) for one in record["outcomes"]] == [(["CL"], ["PE"], "unkept")]
    assert record["commitments"] == []
    assert record["relevant"]
