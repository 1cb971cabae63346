"""Titles of instruments end where their phrase does; a group of states and its members by name are one list of parties."""

from __future__ import annotations

import pytest

from mithaq.extract import read_scene
from mithaq.extract.agreements import agreements
from mithaq.extract.article import article
from tests.packs import pack


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("fa", "پیش‌نویس نقشه راه همکاری ایران و عمان آماده شده است.", "نقشه راه همکاری ایران و عمان"),
        ("ar", "وقعت قطر وتركيا اتفاقية التجارة هذه في الدوحة.", "اتفاقية التجارة"),
    ],
)
def test_a_title_holds_no_verb_and_no_demonstrative(language: str, sentence: str, title: str) -> None:
    assert [item["title"] for item in agreements(read_scene(article(sentence, pack(language)), None))] == [title]


def test_a_convention_signed_by_several_has_them_all_as_parties() -> None:
    text = "Президенты Чили, Перу и Боливии подписали в Лиме Конвенцию об озере."
    assert [item["parties"] for item in agreements(read_scene(article(text, pack("ru")), None))] == [["CL", "PE", "BO"]]


def test_a_group_in_the_headline_and_its_members_in_the_body_are_one_list() -> None:
    text = "Прикаспийские государства подписали конвенцию о море\n\nРоссия, Иран и Казахстан подписали в Актау конвенцию о море."
    assert [sorted(item["parties"]) for item in agreements(read_scene(article(text, pack("ru")), None))] == [["IR", "KZ", "RU"]]
