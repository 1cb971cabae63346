from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.errors import PackError
from mithaq.knowledge.codes import Alphabet, expanded
from mithaq.knowledge.rules import Rule, read

CODES = (
    {"state:IR"},
    {"act:legal.signed.v"},
    {"instrument:mou"},
    {"word"},
    {"stop"},
    {"comma"},
    {"break"},
    {"act:do.build.v", "mark:future"},
    {"act:do.build.v"},
)


def rules(tmp_path: Path, body: str) -> tuple[list[Rule], Alphabet]:
    alphabet = Alphabet()
    for codes in CODES:
        alphabet.add(expanded(codes))
    path = tmp_path / "rules.toml"
    path.write_text(body, encoding="utf-8")
    return read(path, alphabet, frozenset().union(*alphabet.letters)), alphabet


def rule(pattern: str) -> str:
    return f'[agreements.test]\npattern = "{pattern}"\nyes = [{{ text = "x" }}]\nno = ["y"]\n'


def spelled(alphabet: Alphabet, *codes: str) -> str:
    return "".join(alphabet.letter(frozenset({code})) for code in codes)


def test_slots_and_gaps_match_codes_in_order(tmp_path: Path) -> None:
    (found,), alphabet = rules(tmp_path, rule("{a:state} ~ {act:legal} ~2 {what:instrument}"))
    line = spelled(alphabet, "state:IR", "word", "act:legal.signed.v", "word", "instrument:mou")
    match = found.expression.search(line)
    assert match and match.start("a") == 0 and match.start("what") == 4


def test_codes_joined_by_an_ampersand_must_stand_on_one_phrase(tmp_path: Path) -> None:
    (found,), alphabet = rules(tmp_path, rule("{force:act:do&mark:future}"))
    assert found.expression.search(alphabet.letter(frozenset({"act:do.build.v", "mark:future"})))
    assert not found.expression.search(spelled(alphabet, "act:do.build.v"))


def test_a_gap_does_not_cross_the_end_of_a_sentence(tmp_path: Path) -> None:
    (found,), alphabet = rules(tmp_path, rule("{act:legal} ~ {what:instrument}"))
    assert not found.expression.search(spelled(alphabet, "act:legal.signed.v", "stop", "instrument:mou"))
    assert not found.expression.search(spelled(alphabet, "act:legal.signed.v", *["word"] * 15, "instrument:mou"))


def test_a_literal_word_in_a_pattern_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="Words belong in the tables"):
        rules(tmp_path, rule("signed {what:instrument}"))


def test_an_unknown_code_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"act:legal\.sealed"):
        rules(tmp_path, rule("{act:legal.sealed}"))


def test_a_rule_without_a_counterexample_does_not_load(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="`yes` and `no`"):
        rules(tmp_path, '[agreements.test]\npattern = "{state}"\nyes = [{ text = "x" }]\n')


def test_an_unknown_kind_or_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no kind of claim"):
        rules(tmp_path, rule("{state}").replace("agreements", "treaties"))
    with pytest.raises(PackError, match="unknown keys"):
        rules(tmp_path, rule("{state}") + 'color = "red"\n')
