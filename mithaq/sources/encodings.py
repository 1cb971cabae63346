"""Bytes into text: UTF-8, UTF-16 with its mark, and windows-1256 and windows-1251 where their letters tell.

A byte order mark stays in the text as its first character, U+FEFF, in every encoding: the text is kept as read,
and passages are counted as a reader counts who opens the file as plain UTF-8.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from itertools import pairwise

from mithaq.errors import SourceError

HINT = "Save it as UTF-8, or take it out."
ALLOWED = "UTF-8, UTF-16 with a byte order mark, windows-1256 (Persian, Arabic) or windows-1251 (Russian)"

_ENOUGH = 30
_SHARE = 0.95
_COMMON = 0.35
_INNER = 0.01
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """An encoding of one byte a letter, and how a text in it is told from bytes that merely decode.

    Attributes:
        letters: the letters of its languages.
        common: those of them that make half of any running text.
    """

    encoding: str
    letters: frozenset[str]
    common: frozenset[str]


_ALPHABETS = (
    _Alphabet(
        "windows-1256", frozenset(map(chr, [*range(0x621, 0x63B), *range(0x641, 0x64B)])) | frozenset("پچژگکی"), frozenset("اليومنره")
    ),
    _Alphabet("windows-1251", frozenset(map(chr, range(0x410, 0x450))) | frozenset("Ёё"), frozenset("оеаинтр")),
)


def decode(data: bytes) -> str:
    """The text of a whole document.

    UTF-8 is tried first; it never holds for long in text of another encoding. Bytes that are not UTF-8 are read as
    windows-1256 or windows-1251 where exactly one of them gives running text: at least 30 letters, 95 % of all letters
    beyond ASCII of its alphabet, its commonest letters as common as in any text (35 %; really 45 to 55 %), and at most
    1 % capitals after a small letter (the Macintosh's Cyrillic has a capital for each я).

    Raises:
        SourceError: empty, binary, or in an encoding that cannot be told.
    """
    text = _decoded(data)
    if "\0" in text:
        raise SourceError(f"holds a NUL at character {text.index(chr(0))}: a binary file, or UTF-16 or UTF-32 without a mark.", hint=HINT)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise SourceError(f"is empty ({len(data)} bytes, no letter).", hint="Nothing was read from it.")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError(
                    f"begins with the mark of UTF-16, but byte {error.start} breaks it ({error.reason}).", hint=HINT
                ) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise SourceError(f"is binary (NUL at byte {data.index(0)}).", hint=HINT) from error
        told = [text for alphabet in _ALPHABETS if (text := _told(data, alphabet)) is not None]
        if len(told) == 1:
            return told[0]
        what = f"is not UTF-8 (byte {error.start} is 0x{data[error.start]:02X}), and its encoding cannot be told; read are {ALLOWED}."
        raise SourceError(what, hint=HINT) from error


def _told(data: bytes, alphabet: _Alphabet) -> str | None:
    try:
        text = data.decode(alphabet.encoding)
    except UnicodeDecodeError:
        return None
    beyond = [character for character in text if character > "\x7f" and (character.isalpha() or not _punctuation(character))]
    letters = [character for character in beyond if character in alphabet.letters]
    common = sum(character in alphabet.common for character in letters)
    inner = sum(one.islower() and other.isupper() for one, other in pairwise(text) if other > "\x7f")
    enough = len(letters) >= max(_ENOUGH, _SHARE * len(beyond))
    return text if enough and common >= _COMMON * len(letters) and inner <= _INNER * len(letters) else None


def _punctuation(character: str) -> bool:
    """Signs beyond ASCII that stand in ordinary text, and Arabic vowel marks: they speak neither for nor against an encoding."""
    return character in "\xa0«»“”„’‘–—…№•،؛؟ـ\u200c\u200d\u200e\u200f" or "\u064b" <= character <= "\u0652"
