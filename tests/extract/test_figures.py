"""What is a figure and what is none, and what it measures, in any language."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.extract import read_scene
from mithaq.extract.article import article
from mithaq.extract.figures import figures
from tests.packs import pack


def found(language: str, text: str) -> list[dict[str, Any]]:
    return figures(read_scene(article(text, pack(language)), None))


def values(language: str, text: str) -> list[tuple[float, str]]:
    return [(item["value"], item["unit"]) for item in found(language, text)]


def measures(language: str, text: str) -> list[str]:
    return [item["measure"] for item in found(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway signed the treaty under article 50."),
        ("en", "Iran rejected resolution 2231 of the council."),
        ("ar", "رفضت إيران القرار 2231 الصادر عن المجلس."),
        ("ru", "Норвегия применила статью 50 договора."),
        ("fa", "ایران قطعنامه ۲۲۳۱ شورا را رد کرد."),
        ("en", "The agreement will let the two companies of Chile and Peru work together."),
        ("en", "The embassy of Chile lies 12 kilometres from the port of Peru."),
        ("en", "Chile and Peru signed an agreement after 40 people were killed."),
        ("ru", "Чили и Перу подписали соглашение после того, как 40 человек погибли."),
        ("ar", "وقعت تركيا والعراق الاتفاق بعد مقتل 40 شخصا."),
        ("fa", "ترکیه و عراق پس از آنکه ۴۰ نفر کشته شدند توافق کردند."),
    ],
)
def test_names_places_victims_and_partners_are_no_figures(language: str, text: str) -> None:
    assert values(language, text) == []


def test_what_a_price_is_paid_for_is_no_figure() -> None:
    assert values("en", "Turkmenistan lowered the gas price to $58 per 1,000 cubic metres.") == [(58, "USD")]
    assert values("ru", "Туркмения снизила цену на газ до 58 долларов за 1000 кубометров.") == [(58, "USD")]


def test_a_sum_in_other_currencies_is_one_figure() -> None:
    (item,) = found("en", "Norway lent Malawi 20 million Norwegian kroner in credit ($1.9m - $2m; £1.5m).")
    assert (item["unit"], len(item["also"])) == ("NOK", 3)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The number of tourists from Chile in Peru rose to 1.5 million."),
        ("ru", "Число туристов из Чили в Перу выросло до 1,5 млн."),
        ("ar", "ارتفع عدد السياح من تركيا إلى العراق إلى 1.5 مليون."),
        ("fa", "شمار گردشگران ترکیه در عراق به ۱٫۵ میلیون رسید."),
    ],
)
def test_a_number_behind_the_number_of_counts_what_is_named_there(language: str, text: str) -> None:
    assert [value for value, _ in values(language, text)] == [1_500_000]


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("en", "Norway granted Malawi a loan worth 40 million euros.", "credit"),
        ("ru", "Норвегия выдала Малави кредит на сумму 40 млн евро.", "credit"),
        ("ar", "منحت النرويج ملاوي قرضا قيمته 40 مليون يورو.", "credit"),
        ("fa", "نروژ وامی به ارزش ۴۰ میلیون یورو به مالاوی داد.", "credit"),
        ("en", "China and Kenya signed projects of $2 billion.", "investment"),
        ("en", "Norway sent food and 20 tonnes of tents to Malawi.", "aid"),
    ],
)
def test_a_noun_that_says_more_than_that_it_has_a_value_tells_the_measure(language: str, text: str, measure: str) -> None:
    assert measures(language, text) == [measure]


def test_a_sum_told_on_without_its_noun_has_the_measure_of_the_one_before() -> None:
    assert measures("en", "Norway pledged 40 million euros in aid to Malawi. It had given 30 million euros last year.") == ["aid", "aid"]


def test_a_share_of_purchases_is_a_share_and_a_rise_is_not() -> None:
    assert measures("fa", "هند ۵۵ درصد پول خرید نفت ایران را پرداخت کرد.") == ["share"]
    assert measures("fa", "صادرات هند به ایران ۴۸ درصد رشد یافت.") == ["export"]


def test_a_term_beside_an_instrument_is_a_duration_and_a_far_goal_is_none() -> None:
    assert measures("en", "Chile and Peru signed a five-year agreement.") == ["duration"]
    assert measures("ru", "Чили и Перу подписали пятилетнее соглашение.") == ["duration"]
    assert measures("en", "Trade between Chile and Peru is to grow within five years.") == []


@pytest.mark.parametrize(
    ("language", "text", "reading"),
    [
        ("en", "India wants Belarus to increase bilateral trade to $1 billion.", "target"),
        ("ru", "Торговля Чили и Перу может превысить 2 млрд долларов и достигнет рекорда.", "estimate"),
        ("ru", "Стороны создали основу для достижения товарооборота в 500 млн долларов.", "target"),
        ("ru", "Банк выделит Чили грант в 50 млн долларов.", "offered"),
        ("en", "Kenya signed four agreements aimed at promoting trade with Uganda.", "reached"),
        ("en", "Trade between Chile and Peru is projected at $3 billion.", "estimate"),
        ("ru", "Экспорт Чили в Перу вырос до 3 млрд долларов.", "reached"),
    ],
)
def test_the_word_that_governs_a_number_tells_its_reading(language: str, text: str, reading: str) -> None:
    assert [item["reading"] for item in found(language, text)] == [reading]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chile and Peru agreed while economic growth was 7 percent."),
        ("ru", "Чили и Перу договорились при инфляции в 7 процентов."),
        ("fa", "ترکیه و عراق در حالی توافق کردند که نرخ تورم ۷ درصد است."),
        ("ar", "اتفقت تركيا والعراق في حين بلغت البطالة 7 بالمئة."),
    ],
)
def test_numbers_of_one_economy_are_no_figures(language: str, text: str) -> None:
    assert values(language, text) == []


def test_a_rise_told_after_a_turnover_is_one_of_trade() -> None:
    assert measures("ru", "Товарооборот с Перу составил 31 млрд долларов. С Чили - 20 млрд долларов, рост составил 9%.") == ["trade"] * 3
