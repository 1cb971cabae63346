from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser
from typing import Literal

import pytest

from mithaq.errors import GroundingError, RegisterError, UsageError
from mithaq.model import Entry
from mithaq.publish import dossier
from tests.publish.shelf import ENGLISH, HOSTILE, PERSIAN, Shelf, passage, shelf

VOID = {"meta"}


class Node:
    """An element of a page."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def all(self, tag: str = "", **wanted: str) -> list[Node]:
        """Elements below with this tag and these words in these attributes (`class_` for class)."""
        found = []
        for child in self.children:
            if isinstance(child, Node):
                fits = all(word in child.attributes.get(name.rstrip("_"), "").split() for name, word in wanted.items())
                found += [child] * (tag in ("", child.tag) and fits)
                found += child.all(tag, **wanted)
        return found

    def one(self, tag: str = "", **wanted: str) -> Node:
        (found,) = self.all(tag, **wanted)
        return found


class Page(HTMLParser):
    """Reads a page into a tree, and fails where its elements do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Node("", {})
        self.open = [self.root]
        self.feed(html)
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def page(
    register: Shelf | None = None, language: str = "en", texts: Literal["excerpts", "full"] = "excerpts", as_of: str | None = None
) -> Node:
    return Page(dossier(register or shelf(), ["IR", "BY"], language=language, texts=texts, as_of=as_of)).root


@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_value_opens_passages_that_stand_in_the_texts(language: str) -> None:
    root = page(language=language)
    passages = {node.attributes["id"]: node for node in root.all("li", class_="passage")}
    links = root.all("a", class_="open")
    assert len(links) > 20
    for link in links:
        opened = [f"p{number}" for number in link.attributes["data-passages"].split()]
        assert link.attributes["href"] == f"#{opened[0]}"
        for name in opened:
            excerpt = passages[name].one("div", class_="excerpt")
            assert excerpt.one("mark").text() in excerpt.text()
            assert excerpt.text() in PERSIAN or excerpt.text() in ENGLISH


def test_no_shown_field_is_without_a_passage() -> None:
    root = page()
    fields = [value for node in root.all("dd") for value in node.all("span", class_="value")]
    heads = [value for node in root.all("article", class_="card") for head in node.all("h3") for value in head.all("span", class_="value")]
    steps = [value for node in root.all("li", class_="step") for value in node.all("span", class_="value")]
    assert min(map(len, (fields, heads, steps))) > 2
    assert [node.text() for node in (*fields, *heads, *steps) if not node.all("a", class_="open")] == []


def test_a_value_opens_the_words_that_say_it() -> None:
    root = page()
    period = next(node for node in root.all("dd") if "2023 to 2026" in node.text())
    number = period.one("a", class_="open").attributes["data-passages"]
    assert root.one("li", id=f"p{number}").one("mark").text() == "سال‌های ۲۰۲۳ تا ۲۰۲۶"


def test_a_title_that_stands_in_its_article_opens_there() -> None:
    register = shelf()
    register.texts[1] = dataclasses.replace(register.texts[1], title="Officials of Iran")
    register.records[1] = {**register.records[1], "id": register.texts[1].id, "agreements": [], "events": [], "appeals": [], "figures": []}
    register.held = []
    cite = page(register).all("span", class_="cite")[0]
    assert cite.one("a", class_="open").text() == "Officials of Iran"


def test_the_seventh_passage_and_those_after_it_open_together() -> None:
    register = shelf()
    text = register.texts[0].text
    wanted = ["ایران", "و", "بلاروس", "نقشه", "راه", "همکاری"]
    places = [passage(text, word) for word in (*wanted, "سخنگوی", "دولت", "تهران")]
    register.records[0]["agreements"][0]["grounds"]["period"] = places
    period = next(node for node in page(register).all("dd") if "2023 to 2026" in node.text())
    assert len(period.all("a", class_="ref")) == 6
    first, rest = period.all("a", class_="open")
    assert rest.text() == "and 3 more"
    assert len(first.attributes["data-passages"].split()) == 9
    assert rest.attributes["data-passages"].split() == first.attributes["data-passages"].split()[6:]


