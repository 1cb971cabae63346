"""What makes an article relevant that is no item of a record, and what does not."""

from __future__ import annotations

import pytest

from mithaq.extract import extract
from mithaq.knowledge import Knowledge, load
from mithaq.model import Document

_DEALINGS = (
    ("en", "The World Bank approved a $200 million loan for Kenya."),
    ("en", "Norway delivered two air defence systems to Jordan."),
    ("en", "Spain extradited a banker to Brazil on Friday."),
    ("en", "Chile expelled three Peruvian diplomats."),
    ("en", "Turkey waived visas for citizens of Kenya."),
    ("en", "The UN Security Council extended the mandate of its mission in Chad."),
    ("en", "Finland joined NATO in April."),
    ("ru", "Финляндия вступила в НАТО в апреле."),
    ("fa", "فنلاند به ناتو پیوست."),
    ("ar", "انضمت فنلندا إلى حلف الناتو."),
    ("ru", "Всемирный банк выделил Кении кредит в 200 млн долларов."),
    ("ru", "Норвегия передала Иордании две системы ПВО."),
    ("ru", "Испания экстрадировала в Бразилию банкира."),
    ("ru", "Чили высылает трёх перуанских дипломатов."),
    ("ru", "Турция отменила визы для граждан Кении."),
    ("ru", "Помощь из Норвегии прибыла в Чад."),
    ("fa", "محموله کمک‌های بشردوستانه نروژ به چاد رسید."),
    ("fa", "بانک جهانی یک وام ۲۰۰ میلیون دلاری به کنیا اعطا کرد."),
    ("fa", "تبادل زندانیان شیلی و پرو دیروز انجام شد."),
    ("fa", "شیلی سه دیپلمات پرو را اخراج کرد."),
    ("fa", "ترکیه روادید شهروندان کنیا را لغو کرد."),
    ("ar", "مدد مجلس الأمن ولاية بعثة الأمم المتحدة في تشاد."),
    ("ar", "وافق البنك الدولي على منح كينيا قرضا بقيمة 200 مليون دولار."),
    ("ar", "تبادلت تشيلي وبيرو السجناء أمس."),
    ("ar", "طردت تشيلي ثلاثة دبلوماسيين من بيرو."),
    ("ar", "ألغت تركيا التأشيرة لمواطني كينيا."),
)
_SUMMONED = (
    ("en", "The foreign ministry of Chile summoned the Peruvian ambassador on Tuesday."),
    ("ru", "МИД Чили во вторник вызвал посла Перу."),
    ("fa", "سفیر پرو به وزارت خارجه شیلی احضار شد."),
    ("ar", "استدعت وزارة الخارجية في تشيلي، اليوم الثلاثاء، السفير البيروفي."),
)
_NONE = (
    ("en", "Shells fired from Chile killed four people in Peru."),
    ("en", "Airlines of Chile and Peru bought new jets."),
    ("ru", "Обвал в Чили перекрыл дорогу в Перу."),
    ("ru", "Речь посла Перу вызвала интерес в Чили."),
    ("fa", "زندانیان شیلی و پرو نامه نوشتند."),
    ("ar", "يكتب السجناء في تشيلي وبيرو الرسائل."),
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(("lang", "text"), _DEALINGS)
def test_what_one_state_does_for_or_to_another_is_relevant_though_no_claim_tells_it(lang: str, text: str, knowledge: Knowledge) -> None:
    assert extract(Document(text, "a.txt", lang=lang), knowledge)["relevant"]


@pytest.mark.parametrize(("lang", "text"), _SUMMONED)
def test_an_ambassador_summoned_meets_the_ministry(lang: str, text: str, knowledge: Knowledge) -> None:
    (event,) = extract(Document(text, "a.txt", lang=lang), knowledge)["events"]
    assert (event["type"], set(event["participants"])) == ("meeting", {"CL", "PE"})


@pytest.mark.parametrize(("lang", "text"), _NONE)
def test_two_states_in_a_sentence_alone_make_no_dealing(lang: str, text: str, knowledge: Knowledge) -> None:
    assert not extract(Document(text, "a.txt", lang=lang), knowledge)["relevant"]


def test_what_two_officials_discussed_is_a_meeting_in_english(knowledge: Knowledge) -> None:
    text = "The foreign minister of Chile discussed fishing with his Peruvian counterpart."
    (event,) = extract(Document(text, "a.txt", lang="en"), knowledge)["events"]
    assert (event["type"], event["participants"]) == ("meeting", ["CL", "PE"])
