from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.errors import PackError
from mithaq.knowledge import DATA
from mithaq.knowledge.states import load_states

STATES = load_states(DATA / "states.tsv")


def test_the_table_knows_the_members_of_the_united_nations() -> None:
    assert len(STATES) >= 193
    assert STATES["BY"].alpha3 == "BLR"
    assert STATES["IR"].names["en"] == "Iran"


def test_a_code_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row = "IR\tIRN\tmember\tIran\tایران\tإيران\tИран\tTehran\tتهران\tطهران\tТегеран\n"
    (tmp_path / "states.tsv").write_text(row * 2, encoding="utf-8")
    with pytest.raises(PackError, match=r"states\.tsv:2: 'IR' stands twice"):
        load_states(tmp_path / "states.tsv")
