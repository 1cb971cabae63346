"""The same records give the same entries in any order, by any engine, and whatever came before."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.link import link
from mithaq.link.passes import grouped
from tests.link.hand import Article, known

KNOWLEDGE = known()
PAIRS = (("IR", "BY"), ("IR", "RU"))
DAYS = (None, "2023-03-13", "2023-03-14", "2024-06-01")
SECTORS: tuple[list[str], ...] = ([], ["general"], ["energy"], ["economy"])
NUMBERS: tuple[dict[str, Any], ...] = (
    {}, {"period": "2022"}, {"period": "2023", "qualifier": "approx"}, {"measure": "export", "period": "2022", "parties": ["IR", "BY"]},
    {"period": "2022", "parties": ["RU", "IR"]}, {"measure": "volume", "of": "gas", "unit": "tonnes", "period": "2022"},
)  # fmt: skip
GROUPS = (("BY", "IR"), ("BY", "IR", "KZ"), ("IR", "org:eaeu"), ("BY", "IR", "org:eaeu"))
ACTORS = ("Pavel Rudnik", "Павел Рудник", "پاول رودنیک")


@st.composite
def articles(draw: st.DrawFn) -> list[dict[str, Any]]:
    made = []
    for number in range(draw(st.integers(1, 6))):
        pair = draw(st.sampled_from(PAIRS))
        article = Article(f"d{number}", published=draw(st.sampled_from(DAYS)), outlet=draw(st.sampled_from((None, "IRNA", "BelTA"))))
        article.actor(draw(st.sampled_from(ACTORS)), draw(st.sampled_from(("president", "minister"))), pair[1])
        article.actor("Amin Sohrabi", "president", "IR")
        article.event("meeting", "they met", list(pair), state="IR", date=draw(st.sampled_from(DAYS)))
        article.agreement(
            draw(st.sampled_from(("roadmap", "mou", "document"))), "what was agreed", list(draw(st.sampled_from((pair, *GROUPS)))),
            certainty=draw(st.sampled_from(("asserted", "historical", "negated", "future"))), count=draw(st.sampled_from((None, 1, 7, 8))),
            sectors=draw(st.sampled_from(SECTORS)), period=draw(st.sampled_from((None, ["2023", "2026"], ["2027", "2031"]))),
        )  # fmt: skip
        article.says(
            "Amin Sohrabi",
            draw(
                st.sampled_from(
                    ("we shall keep to every word of it", "nothing of this is settled as yet", "we sold 40 buses", "40 автобусов продано")
                )
            ),
        )
        article.commitment("implement", "we shall keep it", ["IR"])
        article.figure("so much", draw(st.sampled_from((100, 200))), **draw(st.sampled_from(NUMBERS)))
        end = draw(st.sampled_from((None, "2024-07-01", "2025-01-01")))
        article.commitment(
            draw(st.sampled_from(("supply", "build"))), "we shall do it", ["IR"], to=draw(st.sampled_from(([], [pair[1]]))),
            deadline={"as_written": "then", "start": None, "end": end} if end else None, sectors=draw(st.sampled_from(SECTORS)),
            amounts=draw(st.sampled_from(([], [{"value": 50, "unit": None}]))),
            under=draw(st.sampled_from(([], [{"type": "roadmap", "sectors": []}]))),
        )  # fmt: skip
        if status := draw(st.sampled_from((None, "done", "fulfilled", "unkept", "withdrawn", "denied"))):
            article.outcome(
                status, "supply", "it was done", ["IR"], to=[pair[1]], amounts=draw(st.sampled_from(([], [{"value": 50, "unit": None}])))
            )
        made.append(article.record)
    return made


def hostile(seed: int) -> Callable[..., Iterator[Any]]:
    """An engine that shuffles the members, the keys, and runs every group twice."""

    def group(items: Iterable[Any], key: Callable[[Any], Any], function: Callable[[Any, list[Any]], Iterable[Any]]) -> Iterator[Any]:
        chance = random.Random(seed)
        shuffled = list(items)
        chance.shuffle(shuffled)

        def twice(name: Any, members: list[Any]) -> Iterable[Any]:
            list(function(name, list(members)))
            return list(function(name, members))

        out = list(grouped(shuffled, key, twice))
        chance.shuffle(out)
        return iter(out)

    return group


@settings(max_examples=40, deadline=None)
@given(articles(), st.randoms(use_true_random=False), st.integers(0, 1000))
def test_order_and_engine_change_nothing(records: list[dict[str, Any]], chance: random.Random, seed: int) -> None:
    wanted = [entry.write() for entry in link(records, KNOWLEDGE)]
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert [entry.write() for entry in link(shuffled, KNOWLEDGE)] == wanted
    assert [entry.write() for entry in link(records, KNOWLEDGE, group=hostile(seed))] == wanted


@settings(max_examples=25, deadline=None)
@given(articles())
def test_every_claim_of_an_entry_is_a_claim_and_ids_are_distinct(records: list[dict[str, Any]]) -> None:
    entries = link(records, KNOWLEDGE)
    ids = [entry.id for entry in entries]
    assert len(ids) == len(set(ids))
    for of in ("agreement", "event", "statement", "commitment", "figure", "story"):
        held = [claim for entry in entries if entry.of == of for claim in entry.claims]
        assert len(held) == len(set(held)), of


@settings(max_examples=25, deadline=None)
@given(articles())
def test_no_negated_claim_makes_a_step(records: list[dict[str, Any]]) -> None:
    for entry in link(records, KNOWLEDGE):
        if entry.of == "agreement":
            assert not {claim for step in entry.fields["history"] for claim in step["claims"]} & set(entry.fields["denied"])


def test_gold_in_any_order_is_the_same(seeds: list[dict[str, Any]]) -> None:
    wanted = [entry.write() for entry in link(seeds, KNOWLEDGE)]
    assert [entry.write() for entry in link(seeds[::-1], KNOWLEDGE, group=hostile(7))] == wanted


def test_no_field_of_an_entry_hides_what_its_line_begins_with() -> None:
    article = Article("d1").actor("Amin Sohrabi", "president", "IR").says("Amin Sohrabi", "we shall keep to every word of it")
    article.agreement("roadmap", "what was agreed", ["IR", "BY"]).commitment("implement", "we shall keep it", ["IR"])
    article.event("meeting", "they met", ["IR", "BY"]).figure("a hundred", 100)
    entries = link([article.record], KNOWLEDGE)
    assert {entry.of for entry in entries} >= {"agreement", "commitment", "event", "figure", "statement"}
    assert [entry.of for entry in entries if {"kind", "of", "id", "claims"} & entry.fields.keys()] == []
    assert next(entry for entry in entries if entry.of == "figure").fields["what"] == "trade"
