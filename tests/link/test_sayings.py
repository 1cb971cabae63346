"""One statement in other words or another language."""

from __future__ import annotations

from typing import Any

from mithaq.link import link
from mithaq.model import Entry
from tests.link.hand import Article, known

KNOWLEDGE = known()


def told(name: str, words: str, *, lang: str = "en", topics: list[str] | None = None) -> dict[str, Any]:
    article = Article(name, lang=lang, published="2024-03-01").actor("Amin Sohrabi", "president", "IR")
    article.event("meeting", f"{name} they met", ["IR", "BY"], date="2024-03-01").says("Amin Sohrabi", words)
    article.record["statements"][-1]["topics"] = topics or []
    return article.record


def statements(*records: dict[str, Any]) -> list[Entry]:
    return [entry for entry in link(records, KNOWLEDGE) if entry.of == "statement"]


def test_a_translation_with_the_same_numbers_is_the_same_statement() -> None:
    (found,) = statements(
        told("d1", "we will sell 40 buses there by 2026"), told("d2", "до 2026 года мы продадим там 40 автобусов", lang="ru")
    )
    assert sorted(found.fields["words"]) == ["en", "ru"]
    assert found.fields["shared"] == ["number 2026", "number 40"]


def test_one_number_that_differs_makes_another_statement() -> None:
    assert (
        len(statements(told("d1", "we will sell 40 buses there by 2026"), told("d2", "до 2028 года продадим 40 автобусов", lang="ru"))) == 2
    )


def test_without_numbers_and_claims_two_languages_stay_apart() -> None:
    assert len(statements(told("d1", "we are friends for ever"), told("d2", "мы друзья навсегда", lang="ru"))) == 2


def test_a_small_number_alone_is_not_enough() -> None:
    assert len(statements(told("d1", "we spoke of 3 things"), told("d2", "осталось решить 3 вопроса", lang="ru"))) == 2


def test_other_topics_are_other_statements() -> None:
    one, other = (
        told("d1", "40 buses were sold", topics=["transport"]),
        told("d2", "приехали 40 студентов", lang="ru", topics=["education"]),
    )
    assert len(statements(one, other)) == 2


def test_two_statements_of_one_article_with_one_number_join_nothing() -> None:
    article = told("d1", "we will sell 40 buses there")
    twice = Article("d2", lang="ru", published="2024-03-01").actor("Amin Sohrabi", "president", "IR")
    twice.event("meeting", "они встретились", ["IR", "BY"], date="2024-03-01")
    twice.says("Amin Sohrabi", "продадим 40 автобусов").says("Amin Sohrabi", "купим 40 тракторов")
    assert len(statements(article, twice.record)) == 3
