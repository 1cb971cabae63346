"""What a figure is of: its parties, its period in days, and words like "about"."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq import knowledge
from mithaq.extract import extract
from mithaq.model import Document, ungrounded

HEAD = {
    "en": "The President of Iran met the President of Belarus in Tehran on 3 March 2024. ",
    "fa": "رئیس جمهور ایران ۱۳ اسفند ۱۴۰۲ با رئیس جمهور بلاروس در تهران دیدار کرد. ",
    "ru": "Президент Ирана 3 марта 2024 года встретился с президентом Белоруссии в Тегеране. ",
    "ar": "التقى الرئيس الإيراني نظيره البيلاروسي في طهران يوم 3 مارس 2024. ",
}


def figures(lang: str, text: str) -> list[dict[str, Any]]:
    whole = HEAD[lang] + text
    record = extract(Document(whole, "a.txt", lang, None, None, None, "2024-03-03"), knowledge.load())
    assert not ungrounded(whole, {"figures": record["figures"]})
    found: list[dict[str, Any]] = record["figures"]
    return found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Trade between Iran and Belarus reached 120 million dollars in 2022."),
        ("fa", "حجم تجارت ایران و بلاروس در سال ۲۰۲۲ به ۱۲۰ میلیون دلار رسید."),
        ("ru", "Товарооборот Ирана и Белоруссии в 2022 году составил 120 млн долларов по сравнению с 2021 годом."),
        ("ar", "بلغ حجم التبادل التجاري بين إيران وبيلاروسيا 120 مليون دولار عام 2022 مقارنة بعام 2021."),
    ],
)
def test_a_figure_has_the_parties_and_the_year_that_its_clause_names(lang: str, text: str) -> None:
    (figure,) = figures(lang, text)
    assert figure["parties"] == ["IR", "BY"]
    assert figure["interval"] == ["2022-01-01", "2023-01-01"]
    assert figure["qualifier"] is None


def test_two_numbers_compared_have_a_year_each() -> None:
    one, other = figures("en", "Trade of Iran and Belarus reached 120 million dollars in 2022, compared with 90 million dollars in 2021.")
    assert (one["interval"][0], other["interval"][0]) == ("2022-01-01", "2021-01-01")


def test_last_year_is_reckoned_from_the_day_of_publication_and_says_so() -> None:
    (figure,) = figures("fa", "صادرات بلاروس به ایران سال گذشته حدود ۴۰ میلیون دلار بود.")
    assert figure["interval"] == ["2022-03-21", "2023-03-21"]
    assert figure["derived"]["interval"] == {"rule": "publication", "from": ["2024-03-03"]}
    assert figure["qualifier"] == "approx"


def test_the_first_months_of_a_year_are_no_year() -> None:
    (figure,) = figures("ru", "За девять месяцев 2023 года экспорт Белоруссии в Иран достиг 50 млн долларов.")
    assert figure["interval"] == ["2023-01-01", "2023-10-01"]
    assert figure["parties"] == ["BY", "IR"]


def test_the_first_half_of_a_year_is_not_reckoned() -> None:
    (figure,) = figures("en", "In the first half of 2023 trade of Iran and Belarus stood at 55 million dollars.")
    assert figure["interval"] is None


def test_since_when_is_no_period() -> None:
    (figure,) = figures("en", "Trade of Iran and Belarus has grown by 55 million dollars since 2014.")
    assert figure["interval"] is None
