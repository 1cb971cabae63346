"""Russian inflection: all forms of a word or fixed phrase of a table, by pymorphy3; used only while a pack is compiled.

A word is expanded when it stands in its dictionary form (nominative, infinitive). In a phrase the first noun that stands in the
nominative is its head: the adjectives before it follow it, what comes after it stays ("министр иностранных дел"), and a name in
the nominative behind it stays or follows ("республика Беларусь"). A phrase that begins with a verb or a short form inflects that
word alone; one without a head ("в соответствии с") stays as it is. A form that texts rather use as a preposition, conjunction or
pronoun ("после", of посол) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any

from mithaq.text.fold import folded

Forms = list[tuple[str, str]]
"""Folded forms of one word, each with its markers, divided by "+" (see `inflected`); "" for none."""

_PARTS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\S")
_NOUNS, _ADJECTIVES, _VERBS = {"NOUN", "NUMR"}, {"ADJF", "PRTF"}, {"VERB", "INFN", "GRND", "PRTF", "PRTS"}
_NAMES = {"Geox", "Name", "Surn", "Patr"}
_LEADING = frozenset({"INFN", "VERB", "ADJS", "PRTS"})
_SHORT = 6
"""Most letters of a preposition, conjunction or pronoun that is no gerund or short adjective ("включая", "согласно")."""

_CLOSED = {"PREP", "CONJ", "PRCL", "NPRO"}
_UNUSED = {"impr", "Supr", "COMP", "Dist", "Arch", "Erro", "Infr", "Slng", "V-be", "V-en", "V-oy", "V-ey", "V-sh", "V-bi"}


@cache
def _analyser() -> Any:
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]

    return MorphAnalyzer(lang="ru")


@cache
def _readings(word: str) -> list[Any]:
    return list(_analyser().parse(word))


@cache
def _parse(word: str, classes: frozenset[str], number: str | None) -> Any:
    """The likeliest reading of a word as one of some classes in its dictionary form, or None."""
    capital = word[:1].isupper() and not word.isupper()
    fitting = [
        parse
        for parse in _readings(word)
        if parse.tag.POS in classes
        and (parse.tag.POS == "INFN" or "nomn" in parse.tag or parse.tag.POS in {"ADJS", "PRTS", "VERB"})
        and (number is None or parse.tag.number == number)
    ]

    def fitness(parse: Any) -> tuple[bool, bool, float]:
        return capital and bool(_NAMES & parse.tag.grammemes), parse.normal_form == word.lower(), parse.score

    return max(fitting, key=fitness, default=None)


@cache
def _marker(tag: Any, number: str | None) -> str:
    """The markers of a form of a lexeme whose surface has some number."""
    found = set()
    if "futr" in tag and "perf" in tag:
        found.add("future")
    if "pssv" in tag:
        found.add("passive")
    if tag.person == "1per":
        found.add("first")
    if tag.POS == "INFN":
        found.add("infinitive")
    if tag.POS == "PRTF":
        found.add("participle")
    if tag.POS == "PRTS":
        found.add("short")
    if tag.POS == "NOUN" and tag.number == "plur" and number == "sing":
        found.add("plural")
    if tag.POS in _NOUNS | _ADJECTIVES and tag.case != "nomn":
        found.add("oblique")
    return "+".join(sorted(found))


def _settled(forms: Iterable[tuple[str, str]]) -> Forms:
    """Each form once, with the markers that all its readings share ("соглашения" is a plural in one case and a singular in another)."""
    markers: dict[str, set[str]] = {}
    for form, marker in forms:
        markers.setdefault(form, set(marker.split("+"))).intersection_update(marker.split("+"))
    return [(form, "+".join(sorted(found))) for form, found in markers.items()]


def _kept(parse: Any, form: Any) -> bool:
    """Whether a form of the lexeme of `parse` belongs to the row."""
    if (len(form.word) <= _SHORT or form.tag.POS in {"GRND", "ADJS"}) and _closed(form.word):
        return False
    return _belongs(form.tag, parse.tag)


@cache
def _belongs(tag: Any, own: Any) -> bool:
    """Whether a form with some tag belongs to a row whose surface has the tag `own`."""
    if _UNUSED & tag.grammemes:
        return False
    if own.POS in _VERBS - {"INFN"} and (tag.POS != own.POS or tag.tense != own.tense or tag.voice != own.voice):
        return False
    if own.POS == "ADJS" and tag.POS != "ADJS":
        return False
    if own.number == "plur" and own.POS in _NOUNS | _ADJECTIVES:
        return bool(tag.number == "plur")
    return not (_NAMES & own.grammemes and tag.number == "plur")


@cache
def _lexeme(word: str, classes: frozenset[str], number: str | None) -> list[Any]:
    """The forms that belong to the row of a word (see `_parse`), which has a reading."""
    parse = _parse(word, classes, number)
    return [form for form in parse.lexeme if _kept(parse, form)]


@cache
def _closed(form: str) -> bool:
    return _analyser().tag(form)[0].POS in _CLOSED


def _word(word: str, classes: frozenset[str]) -> Forms:
    parse = _parse(word, classes, None)
    if parse is None:
        return [(folded(word), "")]
    number = parse.tag.number
    out = [(folded(form.word), _marker(form.tag, number)) for form in _lexeme(word, classes, None)]
    return _settled([(folded(word), _marker(parse.tag, number)), *out])


def _agreeing(adjectives: list[str], noun: str, number: str | None) -> Iterator[tuple[str, str]]:
    """The forms of a noun with those of the adjectives before it that agree with each."""
    lexemes = [_lexeme(word, frozenset(_ADJECTIVES), number) for word in adjectives]
    yield folded(" ".join((*adjectives, noun))), ""
    for form in _lexeme(noun, frozenset(_NOUNS), number):
        fitting = [[other.word for other in lexeme if _agree(other.tag, form.tag)] for lexeme in lexemes]
        for chosen in product(*fitting):
            yield folded(" ".join((*chosen, form.word))), _marker(form.tag, number)


@cache
def _agree(adjective: Any, noun: Any) -> bool:
    if adjective.POS not in _ADJECTIVES or adjective.case not in {noun.case, {"gen2": "gent", "loc2": "loct"}.get(noun.case)}:
        return False
    if adjective.number != noun.number:
        return False
    if adjective.gender and noun.gender and adjective.gender != noun.gender:
        return False
    return not adjective.animacy or adjective.animacy == noun.animacy


def _head(words: list[str]) -> tuple[int, str | None] | None:
    """Place and number of the noun that a phrase hangs on, where only adjectives stand before it; None where there is none."""
    for place, word in enumerate(words):
        for number in ("sing", "plur"):
            noun = _parse(word, frozenset(_NOUNS), number)
            if noun is not None and all(_parse(other, frozenset(_ADJECTIVES), number) is not None for other in words[:place]):
                return place, number
        if _parse(word, frozenset(_ADJECTIVES), None) is None:
            return None
    return None


def _tails(words: list[str]) -> list[str]:
    """What may follow a head: the words as they are, and with a leading name in the nominative inflected."""
    out = [" ".join(map(folded, words))]
    if words and words[0][:1].isupper() and _parse(words[0], frozenset(_NOUNS), "sing") is not None:
        out += [" ".join([form, *map(folded, words[1:])]) for form, _ in _word(words[0], frozenset(_NOUNS))]
    return list(dict.fromkeys(out))


def _phrase(words: list[str]) -> Iterator[tuple[str, str]]:
    if len(words) == 1:
        classes = frozenset(_NOUNS | _ADJECTIVES | _VERBS | {"ADJS"})
        yield from _word(words[0], classes)
        return
    if _readings(words[0])[0].tag.POS in _LEADING:
        tail = " ".join(map(folded, words[1:]))
        for form, marker in _word(words[0], _LEADING):
            yield f"{form} {tail}", marker
        return
    head = _head(words)
    if head is None:
        yield folded(" ".join(words)), ""
        return
    place, number = head
    tails = _tails(words[place + 1 :])
    for form, marker in _settled(_agreeing(words[:place], words[place], number)):
        for tail in tails:
            yield f"{form} {tail}".strip(), marker


def inflected(surface: str) -> Iterator[tuple[str, str]]:
    """The folded forms of a Russian word or phrase, the surface's own first, each once.

    Args:
        surface: as in a table, in dictionary form where it is to be expanded; one in another form gives the forms of its own tense.

    Returns:
        `(form, markers)`, markers divided by "+": "future" for a perfective verb's future, "passive" for a passive participle, "first" for
        a verb in the first person, "infinitive", "participle" and "short" (participle) for such forms of a verb, "plural" for a noun given
        in the singular where the form is plural only ("соглашений", not "соглашения"), "oblique" for a noun or adjective in no
        nominative; "" for none.
    """
    words = surface.split()
    if all(_PARTS.fullmatch(word) for word in words):
        yield from dict.fromkeys(_phrase(words))
    else:
        yield folded(surface), ""
