"""Steps: which act of its life a passage tells of an instrument, and what became of it."""

from __future__ import annotations

from mithaq.extract.article import Span
from mithaq.extract.scene import Scene

_PREPARING = ("proposed", "negotiating", "drafted", "ratified")
_DONE = ("started", "partial", "complete")
_DEEDS = ("act:do.implement", "act:delivery.planned", "act:delivery.started")
_PHASES = {
    "word:stop.started": "started",
    "word:stop.ended": "complete",
    "act:legal.suspended": "suspended",
    "act:delivery.suspended": "suspended",
}
_STRETCH = 16
"""Items on each side of the word for carrying out within which its verb stands."""

_TO_COME = ("modal:will", "modal:must", "modal:hope", "modal:plan", "modal:determined", "modal:want", "modal:pledge", "mark:future")


def told_step(scene: Scene, step: Span, what: Span) -> Span:
    """The step that is told of an instrument, where several stand beside it.

    What is approved, drafted or prepared is the step behind it ("approved the denunciation of the treaty"); where verbs stand last, a
    noun of the contents gives way to the verb that ends the clause ("an agreement on amending the rules was reached").
    """
    items = scene.article.items
    if step.last <= what.first:
        inner = [i for i in scene.article.find(Span(step.last, what.first), "act:legal") if not items[i].has("mark:participle")]
        return Span(inner[-1], inner[-1] + 1) if inner and (prepares(scene, step) or items[inner[-1]].has("mark:infinitive")) else step
    if not scene.article.pack.profile.names["verb_last"] or not _bare_noun(scene, step):
        return step
    clause = scene.own_clause(step)
    last = [i for i in scene.article.find(Span(step.last, clause.last), "act:legal") if not _bare_noun(scene, Span(i, i + 1))]
    return Span(last[-1], last[-1] + 1) if last else step


def of_contents(scene: Scene, step: Span, what: Span) -> bool:
    """Whether a noun of a step only tells what an instrument is about: "an agreement on extending the treaty"."""
    return what.last <= step.first and _bare_noun(scene, step) and scene.article.items[step.first - 1].has("word:prep.on")


def prepares(scene: Scene, step: Span) -> bool:
    """Whether a step is one towards another that it names: approving, drafting or proposing it."""
    return (scene.article.items[step.first].sense("act:legal") or "").partition(".")[0] in _PREPARING


def _bare_noun(scene: Scene, step: Span) -> bool:
    """Whether a step is a noun without a verb behind it."""
    items = scene.article.items
    noun = any(code.endswith(".n") and code.startswith("act:legal") for code in items[step.first].codes)
    return noun and not (step.last < len(items) and items[step.last].has("modal:aux"))


def delivery(scene: Scene, evidence: Span, step: Span | None, said: str | None) -> str | None:
    """What became of an instrument; where it is only promised, hoped, asked for or named by a noun without a verb, it is planned."""
    items, status = scene.article.items, said.partition(".")[0] if said else None
    told = _phase(scene, step) if step and items[step.first].has_any(_DEEDS) else None
    if status not in _DONE:
        return told or status
    after = items[step.last] if step and step.last < len(items) else None
    noun = said is not None and said.endswith(".n") and not (after and after.has("modal:aux"))
    if scene.article.find(evidence, *_TO_COME):
        return "planned"
    return told or ("planned" if noun else status)


def _phase(scene: Scene, step: Span) -> str | None:
    """How far the carrying-out is that a noun names ("the implementation has begun"); None where no verb of its clause says so."""
    clause, items = scene.own_clause(step, _STRETCH), scene.article.items
    if scene.article.find(clause, *_TO_COME):
        return None
    for index in [i for i in clause if i not in step]:
        verb = items[index].sense("act:delivery")
        if verb and verb.endswith(".v"):
            return verb.removesuffix(".v")
        if status := next((status for code, status in _PHASES.items() if items[index].has(code)), None):
            return status
    return None
