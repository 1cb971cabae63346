"""Which documents tell of one occasion."""

from __future__ import annotations

from mithaq.link import link
from mithaq.model import Entry
from tests.link.hand import Article, Known


def report(
    name: str, day: str | None = None, *, host: str | None = "IR", actors: tuple[str, ...] = ("Pavel Rudnik", "Amin Sohrabi")
) -> Article:
    article = Article(name)
    for written, state in zip(actors, ("BY", "IR"), strict=False):
        article.actor(written, "president", state)
    return article.event("meeting", f"met ({name})", ["IR", "BY"], state=host, date=day)


def stories(articles: list[Article], knowledge: Known) -> dict[tuple[str, ...], Entry]:
    found = link([article.record for article in articles], knowledge)
    return {tuple(entry.fields["documents"]): entry for entry in found if entry.of == "story"}


def test_reports_of_one_day_and_pair_are_one_story(knowledge: Known) -> None:
    assert stories([report("a", "2023-03-13"), report("b", "2023-03-13", actors=())], knowledge).keys() == {("a", "b")}


def test_reports_a_month_apart_are_two(knowledge: Known) -> None:
    assert stories([report("a", "2023-03-13"), report("b", "2023-04-13")], knowledge).keys() == {("a",), ("b",)}


def test_two_hosts_are_two_stories_even_on_one_day(knowledge: Known) -> None:
    assert stories([report("a", "2023-03-13"), report("b", "2023-03-13", host="BY")], knowledge).keys() == {("a",), ("b",)}


def test_the_same_actors_stay_in_one_story_for_some_days(knowledge: Known) -> None:
    assert stories([report("a", "2023-03-13"), report("b", "2023-03-16")], knowledge).keys() == {("a", "b")}
    strangers = report("b", "2023-03-16", actors=("Igor Malinin", "Davud Karami"))
    assert stories([report("a", "2023-03-13"), strangers], knowledge).keys() == {("a",), ("b",)}


def test_daily_reports_do_not_grow_into_a_story_without_end(knowledge: Known) -> None:
    articles = [report(f"d{day:02}", f"2023-03-{day:02}") for day in range(1, 31)]
    assert all(len(documents) <= 10 for documents in stories(articles, knowledge))


def test_an_undated_report_joins_the_story_of_its_actors_and_gets_its_days(knowledge: Known) -> None:
    found = stories([report("a", "2023-03-13"), report("b")], knowledge)
    assert found[("a", "b")].fields["derived_dates"]["b"]["interval"] == ["2023-03-13", "2023-03-14"]


def test_an_undated_report_of_other_actors_stays_alone_and_undated(knowledge: Known) -> None:
    found = stories([report("a", "2023-03-13"), report("b", actors=("Igor Malinin", "Davud Karami"))], knowledge)
    assert found[("b",)].fields["derived_dates"] == {"b": None}


def test_an_undated_report_that_fits_two_stories_joins_neither(knowledge: Known) -> None:
    assert ("c",) in stories([report("a", "2021-03-13"), report("b", "2023-03-13"), report("c")], knowledge)


def test_a_shared_figure_decides_between_two_stories(knowledge: Known) -> None:
    first, second, undated = report("a", "2021-03-13"), report("b", "2023-03-13"), report("c")
    second.figure("trade of 100 million", 100_000_000)
    undated.figure("commerce of 100 million", 100_000_000)
    assert ("b", "c") in stories([first, second, undated], knowledge)


def test_a_weekday_that_does_not_occur_keeps_an_undated_report_away(knowledge: Known) -> None:
    undated = report("b")
    undated.record["events"][0]["weekday"] = "Friday"
    assert ("b",) in stories([report("a", "2023-03-13"), undated], knowledge)


def test_a_publication_date_brings_reports_together_but_dates_no_occasion(knowledge: Known) -> None:
    first, second = Article("a", published="2023-03-13"), Article("b", published="2023-03-14")
    for article in (first, second):
        article.event("meeting", "met", ["IR", "BY"], state="IR")
    assert stories([first, second], knowledge)[("a", "b")].fields["interval"] is None


def test_a_visit_recalled_later_is_mentioned_in_its_story(knowledge: Known) -> None:
    first = report("a", "2023-03-13").event("visit", "the visit to Tehran", ["BY"], state="IR", date="2023-03-13")
    later = report("b", "2025-08-20", host="BY").event("visit", "the previous visit to Tehran", ["BY"], state="IR", certainty="historical")
    (mention,) = stories([first, later], knowledge)[("a",)].fields["mentioned_in"]
    assert (mention["document"], mention["certainty"]) == ("b", "historical")


def test_irrelevant_documents_tell_no_story(knowledge: Known) -> None:
    assert stories([Article("a", published="2023-03-13")], knowledge) == {}


def test_reprints_count_as_one_independent_source(knowledge: Known) -> None:
    articles = []
    for name, outlet in (("a", "IRNA"), ("b", "BelTA"), ("c", "TASS")):
        article = report(name, "2023-03-13", actors=())
        article.record["outlet"] = outlet
        for words in (
            "the talks were long and had many points on trade",
            "the two sides spoke of rail and road for hours",
            "all that was agreed will be kept to the letter",
        ):
            article.says("Amin Sohrabi", words if name != "c" else f"{name}: something else was said here at some length {len(words)}")
        articles.append(article)
    sources = stories(articles, knowledge)[("a", "b", "c")].fields["sources"]
    assert (sources["reports"], sources["outlets"], sources["independent"]) == (3, 3, 2)
    assert sources["sides"] == {"BY": 1, "IR": 1, "RU": 1}
