"""Outcomes: what an article says became of a promise, where it calls it one: kept, broken, taken back, denied."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.claims import Found, joined, overlapping
from mithaq.extract.marks import marks
from mithaq.extract.matter import matter
from mithaq.extract.phrases import Match, matches
from mithaq.extract.scene import Scene
from mithaq.extract.when import when

_REACH = 24
_DELIVERED = {"complete": "fulfilled", "partial": "partial", "started": "partial", "stalled": "unkept", "cancelled": "withdrawn"}
_TOLD = frozenset({"asserted", "historical", "negated"})


def outcomes(scene: Scene) -> list[Found]:
    """All outcomes of an article, in the order of the text; none where it is not said who promised or what."""
    out: list[Found] = []
    for match in matches(scene.article.pack.rules_of("outcomes"), scene.phrases):
        item = _outcome(scene, match)
        if item and not any(overlapping(held["evidence"], item["evidence"]) for held in out):
            out.append(item)
    return sorted(out, key=lambda item: (item["evidence"].first, item["evidence"].last))


def _outcome(scene: Scene, match: Match) -> Found | None:
    how, promise = match.slots["how"], match.slots["promise"]
    evidence = scene.clause(joined([how, promise]), _REACH)
    said, status = marks(scene, how), _status(scene, how)
    act = _act(scene, evidence, how)
    by = scene.subject(how) or scene.parties(evidence)[:1]
    if status is None or act is None or not by or said.certainty not in _TOLD:
        return None
    if said.denied:
        status = "denied"
    elif said.negated:
        if status not in {"fulfilled", "partial"}:
            return None
        status = "unkept"
    date = when(scene, evidence, how)
    return {
        "by": by,
        "to": [name for name in scene.parties(evidence) if name not in by],
        "act": act,
        "status": status,
        "what": scene.article.quote(evidence),
        "date": date.value if date else None,
        "certainty": "asserted",
        "deadline": None,
        **matter(scene, evidence),
        "evidence": evidence,
        "also": [],
    }


def _status(scene: Scene, how: Span) -> str | None:
    item = scene.article.items[how.first]
    if found := item.sense("word:outcome"):
        return found
    if delivered := item.sense("act:delivery"):
        return _DELIVERED.get(delivered.partition(".")[0])
    if item.has_any(("act:legal.abandoned", "act:legal.terminated")):
        return "withdrawn"
    return "fulfilled" if item.has("act:do.implement") else None


def _act(scene: Scene, evidence: Span, how: Span) -> str | None:
    """The first act of the passage that is not the word for its being kept."""
    senses = (scene.article.items[i].sense("act:do") for i in evidence if i not in how)
    return next((sense.partition(".")[0] for sense in senses if sense), None)
