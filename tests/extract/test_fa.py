"""Persian: what its last verb, its names in quotation marks and its media do to speech, promises and occasions; sentences of our own."""

from __future__ import annotations

import pytest

from mithaq.extract import extract, read_scene
from mithaq.extract.article import article
from mithaq.extract.commitments import commitments
from mithaq.extract.events import events
from mithaq.extract.record import speaker_name
from mithaq.extract.scene import Scene
from mithaq.knowledge import Knowledge, load
from mithaq.model import Document


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def _scene(text: str, knowledge: Knowledge) -> Scene:
    return read_scene(article(text, knowledge.pack("fa")), None)


def _said(text: str, knowledge: Knowledge) -> list[tuple[str | None, str]]:
    scene = _scene(text, knowledge)
    return [(speaker_name(scene.article, scene.cast, said.actor)[0], scene.article.quote(said.content)) for said in scene.statements]


@pytest.mark.parametrize("link", ["، ", " ", " که ", ": "])
def test_what_stands_behind_a_verb_of_speech_is_said(link: str, knowledge: Knowledge) -> None:
    said = _said(f"سفیر ژاپن در عمان اعلام کرد{link}کشتی‌ها از تابستان حرکت می‌کنند.", knowledge)
    assert [content.rstrip(".") for _, content in said] == ["کشتی‌ها از تابستان حرکت می‌کنند"]


def test_a_verb_of_speech_before_and_is_followed_by_no_clause_of_its_own(knowledge: Knowledge) -> None:
    assert _said("سفیر ژاپن خوشامد گفت و به شهر بازگشت.", knowledge) == []


@pytest.mark.parametrize("text", ["روزنامه محلی نوشت: هوای بندر گرم است.", "خبرگزاری رویترز گزارش داد هوای بندر گرم شده است."])
def test_a_medium_makes_no_statement(text: str, knowledge: Knowledge) -> None:
    assert _said(text, knowledge) == []


def test_one_who_talks_to_a_medium_speaks(knowledge: Knowledge) -> None:
    said = _said("سفیر ژاپن در عمان به خبرگزاری رویترز گفت: بندر از تابستان باز است.", knowledge)
    assert [speaker for speaker, _ in said] == ["سفیر ژاپن"]


def test_a_name_in_quotation_marks_speaks(knowledge: Knowledge) -> None:
    said = _said("«کنجی میازاوا» سفیر ژاپن در عمان گفت: بندر از تابستان باز است.", knowledge)
    assert [speaker for speaker, _ in said] == ["کنجی میازاوا"]


def test_words_at_the_head_of_a_clause_before_an_office_are_a_name(knowledge: Knowledge) -> None:
    said = _said("به گزارش رویترز، کنجی میازاوا سفیر ژاپن در عمان گفت: بندر از تابستان باز است.", knowledge)
    assert [speaker for speaker, _ in said] == ["کنجی میازاوا"]


def test_a_holder_named_in_the_headline_is_the_office_named_below(knowledge: Knowledge) -> None:
    text = "میازاوا: بندر باز است\nسفیر ژاپن گفت که بندر از تابستان باز است.\n«کنجی میازاوا» سفیر ژاپن در عمان افزود: کشتی‌ها آماده‌اند."
    assert {speaker for speaker, _ in _said(text, knowledge)} == {"کنجی میازاوا"}


def test_a_party_listed_behind_a_preposition_promises_nothing(knowledge: Knowledge) -> None:
    scene = _scene("نخست‌وزیر گفت: ژاپن آماده همکاری نفتی با عمان و قطر است.", knowledge)
    assert [(item["by"], item["to"]) for item in commitments(scene)] == [(["JP"], ["OM", "QA"])]


def test_what_will_be_agreed_binds_nobody(knowledge: Knowledge) -> None:
    scene = _scene("وزیران ژاپن و عمان بر سر احداث بندر توافق خواهند کرد.", knowledge)
    assert commitments(scene) == []


def test_a_planned_visit_is_an_occasion_and_no_promise(knowledge: Knowledge) -> None:
    scene = _scene("نخست‌وزیر ژاپن قرار است هفته آینده به عمان سفر کند.", knowledge)
    assert commitments(scene) == []
    assert [(item["type"], item["participants"], item["state"], item["certainty"]) for item in events(scene, [])] == [
        ("visit", ["JP"], "OM", "future")
    ]


def test_an_interview_is_no_meeting(knowledge: Knowledge) -> None:
    scene = _scene("وزیر خارجه عمان در گفت‌وگو با یک روزنامه ژاپن از بندر نام برد.", knowledge)
    assert events(scene, []) == []


def test_a_later_verb_does_not_negate_a_meeting(knowledge: Knowledge) -> None:
    scene = _scene("وزیر خارجه عمان پس از دیدار با وزیر خارجه ژاپن به این موضوع اشاره نکرد.", knowledge)
    assert [item["certainty"] for item in events(scene, [])] == ["asserted"]


def test_a_match_between_national_teams_is_refused(knowledge: Knowledge) -> None:
    text = "ژاپن و عمان در فینال جام ملت‌ها با هم دیدار کردند.\nسرمربی تیم ملی ژاپن گفت: بازیکنان آماده بودند."
    assert not extract(Document(text, "a.txt", "fa"), knowledge)["relevant"]


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        ("رئیس‌جمهور کشورمان وارد باکو شد. ایران و آذربایجان همسایه هستند.", [["IR"]]),
        ("رئیس‌جمهور کشورمان وارد باکو شد. ترکیه و آذربایجان همسایه هستند.", []),
    ],
)
def test_our_country_is_iran_where_no_outlet_is_known_and_the_text_names_it(
    text: str, visitors: list[list[str]], knowledge: Knowledge
) -> None:
    record = extract(Document(text, "a.txt", lang="fa"), knowledge)
    assert [event["participants"] for event in record["events"] if event["type"] == "visit"] == visitors
