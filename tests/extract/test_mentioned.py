from __future__ import annotations

from typing import Any

import pytest

from mithaq.extract import extract
from mithaq.knowledge import load
from mithaq.model import Document, ungrounded


def _mentions(text: str, lang: str, *kinds: str) -> list[tuple[Any, str]]:
    record = extract(Document(text=text, file="a.txt", lang=lang), load(), mentioning=True)
    assert ungrounded(text, record) == []
    return [(one["value"], one["evidence"]["quote"]) for one in record["mentions"] if one["kind"] in kinds]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "The Iranian minister left for Belarus and Oman.", [("IR", "Iranian"), ("BY", "Belarus"), ("OM", "Oman")]),
        ("fa", "وزیر ایرانی به بلاروس و عمان رفت.", [("IR", "ایرانی"), ("BY", "بلاروس"), ("OM", "عمان")]),
        ("ar", "غادر الوزير الإيراني إلى بيلاروسيا.", [("IR", "الإيراني"), ("BY", "بيلاروسيا")]),
        ("ru", "Иранский министр отбыл в Белоруссию.", [("IR", "Иранский"), ("BY", "Белоруссию")]),
    ],
)
def test_a_state_is_mentioned_by_its_name_and_by_its_adjective(lang: str, text: str, found: list[tuple[str, str]]) -> None:
    assert _mentions(text, lang, "state") == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("ar", "عبرت السفينة المحيط الهندي.", []),
        ("ar", "بلغت المنحة 20 مليون دولار أمريكي.", []),
        ("ru", "Фонд выделил 20 млн долларов США.", []),
        ("en", "The British Open begins on Friday.", []),
        ("fa", "قرارداد در بریتانیا امضا شده است.", [("GB", "بریتانیا")]),
        ("fa", "این کالا وارد بریتانیا شده است.", [("GB", "بریتانیا شده")]),
        ("en", "Brexit began on Friday.", [("GB", "Brexit")]),
    ],
)
def test_a_name_that_only_holds_a_state_mentions_none_and_an_auxiliary_hides_none(
    lang: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert _mentions(text, lang, "state") == found


@pytest.mark.parametrize(
    "text",
    [
        "директор Международного института торговли Иван Орлов заявил об этом.",
        "глава ФТС Иван Орлов заявил об этом.",
        "лидер движения «Новый берег» Иван Орлов заявил об этом.",
    ],
)
def test_the_organ_behind_an_office_is_not_the_name_of_its_holder(text: str) -> None:
    assert [value for value, _ in _mentions(text, "ru", "person")] == ["Иван Орлов"]


@pytest.mark.parametrize("half_space", ["\u200c", "", " "])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("رضا حسینی|نژاد، وزیر نفت، گفت.", ["رضاحسینی|نژاد"]),
        ("شرکت به سامان|دهی بازار پرداخت.", []),
        ("نشست شش|نفره برگزار شد.", []),
    ],
)
def test_the_ending_of_a_compound_is_no_word_of_its_own(text: str, found: list[str], half_space: str) -> None:
    values = [value.replace(" ", "") for value, _ in _mentions(text.replace("|", half_space), "fa", "person")]
    assert values == [name.replace("|", half_space).replace(" ", "") for name in found]


@pytest.mark.parametrize(
    ("lang", "text", "organisation", "place"),
    [
        ("en", "The European Union opened an office in Tehran.", "org:eu", "Tehran"),
        ("fa", "اتحادیه اروپا در تهران دفتر گشود.", "org:eu", "Tehran"),
        ("ar", "افتتح الاتحاد الأوروبي مكتبا في طهران.", "org:eu", "Tehran"),
        ("ru", "Европейский союз открыл представительство в Тегеране.", "org:eu", "Tehran"),
    ],
)
def test_organisations_and_places_have_one_value_in_every_language(lang: str, text: str, organisation: str, place: str) -> None:
    assert [value for value, _ in _mentions(text, lang, "organisation")] == [organisation]
    assert [value for value, _ in _mentions(text, lang, "place")] == [place]
    assert _mentions(text, lang, "state") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Trade reached 1.5 billion dollars on 13 March 2023."),
        ("fa", "حجم تجارت در ۱۳ مارس ۲۰۲۳ به ۱٫۵ میلیارد دلار رسید."),
        ("ar", "بلغ حجم التجارة 1,5 مليار دولار في 13 مارس 2023."),
        ("ru", "13 марта 2023 года товарооборот достиг 1,5 млрд долларов."),
    ],
)
def test_numbers_have_their_scale_and_those_of_a_date_are_numbers_too(lang: str, text: str) -> None:
    assert {value for value, _ in _mentions(text, lang, "number")} == {1_500_000_000, 13, 2023}
    assert [value for value, _ in _mentions(text, lang, "date")] == ["2023-03-13"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "One of the ministers left first."),
        ("fa", "یک وزیر نخستین بار آمد."),
        ("ar", "غادر أحد الوزراء للمرة الأولى."),
        ("ru", "Один из министров уехал первым."),
    ],
)
def test_one_and_first_in_words_are_no_numbers(lang: str, text: str) -> None:
    assert _mentions(text, lang, "number") == []


def test_one_before_a_unit_is_a_number() -> None:
    assert [value for value, _ in _mentions("It costs one million dollars, 1 percent of the whole.", "en", "number")] == [1_000_000, 1]


def test_a_place_in_an_order_is_a_number_that_says_so() -> None:
    text = "The tenth session was opened."
    (number,) = extract(Document(text=text, file="a.txt", lang="en"), load(), mentioning=True)["mentions"]
    assert (number["kind"], number["value"], number["ordinal"]) == ("number", 10, True)


def test_a_surname_is_no_state() -> None:
    assert _mentions("Michael Jordan visited Jordan.", "en", "state") == [("JO", "Jordan")]
    assert _mentions("They saw Zorbo English himself. Then Zorbo left for the Danish coast.", "en", "state") == [("DK", "Danish")]


def test_an_adjective_in_a_headline_with_capitals_is_no_surname() -> None:
    assert _mentions("President Lauds Iranian Leader", "en", "state") == [("IR", "Iranian")]


def test_a_person_has_one_value_wherever_the_name_stands() -> None:
    text = "Foreign Minister Vladimir Makei arrived on Monday. Makei said that the talks were useful."
    record = extract(Document(text=text, file="a.txt", lang="en"), load(), mentioning=True)
    people = [one for one in record["mentions"] if one["kind"] == "person"]
    assert [(one["value"], one["evidence"]["quote"]) for one in people] == [
        ("Vladimir Makei", "Vladimir Makei"),
        ("Vladimir Makei", "Makei"),
    ]
    assert {(one["office"], one["speaks"]) for one in people} == {("foreign_minister", True)}


def test_a_weekday_alone_is_a_date_without_a_value() -> None:
    assert _mentions("They met on Monday.", "en", "date") == [(None, "on Monday")]


def test_a_record_holds_no_mentions_unless_they_are_asked_for() -> None:
    assert "mentions" not in extract(Document(text="Iran and Belarus met.", file="a.txt", lang="en"), load())
