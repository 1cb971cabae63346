"""Articles of the simulated world: which outlet tells what of an occasion, with what it leaves out, rounds, mistakes or denies."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tools.world.days import END, dated, year
from tools.world.lives import AXIS, Occasion, Pact
from tools.world.numbers import Number, sentence
from tools.world.places import Person, Press
from tools.world.vows import TIMES, UNITS, Promise, Vow
from tools.world.wording import Wording, wording

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass
class Said:
    """One sentence: its text, the claims that it makes (list of the record, fields), and what each is about in truth."""

    text: str
    claims: list[tuple[str, dict[str, Any], str]] = field(default_factory=list)


@dataclass
class Draft:
    """An article before it is set."""

    outlet: Press
    occasion: Occasion
    published: int | None
    actors: list[dict[str, Any]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    copy_of: Draft | None = None
    agency: str | None = None
    document: str = ""


def told(occasion: Occasion, press: list[Press], chance: random.Random) -> Iterator[Draft]:
    """The articles of one occasion: independent reports, then denials, corrections, reprints and agency copy."""
    hushed = {pact.hushed for pact, _ in occasion.steps} if occasion.kind == "news" else set()
    near = [one for one in press if one.state in occasion.sides and one.state not in hushed]
    far = [one for one in press if one.state not in occasion.sides]
    most = 3 if occasion.kind == "news" else 6
    outlets = chance.sample(near, min(len(near), chance.randint(1, 4))) + chance.sample(far, min(len(far), chance.choice((0, 0, 1, 2))))
    drafts = [_Reporter(one, occasion, chance).draft() for one in outlets[:most]]
    yield from drafts
    for pact, status in occasion.steps:
        if status == "signed" and len(pact.parties) == 2 and chance.random() < 0.05:
            yield _Reporter(chance.choice(near), occasion, chance).denial(pact)
    for draft in drafts:
        if chance.random() < 0.2:
            yield from _reprints(draft, press, chance)
        elif chance.random() < 0.1 and len(draft.said) >= 4:
            yield _agency(draft, press, chance)


def _reprints(draft: Draft, press: list[Press], chance: random.Random) -> Iterator[Draft]:
    """The same text elsewhere, now and then without its end."""
    others = [one for one in press if one.lang == draft.outlet.lang and one != draft.outlet]
    for outlet in chance.sample(others, min(len(others), chance.randint(1, 3))):
        said = draft.said[:-1] if len(draft.said) >= 6 and chance.random() < 0.3 else draft.said
        yield Draft(outlet, draft.occasion, _later(draft.published, chance), draft.actors, list(said), draft)


def _agency(draft: Draft, press: list[Press], chance: random.Random) -> Draft:
    """Half of an agency's text, credited to it, with sentences of one's own."""
    others = [one for one in press if one.lang == draft.outlet.lang and one != draft.outlet]
    outlet = chance.choice(others)
    own = _Reporter(outlet, draft.occasion, chance)
    said = [*draft.said[: len(draft.said) // 2 + 1], own.filler(), own.filler()]
    said.append(Said(own.words.words["credit"].format(agency=draft.outlet.name).rstrip(".")))
    return Draft(outlet, draft.occasion, _later(draft.published, chance), draft.actors, said, agency=draft.outlet.name)


def _later(published: int | None, chance: random.Random) -> int | None:
    return None if published is None else min(published + chance.choice((0, 0, 1)), END)


class _Reporter:
    """One outlet at one occasion."""

    def __init__(self, outlet: Press, occasion: Occasion, chance: random.Random) -> None:
        self.outlet, self.occasion, self.chance = outlet, occasion, chance
        self.words: Wording = wording(outlet.lang)
        self.pacts = {pact.id: pact for pact, _ in occasion.steps}
        published = min(occasion.last + chance.choice((0, 0, 0, 1)), END)
        self.draft_ = Draft(outlet, occasion, published if chance.random() < 0.85 or occasion.kind == "news" else None)

    def draft(self) -> Draft:
        """A report: the occasion, what was agreed, who said what, and what came before."""
        one, chance = self.occasion, self.chance
        said = self.draft_.said
        if one.kind != "news":
            said.append(self._event())
            if one.kind == "visit" and chance.random() < 0.5:
                said.append(self._meeting())
        for pact, status in one.steps:
            if (pact.hushed is None or pact.hushed != self.outlet.state) and chance.random() < (1.0 if one.kind == "news" else 0.8):
                said.append(self._step(pact, status))
        if one.package and chance.random() < 0.7:
            said.append(self._package(one.package))
        said += [self._promise(vow) for vow in one.vows if chance.random() < 0.6]
        said += [self._outcome(vow) for vow in one.outcomes]
        said += [self._asked(promise) for promise in one.asked if chance.random() < 0.5]
        if one.numbers and chance.random() < 0.5:
            said += [self._number(number) for number in one.numbers]
        said += [self._speech(*spoken) for spoken in one.spoken if chance.random() < 0.6]
        said += [
            self.filler(counted=bool(one.outcomes)) for _ in range(chance.randint(3, 5) if one.kind == "news" else chance.randint(1, 3))
        ]
        said += self._beyond()
        return self.draft_

    def denial(self, pact: Pact) -> Draft:
        """One side's outlet says that nothing was signed."""
        self.draft_.said.append(self._event())
        fields = self._agreement(pact, "signed", certainty="negated", voice="denied")
        self.draft_.said.append(self._pact("denied", pact, fields))
        return self.draft_

    def filler(self, *, counted: bool = False) -> Said:
        """A sentence that claims nothing; with a number in it, so that news that is as short as this is no copy of other news."""
        held = [one for one in self.words.words["words"]["filler"] if "{n}" in one or not counted]
        return Said(self.words.digits(self.chance.choice(held).format(n=self.chance.randint(3, 90))))

    def _codes(self) -> dict[str, Any]:
        a, b = self.occasion.sides[:2]
        return {"code_a": a, "code_b": b, "code_H": self.occasion.host}

    def _actor(self, one: Person) -> str:
        """An official as this article writes him; at times by office alone, at times without the given name."""
        named = self.chance.random() < 0.88
        written = one.name(self.outlet.lang) if named else self.words.office(one)
        actor = {"name": one.name("en") if named else None, "as_written": written, "office": one.office, "state": one.state}
        known = next((held for held in self.draft_.actors if (held["office"], held["state"]) == (one.office, one.state)), None)
        if known is None:
            self.draft_.actors.append(actor)
        return self.words.person(one, named=(known or actor)["name"] is not None)

    def _when(self) -> tuple[str, dict[str, Any]]:
        """When it was, as far as the article says it."""
        first = self.occasion.first
        told = self.chance.choices(("date", "weekday", "nothing"), (5, 2, 3))[0]
        if told == "date":
            return self.words.words["on"].format(date=self.words.date(first)), {"date": dated(first), "weekday": None}
        if told == "weekday":
            return self.words.words["on_weekday"].format(weekday=self.words.weekday(first)), {
                "date": None,
                "weekday": WEEKDAYS[(first - 1) % 7],
            }
        return "", {"date": None, "weekday": None}

    def _event(self) -> Said:
        one = self.occasion
        on, when = self._when()
        fields = {
            "type": one.kind,
            "place": None,
            "state": None if one.kind == "call" else one.host,
            "participants": list(one.sides),
            "mediators": [],
        }
        slots: dict[str, Any] = {**self._codes(), "on": on}
        if one.kind == "visit":
            assert one.visitor is not None
            fields["participants"] = [one.visitor]
            slots["V"] = self._actor(one.persons[one.visitor])
        elif one.kind == "summit":
            fields["participants"] = sorted(one.sides if self.chance.random() < 0.8 else self.chance.sample(one.sides, len(one.sides) - 1))
            slots["all"] = ", ".join(map(self.words.state, fields["participants"]))
        else:
            slots["A"], slots["B"] = (self._actor(one.persons[state]) for state in one.sides)
        text = self.words.said(one.kind, self.chance, **slots)
        return Said(text, [("events", {**fields, **when, "certainty": "asserted"}, one.id)])

    def _meeting(self) -> Said:
        one = self.occasion
        a, b = (self._actor(one.persons[state]) for state in one.sides)
        text = self.words.said("meeting", self.chance, **self._codes(), A=a, B=b, on="")
        fields = {
            "type": "meeting", "place": None, "state": one.host, "participants": list(one.sides), "mediators": [], "date": None,
            "weekday": None, "certainty": "asserted",
        }  # fmt: skip
        return Said(text, [("events", fields, one.id)])

    def _agreement(self, pact: Pact, status: str, **more: Any) -> dict[str, Any]:
        """The fields of a claim of an agreement, as far as this article gives them."""
        chance = self.chance
        sectors = pact.sectors if chance.random() < 0.9 or pact.count > 1 else ()
        if sectors and set(sectors) <= {"general", "economy"} and chance.random() < 0.12:
            sectors = ("economy",) if sectors == ("general",) else ("general",)
        title = self.words.title(pact) if pact.titled and chance.random() < 0.5 else None
        sectors = pact.sectors if title else sectors
        axis = AXIS.get(status, "legal")
        return {
            "type": pact.type, "title": title,
            "legal": status if axis == "legal" else None,
            "delivery": status if axis == "delivery" else None, "date": None, "certainty": "asserted", "voice": "reporter",
            "parties": list(pact.parties), "mediators": [], "count": 1, "count_as_written": None,
            "period": [str(end) for end in pact.period] if pact.period and chance.random() < 0.75 else None,
            "sectors": list(sectors), **more,
        }  # fmt: skip

    def _pact(self, fact: str, pact: Pact, fields: dict[str, Any], **slots: Any) -> Said:
        if len(pact.parties) > 2:
            return self._many(pact, fields)
        a, b = pact.parties
        what = self.words.what(pact, tuple(fields["sectors"]), period=bool(fields["period"]), title=bool(fields["title"]))
        text = self.words.said(fact, self.chance, code_a=a, code_b=b, code_H=a, what=what, **slots)
        return Said(text, [("agreements", fields, pact.id)])

    def _many(self, pact: Pact, fields: dict[str, Any]) -> Said:
        """What more than two have signed; one report of six names only some of them."""
        named = list(pact.parties)
        if self.chance.random() < 0.17:
            named = sorted(self.chance.sample(named, self.chance.randint(2, len(named) - 1)))
        what = self.words.what(pact, tuple(fields["sectors"]), period=False, title=bool(fields["title"]))
        text = self.words.said("signed_many", self.chance, all=self.words.listed(named), what=what)
        return Said(text, [("agreements", {**fields, "parties": named}, pact.id)])

    def _step(self, pact: Pact, status: str) -> Said:
        day = self.occasion.last
        fields = self._agreement(pact, status)
        date = None
        if self.chance.random() < 0.3:
            wrong = status == "signed" and self.chance.random() < 0.08
            date = min(day + (self.chance.choice((-2, -1, 1, 2)) if wrong else 0), END)
            fields["date"] = dated(date)
        said = self._pact(status, pact, fields)
        if date is not None:
            said.text += self.words.words["on"].format(date=self.words.date(date))
        return said

    def _package(self, package: Pact) -> Said:
        chance = self.chance
        given = chance.choices(("number", "many", "wrong"), (6, 3, 1))[0]
        count = None if given == "many" else package.count + (chance.choice((4, 6, 9)) if given == "wrong" else 0)
        fields = {
            "type": "document", "title": None, "legal": "signed", "delivery": None, "date": None, "certainty": "asserted",
            "voice": "reporter", "parties": list(package.parties), "mediators": [], "count": count,
            "count_as_written": "several" if count is None else None,
            "period": None, "sectors": [],
        }  # fmt: skip
        a, b = package.parties
        fact = "package_many" if count is None else "package"
        text = self.words.said(fact, chance, code_a=a, code_b=b, code_H=a, count=count)
        return Said(text, [("agreements", fields, package.id)])

    def _promise(self, vow: Vow) -> Said:
        promise, chance = vow.promise, self.chance
        number = vow.number if chance.random() < 0.85 else None
        last = vow.last if chance.random() < 0.8 else None
        act = self.words.promise(promise, "act", number)
        under = self.pacts.get(promise.pact or "") if last is not None and vow.status == "made" and chance.random() < 0.7 else None
        fact = {"made": "promised", "specified": "promised"}.get(vow.status, vow.status)
        slots: dict[str, Any] = {"code_a": promise.by, "code_b": promise.to, "code_H": promise.by, "act": act}
        if last is None:
            text = self.words.said("promised_open" if fact in {"promised", "moved"} else f"{fact}_open", chance, **slots)
        else:
            until = self.words.date(last)
            what = self.words.what(under, under.sectors, period=False, title=False) if under else ""
            text = self.words.said("under" if under else fact, chance, **slots, until=until, what=what)
        deadline = {"as_written": self.words.date(last), "start": dated(self.occasion.last), "end": dated(last + 1)} if last else None
        fields = {
            "by": [promise.by], "to": [promise.to] if chance.random() < 0.9 else [], "act": promise.act, "what": act, "force": "pledged",
            "condition": None, "deadline": deadline, **self._about(promise, number),
            "under": [{"type": under.type, "sectors": list(under.sectors)}] if under else [],
        }  # fmt: skip
        return Said(text, [("commitments", fields, promise.id)])

    def _outcome(self, vow: Vow) -> Said:
        """What became of a promise: done, or said to be kept, broken or taken back."""
        promise, chance = vow.promise, self.chance
        number = vow.number if chance.random() < 0.85 or vow.status == "less" else None
        fact = {"less": "done"}.get(vow.status, vow.status)
        slots: dict[str, Any] = {"code_a": promise.by, "code_b": promise.to, "code_H": promise.by}
        forms = {form: self.words.promise(promise, form, number) for form in ("act", "name", "deed")}
        text = self.words.said(fact, chance, **slots, **forms)
        status = {"kept": "fulfilled"}.get(fact, fact)
        fields = {
            "by": [promise.by], "to": [promise.to], "act": promise.act, "status": status, "what": text,
            "date": None, "certainty": "asserted", "deadline": None, **self._about(promise, number), "under": [],
        }  # fmt: skip
        return Said(text, [("outcomes", fields, promise.id)])

    def _asked(self, promise: Promise) -> Said:
        """One side asks of the other what it could promise."""
        who = self._actor(self.occasion.persons[promise.to])
        act, wish = (self.words.promise(promise, form, promise.number) for form in ("act", "wish"))
        text = self.words.said("asked", self.chance, code_b=promise.by, A=who, act=act, wish=wish)
        fields = {"by": [promise.to], "on": [promise.by], "what": act, "force": "called_for"}
        return Said(text, [("appeals", fields, "")])

    def _about(self, promise: Promise, number: int | None) -> dict[str, Any]:
        """What a promise is about, as claims have it."""
        unit = UNITS.get((promise.act, promise.sector or ""))
        amounts = [] if number is None else [{"value": number * TIMES.get(unit or "", 1), "unit": unit}]
        words = self.words.words["promises"][promise.key]["thing"].split()
        return {"sectors": [promise.sector] if promise.sector else [], "amounts": amounts, "object": words}

    def _number(self, number: Number) -> Said:
        text, fields, truth = sentence(number, self.outlet.lang, self.chance)
        return Said(text, [("figures", fields, truth)])

    def _speech(self, state: str, sentence: int, number: int) -> Said:
        one = self.occasion.persons[state]
        speaker = self._actor(one)
        words = self.words.digits(self.words.words["words"]["speech"][sentence].format(n=number))
        actor = next(held for held in self.draft_.actors if (held["office"], held["state"]) == (one.office, one.state))
        text = self.words.said("statement", self.chance, A=speaker, words=words)
        fields = {
            "speaker": actor["name"], "speaker_as_written": actor["as_written"], "cue": "said", "kind": "indirect", "topics": [],
            "words": words,
        }  # fmt: skip
        return Said(text, [("statements", fields, f"{self.occasion.id} {state} {sentence} {number}")])

    def _beyond(self) -> list[Said]:
        """What came before and what is to come."""
        one, chance, out = self.occasion, self.chance, []
        if one.visitor and one.before and chance.random() < 0.15:
            out.append(self._visit("past_visit", "historical", year(one.before.first)))
        elif one.visitor and one.coming and one.coming.first - one.first < 250 and chance.random() < 0.15:
            out.append(self._visit("future_visit", "future", None))
        return out

    def _visit(self, fact: str, certainty: str, of: int | None) -> Said:
        one = self.occasion
        assert one.visitor is not None
        text = self.words.said(fact, self.chance, **self._codes(), V=self._actor(one.persons[one.visitor]), year=of)
        fields = {
            "type": "visit", "date": str(of) if of else None, "weekday": None, "place": None, "state": one.host,
            "participants": [one.visitor], "mediators": [], "certainty": certainty,
        }  # fmt: skip
        return Said(text, [("events", fields, "")])


def recalled(draft: Draft, past: list[Pact], chance: random.Random) -> None:
    """Add to an article what it recalls of an agreement that was signed before."""
    signed = [
        pact for pact in past if pact.type != "document" and pact.signed and pact.signed < draft.occasion.first - 30 and not pact.over
    ]
    named = {claim[2] for said in draft.said for claim in said.claims}
    signed = [pact for pact in signed if pact.id not in named]
    if signed and chance.random() < 0.25:
        pact = chance.choice(signed)
        reporter = _Reporter(draft.outlet, draft.occasion, chance)
        assert pact.signed is not None
        fields = reporter._agreement(pact, "signed", certainty="historical", date=str(year(pact.signed)))
        draft.said.append(reporter._pact("recalled", pact, fields, year=year(pact.signed)))
