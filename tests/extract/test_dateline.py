from __future__ import annotations

import json
from pathlib import Path

import pytest

from mithaq.extract.dateline import published
from mithaq.extract.dates import Dating
from tests.packs import reading

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = ((SHARED / "gold" / "seeds.jsonl", SHARED / "seeds"), (SHARED / "gold" / "dev" / "records.jsonl", SHARED / "gold" / "dev" / "docs"))

BODY = {
    "fa": "رئیس جمهور گفت که توافق سال ۲۰۱۵ پابرجاست و هیئت در ۵ مهر ۱۴۰۰ به تهران آمد.",
    "ar": "وقال الوزير إن الاتفاق الموقع في 13 آذار 2023 لا يزال ساريا.",
    "en": "The minister said the accord signed on March 3, 2021 still held.",
    "ru": "3 апреля 2017 года министр подписал соглашение, сообщили в ведомстве.",
}


@pytest.mark.parametrize(
    ("lang", "head", "day"),
    [
        ("fa", "date 2025-08-20 ", "2025-08-20"),
        ("fa", "دیدار دو رئیس جمهور - 22 / اسفند / 1401\n", "2023-03-13"),
        ("fa", "تاریخ انتشار: ۱۴۰۱/۱۲/۲۲\n", "2023-03-13"),
        ("fa", "دوشنبه ۲۲ اسفند ۱۴۰۱ - ۱۹:۵۶ ", "2023-03-13"),
        ("ar", "الاثنين 13 آذار 2023\n", "2023-03-13"),
        ("en", "2023-03-13 12:10\n", "2023-03-13"),
        ("en", "TEHRAN, March 13, 2023 (Reuters) - ", "2023-03-13"),
        ("en", "Two sides sign\nJune 10, 2007\n", "2007-06-10"),
        ("ru", "МОСКВА, 13 марта 2023 г. /ТАСС/ ", "2023-03-13"),
        ("ru", "date 2023-03-13 ", "2023-03-13"),
        ("ru", "ТЕГЕРАН, 13 марта 2023 года. ", "2023-03-13"),
    ],
)
def test_a_dateline_gives_the_day_of_publication(lang: str, head: str, day: str) -> None:
    found = published(Dating(reading(head + BODY[lang], lang)))
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize("lang", sorted(BODY))
def test_the_date_of_an_event_is_not_that_of_publication(lang: str) -> None:
    assert published(Dating(reading(BODY[lang], lang))) is None


def test_today_with_a_full_date_is_the_day_of_publication() -> None:
    read = reading("قال الوزير اليوم الخميس 25 ماي 2017 إن المفاوضات مستمرة.", "ar")
    found = published(Dating(read))
    assert found is not None
    start, end = read.folded.span(*found[1])
    assert (found[0], read.folded.source[start:end]) == ("2017-05-25", "اليوم الخميس 25 ماي 2017")


def test_a_line_at_the_foot_may_give_it_too() -> None:
    assert published(Dating(reading("A title\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n13 March 2023", "en"))) is not None


def test_a_dateline_that_contradicts_its_weekday_is_not_taken() -> None:
    assert published(Dating(reading("Tuesday, March 13, 2023\nThe sides met.", "en"))) is None


def test_a_month_is_no_day_of_publication() -> None:
    assert published(Dating(reading("March 2023\nThe sides met.", "en"))) is None


@pytest.mark.skipif(not all(records.exists() for records, _ in GOLD), reason="the records made by hand are not beside the project")
def test_publication_is_told_wherever_readers_told_it_and_nowhere_else() -> None:
    wrong = []
    for records, texts in GOLD:
        for line in records.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            with (texts / record["file"]).open(encoding="utf-8", newline="") as file:
                found = published(Dating(reading(file.read(), record["lang"])))
            if (found and found[0]) != (record["published"] and record["published"]["date"]):
                wrong.append(record["file"])
    assert wrong == []
