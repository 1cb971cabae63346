"""Records made by hand for the tests of linking: every passage stands in a text that is made along the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mithaq.knowledge.letters import Letters, load_letters
from mithaq.knowledge.members import Members, load_members
from mithaq.knowledge.offices import Offices, load_offices
from mithaq.knowledge.outlets import Outlets, load_outlets
from mithaq.knowledge.vocabularies import Vocabularies, load_vocabularies

DATA = Path(__file__).parents[2] / "mithaq" / "data"
SHARED = Path(__file__).parents[2].parent / "shared"


@dataclass(frozen=True)
class Known:
    """What linking needs, read from the shipped tables without the language packs."""

    vocabularies: Vocabularies
    offices: Offices
    outlets: Outlets
    letters: Letters
    members: Members = field(default_factory=lambda: load_members(DATA / "members.tsv"))


def known() -> Known:
    vocabularies = load_vocabularies(DATA / "vocabularies")
    return Known(
        vocabularies,
        load_offices(DATA / "offices.tsv", vocabularies["office"]),
        load_outlets(DATA / "outlets.tsv"),
        load_letters(DATA / "skeleton.tsv"),
    )


class Article:
    """A record under construction; passages are given as words and get their places in the order of their coming."""

    def __init__(self, name: str, *, lang: str = "en", published: str | None = None, outlet: str | None = None) -> None:
        self.length = 0
        self.record: dict[str, Any] = {
            "id": name, "file": f"{name}.txt", "lang": lang, "relevant": True, "outlet": outlet, "title": None, "url": None,
            "published": {"date": published, "evidence": self.passage(published)} if published else None, "states": [], "actors": [],
            "events": [], "agreements": [], "commitments": [], "outcomes": [], "appeals": [], "figures": [], "statements": [],
            "bodies": [], "projects": [],
        }  # fmt: skip

    def passage(self, words: str) -> dict[str, Any]:
        start, self.length = self.length, self.length + len(words) + 1
        return {"start": start, "end": start + len(words), "quote": words}

    def actor(self, written: str, office: str, state: str, *, named: bool = True) -> Article:
        self.record["actors"].append({"name": written if named else None, "as_written": written, "office": office, "state": state})
        return self

    def event(self, type: str, words: str, participants: list[str], **fields: Any) -> Article:
        event = {"type": type, "date": None, "place": None, "state": None, "participants": participants, "certainty": "asserted"}
        self.record["events"].append({**event, **fields, "evidence": self.passage(words)})
        return self

    def agreement(self, type: str, words: str, parties: list[str], **fields: Any) -> Article:
        agreement = {
            "type": type, "title": None, "legal": "signed", "delivery": None, "date": None, "certainty": "asserted", "voice": "reporter",
            "parties": parties, "count": 1, "period": None, "sectors": [],
        }  # fmt: skip
        self.record["agreements"].append({**agreement, **fields, "evidence": self.passage(words)})
        return self

    def says(self, speaker: str, words: str, cue: str = "said") -> Article:
        statement = {"speaker": speaker, "speaker_as_written": speaker, "cue": cue, "kind": "direct", "topics": []}
        self.record["statements"].append({**statement, "evidence": self.passage(words)})
        return self

    def commitment(self, act: str, words: str, by: list[str], **fields: Any) -> Article:
        commitment = {"by": by, "to": [], "act": act, "what": words, "force": "pledged", "condition": None, "deadline": None}
        self.record["commitments"].append({**commitment, **fields, "evidence": self.passage(words)})
        return self

    def outcome(self, status: str, act: str, words: str, by: list[str], **fields: Any) -> Article:
        outcome = {"by": by, "to": [], "act": act, "status": status, "what": words, "date": None, "certainty": "asserted", "deadline": None}
        self.record["outcomes"].append({**outcome, **fields, "evidence": self.passage(words)})
        return self

    def figure(self, words: str, value: float, **fields: Any) -> Article:
        figure = {"measure": "trade", "of": "trade", "reading": "reached", "value": value, "unit": "USD", "period": None}
        self.record["figures"].append({**figure, **fields, "evidence": self.passage(words)})
        return self
