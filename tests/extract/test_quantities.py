from __future__ import annotations

import pytest

from mithaq.extract.numbers import numbers
from mithaq.extract.quantities import Quantity, quantities
from tests.packs import reading


def _all(text: str, lang: str) -> list[tuple[float, str | None]]:
    return [(found.value, found.unit) for found in quantities(reading(text, lang))]


def _one(text: str, lang: str) -> Quantity:
    (found,) = quantities(reading(text, lang))
    return found


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("fa", "به ارزش ۱۰۰ میلیون دلار", 100_000_000, "USD"),
        ("fa", "به ارزش ۱۰۰ میلیون دلاری", 100_000_000, "USD"),
        ("fa", "نیم میلیارد یورو", 500_000_000, "EUR"),
        ("fa", "دو میلیون و نیم ریال", 2_500_000, "IRR"),
        ("fa", "۲ میلیون و ۵۰۰ هزار نفر", 2_500_000, "people"),
        ("fa", "هزار و دویست میلیارد تومان", 1_200_000_000_000, "tomans"),
        ("fa", "۱۲٬۵۰۰ تن گندم", 12_500, "tonnes"),
        ("fa", "۹/۵ میلیارد دلار", 9_500_000_000, "USD"),
        ("fa", "سه برابر شد", 3, "times"),
        ("fa", "سه برابر شده است", 3, "times"),
        ("fa", "٪۲۰ رشد", 20, "percent"),
        ("fa", "۳ ماه آینده", 3, "months"),
        ("ar", "مليار ونصف مليار دولار", 1_500_000_000, "USD"),
        ("ar", "ملياران ونصف دولار", 2_500_000_000, "USD"),
        ("ar", "خمسة وعشرين ألف لاجئ", 25_000, "people"),
        ("ar", "مليوني برميل", 2_000_000, "barrels"),
        ("ar", "الـ40 ألف برميل", 40_000, "barrels"),
        ("ar", "خلال يومين", 2, "days"),
        ("ar", "٥٠ في المائة", 50, "percent"),
        ("ar", "100 دينار كويتي", 100, "KWD"),
        ("ar", "5ر102 مليون يورو", 102_500_000, "EUR"),
        ("ar", "2ر14 بالمئة", 14.2, "percent"),
        ("ar", "150.000 طن", 150_000, "tonnes"),
        ("ar", "12.5 طن", 12.5, "tonnes"),
        ("ru", "два десятка грузовиков", 20, "trucks"),
        ("ru", "пятилетний", 5, "years"),
        ("en", "34.5 billion Japanese yen", 34_500_000_000, "JPY"),
        ("en", "20 Russian tourists", 20, "tourists"),
        ("en", "an offer of $20bn", 20_000_000_000, "USD"),
        ("en", "€1.5 million in aid", 1_500_000, "EUR"),
        ("en", "2.5m people", 2_500_000, "people"),
        ("en", "US$ 3.5 billion", 3_500_000_000, "USD"),
        ("en", "half a billion dollars", 500_000_000, "USD"),
        ("en", "two and a half times", 2.5, "times"),
        ("en", "trade tripled", 3, "times"),
        ("en", "a five-year plan", 5, "years"),
        ("en", "110 billion cubic metres", 110_000_000_000, "cubic_metres"),
        ("en", "40 Canadian dollars", 40, "CAD"),
        ("ru", "1,5 млрд долларов", 1_500_000_000, "USD"),
        ("ru", "полтора миллиарда евро", 1_500_000_000, "EUR"),
        ("ru", "два с половиной миллиона рублей", 2_500_000, "RUB"),
        ("ru", "12 000 человек", 12_000, "people"),
        ("ru", "2 млн 500 тыс. тонн", 2_500_000, "tonnes"),
        ("ru", "выросли вдвое", 2, "times"),
        ("ru", "в 2 раза", 2, "times"),
        ("ru", "на 18,8 %", 18.8, "percent"),
    ],
)
def test_value_and_unit_are_read_as_written(lang: str, text: str, value: float, unit: str) -> None:
    found = _one(text, lang)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("lang", "text", "first", "second", "unit"),
    [
        ("fa", "از ۳۳ به ۱۰۰ میلیون دلار رسید", 33_000_000, 100_000_000, "USD"),
        ("fa", "بین ۵ تا ۷ درصد", 5, 7, "percent"),
        ("ar", "بين 26 و28 في المائة", 26, 28, "percent"),
        ("en", "20-30bn dollars", 20_000_000_000, 30_000_000_000, "USD"),
        ("en", "from 5 to 10 per cent", 5, 10, "percent"),
        ("ru", "от $ 500−700 млн", 500_000_000, 700_000_000, "USD"),
        ("en", "from 2 billion cubic metres to 55 billion", 2_000_000_000, 55_000_000_000, "cubic_metres"),
        ("en", "$5bn this year and 3bn next year", 5_000_000_000, 3_000_000_000, "USD"),
        ("ru", "10–12 млрд долларов", 10_000_000_000, 12_000_000_000, "USD"),
    ],
)
def test_a_range_or_change_is_two_quantities_of_one_unit(lang: str, text: str, first: float, second: float, unit: str) -> None:
    assert _all(text, lang) == [(first, unit), (second, unit)]


