"""What an article says of its source: its own outlet, and the agency that it credits; sentences of our own."""

from __future__ import annotations

import pytest

from mithaq.extract import extract
from mithaq.knowledge import Knowledge, load
from mithaq.model import Document


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def _source(text: str, lang: str, outlet: str | None, knowledge: Knowledge) -> tuple[str | None, str | None]:
    made = extract(Document(text, "a.txt", lang, outlet), knowledge)
    return made["outlet"], (made.get("agency") or {}).get("name")


@pytest.mark.parametrize(
    ("lang", "text", "agency"),
    [
        ("en", "The foreign ministers of Iran and Belarus met in Minsk on Monday, reports BelTA.", "BelTA"),
        ("en", "The foreign ministers of Iran and Belarus met in Minsk, as reported by the Belarusian news agency BelTA.", "BelTA"),
        ("en", "BelTA reported that the foreign ministers of Iran and Belarus had met in Minsk.", "BelTA"),
        ("fa", "به گزارش ایسنا، وزیران خارجه ایران و بلاروس روز دوشنبه در مینسک دیدار کردند.", "ISNA"),
        ("ru", "Министры иностранных дел Ирана и Белоруссии встретились в понедельник в Минске, сообщает ТАСС.", "TASS"),
        ("ru", "Министры иностранных дел Ирана и Белоруссии встретились в Минске, передает агентство БелТА.", "BelTA"),
        ("ar", "التقى وزيرا خارجية إيران وبيلاروس يوم الاثنين في مينسك، نقلا عن وكالة رويترز.", "Reuters"),
    ],
)
def test_the_medium_that_an_article_has_its_report_from_is_its_agency(lang: str, text: str, agency: str, knowledge: Knowledge) -> None:
    assert _source(text, lang, "The Herald", knowledge) == ("The Herald", agency)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Iran's foreign minister told Reuters that he had met his Belarusian counterpart in Minsk."),
        ("fa", "وزیر خارجه ایران به خبرگزاری رویترز گفت با همتای بلاروسی خود در مینسک دیدار کرده است."),
    ],
)
def test_whom_somebody_tells_something_is_no_agency(lang: str, text: str, knowledge: Knowledge) -> None:
    assert _source(text, lang, "The Herald", knowledge) == ("The Herald", None)


def test_an_outlet_is_not_its_own_agency(knowledge: Knowledge) -> None:
    text = "به گزارش ایسنا، وزیران خارجه ایران و بلاروس روز دوشنبه در مینسک دیدار کردند."
    assert _source(text, "fa", "ISNA", knowledge) == ("ISNA", None)
    assert _source(text, "fa", None, knowledge) == ("ISNA", None)


def test_who_reports_is_the_outlet_and_whom_he_quotes_the_agency(knowledge: Knowledge) -> None:
    text = "به گزارش خبرنگار گروه سیاسی خبرگزاری مهر به نقل از ایرنا، وزیران خارجه ایران و بلاروس روز دوشنبه در مینسک دیدار کردند."
    assert _source(text, "fa", None, knowledge) == ("Mehr News Agency", "IRNA")
