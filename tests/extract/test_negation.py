"""What is negated or denied is never told as done, in any language."""

from __future__ import annotations

import pytest

from mithaq.extract import read_scene
from mithaq.extract.agreements import agreements, signings
from mithaq.extract.article import article
from mithaq.extract.events import events
from tests.packs import pack

NEGATED = [
    ("fa", "ایران و عمان توافق‌نامه را امضا نکردند."),
    ("fa", "سند همکاری ایران و عمان امضا نشد."),
    ("fa", "ایران و عمان هیچ توافق‌نامه‌ای امضا نکرده‌اند."),
    ("fa", "سخنگوی وزارت خارجه عمان امضای توافق‌نامه با ایران را تکذیب کرد."),
    ("ar", "لم توقع إيران وعمان الاتفاقية."),
    ("ar", "إيران وعمان لم توقعا الاتفاق."),
    ("ar", "نفت وزارة الخارجية القطرية توقيع أي اتفاق مع تركيا."),
    ("en", "Oman and Iran did not sign the agreement."),
    ("en", "No agreement was signed by Oman and Iran."),
    ("en", "Oman denied that it had signed an agreement with Iran."),
    ("ru", "Иран и Оман не подписали соглашение."),
    ("ru", "МИД Омана опроверг подписание соглашения с Ираном."),
]

DONE = [
    ("fa", "ایران و عمان توافق‌نامه را امضا کردند."),
    ("ar", "وقعت إيران وعمان الاتفاقية."),
    ("en", "Oman and Iran signed the agreement."),
    ("ru", "Иран и Оман подписали соглашение."),
]


def told(language: str, sentence: str) -> set[str]:
    """Certainties of all that a sentence tells of agreements and signings."""
    scene = read_scene(article(sentence, pack(language)), None)
    made = agreements(scene)
    return {item["certainty"] for item in (*made, *events(scene, signings(made)))}


@pytest.mark.parametrize(("language", "sentence"), NEGATED)
def test_what_is_negated_or_denied_is_negated(language: str, sentence: str) -> None:
    assert told(language, sentence) == {"negated"}


@pytest.mark.parametrize(("language", "sentence"), DONE)
def test_the_same_without_a_negation_is_asserted(language: str, sentence: str) -> None:
    assert told(language, sentence) == {"asserted"}
