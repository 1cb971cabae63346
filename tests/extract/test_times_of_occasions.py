"""When an occasion is news, when it is recalled, and when it was called off, in any language."""

from __future__ import annotations

import pytest

from mithaq.extract import read_scene
from mithaq.extract.article import article
from mithaq.extract.events import events
from tests.packs import pack

CALLED_OFF = [
    ("en", "The president of Chile cancelled his visit to Peru."),
    ("en", "The cancellation of the visit of the president of Chile to Peru surprised diplomats."),
    ("fa", "سفر رئیس‌جمهور ترکیه به عراق لغو شد."),
    ("fa", "سفر رئیس‌جمهور ترکیه به عراق به تعویق افتاد."),
    ("ar", "تم إلغاء زيارة الرئيس التركي إلى العراق."),
    ("ru", "Президент Чили отменил визит в Перу."),
    ("ru", "Визит президента Чили в Перу отложен."),
    ("ru", "МИД Перу объяснил отмену визита президента Чили в Лиму."),
]

LEAD = {
    "en": "Officials of Chile and Peru met in Lima.\n\nTrade was discussed.\n\n",
    "fa": "مقام‌های ترکیه و عراق در بغداد دیدار کردند.\n\nدرباره تجارت گفت‌وگو شد.\n\n",
    "ar": "التقى مسؤولون من تركيا والعراق في بغداد.\n\nوبحثوا التجارة.\n\n",
    "ru": "Представители Чили и Перу встретились в Лиме.\n\nОбсуждалась торговля.\n\n",
}

RECALLED = [
    ("en", "The president of Chile visited Peru in September."),
    ("en", "The president of Chile visited Peru ten days ago."),
    ("fa", "رئیس‌جمهور ترکیه در ماه ژوئن به عراق سفر کرد."),
    ("ar", "زار الرئيس التركي العراق في تشرين الثاني."),
    ("ru", "Президент Чили посетил Перу в апреле."),
    ("ru", "Президент Чили посетил Перу на прошлой неделе."),
]

NEWS = [
    ("en", "The president of Chile visited Peru yesterday."),
    ("en", "The president of Chile visited Peru two days ago."),
    ("fa", "رئیس‌جمهور ترکیه روز گذشته به عراق سفر کرد."),
    ("ar", "زار الرئيس التركي العراق أمس."),
    ("ru", "Президент Чили посетил Перу вчера."),
]


def told(language: str, text: str) -> list[str]:
    """The certainties of the visits of a text."""
    return [item["certainty"] for item in events(read_scene(article(text, pack(language)), None), []) if item["type"] == "visit"]


@pytest.mark.parametrize(("language", "sentence"), CALLED_OFF)
def test_an_occasion_that_was_called_off_is_negated(language: str, sentence: str) -> None:
    assert told(language, sentence) == ["negated"]


@pytest.mark.parametrize(("language", "sentence"), RECALLED)
def test_below_the_lead_an_occasion_of_another_month_or_week_is_recalled(language: str, sentence: str) -> None:
    assert told(language, LEAD[language] + sentence) == ["historical"]


@pytest.mark.parametrize(("language", "sentence"), NEWS)
def test_what_happened_days_ago_is_news(language: str, sentence: str) -> None:
    assert told(language, LEAD[language] + sentence) == ["asserted"]


def test_a_visit_of_another_month_is_no_recollection_in_the_lead() -> None:
    assert told("en", "The president of Chile visited Peru in September.") == ["asserted"]


def test_a_visit_that_was_called_off_and_is_named_again_is_one_occasion() -> None:
    text = "The president of Chile cancelled his visit to Peru. The visit of the president of Chile to Peru was to begin talks."
    assert told("en", text) == ["negated"]


def test_talks_that_failed_were_held() -> None:
    scene = read_scene(article("Talks between Chile and Peru in Lima collapsed.", pack("en")), None)
    assert [(item["type"], item["certainty"]) for item in events(scene, [])] == [("negotiation", "asserted")]
