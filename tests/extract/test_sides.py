"""Whose agreement a passage tells of, and which step of its life."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq import knowledge
from mithaq.extract import extract
from mithaq.model import Document


def agreements(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = extract(Document(text, "test"), knowledge.load())["agreements"]
    return found


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "LIMA - The presidents of Chile, Peru and Ecuador met in Lima. The three countries signed a fisheries agreement.",
            {"CL", "PE", "EC"},
        ),
        ("САНТЬЯГО. Президенты Чили, Перу и Эквадора провели встречу. Три страны подписали соглашение о рыболовстве.", {"CL", "PE", "EC"}),
        ("وزیران خارجه ایران، عراق و سوریه در تهران دیدار کردند. سه کشور موافقت‌نامه حمل‌ونقل را امضا کردند.", {"IR", "IQ", "SY"}),
        ("التقى وزراء خارجية قطر وتركيا والأردن في الدوحة. ووقعت الدول الثلاث اتفاقية نقل.", {"QA", "TR", "JO"}),
    ],
)
def test_three_countries_are_those_listed_together(text: str, parties: set[str]) -> None:
    assert [set(item["parties"]) for item in agreements(text)] == [parties]


def test_the_firms_between_which_a_deal_is_are_its_parties() -> None:
    text = "Chile's president met Peru's president. They announced a deal signed between Chilean copper firm Cobrex and Peru's Andinor."
    assert ["name:Cobrex", "name:Andinor"] in [item["parties"] for item in agreements(text)]


def test_ministers_of_an_organisation_agree_alone_on_what_concerns_others() -> None:
    text = "VIENNA - OPEC ministers met Algeria's president in Vienna. OPEC ministers agreed to ask the IMF for a study of oil."
    assert [item["parties"] for item in agreements(text)] == [["org:opec"]]


def test_who_leaves_a_convention_is_its_only_party() -> None:
    text = "Chile's foreign minister met his Peruvian counterpart in Lima. Chile withdrew from the Paris climate agreement."
    assert [(item["parties"], item["legal"]) for item in agreements(text)] == [(["CL"], "terminated")]


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("Парламент Перу одобрил денонсацию торгового соглашения с Чили.", "terminated"),
        ("Чили готовится ратифицировать договор с Перу о границе.", "ratified"),
        ("Правительство Чили одобрило подписание соглашения с Перу о рыболовстве.", "signed"),
    ],
)
def test_a_step_that_is_approved_or_prepared_is_to_come(text: str, legal: str) -> None:
    assert [(item["legal"], item["certainty"]) for item in agreements(text)] == [(legal, "future")]


def test_the_verb_that_ends_a_clause_tells_the_step_not_a_noun_of_the_contents() -> None:
    text = "هیچ توافقی میان ایران و عراق درباره اصلاح قواعد مرزی حاصل نشد."
    assert [(item["legal"], item["certainty"]) for item in agreements(text)] == [("agreed", "negated")]


def test_what_will_probably_be_signed_is_to_come() -> None:
    text = "وزیر خارجه ایران گفت احتمالا هفته آینده تفاهم‌نامه‌ای میان ایران و عمان امضا خواهد شد."
    assert [item["certainty"] for item in agreements(text)] == ["future"]


def test_sectors_that_no_passage_of_an_agreement_names_are_those_of_its_sentence_or_of_the_head() -> None:
    text = "Chile and Peru begin talks on customs\n\nLIMA - Their ministers met in Lima.\n\nChile and Peru signed an agreement."
    assert [item["sectors"] for item in agreements(text)] == [["customs"]]


def test_a_kind_of_agreement_tells_its_sector_and_a_road_map_is_no_road() -> None:
    nuclear, plan = "Chile and Peru signed a nuclear agreement.", "Chile and Peru signed a road map."
    assert [item["sectors"] for text in (nuclear, plan) for item in agreements(text)] == [["nuclear"], []]


@pytest.mark.parametrize(
    "text",
    [
        "Президенты Чили и Перу встретились в Лиме. Президенты Чили и Перу приняли совместную декларацию о рыболовстве.",
        "أصدر وزيرا خارجية قطر وتركيا بيانا مشتركا حول الملاحة بين قطر وتركيا.",
        "وزیران خارجه ایران و عمان بیانیه مشترکی درباره دریانوردی منتشر کردند.",
    ],
)
def test_a_joint_statement_that_is_issued_or_adopted_is_agreed(text: str) -> None:
    assert [(item["type"], item["legal"]) for item in agreements(text)] == [("joint_statement", "agreed")]


def test_the_document_spoken_of_behind_a_memorandum_is_the_memorandum() -> None:
    text = "Chile and Peru signed a memorandum on fisheries. Chile's minister and Peru's minister signed the document in Lima."
    assert [(item["type"], item["count"]) for item in agreements(text)] == [("mou", 1)]


def test_points_of_a_memorandum_do_not_count_it() -> None:
    assert [item["count"] for item in agreements("Chile and Peru signed a seven-point memorandum on fisheries.")] == [1]


def test_there_being_no_agreement_is_negated() -> None:
    text = "Chile's foreign minister said that there was no agreement between Chile and Peru on fisheries."
    assert [item["certainty"] for item in agreements(text)] == ["negated"]


def test_what_an_agreement_is_about_is_no_step_of_its_life() -> None:
    text = "Чили и Перу подписали соглашение о продлении аренды порта."
    assert [item["legal"] for item in agreements(text)] == ["signed"]
