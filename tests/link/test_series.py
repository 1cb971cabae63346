"""Figures of many documents as series: what is one figure, what differs, and what may be added."""

from __future__ import annotations

from typing import Any

from mithaq.link import link
from mithaq.model import Entry
from tests.link.hand import Article, known

KNOWLEDGE = known()


def told(name: str, *figures: tuple[float, dict[str, Any]], day: str = "2024-03-01", outlet: str | None = None) -> dict[str, Any]:
    article = Article(name, published=day, outlet=outlet).event("meeting", f"{name} they met", ["IR", "BY"], state="IR", date=day)
    for number, (value, fields) in enumerate(figures):
        article.figure(f"figure {number} of {name}", value, **fields)
    return article.record


def entries(*records: dict[str, Any], of: str) -> list[Entry]:
    return [entry for entry in link(records, KNOWLEDGE) if entry.of == of]


def series(*records: dict[str, Any]) -> Entry:
    (found,) = entries(*records, of="series")
    return found


def test_one_figure_of_a_year_told_on_two_occasions_is_one_with_both_sources() -> None:
    one, other = (
        told("d1", (100, {"period": "2022"}), outlet="IRNA"),
        told("d2", (100, {"period": "2022"}), day="2024-09-01", outlet="BelTA"),
    )
    (figure,) = entries(one, other, of="figure")
    assert figure.fields["sources"]["sides"] == {"BY": 1, "IR": 1}
    assert figure.fields["interval"] == ["2022-01-01", "2023-01-01"]


def test_a_figure_without_a_period_is_of_its_occasion_alone() -> None:
    assert len(entries(told("d1", (100, {})), told("d2", (100, {}), day="2024-09-01"), of="figure")) == 2


def test_what_leaves_out_the_period_meets_the_figure_of_its_occasion_that_names_one() -> None:
    assert len(entries(told("d1", (100, {})), told("d2", (100, {"period": "2022"})), of="figure")) == 1


def test_figures_of_another_pair_in_the_same_article_are_of_that_pair() -> None:
    figures = entries(told("d1", (100, {"period": "2022", "parties": ["RU", "BY"]}), (70, {"period": "2022"})), of="figure")
    assert sorted((one.fields["parties"], one.fields["parties_basis"]) for one in figures) == [
        (["BY", "IR"], "derived"), (["BY", "RU"], "read"),
    ]  # fmt: skip


def test_years_that_differ_are_added_and_say_which_figures_were() -> None:
    found = series(told("d1", (100, {"period": "2022"})), told("d2", (150, {"period": "2023"})))
    assert found.fields["sum"]["value"] == 250
    assert found.fields["sum"]["interval"] == ["2022-01-01", "2024-01-01"]
    assert found.fields["sum"]["figures"] == [point["figure"] for point in found.fields["points"]]


def reasons(*figures: tuple[float, dict[str, Any]]) -> set[str]:
    found = series(*(told(f"d{number}", figure) for number, figure in enumerate(figures)))
    assert found.fields["sum"] is None
    return {reason for point in found.fields["points"] for reason in point["not_added"]}


def test_nothing_else_is_ever_added() -> None:
    exact = (100, {"period": "2022"})
    assert reasons(exact, (150, {"period": ["2022", "2023"]})) == {"overlap"}
    assert reasons(exact, (150, {"period": "2023", "qualifier": "approx"})) == {"inexact"}
    assert reasons(exact, (150, {"period": "2023", "reading": "target"})) == {"reading"}
    assert reasons(exact, (150, {"period": "last season"})) == {"period"}
    assert reasons(exact, (130, {"period": "2022"})) == {"disputed"}
    assert reasons((10, {"period": "2022", "unit": "percent"}), (15, {"period": "2023", "unit": "percent"})) == {"unit"}
    assert reasons((10, {"period": "2022", "measure": "share"}), (15, {"period": "2023", "measure": "share"})) == {"measure"}
    assert reasons((10, {"period": "2022", "measure": "export"}), (15, {"period": "2023", "measure": "export"})) == {"direction"}
    assert reasons(exact, (90, {"period": "2021"} | {"of": "commerce"}), (80, {"period": "2020", "qualifier": "upto"})) == {
        "noun",
        "inexact",
    }


def test_two_currencies_are_two_series_and_single_figures_make_none() -> None:
    assert entries(told("d1", (100, {"period": "2022"})), told("d2", (90, {"period": "2023", "unit": "EUR"})), of="series") == []


def test_exports_either_way_are_two_series() -> None:
    out = {"measure": "export", "of": "export", "parties": ["IR", "BY"]}
    back = {**out, "parties": ["BY", "IR"]}
    records = [told(f"d{of}", (of, {**out, "period": str(of)}), (of + 1, {**back, "period": str(of)})) for of in (2022, 2023)]
    found = entries(*records, of="series")
    assert sorted(one.fields["flow"] for one in found) == [["BY", "IR"], ["IR", "BY"]]
    assert sorted(one.fields["sum"]["value"] for one in found) == [4045, 4047]


def classes(*figures: tuple[float, dict[str, Any]]) -> list[str]:
    records = [told(f"d{number}", figure, day=f"2024-0{number + 1}-01") for number, figure in enumerate(figures)]
    return [entry.fields["class"] for entry in entries(*records, of="difference")]


def test_values_that_differ_for_one_year_contradict_each_other_wherever_they_are_told() -> None:
    assert classes((100, {"period": "2022"}), (130, {"period": "2022"})) == ["contradiction"]
    assert classes((1_234, {"period": "2022"}), (1_200, {"period": "2022"})) == ["precision"]
    assert classes((1_234, {"period": "2022"}), (1_180, {"period": "2022", "qualifier": "morethan"})) == ["precision"]
    assert classes((1_234, {"period": "2022"}), (1_180, {"period": "2022", "of": "commerce"})) == ["scope"]
    assert classes((100, {"period": "2022"}), (130, {"period": "2023"})) == []
    assert classes((100, {"period": "2022"}), (130, {"period": "2022", "reading": "target"})) == []


def test_what_one_article_tells_side_by_side_is_no_contradiction() -> None:
    records = [told("d1", (100, {"period": "2022"}), (130, {"period": "2022"})), told("d2", (130, {"period": "2022"}))]
    assert entries(*records, of="difference") == []


def test_a_figure_names_those_who_give_it() -> None:
    article = Article("d1").actor("Amin Sohrabi", "president", "IR").event("meeting", "they met", ["IR", "BY"], date="2024-03-01")
    article.says("Amin Sohrabi", "our trade came to 100 million last year")
    record = article.figure("100 million", 100, period="2023").record
    start = record["statements"][0]["evidence"]["start"] + len("our trade came to ")
    record["figures"][0]["evidence"] = {"start": start, "end": start + len("100 million"), "quote": "100 million"}
    (figure,) = entries(record, of="figure")
    assert [(one["name"], one["state"]) for one in figure.fields["speakers"]] == [("Amin Sohrabi", "IR")]


def test_a_noun_tells_volumes_apart() -> None:
    oil, gas = {"measure": "volume", "of": "oil", "unit": "tonnes"}, {"measure": "volume", "of": "gas", "unit": "tonnes"}
    records = [told(f"d{of}", (of, {**oil, "period": str(of)}), (7, {**gas, "period": str(of)})) for of in (2022, 2023)]
    assert sorted(one.fields["sum"]["value"] for one in entries(*records, of="series")) == [14, 4045]
