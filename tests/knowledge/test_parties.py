from __future__ import annotations

import pytest

from mithaq.errors import UsageError
from mithaq.knowledge.parties import parties


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("IR", "IR"), ("ir", "IR"), ("Iran", "IR"), ("ایران", "IR"), ("ايران", "IR"), ("Иран", "IR"), ("UK", "GB"), ("EU", "org:eu"),
        ("org:EAEU", "org:eaeu"), ("European Union", "org:eu"), ("name:Example Chamber", "name:Example Chamber"),
    ],
)  # fmt: skip
def test_a_party_is_known_by_its_code_and_by_its_names(written: str, code: str) -> None:
    assert parties(written) == parties([written]) == (code,)


@pytest.mark.parametrize(
    ("written", "meant"), [("IRN", "IR"), ("CHN", "CN"), ("Belorus", "BY"), ("org:eaue", "org:eaeu"), ("Congo", "CD or CG")]
)
def test_what_is_no_party_leads_to_the_one_that_was_meant(written: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"did you mean {meant}\\?"):
        parties(written)


def test_what_is_like_no_party_leads_nowhere() -> None:
    with pytest.raises(UsageError, match=r"'xyz' is not a state\. Codes are ISO 3166-1 alpha-2\."):
        parties("xyz")


def test_parties_stand_in_the_order_of_codes_each_once() -> None:
    assert parties("org:eu, RU, Russia, BY") == parties(("BY", "org:eu", "RU")) == ("BY", "RU", "org:eu")


def test_none_and_an_empty_list_are_no_party_in_particular() -> None:
    assert parties(None) == parties(()) == ()
