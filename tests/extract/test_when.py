"""Which date of an article is that of an occasion, and which is another's, in any language."""

from __future__ import annotations

import pytest

from mithaq.extract import read_scene
from mithaq.extract.article import article
from mithaq.extract.events import events
from tests.packs import pack


def days(language: str, text: str, published: str | None = None) -> list[str | None]:
    """The dates of the meetings and visits of a text."""
    return [
        item["date"] for item in events(read_scene(article(text, pack(language)), published), []) if item["type"] in {"visit", "meeting"}
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The president of Chile will visit Peru from 12 to 14 February 2023."),
        ("ar", "يزور الرئيس التركي العراق من 12 إلى 14 شباط 2023."),
        ("ru", "Президент Чили посетит Перу 12-14 февраля 2023 года."),
        ("fa", "رئیس‌جمهور ترکیه ۲۳ تا ۲۵ بهمن ۱۴۰۱ به عراق سفر می‌کند."),
    ],
)
def test_an_occasion_of_some_days_has_the_date_of_the_first(language: str, text: str) -> None:
    assert days(language, text) == ["2023-02-12"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The president of Chile visits Peru for the first time since 2006."),
        ("ar", "زيارة الرئيس التركي إلى العراق هي الأولى منذ عام 2006."),
        ("ru", "Визит президента Чили в Перу - первый с 2006 года."),
        ("fa", "این نخستین سفر رئیس‌جمهور ترکیه به عراق پس از سال ۲۰۰۶ است."),
    ],
)
def test_since_when_it_is_the_first_is_no_date_of_an_occasion(language: str, text: str) -> None:
    assert days(language, text) == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The spokesman said on 3 March 2021 that the president of Chile would visit Peru."),
        ("ru", "Представитель МИД заявил 3 марта 2021 года, что президент Чили посетит Перу."),
    ],
)
def test_the_day_on_which_it_is_said_is_no_date_of_what_is_said(language: str, text: str) -> None:
    assert days(language, text) == [None]


def test_the_dateline_is_no_date_of_an_occasion_that_has_its_own() -> None:
    assert days("en", "LIMA, March 15, 2023 – The presidents of Chile and Peru met last Monday in Lima.") == ["2023-03-13"]


def test_a_week_of_two_months_is_not_given_as_its_year() -> None:
    assert days("en", "The president of Chile visited Peru this week.", "2023-03-01") == [None]
    assert days("en", "The president of Chile visited Peru this month.", "2023-03-01") == ["2023-03"]
