"""Who takes part in an occasion, in any language."""

from __future__ import annotations

import pytest

from mithaq.extract import read_scene
from mithaq.extract.article import article
from mithaq.extract.events import events
from tests.packs import pack

ALONE = [
    ("en", "The foreign minister of Chile told a news conference that ties with Peru were good."),
    ("ar", "قال وزير الخارجية التركي في مؤتمر صحفي إن العلاقات مع العراق جيدة."),
    ("fa", "وزیر خارجه ترکیه در نشست خبری گفت که روابط با عراق خوب است."),
    ("ru", "Министр иностранных дел Чили заявил на пресс-конференции, что отношения с Перу хорошие."),
]

JOINT = [
    ("en", "The foreign minister of Chile spoke at a joint news conference with his Peruvian counterpart."),
    ("en", "The foreign minister of Chile held a news conference with the foreign minister of Peru."),
    ("ru", "Министр иностранных дел Чили на совместной пресс-конференции с министром иностранных дел Перу поблагодарил соседей."),
]

VISITORS = [
    ("en", "Turkey thanked the foreign minister of Chile, who is visiting Lima."),
    ("ru", "Турция поблагодарила министра иностранных дел Чили, который в среду посетил Перу."),
    ("ar", "شكرت تركيا وزير الخارجية التشيلي الذي يزور البيرو."),
]

TOGETHER = [
    ("en", "The foreign ministers of Chile and Peru visited Turkey on Monday."),
    ("fa", "وزیران خارجه شیلی و پرو به آنکارا سفر کردند."),
    ("fa", "سفر هیئت‌های شیلی و پرو به آنکارا پایان یافت."),
]


def participants(language: str, sentence: str, kind: str) -> list[list[str]]:
    """The participants of each occasion of a kind."""
    return [item["participants"] for item in events(read_scene(article(sentence, pack(language)), None), []) if item["type"] == kind]


@pytest.mark.parametrize(("language", "sentence"), ALONE)
def test_a_press_conference_is_held_by_the_one_who_speaks(language: str, sentence: str) -> None:
    assert participants(language, sentence, "press_conference") == [["CL" if language in {"en", "ru"} else "TR"]]


@pytest.mark.parametrize(("language", "sentence"), JOINT)
def test_a_joint_press_conference_is_held_by_both(language: str, sentence: str) -> None:
    assert [sorted(names) for names in participants(language, sentence, "press_conference")] == [["CL", "PE"]]


@pytest.mark.parametrize(("language", "sentence"), VISITORS)
def test_who_visits_in_a_relative_clause_is_the_person_before_it(language: str, sentence: str) -> None:
    assert participants(language, sentence, "visit") == [["CL"]]


def test_whom_one_party_met_is_sought_among_those_named_just_before() -> None:
    head = "Brazil and India signed nothing.\n\nBrazil thanked India.\n\n"
    text = head + "The president of Chile spoke to reporters. A meeting with Peru followed."
    assert participants("en", text, "meeting") == [["PE", "CL"]]


def test_a_meeting_of_two_beside_one_of_three_is_another_occasion() -> None:
    text = "The presidents of Chile, Peru and Bolivia met in Lima. The president of Chile met the president of Peru on the sidelines."
    assert [sorted(names) for names in participants("en", text, "meeting")] == [["BO", "CL", "PE"], ["CL", "PE"]]


ASIDE = [
    ("en", "On the sidelines of the UN General Assembly, the president of Chile met with the president of Peru."),
    ("ru", "На полях Генассамблеи ООН президент Чили встретился с президентом Перу."),
    ("fa", "رئیس‌جمهور شیلی در حاشیه مجمع عمومی سازمان ملل با رئیس‌جمهور پرو دیدار کرد."),
    ("ar", "التقى الرئيس التشيلي على هامش الجمعية العامة للأمم المتحدة رئيس بيرو."),
]


@pytest.mark.parametrize(("language", "sentence"), ASIDE)
def test_the_occasion_beside_which_they_met_takes_no_part(language: str, sentence: str) -> None:
    assert [sorted(names) for names in participants(language, sentence, "meeting")] == [["CL", "PE"]]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The foreign minister on Friday received his Qatari counterpart in Ankara."),
        ("ru", "Министр иностранных дел принял в Анкаре своего катарского коллегу."),
    ],
)
def test_who_receives_a_guest_and_is_not_named_acts_for_the_place(language: str, sentence: str) -> None:
    assert [sorted(names) for names in participants(language, sentence, "meeting")] == [["QA", "TR"]]


def test_what_was_discussed_on_the_telephone_is_a_call_and_no_meeting() -> None:
    text = "Президенты Чили и Перу обсудили торговлю в ходе телефонного разговора."
    assert participants("ru", text, "meeting") == []
    assert [sorted(names) for names in participants("ru", text, "call")] == [["CL", "PE"]]


ONE_OCCASION = [
    ("ru", "Президент Чили провёл встречу с премьер-министром Перу. Стороны обсудили торговлю.", "meeting"),
    ("ru", "Глава МИД Чили поговорил по телефону с министром Перу. Министры обсудили торговлю.", "call"),
    ("en", "The presidents of Oman and Chad met in Muscat. At the talks the Omani president praised trade.", "meeting"),
]


@pytest.mark.parametrize(("language", "text", "kind"), ONE_OCCASION)
def test_what_was_discussed_at_an_occasion_is_no_second_one(language: str, text: str, kind: str) -> None:
    scene = read_scene(article(text, pack(language)), None)
    assert [item["type"] for item in events(scene, [])] == [kind]


def test_a_city_between_which_something_was_signed_is_not_where() -> None:
    scene = read_scene(article("Four talks were held between Dhaka and Beijing.", pack("en")), None)
    assert [item["place"] for item in events(scene, [])] == [None]


def test_the_leaders_are_those_of_all_states_that_met() -> None:
    text = "The presidents of Chad, Niger and Mali met in Niamey. The leaders signed a treaty."
    scene = read_scene(article(text, pack("en")), None)
    assert [set(item["participants"]) for item in events(scene, [])] == [{"TD", "NE", "ML"}]


@pytest.mark.parametrize(("language", "sentence"), TOGETHER)
def test_those_who_visit_together_all_take_part(language: str, sentence: str) -> None:
    assert participants(language, sentence, "visit") == [["CL", "PE"]]


def test_of_several_states_gone_to_none_is_the_visitor() -> None:
    assert participants("fa", "وزیر خارجه شیلی گفت سفر به دو کشور پرو و ترکیه آغاز شد.", "visit") == [["CL"]]
