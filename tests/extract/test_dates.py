from __future__ import annotations

import pytest

from mithaq.extract.dates import Date, dates
from tests.packs import reading


def _all(text: str, lang: str, published: str | None = None) -> list[Date]:
    return dates(reading(text, lang), published)


def _one(text: str, lang: str, published: str | None = None) -> Date:
    (found,) = _all(text, lang, published)
    return found


@pytest.mark.parametrize(
    ("lang", "text", "value", "calendar"),
    [
        ("fa", "۲۲ اسفند ۱۴۰۱", "2023-03-13", "jalali"),
        ("fa", "22 / اسفند / 1401", "2023-03-13", "jalali"),
        ("fa", "۱۴۰۱/۱۲/۲۲", "2023-03-13", "jalali"),
        ("fa", "22/12/1401", "2023-03-13", "jalali"),
        ("fa", "بیست و دوم اسفندماه سال ۱۴۰۱", "2023-03-13", "jalali"),
        ("fa", "۱۳ مارس ۲۰۲۳ میلادی", "2023-03-13", "gregorian"),
        ("fa", "2023-03-13", "2023-03-13", "gregorian"),
        ("fa", "ماه اوت سال ۲۰۰۹", "2009-08", "gregorian"),
        ("fa", "در سال ۲۰۲۳", "2023", "gregorian"),
        ("ar", "13 آذار 2023", "2023-03-13", "levantine"),
        ("ar", "13 آذار/مارس 2023", "2023-03-13", "levantine"),
        ("ar", "21 شعبان 1444 هـ", "2023-03-13", "hijri"),
        ("ar", "25 ماي 2017", "2017-05-25", "maghrebi"),
        ("ar", "غرة جوان 2017", "2017-06-01", "maghrebi"),
        ("ar", "20 يوليو 2022", "2022-07-20", "gregorian"),
        ("ar", "شهر نوفمبر2016", "2016-11", "gregorian"),
        ("ar", "عام 2015", "2015", "gregorian"),
        ("en", "March 13, 2023", "2023-03-13", "gregorian"),
        ("en", "the 13th of March 2023", "2023-03-13", "gregorian"),
        ("en", "13 March 2023", "2023-03-13", "gregorian"),
        ("en", "December 2015", "2015-12", "gregorian"),
        ("en", "in 2003", "2003", "gregorian"),
        ("ru", "13 марта 2023 г.", "2023-03-13", "gregorian"),
        ("ru", "двадцатого мая 2010 года", "2010-05-20", "gregorian"),
        ("ar", "الرابع من مارس 2023", "2023-03-04", "gregorian"),
        ("ru", "27.07.2020", "2020-07-27", "gregorian"),
        ("ru", "в 2018 году", "2018", "gregorian"),
        ("ru", "в сентябре 2010 года", "2010-09", "gregorian"),
    ],
)
def test_a_written_date_keeps_its_precision(lang: str, text: str, value: str, calendar: str) -> None:
    found = _one(text, lang)
    assert (found.value, found.calendar, found.has_year, found.conflict) == (value, calendar, True, False)


@pytest.mark.parametrize(
    ("lang", "text", "value", "end"),
    [
        ("fa", "طی سالهای ۲۰۲۳ تا ۲۰۲۶", "2023", "2026"),
        ("fa", "(۲۰۲۶-۲۰۲۳)", "2023", "2026"),
        ("en", "2023–2026", "2023", "2026"),
        ("en", "between 2005 and 2007", "2005", "2007"),
        ("ru", "в 2013–2014 годах", "2013", "2014"),
        ("fa", "سال‌های ۱۴۰۲ تا ۱۴۰۵", "2023-03-21", "2027-03-20"),
        ("ar", "يومي 8 و9 مارس 2017", "2017-03-08", "2017-03-09"),
        ("ar", "من 12 إلى 14 فيفري 2017", "2017-02-12", "2017-02-14"),
        ("ru", "10–12 марта 2023 года", "2023-03-10", "2023-03-12"),
        ("en", "March 10-12, 2023", "2023-03-10", "2023-03-12"),
    ],
)
def test_a_range_starts_before_it_ends_however_it_was_typed(lang: str, text: str, value: str, end: str) -> None:
    found = _one(text, lang)
    assert (found.value, found.end) == (value, end)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fa", "سوم اکتبر"),
        ("fa", "در ماه ژانویه"),
        ("ar", "19 ماي"),
        ("en", "June 15"),
        ("ru", "с 21 июня"),
        ("fa", "۱۷ سال پیش"),
        ("en", "last year"),
    ],
)
def test_a_year_that_the_text_does_not_give_stays_unknown(lang: str, text: str) -> None:
    found = _one(text, lang)
    assert (found.value, found.days, found.has_year) == (None, None, False)


