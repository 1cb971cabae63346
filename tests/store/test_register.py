from __future__ import annotations

import pytest

from mithaq.errors import UsageError
from mithaq.model import Entry
from mithaq.store import Register

KINDS = ("agreements", "commitments", "appeals", "statements", "events", "figures", "bodies", "projects", "actors", "stories")


@pytest.fixture
def followed(register: Register) -> Register:
    """A register with a roadmap that runs until the end of 2026, and two differences."""
    (claim,) = register.claims("agreement")
    sources = {"reports": 1, "outlets": 1, "list": [{"outlet": "IRNA", "as_written": "IRNA", "published": "2025-08-20"}]}
    roadmap = {"type": "roadmap", "title": None, "parties": ["BY", "IR"], "ends": "2026", "history": [], "sources": sources}
    differences = [
        Entry("difference", (claim.id,), {"facet": name, "class": name, "field": "date"}) for name in ("contradiction", "precision")
    ]
    with register.writing("k1") as batch:
        batch.link([Entry("agreement", (claim.id,), roadmap), *differences])
    return register


@pytest.mark.parametrize("kind", KINDS)
def test_each_list_says_in_its_help_what_it_holds(kind: str) -> None:
    assert "arguments as of `entries`" in (getattr(Register, kind).__doc__ or "")


def test_what_falls_due_is_counted_from_the_day_that_is_asked_for(followed: Register) -> None:
    (row,) = followed.due("IR,BY", as_of="2026-12-01")
    assert (row["date"], row["days"], row["state"]) == ("2026-12-31", 30, "due")
    assert not followed.due("RU", as_of="2026-12-01")
    assert not followed.due(as_of="2025-08-19")


def test_what_was_not_heard_of_again_says_until_when_was_listened(followed: Register) -> None:
    (row,) = followed.silent(as_of="2026-12")
    assert (row["since"], row["searched_until"]) == ("2025-08-20", "2025-08-20")


def test_only_differences_that_are_any_are_listed(followed: Register) -> None:
    assert [entry.fields["class"] for entry in followed.differences()] == ["contradiction"]
    assert len(followed.entries("difference")) == 2


@pytest.mark.parametrize("day", ["1405-09-01", "tomorrow", "2026-02-30"])
def test_a_day_that_is_none_is_refused(followed: Register, day: str) -> None:
    for ask in (followed.due, followed.silent, followed.agreements):
        with pytest.raises(UsageError, match="as_of: "):
            ask(as_of=day)
