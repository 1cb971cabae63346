from __future__ import annotations

import codecs

import pytest

from mithaq.errors import SourceError
from mithaq.sources.encodings import decode

PERSIAN = "رئيس جمهور ايران روز دوشنبه در تهران گفت گمرک و چند پروژه مشترک با بلاروس ژرف‌تر می‌شود، پس از آن سند امضا شد.".replace("ی", "ي")
ARABIC = "وقّع الجانبان في مسقط اتفاقية للتعاون التجاري بين عُمان والعراق، وأكد الوزيران أهمية تنفيذها خلال العام الجاري."
RUSSIAN = "Стороны подписали в Минске дорожную карту сотрудничества на четыре года — её утвердят «до конца месяца»."
EVERYDAY = [(PERSIAN, "windows-1256"), (ARABIC, "windows-1256"), (RUSSIAN, "windows-1251")]


@pytest.mark.parametrize(("text", "encoding"), EVERYDAY)
def test_windows_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, RUSSIAN])
@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf16_with_its_mark_is_read_and_the_mark_kept(text: str, mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + text.encode(encoding)) == "\ufeff" + text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_other_cyrillic_encodings_are_refused_by_name(encoding: str) -> None:
    text = "Президент Республики Беларусь прибыл в столицу с рабочим визитом, состоялась встреча и были подписаны соглашения."
    with pytest.raises(SourceError, match=r"cannot be told; read are UTF-8.*windows-1256.*windows-1251"):
        decode(text.encode(encoding))


def test_other_arabic_encoding_is_refused() -> None:
    with pytest.raises(SourceError, match="cannot be told"):
        decode(ARABIC.replace("،", ",").replace("ّ", "").encode("iso8859-6"))


@pytest.mark.parametrize("text", [ARABIC, RUSSIAN])
def test_utf8_with_one_broken_byte_is_not_taken_for_another_encoding(text: str) -> None:
    data = text.encode()
    with pytest.raises(SourceError, match=r"is not UTF-8 .byte 4[01]"):
        decode(data[:41] + b"\xff" + data[42:])


def test_too_few_letters_tell_nothing() -> None:
    with pytest.raises(SourceError, match="cannot be told"):
        decode("Москва и Минск".encode("windows-1251"))


def test_headline_in_capitals_alone_tells_nothing() -> None:
    with pytest.raises(SourceError, match="cannot be told"):
        decode("СТОРОНЫ ПОДПИСАЛИ В МИНСКЕ ДОРОЖНУЮ КАРТУ СОТРУДНИЧЕСТВА".encode("windows-1251"))


def test_plain_utf8_is_never_taken_for_another_encoding() -> None:
    for text, _ in EVERYDAY:
        assert decode(text.encode()) == text
