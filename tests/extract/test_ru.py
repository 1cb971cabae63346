"""Russian: frames of speech, offices and subjects that its word order and cases make; each on a sentence of our own."""

from __future__ import annotations

import pytest

from mithaq.extract import extract, read_scene
from mithaq.extract.article import article
from mithaq.extract.quotations import quotations
from mithaq.extract.record import speaker_name
from mithaq.extract.scene import Scene
from mithaq.knowledge import Knowledge, load
from mithaq.model import Document


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def _scene(text: str, knowledge: Knowledge) -> Scene:
    return read_scene(article(text, knowledge.pack("ru")), None)


def _said(text: str, knowledge: Knowledge) -> list[tuple[str | None, str]]:
    scene = _scene(text, knowledge)
    return [(speaker_name(scene.article, scene.cast, said.actor)[0], scene.article.quote(said.content)) for said in scene.statements]


def _people(text: str, knowledge: Knowledge) -> dict[str, tuple[str | None, str | None]]:
    scene = _scene(text, knowledge)
    return {scene.article.quote(actor.name): (actor.office, actor.state) for actor in scene.cast.actors if actor.name}


def test_a_remark_on_who_speaks_divides_a_quotation(knowledge: Knowledge) -> None:
    text = "«Граница открыта, — заявил посол Перу в Чили. — Мы ждём гостей из всех стран мира»."
    scene = _scene(text, knowledge)
    assert [scene.article.quote(span) for span in quotations(scene.article, scene.cast)] == [
        "«Граница открыта,", "— Мы ждём гостей из всех стран мира»",
    ]  # fmt: skip
    assert [content for _, content in _said(text, knowledge)] == ["Граница открыта", "Мы ждём гостей из всех стран мира"]


def test_a_sentence_may_be_told_by_the_next_one(knowledge: Knowledge) -> None:
    said = _said("Паромы начнут ходить летом. Об этом сообщил посол Индии в Омане.", knowledge)
    assert said == [("посол Индии", "Паромы начнут ходить летом.")]


def test_what_somebody_told_an_agency_is_his(knowledge: Knowledge) -> None:
    told = _said("Переговоры о паромах завершены успехом, сообщил ТАСС посол Индии в Омане.", knowledge)
    assert told == [("посол Индии", "Переговоры о паромах завершены успехом")]
    assert _said("Переговоры Индии и Омана завершены, сообщает ТАСС.", knowledge) == []


def test_the_subject_stands_in_the_nominative(knowledge: Knowledge) -> None:
    said = _said("Министр обороны Чили на встрече с президентом Перу заявил, что граница открыта.", knowledge)
    assert said == [("Министр обороны Чили", "граница открыта.")]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Важно отметить, что граница Чили и Перу открыта.", "infinitive"),
        ("Напомним, что граница Чили и Перу открыта.", "first person"),
        ("Заявленные сроки таковы, что граница Чили и Перу открыта.", "participle"),
    ],
)
def test_words_of_speech_without_a_speaker_are_no_speech(text: str, cue: str, knowledge: Knowledge) -> None:
    assert _said(text, knowledge) == [], cue


def test_a_document_and_a_ministry_may_say_something(knowledge: Knowledge) -> None:
    assert _said("В указе президента Перу говорится, что граница открыта.", knowledge) == [("указе", "граница открыта.")]
    assert _said("В МИД Чили отметили, что граница открыта.", knowledge) == [("МИД Чили", "граница открыта.")]


def test_the_head_of_an_organ_holds_its_office(knowledge: Knowledge) -> None:
    text = "Глава чилийского МИД Пабло Перес встретил главу перуанского правительства Луиса Гарсию и лидера Эквадора Хуана Мору."
    assert _people(text, knowledge) == {
        "Пабло Перес": ("foreign_minister", "CL"), "Луиса Гарсию": ("prime_minister", "PE"), "Хуана Мору": ("president", "EC"),
    }  # fmt: skip


def test_the_adviser_of_a_president_is_no_president(knowledge: Knowledge) -> None:
    assert _people("Советник президента Перу Луис Гарсия прибыл в Лиму.", knowledge)["Луис Гарсия"] == ("other", "PE")


def test_several_names_behind_one_office_each_have_their_state(knowledge: Knowledge) -> None:
    text = "Министры обороны Чили и Перу Пабло Перес и Луис Гарсия провели переговоры."
    assert _people(text, knowledge) == {"Пабло Перес": ("minister", "CL"), "Луис Гарсия": ("minister", "PE")}


def test_a_capital_beside_another_stands_for_its_state(knowledge: Knowledge) -> None:
    found = extract(Document("Лима и Сантьяго договорились построить мост через пограничную реку.", "a", lang="ru"), knowledge)
    assert found["agreements"][0]["parties"] == ["PE", "CL"]
    assert found["states"] == ["CL", "PE"]


def test_matches_are_no_meetings_of_states(knowledge: Knowledge) -> None:
    text = "Сборная Чили по футболу встретилась со сборной Перу в Лиме. Матч завершился со счётом 2:1."
    assert not extract(Document(text, "a", lang="ru"), knowledge)["relevant"]


def test_a_minister_without_a_state_is_the_one_who_spoke_last(knowledge: Knowledge) -> None:
    text = (
        "Чили открыла порт. Об этом заявил глава МИД Чили Пабло Перес после переговоров с главой МИД Перу Луисом Гарсией. "
        "«Порт примет суда», — сказал министр."
    )
    assert [who for who, _ in _said(text, knowledge)] == ["Пабло Перес", "Пабло Перес"]


def test_whom_a_medium_quotes_is_the_speaker(knowledge: Knowledge) -> None:
    text = "Глава МИД Чили Пабло Перес прибыл в Лиму. «Мы откроем новый порт на границе», — приводит слова министра телеканал TRT."
    assert _said(text, knowledge) == [("Пабло Перес", "Мы откроем новый порт на границе")]


def test_what_is_reported_by_nobody_has_no_speaker(knowledge: Knowledge) -> None:
    assert _said("Глава МИД Чили Пабло Перес прибыл в Лиму. Сообщается, что порт откроют в мае.", knowledge) == [
        (None, "порт откроют в мае.")
    ]


def test_what_somebody_means_to_sign_is_still_to_come(knowledge: Knowledge) -> None:
    found = extract(Document("Чили рассчитывает подписать соглашение с Перу.", "a", lang="ru"), knowledge)
    assert [(deal["legal"], deal["certainty"]) for deal in found["agreements"]] == [("signed", "future")]


def test_what_was_spoken_of_on_the_telephone_takes_no_part(knowledge: Knowledge) -> None:
    text = "Министр иностранных дел Чили обсудил по телефону с главой МИД Перу ситуацию в Эквадоре."
    found = extract(Document(text, "a", lang="ru"), knowledge)["events"]
    assert [(event["type"], event["participants"], event["state"]) for event in found] == [("call", ["CL", "PE"], None)]


def test_the_capital_of_a_third_state_is_but_the_place(knowledge: Knowledge) -> None:
    text = "Министры иностранных дел Чили и Перу встретились в столице Германии."
    event = extract(Document(text, "a", lang="ru"), knowledge)["events"][0]
    assert (event["participants"], event["state"], event["place"]) == (["CL", "PE"], "DE", "Berlin")
