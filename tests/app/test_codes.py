from __future__ import annotations

import pytest

from mithaq.app.codes import parties, topic
from mithaq.errors import UsageError


def test_parties_stand_in_the_order_of_codes_whichever_way_they_are_given() -> None:
    assert parties("IR, BY") == parties("BY,IR") == ("BY", "IR")


def test_organisations_and_named_parties_are_parties() -> None:
    assert parties("org:eaeu,IR,name:Example Chamber") == ("IR", "name:Example Chamber", "org:eaeu")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("IRN,BY", "--between: 'IRN' is not a state; did you mean IR? Codes are ISO 3166-1 alpha-2."),
        ("qqq", "--between: 'qqq' is not a state. Codes are ISO 3166-1 alpha-2."),
        (",", "--between: names no party. Write codes divided by commas, as in --between IR,BY."),
    ],
)
def test_what_is_no_party_is_refused_with_what_was_meant(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parties(text)
    assert str(caught.value) == message


def test_an_unknown_organisation_leads_to_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"'org:eaue' is no organisation that is known; did you mean org:eaeu\?"):
        parties("IR,org:eaue")


def test_a_topic_is_a_sector_or_topic_of_the_codebook() -> None:
    assert topic("energy") == "energy"
    assert topic("sanctions") == "sanctions"
    with pytest.raises(UsageError, match=r"--topic: 'enrgy' is no sector or topic; did you mean energy\?"):
        topic("enrgy")