@pytest.mark.parametrize(
    ("lang", "text", "qualifier"),
    [
        ("fa", "بیش از ۱۰۰ میلیون دلار", "morethan"),
        ("fa", "حدود ۱۰ سال", "approx"),
        ("ar", "نحو 245 ألف لاجئ", "approx"),
        ("ar", "أكثر من 100 دولار", "morethan"),
        ("en", "up to 15 years", "upto"),
        ("en", "$5bn or more", "morethan"),
        ("ru", "более 300 тысяч баррелей", "morethan"),
        ("ru", "не более 5 лет", "lessthan"),
        ("en", "5 years", None),
    ],
)
def test_what_qualifies_a_number_is_kept(lang: str, text: str, qualifier: str | None) -> None:
    assert _one(text, lang).qualifier == qualifier


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fa", "روز سه شنبه و پنج‌شنبه"),
        ("fa", "نه تنها ایران"),
        ("en", "the G20, an A320neo at 12:30"),
        ("en", "thousands of people"),
        ("ru", "тысячи людей"),
        ("ru", "комплекс С-400"),
        ("ar", "آلاف المواطنين"),
        ("ar", "أثناء الزيارة"),
        ("en", "version 1.2.3"),
    ],
)
def test_what_is_no_count_gives_no_quantity(lang: str, text: str) -> None:
    assert _all(text, lang) == []


def test_a_currency_that_several_states_use_is_money_of_no_known_unit() -> None:
    found = _one("100 dinars", "en")
    assert (found.value, found.unit, found.money) == (100, None, True)


def test_a_bare_number_has_no_unit() -> None:
    assert (_one("ثماني وثائق", "ar").value, _one("three dozen eggs", "en").value) == (8, 36)
    assert _one("هشت سند", "fa").unit is None


def test_the_year_behind_its_word_is_no_unit_of_the_number_before() -> None:
    assert _all("22 ألفا سنة 2011", "ar") == [(22_000, None), (2011, None)]
    assert _all("в 2018 году", "ru") == [(2018, None)]
    assert _all("2000 лет", "ru") == [(2000, "years")]


def test_decimals_typed_for_a_reader_from_right_to_left_are_turned() -> None:
    assert _one("5/38ميليارد دلار", "fa").value == 38_500_000_000


def test_a_share_of_two_words_is_one_number() -> None:
    (found,) = numbers(reading("دو سوم کشورها", "fa"))
    assert found.value == pytest.approx(2 / 3)


def test_spans_are_those_of_number_and_unit() -> None:
    read = reading("به ارزش ۱۰۰ میلیون دلار بود", "fa")
    (found,) = quantities(read)
    start, end = read.folded.span(found.start, found.end)
    assert read.folded.source[start:end] == "۱۰۰ میلیون دلار"


@pytest.mark.parametrize("text", ["بیست‌وپنج میلیون دلار", "بیست وپنج میلیون دلار", "بیستوپنج میلیون دلار", "بیست و پنج میلیون دلار"])
def test_a_lost_half_space_changes_no_number(text: str) -> None:
    assert _one(text, "fa").value == 25_000_000


def test_an_instrument_in_the_dual_is_two_documents() -> None:
    assert _all("وقع البلدان معاهدتين", "ar") == [(2, "documents")]


def test_a_long_list_of_numbers_takes_time_in_proportion() -> None:
    assert len(numbers(reading("7 " * 20_000, "en"))) == 20_000
    assert len(numbers(reading("سه و " * 5_000, "fa"))) == 5_000


def test_a_sum_in_digits_does_not_take_the_number_word_behind_it() -> None:
    found = numbers(reading("The contract is worth £125m, three years of work and 1.7 million four-wheelers.", "en"))
    assert [number.value for number in found] == [125_000_000, 3, 1_700_000, 4]
