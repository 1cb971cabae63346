"""Extraction: from one document to its record, by a cascade of phrases, clauses and claims. A pure function of document and knowledge."""

from __future__ import annotations

from mithaq.extract.actors import cast
from mithaq.extract.agreements import agreements, signings
from mithaq.extract.appeals import appeals
from mithaq.extract.article import Article, article
from mithaq.extract.ascribed import ascribed
from mithaq.extract.claims import overlapping
from mithaq.extract.commitments import commitments
from mithaq.extract.dateline import published
from mithaq.extract.dates import Dating
from mithaq.extract.events import events
from mithaq.extract.figures import figures
from mithaq.extract.heading import agency, outlet, title
from mithaq.extract.institutions import bodies, projects
from mithaq.extract.items import Reading
from mithaq.extract.known import known_people
from mithaq.extract.language import language
from mithaq.extract.matter import matter
from mithaq.extract.mentioned import mentioned
from mithaq.extract.outcomes import outcomes
from mithaq.extract.people import mentions
from mithaq.extract.phrases import phrases
from mithaq.extract.quantities import quantities
from mithaq.extract.quotations import quotations
from mithaq.extract.record import record
from mithaq.extract.scene import Scene
from mithaq.extract.statements import statements
from mithaq.knowledge import Knowledge
from mithaq.knowledge.offices import NOBODY, Offices
from mithaq.model import Document, Record

_ABBREVIATION = 3
"""Letters of an abbreviation that stands for the name of a state."""

__all__ = ["extract", "read_scene"]


def extract(document: Document, knowledge: Knowledge, *, mentioning: bool = False) -> Record:
    """The record of one document.

    Args:
        document: as read, of any length.
        knowledge: with a pack for its language.
        mentioning: add `mentions`, every state, organisation, place, person, date and number read (`mentioned`).

    Raises:
        LanguageError: the language cannot be told, or has no pack.
    """
    lang = document.lang or language(document.text, knowledge.languages)
    read = article(document.text, knowledge.pack(lang), lambda reading: _home(reading, document.outlet, knowledge))
    scene = read_scene(read, document.published, knowledge.offices)
    agreed, asked, became = agreements(scene), appeals(scene), outcomes(scene)
    promised = [item for item in commitments(scene) if not any(overlapping(item["evidence"], other["evidence"]) for other in became)]
    found = {
        "agreements": agreed,
        "events": events(scene, signings(agreed)),
        "commitments": [{**item, **matter(scene, item["evidence"])} for item in promised],
        "outcomes": became,
        "appeals": asked,
        "figures": [ascribed(scene, one) for one in figures(scene, [*promised, *asked])],
        "bodies": bodies(scene),
        "projects": projects(scene),
    }
    made = record(scene, document, lang, found)
    _describe(made, scene, document, knowledge)
    _spell_out(made, scene, knowledge)
    if mentioning:
        made["mentions"] = mentioned(scene)
    return made


def _describe(made: Record, scene: Scene, document: Document, knowledge: Knowledge) -> None:
    """Add to a record what the article says of itself: date, outlet, title, where the reader did not know them; the agency it credits."""
    read, grounds = scene.article, {}
    if document.published:
        made["published"] = {"date": document.published, "evidence": None}
    elif scene.stated:
        date, (start, end) = scene.stated
        made["published"] = {"date": date, "evidence": read.passage(start, end).write()}
    if document.outlet is None and (named := outlet(read.reading, knowledge.outlets)):
        made["outlet"] = named[0].name
        grounds["outlet"] = [read.evidence(named[1]).write()]
    if credited := agency(read.reading, knowledge.outlets, made["outlet"]):
        made["agency"] = {"name": credited[0].name, "evidence": read.evidence(credited[1]).write()}
    if document.title is None and (line := title(read)):
        made["title"] = line.value
        grounds["title"] = [line.passage.write()]
    if grounds:
        made["grounds"] = grounds


def _spell_out(made: Record, scene: Scene, knowledge: Knowledge) -> None:
    """Name a state that speaks under an abbreviation alone ("US") by the name that its code has, marked as derived."""
    for item, said in zip(made["statements"], scene.statements, strict=False):
        name, state = item["speaker"], knowledge.states.get(said.state or "")
        if not name or state is None or said.actor is None or scene.cast.actors[said.actor].kind != "body":
            continue
        short = name.replace(".", "")
        if short.isupper() and len(short) <= _ABBREVIATION and made["lang"] in state.names:
            item["speaker"] = state.names[made["lang"]]
            item["derived"] = {"speaker": {"rule": "abbreviation", "from": [name]}}


def _home(reading: Reading, known: str | None, knowledge: Knowledge) -> str | None:
    """The state of the outlet, by its name where the reader knows it, else by the first one that the text names, else by "our country"."""
    if known:
        found = knowledge.outlets.find(known)
        return found.state if found else None
    named = outlet(reading, knowledge.outlets)
    return named[0].state if named else _own(reading)


def _own(reading: Reading) -> str | None:
    """The state that "our country" mostly is in a language, where a text has these words and names that state too."""
    told = next((state for item in reading.items if item.has("word:own_state") and (state := item.sense("mark:state"))), None)
    return told if any((item.sense("state") or "").partition(".")[0] == told for item in reading.items) else None


def read_scene(read: Article, given: str | None, offices: Offices = NOBODY) -> Scene:
    """An article with its actors, statements, dates and quantities.

    Args:
        read: the article, cut.
        given: date of publication that the reader knows, or None.
        offices: the dated table of office-holders.
    """
    dating = Dating(read.reading)
    stated = published(dating)
    names = read.pack.profile.names
    when = given or (stated[0] if stated else None)
    people = cast(read, mentions(read), known_people(offices, tuple(names["endings"]), names["capitals"]))
    quotes = quotations(read, people)
    dated = dating.dates(when)
    return Scene(
        article=read,
        cast=people,
        quotes=quotes,
        statements=statements(read, people, quotes),
        phrases=phrases(read, people, dated),
        dates=dated,
        quantities=quantities(read.reading, dating.numbers),
        published=when,
        stated=stated,
    )
