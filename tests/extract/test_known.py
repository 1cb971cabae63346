"""People of the dated office table act for their state where the article does not say it, and the record says so."""

from __future__ import annotations

from mithaq.extract import extract
from mithaq.extract.known import known_people
from mithaq.knowledge import load
from mithaq.knowledge.offices import Offices, Tenure
from mithaq.model import Document

SOURCE = "https://example.org/offices"


def table(*rows: tuple[str, str, str]) -> Offices:
    """A fictional table of offices, states and names, all held in 2001."""
    held: dict[tuple[str, str], tuple[Tenure, ...]] = {}
    for office, state, names in rows:
        tenure = Tenure(office, state, tuple(names.split("|")), "2001", "2002", False, SOURCE)
        held[office, state] = (*held.get((office, state), ()), tenure)
    return Offices(held)


def test_a_full_name_gives_its_state() -> None:
    people = known_people(table(("president", "CL", "Ana Rojas")), (), True)
    assert people.state(("ana", "rojas"), None) == "CL"
    assert people.state(("ana", "maria", "rojas"), "president") == "CL"


def test_another_given_name_is_another_person() -> None:
    people = known_people(table(("president", "CL", "Ana Rojas")), (), True)
    assert people.state(("luis", "rojas"), None) is None
    assert people.state(("luis", "rojas"), "president") is None


def test_a_given_name_spelled_otherwise_needs_the_office() -> None:
    people = known_people(table(("president", "CL", "Emmanuel Rojas")), (), True)
    assert people.state(("emanuel", "rojas"), "president") == "CL"
    assert people.state(("emanuel", "rojas"), None) is None


def test_a_last_name_of_people_of_two_states_says_nothing() -> None:
    people = known_people(table(("president", "CL", "Ana Rojas"), ("president", "PE", "Inés Rojas")), (), True)
    assert people.state(("rojas",), "president") is None
    assert people.state(("ana", "rojas"), "president") == "CL"


def test_endings_of_names_are_left_out_on_both_sides() -> None:
    assert known_people(table(("president", "CL", "Ана Рохаса")), ("а",), True).state(("ана", "рохас"), None) == "CL"


def test_a_meeting_of_two_people_of_the_table_is_one_of_their_states_and_marked_as_derived() -> None:
    text = "Vladimir Putin and Recep Tayyip Erdogan met in Sochi. The two presidents discussed grain."
    events = extract(Document(text, "known.txt"), load())["events"]
    assert [sorted(event["participants"]) for event in events if event["type"] == "meeting"] == [["RU", "TR"]]
    assert events[0]["derived"]["participants"] == {"rule": "office table", "from": ["RU", "TR"]}


def test_what_the_article_says_of_a_person_wins_over_the_table() -> None:
    text = "The Peruvian minister Vladimir Putin met the president of Chile in Lima."
    events = extract(Document(text, "known.txt"), load())["events"]
    assert [sorted(event["participants"]) for event in events] == [["CL", "PE"]]
    assert all("derived" not in event for event in events)


def test_a_particle_in_common_makes_no_given_name() -> None:
    people = known_people(table(("president", "CL", "Ana bin Rojas")), (), True)
    assert people.state(("luis", "bin", "rojas"), None) is None


def test_where_names_have_no_capitals_a_last_name_alone_needs_the_office() -> None:
    people = known_people(table(("president", "CL", "Ana Rojas")), (), False)
    assert people.state(("rojas",), None) is None
    assert people.state(("rojas",), "president") == "CL"
