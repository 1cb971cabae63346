"""What Arabic order of words asks of extraction: subjects behind their verbs, clitic prepositions, names without capitals."""

from __future__ import annotations

from typing import Any

from mithaq.extract import read_scene
from mithaq.extract.appeals import appeals
from mithaq.extract.article import article
from mithaq.extract.events import events
from mithaq.extract.record import speaker_name
from mithaq.extract.scene import Scene
from tests.packs import pack


def scene(text: str) -> Scene:
    """The scene of a text without outlet and date."""
    return read_scene(article(text, pack("ar")), None)


def speakers(text: str) -> list[str | None]:
    """Who makes each statement of a text, in order."""
    read = scene(text)
    return [speaker_name(read.article, read.cast, said.actor)[0] for said in read.statements]


def said(text: str) -> list[str]:
    """What each statement of a text says, in order."""
    read = scene(text)
    return [read.article.quote(statement.content) for statement in read.statements]


def occasions(text: str) -> list[dict[str, Any]]:
    """The events of a text, those of its agreements left out."""
    return events(scene(text), [])


def states_of_people(text: str) -> dict[str, str | None]:
    """The state of each named person of a text."""
    read = scene(text)
    return {read.article.quote(actor.name): actor.state for actor in read.cast.actors if actor.name}


def test_a_name_between_commas_belongs_to_the_office_before_them_even_behind_its_seat() -> None:
    assert speakers("وأوضح السفير الألماني بتونس، أندرياس رينيك، أن المبادرة مفيدة.") == ["أندرياس رينيك"]


def test_a_name_behind_a_word_of_speech_has_the_office_that_follows_it() -> None:
    assert states_of_people("قال شون سبايسر المتحدث باسم الخارجية الأمريكية إن الموعد قريب.") == {"شون سبايسر": "US"}


def test_whom_a_verb_takes_as_its_object_lends_its_subject_no_office() -> None:
    people = states_of_people("قال الرئيس البيلاروسي ألكسندر لوكاشينكو إن الموعد قريب. ودعا لوكاشينكو نظيره الإيراني إلى زيارة مينسك.")
    assert people == {"ألكسندر لوكاشينكو": "BY"}


def test_the_name_of_a_state_behind_a_definite_office_is_no_part_of_it() -> None:
    read = scene("قال وزير الخارجية العراقي فؤاد حسين إن الموعد قريب. ودعا الوزير إيران إلى الحوار.")
    assert [item["by"] for item in appeals(read)] == [["IQ"]]


def test_a_cue_without_a_subject_takes_that_of_its_sentence() -> None:
    text = "قال الرئيس الروسي فلاديمير بوتين إن الموعد قريب. وعقد الوزير المصري سامح شكري لقاء مع نظيره الليبي، أكد خلاله أن الحوار مفيد."
    assert speakers(text) == ["فلاديمير بوتين", "سامح شكري"]


def test_a_statement_of_a_ministry_speaks_for_it() -> None:
    assert speakers("وقال بيان لوزارة الخارجية الروسية إن الاجتماع كان مفيدا.") == ["بيان لوزارة الخارجية الروسية"]


def test_the_ministry_is_the_one_named_before_and_gives_its_spokesman_its_state() -> None:
    read = scene(
        'نفت وزارة الخارجية البيلاروسية توقيع اتفاق مع إيران. وقال المتحدث باسم الوزارة: "لم يوقع أي اتفاق بين البلدين هذا الأسبوع".'
    )
    assert [statement.state for statement in read.statements] == ["BY", "BY"]


def test_a_denied_verbal_noun_is_what_was_said() -> None:
    assert said("نفت وزارة الخارجية البيلاروسية اليوم توقيع اتفاق مع إيران.") == ["توقيع اتفاق مع إيران."]


def test_noun_phrases_behind_words_of_speech_are_no_statements() -> None:
    assert said("وأكد الوزير المصري اتفاق البلدين على أمن ليبيا.") == []


def test_a_noun_of_stance_is_said() -> None:
    assert said("وأكد الوزير المصري حرص بلاده على أمن ليبيا.") == ["حرص بلاده على أمن ليبيا."]
    assert said("وشدد الوزير المصري في حديث للصحافة، على ضرورة فتح المعبر.") == ["ضرورة فتح المعبر."]


def test_whom_a_clitic_preposition_governs_is_no_speaker() -> None:
    assert speakers("التقى الرئيس التونسي قيس سعيد نظيره الإيطالي، وقال للمسؤولين الإيطاليين إن بلاده آمنة.") == ["قيس سعيد"]


def test_whom_the_speaker_met_while_he_spoke_is_no_speaker() -> None:
    text = "قال الرئيس التركي رجب طيب أردوغان إن الموعد قريب. وأضاف عقب لقاء مع نظيره الروسي فلاديمير بوتين أن الحوار مفيد."
    assert speakers(text) == ["رجب طيب أردوغان"] * 2


def test_the_place_of_a_visit_may_hang_on_a_clitic() -> None:
    visits = occasions("أنهى رئيس الوزراء البريطاني زيارة رسمية لتونس.")
    assert [(visit["type"], visit["participants"], visit["state"]) for visit in visits] == [("visit", ["GB"], "TN")]


def test_a_visit_that_is_put_off_is_negated() -> None:
    assert [visit["certainty"] for visit in occasions("أرجأ رئيس الوزراء البريطاني زيارته إلى الرياض.")] == ["negated"]


def test_was_and_done_make_a_past_perfect_around_the_subject() -> None:
    assert [visit["certainty"] for visit in occasions("وكان الرئيس الفرنسي قد زار الجزائر خلال حملته.")] == ["historical"]
    assert [visit["certainty"] for visit in occasions("قد زار الرئيس الفرنسي الجزائر.")] == ["asserted"]


def test_two_members_of_one_family_are_two_people() -> None:
    people = states_of_people("التقى أمير قطر تميم بن حمد آل ثاني وزير الخارجية القطري محمد بن عبد الرحمن آل ثاني.")
    assert len(people) == 2


def test_a_last_hamza_is_part_of_its_word() -> None:
    read = scene("قال رئيس الوزراء العراقي إن المعبر مفتوح أمام الوزراء.")
    assert said("قال رئيس الوزراء العراقي إن المعبر مفتوح أمام الوزراء.")[0].endswith("الوزراء.")
    assert read.article.quote(read.cast.mentions[0].span) == "رئيس الوزراء العراقي"


def test_a_name_in_quotation_marks_is_a_speaker_and_no_speech() -> None:
    text = "قال سامح شكري إن الحوار مفيد. وقال «شكري» في مؤتمر صحفي مع نظيره الأردني، «الموعد قريب جدا وسنلتقي في القاهرة قريبا بعد العيد»."
    assert speakers(text) == ["سامح شكري"] * 2
    assert said(text)[1].startswith("الموعد")


def test_a_participle_behind_a_comma_goes_on_with_the_subject_of_the_sentence() -> None:
    text = 'رحب الرئيس التركي رجب طيب أردوغان بالهدية التي حملها الرئيس العراقي عبد اللطيف رشيد، قائلا: "المعابر ستبقى مفتوحة".'
    assert speakers(text) == ["رجب طيب أردوغان"]


def test_a_meeting_between_two_is_not_of_those_who_spoke_of_it() -> None:
    told = occasions("سأل الوزير التركي نظيره القطري عن لقاء عقد بين السفير الياباني والوزير الصيني.")
    assert ["JP", "CN"] in [item["participants"] for item in told if item["type"] == "meeting"]
