"""How far an agreement is carried out, as verbs and nouns of carrying out say it, in any language."""

from __future__ import annotations

import pytest

from mithaq.extract import read_scene
from mithaq.extract.agreements import agreements
from mithaq.extract.article import article
from tests.packs import pack

TOLD = [
    ("en", "The implementation of the agreement between Chile and Peru on rail has begun.", "started"),
    ("en", "Implementation of the treaty between Chile and Peru has stalled.", "stalled"),
    ("en", "Chile called for the implementation of the agreement with Peru.", "planned"),
    ("ru", "Началась реализация соглашения между Чили и Перу о железной дороге.", "started"),
    ("ru", "Чили и Перу начали выполнять соглашение о железной дороге.", "started"),
    ("ru", "Реализация договора между Чили и Перу приостановлена.", "suspended"),
    ("ru", "Начало реализации соглашения между Чили и Перу приостановлено.", "suspended"),
    ("ru", "Чили призвала к выполнению соглашения с Перу.", "planned"),
    ("ar", "بدأت تركيا والعراق تنفيذ الاتفاقية بشأن السكك الحديدية.", "started"),
    ("ar", "توقف تنفيذ الاتفاق بين تركيا والعراق.", "suspended"),
    ("ar", "تم تنفيذ الاتفاق بين تركيا والعراق بالكامل.", "complete"),
    ("fa", "ایران و عراق اجرای توافقنامه راه‌آهن را آغاز کردند.", "started"),
    ("fa", "اجرای توافقنامه میان ایران و عراق متوقف شده است.", "suspended"),
    ("fa", "توافقنامه ایران و عراق به طور کامل اجرا شد.", "complete"),
]


@pytest.mark.parametrize(("language", "sentence", "status"), TOLD)
def test_what_became_of_an_agreement_is_read_off_the_verb(language: str, sentence: str, status: str) -> None:
    assert [item["delivery"] for item in agreements(read_scene(article(sentence, pack(language)), None))] == [status]
