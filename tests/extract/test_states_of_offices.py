"""For which state somebody acts whose state the article does not say."""

from __future__ import annotations

from mithaq.extract.actors import Cast, cast
from mithaq.extract.article import article
from mithaq.extract.people import mentions
from tests.packs import pack


def people(text: str) -> Cast:
    """The actors of an Arabic text."""
    read = article(text, pack("ar"))
    return cast(read, mentions(read))


def test_nobody_is_of_the_state_of_his_counterpart() -> None:
    text = "استقبل وزير الخارجية سامح شكري نظيره المغربي ناصر بوريطة الذي يزور القاهرة.\n\nواتفق المغرب على موعد جديد."
    assert [(actor.office, actor.state) for actor in people(text).actors] == [("foreign_minister", "EG"), ("foreign_minister", "MA")]


def test_a_named_minister_is_the_one_of_the_headline_and_not_his_counterpart() -> None:
    text = "وزير الخارجية يستقبل نظيره المغربي\n\nاستقبل وزير الخارجية سامح شكري نظيره المغربي في القاهرة."
    assert [actor.state for actor in people(text).actors if actor.name] == ["EG"]


def test_an_adjective_behind_a_name_is_a_family_name() -> None:
    found = people("قال رئيس الوزراء العراقي محمد شياع السوداني إن الوفد وصل.")
    assert [actor.state for actor in found.actors] == ["IQ"]
    assert "SD" not in found.principals


def test_an_heir_who_also_heads_the_government_is_one_person() -> None:
    found = people("استقبل الأمير محمد بن سلمان، ولي العهد ورئيس مجلس الوزراء في المملكة العربية السعودية، الرئيس المصري.")
    assert [(actor.office, actor.state) for actor in found.actors] == [("crown_prince", "SA"), ("president", "EG")]


def test_a_word_between_two_parts_of_a_name_is_a_part_of_it() -> None:
    text = "قال وزير الكهرباء العراقي زياد علي فاضل إن بغداد ستشتري الغاز. وشدد على أهمية العقد، واتفق على موعد."
    read = people(text)
    assert [actor.words for actor in read.actors if actor.name] == [["زیاد", "علی", "فاضل"]]


def test_nobody_is_the_counterpart_whom_he_meets() -> None:
    assert [actor.state for actor in people("التقى علي أكبر صالحي نظيره العماني.").actors] == [None, "OM"]
