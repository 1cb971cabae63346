from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import mithaq
from mithaq import model
from mithaq.knowledge.vocabularies import Vocabularies, load_vocabularies

DEMO = Path(mithaq.__file__).parent / "demo"
RECORDS: list[dict[str, Any]] = [json.loads(line) for line in (DEMO / "records.jsonl").read_text(encoding="utf-8").splitlines()]
TEXTS = {path.name: path.read_bytes().decode("utf-8") for path in (DEMO / "articles").iterdir()}
VALUES = {  # kind -> field -> vocabulary
    "statements": {"topics": "topic"},
    "events": {"type": "event", "certainty": "certainty"},
    "agreements": {
        "type": "instrument", "legal": "legal", "delivery": "delivery", "certainty": "certainty", "voice": "voice", "sectors": "sector",
    },
    "commitments": {"act": "act", "force": "force"},
    "appeals": {"force": "wish"},
    "figures": {"measure": "measure", "reading": "reading", "unit": "unit"},
    "bodies": {},
    "projects": {"sectors": "sector"},
}  # fmt: skip
PARTIES = ("participants", "parties", "mediators", "by", "to", "on", "states")
VERBATIM = ("speaker_as_written", "cue", "title", "count_as_written", "what", "condition", "of", "period", "name")


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return load_vocabularies(Path(mithaq.__file__).parent / "data" / "vocabularies")


def values(item: dict[str, Any], name: str) -> list[Any]:
    found = item.get(name)
    return found if isinstance(found, list) else [] if found is None else [found]


@pytest.fixture(params=RECORDS, ids=lambda record: str(record["file"]))
def record(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


def test_every_article_has_one_record_and_every_record_its_article() -> None:
    assert Counter(record["file"] for record in RECORDS) == Counter(list(TEXTS))


def test_every_passage_stands_in_its_article(record: dict[str, Any]) -> None:
    assert model.ungrounded(TEXTS[record["file"]], record) == []


def test_words_given_as_written_stand_in_the_article(record: dict[str, Any]) -> None:
    text = TEXTS[record["file"]]
    given = [item[name] for kind in model.KINDS for item in record.get(kind, ()) for name in VERBATIM if isinstance(item.get(name), str)]
    given += [actor["as_written"] for actor in record["actors"]]
    given += [item["deadline"]["as_written"] for item in record["commitments"] if item["deadline"]]
    assert [words for words in given if words not in text] == []


def test_every_value_is_one_of_its_vocabulary(record: dict[str, Any], vocabularies: Vocabularies) -> None:
    wrong = [
        (kind, name, value)
        for kind, fields in VALUES.items()
        for item in record.get(kind, ())
        for name, vocabulary in fields.items()
        for value in values(item, name)
        if value not in vocabularies[vocabulary] and not (vocabulary == "topic" and value in vocabularies["sector"])
    ]
    wrong += [("actors", "office", actor["office"]) for actor in record["actors"] if actor["office"] not in vocabularies["office"]]
    assert wrong == []


def test_every_party_is_a_state_an_organisation_or_a_name(record: dict[str, Any], vocabularies: Vocabularies) -> None:
    parties = [party for kind in model.KINDS for item in record.get(kind, ()) for name in PARTIES for party in item.get(name) or ()]
    wrong = [party for party in parties if not re.fullmatch(r"[A-Z]{2}|org:[a-z0-9_]+|name:.+", party)]
    wrong += [party for party in parties if party.startswith("org:") and party.removeprefix("org:") not in vocabularies["organisation"]]
    wrong += [party for party in parties if party.startswith("name:") and party.removeprefix("name:") not in TEXTS[record["file"]]]
    assert wrong == []


def test_states_are_those_of_the_items_and_no_others(record: dict[str, Any]) -> None:
    kinds = [kind for kind in model.KINDS if kind not in ("bodies", "projects")]
    below = {party for kind in kinds for item in record.get(kind, ()) for name in PARTIES for party in item.get(name) or ()}
    below |= {item["state"] for item in record["events"] if item["state"]}
    assert record["states"] == sorted(party for party in below if len(party) == 2)


def test_a_record_of_an_article_that_is_about_none_of_this_is_empty(record: dict[str, Any]) -> None:
    assert any(record.get(kind, ()) for kind in model.KINDS) == record["relevant"]
    assert record["relevant"] or not (record["states"] or record["actors"])


def test_dates_name_days_of_the_calendar(record: dict[str, Any]) -> None:
    dates = [item["date"] for kind in ("events", "agreements") for item in record.get(kind, ())]
    dates += [end for item in record["agreements"] for end in item["period"] or ()]
    dates += [record["published"]["date"]] if record["published"] else []
    for date in dates:
        assert date is None or model.days(date)


def test_no_two_items_of_a_record_are_one_claim(record: dict[str, Any]) -> None:
    items = sum(len(record.get(kind, ())) for kind in model.KINDS)
    assert len(model.claims(record)) == items


def test_nobody_is_named_in_fiction() -> None:
    named = [(record["file"], actor["name"]) for record in RECORDS for actor in record["actors"] if record["file"].endswith("-fiction.txt")]
    assert named and all(name is None for _, name in named)


@pytest.mark.parametrize(("lang", "word"), [("fa", "ساختگی"), ("ar", "مختلق")])
def test_fiction_says_so_in_its_last_line(lang: str, word: str) -> None:
    last = [text.rstrip().splitlines()[-1] for file, text in TEXTS.items() if file.startswith(lang) and file.endswith("-fiction.txt")]
    assert last and all(word in line for line in last)


def test_there_are_six_articles_a_language_and_the_file_names_tell_which() -> None:
    assert Counter(record["lang"] for record in RECORDS) == {"fa": 6, "ar": 6, "ru": 6, "en": 6}
    assert all(record["file"].startswith(record["lang"] + "-") for record in RECORDS)


def test_an_article_without_half_spaces_is_among_the_persian_ones() -> None:
    persian = {record["file"] for record in RECORDS if record["lang"] == "fa"}
    spelled = {file for file in persian if "\u200c" in TEXTS[file]}
    assert persian - spelled == {"fa-iraq-security-nohalfspace.txt"}


def test_a_reprint_repeats_most_of_its_agency_copy() -> None:
    for copy, reprint in (("en-cepa-wire.txt", "en-cepa-reprint.txt"), ("ru-iran-treaty-signed.txt", "ru-iran-treaty-reprint.txt")):
        shared = set(TEXTS[copy].split("\n\n")) & set(TEXTS[reprint].split("\n\n"))
        assert sum(map(len, shared)) > len(TEXTS[copy]) / 2


def test_bidi_marks_and_isolates_stand_in_an_article() -> None:
    assert {"\u200e", "\u200f", "\u2066", "\u2069"} <= set(TEXTS["fa-eaeu-trade-bidi.txt"])
