from __future__ import annotations

from mithaq.knowledge.codes import WORD, Alphabet, expanded

KNOWN = ({WORD}, {"state:IR"}, {"act:legal.signed"}, {"cue:say", "mark:past"})


def alphabet() -> Alphabet:
    made = Alphabet()
    for codes in KNOWN:
        made.add(expanded(codes))
    return made


def test_an_unknown_set_of_codes_has_the_letter_of_its_largest_known_part() -> None:
    made = alphabet()
    assert made.letter(frozenset({"cue:say", "mark:past", "state:IR"})) == made.letter(frozenset({"cue:say", "mark:past"}))
    assert made.letter(frozenset({"sector:trade"})) == made.letter(frozenset({WORD}))


def test_a_letter_does_not_depend_on_the_sets_met_before() -> None:
    larger, smaller = frozenset({"state:IR", "act:legal.signed", "sector:trade"}), frozenset({"state:IR", "sector:trade"})
    fresh, used = alphabet(), alphabet()
    used.letter(smaller)
    assert used.letter(larger) == fresh.letter(larger)
    assert used.letters == fresh.letters