@pytest.mark.parametrize(
    ("lang", "text", "published", "value"),
    [
        ("en", "June 15", "2009-06-18", "2009-06-15"),
        ("en", "30 December", "2023-01-02", "2022-12-30"),
        ("en", "yesterday", "2023-03-01", "2023-02-28"),
        ("en", "last Monday", "2023-03-15", "2023-03-13"),
        ("en", "5 years ago", "2023-03-15", "2018"),
        ("en", "last year", "2023-03-15", "2022"),
        ("fa", "فردا", "2023-03-13", "2023-03-14"),
        ("fa", "دوشنبه گذشته", "2023-03-15", "2023-03-13"),
        ("ar", "العام الماضي", "2017-05-05", "2016"),
        ("ar", "قبل 17 عاما", "2017-05-05", "2000"),
        ("ar", "قبل عامين", "2017-05-05", "2015"),
        ("ar", "قبل شهر", "2017-05-05", "2017-04"),
        ("ru", "в прошлом году", "2023-03-15", "2022"),
        ("ru", "2 года назад", "2023-03-15", "2021"),
        ("ru", "вчера", "2023-03-15", "2023-03-14"),
        ("en", "yesterday", "2023-03", None),
    ],
)
def test_what_is_said_from_today_is_reckoned_from_the_day_of_publication_alone(
    lang: str, text: str, published: str, value: str | None
) -> None:
    assert _one(text, lang, published).value == value


def test_years_past_are_those_of_the_calendar_of_the_language() -> None:
    found = _one("سال گذشته", "fa", "2023-03-25")
    assert (found.value, found.days, found.relative) == (None, ("2022-03-21", "2023-03-21"), "-1y")


@pytest.mark.parametrize(
    ("lang", "text", "weekday"),
    [
        ("fa", "سه شنبه", "Tuesday"),
        ("fa", "دو شنبه", "Monday"),
        ("fa", "یک شنبه", "Sunday"),
        ("fa", "شنبه", "Saturday"),
        ("fa", "پنجشنبه", "Thursday"),
        ("fa", "چهارشنبه", "Wednesday"),
        ("ar", "يوم الأربعاء", "Wednesday"),
        ("en", "on Friday", "Friday"),
        ("ru", "в среду", "Wednesday"),
    ],
)
def test_a_weekday_alone_is_no_date_even_when_publication_is_known(lang: str, text: str, weekday: str) -> None:
    found = _one(text, lang, "2023-03-15")
    assert (found.weekday, found.value, found.precision) == (weekday, None, "weekday")


def test_a_weekday_that_contradicts_its_date_is_flagged() -> None:
    assert _one("Tuesday, March 13, 2023", "en").conflict
    assert not _one("Monday, March 13, 2023", "en").conflict
    assert _one("سه‌شنبه ۲۲ اسفند ۱۴۰۱", "fa").conflict


@pytest.mark.parametrize("text", ["۲۲ اسفند ۱۴۰۱ (۱۳ مارس ۲۰۲۳)", "۲۲ اسفند ۱۴۰۱ برابر با ۱۳ مارس ۲۰۲۳"])
def test_a_double_date_is_one_and_both_are_checked(text: str) -> None:
    found = _one(text, "fa")
    assert (found.value, found.conflict) == ("2023-03-13", False)
    assert _one(text.replace("۱۳ مارس", "۱۴ مارس"), "fa").conflict


def test_today_with_a_full_date_is_the_anchor_of_the_rest() -> None:
    first, second = _all("أعلن أمس الجمعة 12 ماي 2017 أنه يصل في 19 ماي الحالي", "ar")
    assert (first.value, first.offset, first.relative) == ("2017-05-12", -1, None)
    assert second.value == "2017-05-19"


def test_a_jalali_month_is_known_by_its_days_alone() -> None:
    found = _one("دی ۱۴۰۱", "fa")
    assert (found.value, found.days, found.precision) == (None, ("2022-12-22", "2023-01-21"), "month")


def test_day_and_month_in_digits_that_could_be_turned_are_not_told() -> None:
    assert (_one("03/04/2023", "en").value, _one("13/03/2023", "en").value) == ("2023", "2023-03-13")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "he may come with 20 of them"),
        ("fa", "خبرگزاری مهر"),
        ("fa", "می گوید"),
        ("ru", "2000 лет"),
        ("en", "2003 people"),
        ("en", "in the 1990s"),
        ("ru", "в 1990-е"),
        ("fa", "سال‌های آینده"),
        ("en", "in recent years"),
        ("ar", "قالت تيريزا ماي"),
        ("fa", "۲ ماه آینده"),
        ("fa", "یک روز پیش از سفر"),
        ("fa", "چند روز قبل"),
    ],
)
def test_words_and_numbers_that_name_no_date_are_none(lang: str, text: str) -> None:
    assert _all(text, lang) == []


def test_the_beginning_of_a_range_takes_the_year_of_its_end() -> None:
    assert [found.value for found in _all("from 28 March to 2 April 2023", "en")] == ["2023-03-28", "2023-04-02"]