def test_all_links_lead_somewhere_and_no_id_stands_twice() -> None:
    root = page(texts="full")
    ids = [node.attributes["id"] for node in root.all() if "id" in node.attributes]
    inner = {node.attributes["href"][1:] for node in root.all("a") if node.attributes["href"].startswith("#")}
    assert len(ids) == len(set(ids))
    assert inner - set(ids) == {"-"}


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_page_needs_nothing_from_outside(language: str) -> None:
    html = dossier(shelf(), ["IR", "BY"], language=language)
    root = Page(html).root
    assert [node.tag for node in root.all() if node.tag in {"link", "img", "iframe", "object", "embed", "base", "form"}] == []
    assert [node.attributes for node in root.all() if "src" in node.attributes or "style" in node.attributes] == []
    assert re.findall(r"url\(|@import|@font-face", html) == []
    policy = next(node for node in root.all("meta") if node.attributes.get("http-equiv"))
    assert policy.attributes["content"].startswith("default-src 'none';")
    assert "unsafe" not in policy.attributes["content"]


def test_only_the_style_and_script_of_the_page_may_run() -> None:
    root = page()
    policy = next(node for node in root.all("meta") if node.attributes.get("http-equiv")).attributes["content"]
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        digest = base64.b64encode(hashlib.sha256(root.one(tag).text().encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}';" in policy


@pytest.mark.parametrize("texts", ["excerpts", "full"])
def test_hostile_text_stays_text(texts: Literal["excerpts", "full"]) -> None:
    html = dossier(shelf(), ["IR", "BY"], texts=texts)
    assert HOSTILE not in html
    assert len(Page(html).root.all("script")) == 1
    assert "&lt;script&gt;" in html
    assert not [node for node in Page(html).root.all("a") if node.attributes["href"].startswith("javascript")]


def test_an_address_is_a_link_only_where_it_is_one() -> None:
    register = shelf()
    register.texts[0] = dataclasses.replace(register.texts[0], url="https://example.org/a?b=1&c=2")
    (link,) = page(_renamed(register)).all("a", class_="address")
    assert link.attributes["href"] == "https://example.org/a?b=1&c=2"


def _renamed(register: Shelf) -> Shelf:
    """The first document has a new id: nothing but it is left."""
    register.records[0] = {**register.records[0], "id": register.texts[0].id}
    register.held = []
    return register


def test_a_passage_keeps_its_script_and_direction() -> None:
    root = page()
    found = {node.attributes["lang"]: node.attributes["dir"] for node in root.all("div", class_="excerpt")}
    assert found == {"fa": "rtl", "en": "ltr"}
    assert root.one("html").attributes["dir"] == "ltr"
    assert {(node.attributes["lang"], node.attributes["dir"]) for node in root.all("blockquote")} == {("fa", "rtl"), ("en", "ltr")}


def test_a_denied_signing_does_not_read_like_a_signing() -> None:
    root = page()
    legal = root.one("article", class_="agreements").all("section", class_="axis")[0]
    steps = [(node.attributes["class"], node.one("span", class_="status").text()) for node in legal.all("li", class_="step")]
    assert [(kind, re.sub(r"\W*\d+", "", words)) for kind, words in steps] == [("step asserted", "signed"), ("step negated", "not signed")]
    assert "reported as not having happened" in legal.text()


def test_a_step_to_come_says_that_it_has_not_been_taken() -> None:
    delivery = page().one("article", class_="agreements").all("section", class_="axis")[1]
    assert "to be planned" in delivery.text()
    assert "not reported as done" in delivery.text()
    assert "declared by Iran" in delivery.text()


def test_evidence_is_derived_and_a_dispute_opens_the_denial() -> None:
    root = page()
    status, disputed = root.one("article", class_="agreements").all("section", class_="axis")[2].all("li", class_="derived")
    assert "independent report" in status.text()
    number = disputed.one("a", class_="open").attributes["data-passages"]
    assert root.one("li", id=f"p{number}").one("mark").text() == "No roadmap was signed"


def test_an_axis_without_reports_says_so() -> None:
    register = shelf()
    register.held = [Entry("agreement", register.held[0].claims[:1], {"type": "roadmap", "parties": ["BY", "IR"], "history": []})]
    axes = page(register).one("article", class_="agreements").all("section", class_="axis")
    assert [axis.text().split()[1:] for axis in axes] == [["Nothing", "reported"]] * 3


def test_sources_are_counted_three_ways_and_by_side() -> None:
    told = page().one("article", class_="agreements").one("span", class_="counted").text()
    assert told == "2 reports, 2 outlets and 2 independent (Iran 1 and unknown 1)"


def test_a_derived_date_names_its_rule_and_opens_what_it_comes_from() -> None:
    legal = page().one("article", class_="agreements").all("section", class_="axis")[0]
    when = legal.all("span", class_="when")[0]
    assert "13 March 2023 to 14 March 2023" in when.text()
    assert "derived: from dated reports of the same story" in when.text()
    number = when.one("a", class_="open").attributes["data-passages"]
    assert "met on Tuesday" in page().one("li", id=f"p{number}").one("mark").text()


def test_an_undated_event_is_given_no_date() -> None:
    visit = next(node for node in page().all("article", class_="events") if "visit" in node.text())
    assert "Date" not in [node.text() for node in visit.all("dt")]
    assert not re.search(r"20\d\d", visit.text())


def test_appeals_and_commitments_stand_apart() -> None:
    root = page()
    assert "همه بندها را اجرا خواهیم کرد" in root.one("section", id="commitments").text()
    assert "Both hope for more" in root.one("section", id="appeals").text()
    assert "Both hope for more" not in root.one("section", id="commitments").text()


def test_sources_that_differ_stand_side_by_side() -> None:
    section = page().one("section", id="differences")
    assert "contradiction" in section.text()
    sides = section.one("ul", class_="sides").all("li")
    assert [node.one("a", class_="open").text() for node in sides] == ["signed", "not signed"]
    assert [node.one("a", class_="source").text()[:7] for node in sides] == ["Example", "Gazette"]


def test_the_header_says_what_was_read_and_by_whom() -> None:
    register = shelf()
    register.judged = [{"id": "d", "decision": "confirm", "claims": [register.held[0].claims[0]]}]
    facts = page(register).one("ul", class_="facts").text()
    assert "Read: 2 documents of 2 outlets, the last of 14 March 2023." in facts
    assert "1 of them gives no date of publication." in facts
    assert "6 of 7 entries below were read by a machine alone; a person has reviewed 1." in facts
    assert "No reference date was set" in facts


def test_documents_without_an_outlet_are_not_counted_as_one_outlet() -> None:
    register = shelf()
    register.texts = [dataclasses.replace(text, outlet=None) for text in register.texts]
    register.records = [{**made, "id": text.id} for text, made in zip(register.texts, register.records, strict=True)]
    register.held = []
    facts = page(register).one("ul", class_="facts").text()
    assert "Read: 2 documents of outlets that are not named, the last of 14 March 2023." in facts


def test_an_unreviewed_register_says_that_no_person_has_looked() -> None:
    assert "no person has reviewed any of them" in page().one("ul", class_="facts").text()


def test_a_difference_with_what_was_published_later_is_none_yet() -> None:
    register = shelf()
    later = {claim.id for claim in register.claims() if claim.document == register.texts[1].id}
    register.held = [
        dataclasses.replace(entry, claims=claims)
        for entry in register.held
        if (claims := tuple(claim for claim in entry.claims if claim not in later))
    ]
    root = page(register, as_of="2023-03-13")
    assert root.all("article", class_="differences") == []
    legal = root.one("article", class_="agreements").all("section", class_="axis")[0]
    assert "not signed" not in legal.text()
    assert "14 March 2023" not in root.one("section", id="sources").text()


def test_what_was_published_later_is_not_read() -> None:
    register = shelf()
    register.held = []
    facts = page(register, as_of="2023-03-13").one("ul", class_="facts").text()
    assert "As of 13 March 2023" in facts
    assert "Read: 1 document of 1 outlet; none of them gives its date." in facts


def test_without_a_day_nothing_is_due_or_ended() -> None:
    root = page()
    assert root.all("section", id="due") == []
    assert root.all("p", class_="heard") == []
    assert "lapsed" not in root.one("article", class_="agreements").text()


def test_a_period_counts_its_days_to_the_last_one() -> None:
    lines = page(as_of="2026-11-22").one("section", id="due").all("p", class_="due")
    roadmap = next(node.text() for node in lines if "roadmap" in node.text())
    assert "31 December 2026, 39 days left" in roadmap
    assert "2026" in next(node for node in lines if "roadmap" in node.text()).one("a", class_="open").text()


def test_a_period_that_is_over_is_a_derived_step_with_its_rule() -> None:
    root = page(as_of="2027-01-10")
    delivery = root.one("article", class_="agreements").all("section", class_="axis")[1]
    step = delivery.all("li", class_="step")[-1]
    assert "derived" in step.attributes["class"].split()
    assert "lapsed" in step.text()
    assert "the period has ended" in step.text()
    assert "10 days past" in root.one("section", id="due").text()


def test_silence_is_claimed_only_where_somebody_listened() -> None:
    told = page(as_of="2026-11-22").one("article", class_="agreements").one("p", class_="heard").text()
    assert told == "not searched after 14 March 2023"


def test_what_was_read_stands_by_outlet() -> None:
    rows = [[cell.text() for cell in row.all() if cell.tag in {"th", "td"}] for row in page().one("tbody").all("tr")]
    assert rows == [["Example Agency", "1", "1", "no date given", "1"], [f"Gazette {HOSTILE}", "1", "1", "March 2023", "0"]]


def test_a_day_that_is_none_is_refused() -> None:
    for day in ("soon", "1405-09-01"):
        with pytest.raises(UsageError, match=f"as_of: '{day}' is no date"):
            dossier(shelf(), ["IR"], as_of=day)


def test_parties_may_stand_in_one_string() -> None:
    assert dossier(shelf(), "BY, Iran") == dossier(shelf(), ["BY", "IR"])


def test_the_persian_page_is_persian() -> None:
    root = page(language="fa")
    assert (root.one("html").attributes["lang"], root.one("html").attributes["dir"]) == ("fa", "rtl")
    assert root.one("h1").text() == "پرونده: ایران و بلاروس"
    facts = root.one("ul", class_="facts").text()
    assert "۲ سند از ۲ رسانه، آخرین آن‌ها به تاریخ ۲۳ اسفند ۱۴۰۱ (۱۴ مارس ۲۰۲۳)" in facts
    assert not re.search(r"[0-9]", facts)


def test_excerpts_do_not_hold_the_whole_article_and_full_texts_do() -> None:
    register = shelf()
    assert [node.one("div", class_="excerpt").text() for node in page(register, texts="full").all("details", class_="whole")] == [
        ENGLISH,
        PERSIAN,
    ]
    assert page(register).all("details", class_="whole") == []


def test_the_order_of_the_register_does_not_change_the_page() -> None:
    one, other = shelf(), shelf()
    for lists in (other.texts, other.records, other.held):
        lists.reverse()
    assert dossier(one, ["IR", "BY"]) == dossier(other, ["IR", "BY"])


def test_an_empty_register_gives_a_page_that_says_so() -> None:
    root = page(Shelf([], [], []))
    assert "No document of the register speaks of these parties together." in root.one("ul", class_="facts").text()
    assert "None was found in what was read." in root.one("section", id="agreements").text()


def test_a_carriage_return_survives_the_browser() -> None:
    register = shelf()
    assert "&#13;" in dossier(_renamed(_with_return(register)), ["IR", "BY"], texts="full")


def _with_return(register: Shelf) -> Shelf:
    register.texts[0] = dataclasses.replace(register.texts[0], text="a\r\nb")
    register.records[0] = {"states": ["BY", "IR"], "published": None}
    return register


def test_a_passage_that_does_not_stand_in_its_text_stops_the_page() -> None:
    register = shelf()
    for number, held in enumerate(register.texts):
        object.__setattr__(held, "text", held.text.replace("signed", "sealed"))
        register.texts[number] = held
    with pytest.raises(GroundingError, match="does not stand in the text"):
        dossier(register, ["IR", "BY"])


def test_a_missing_claim_names_itself() -> None:
    register = shelf()
    register.records[0] = {**register.records[0], "agreements": []}
    with pytest.raises(RegisterError, match="of an entry is missing"):
        dossier(register, ["IR", "BY"])


def test_options_that_are_not_allowed_name_those_that_are() -> None:
    with pytest.raises(UsageError, match="excerpts and full"):
        dossier(shelf(), ["IR"], texts="all")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="at least one party"):
        dossier(shelf(), [])
