"""The whole way on one page: what each stage takes and gives, and the run that walks through them.

    paths ─read─▶ items ─extract─▶ outcomes ─write─▶ register ─link─▶ entries ─relink─▶ register

Documents go through one at a time; only linking sees all records. All that one run writes is kept together or not at all.
"""

from __future__ import annotations

import difflib
import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from mithaq import extract as extraction
from mithaq import knowledge, sources
from mithaq import link as linking
from mithaq.engine import Engine, Lost
from mithaq.engine import engine as engine_for
from mithaq.errors import MithaqError, PackError, UsageError
from mithaq.model import Document, Entry, Failure, Record, claims, ungrounded
from mithaq.sources.names import shown
from mithaq.store import Batch, Links, Register

T = TypeVar("T")

Paths = Path | str | Iterable[Path | str]
"""One path, or several."""

Outcome = tuple[Document | None, Record | Failure | None]
"""A document with its record, with the failure that stands in its place, or with None where it is held already; or a failure to read."""

_LINKING = ("model.py", "text", "knowledge", "link")
_READING = ("model.py", "text", "knowledge", "extract")


class Watch(Protocol):
    """Passes items on, and may show how many there have been."""

    def __call__(self, items: Iterable[T], title: str, /) -> Iterable[T]:
        """The same items."""
        ...


@dataclass(frozen=True, slots=True)
class Increments:
    """How the records of a register are linked so that a few more or less do not link all anew.

    Attributes:
        whole: the changes that make the entries of all records, from nothing.
        changed: the changes that documents which came or left make to what a register remembers.
        digest: changes when either may give other entries for the same records and decisions.
    """

    whole: Callable[[Iterable[Record], Sequence[Any]], linking.Changes]
    changed: Callable[[Links, Sequence[Any]], linking.Changes]
    digest: str


@dataclass(frozen=True, slots=True)
class Method:
    """How documents are read off and linked.

    Attributes:
        extract: pure; a module's function, so that it can be sent to other processes.
        link: pure; gives the entries of all records, whatever their order.
        digest: changes when `extract` may give another record; what was read with another digest is read again.
        increments: takes the place of `link` where a register remembers.
    """

    extract: Callable[[Document], Record]
    link: Callable[[Iterable[Record], Sequence[Any]], Iterable[Entry]]
    digest: str
    increments: Increments | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, and what the register holds after it.

    Attributes:
        documents, claims, entries: in the register now.
        irrelevant: those of the documents that tell of no dealings between states.
        added, replaced, unchanged: documents of this run.
        failures: of this run, in the order in which they were met.
    """

    documents: int
    irrelevant: int
    claims: int
    entries: int
    added: int
    replaced: int
    unchanged: int
    failures: tuple[Failure, ...]


class Stage(NamedTuple):
    """One stage: its name, what it takes of what stands ready, the one thing that it gives, and the function that does it."""

    name: str
    takes: tuple[str, ...]
    gives: str
    does: Callable[..., Any]


def _read(paths: Sequence[Path], batch: Batch) -> Iterator[Document | Failure]:
    for path in paths:
        batch.forget(shown(path))
    yield from sources.read(paths)


def _extract(items: Iterable[Document | Failure], batch: Batch, method: Method, engine: Engine) -> Iterator[Outcome]:
    yield from outcomes(items, method, engine, spare=batch.holds)
    yield from outcomes(batch.stale(), method, engine)


def _write(outcomes: Iterable[Outcome], batch: Batch, watch: Watch) -> tuple[Counter[str], list[Failure]]:
    changes: Counter[str] = Counter()
    failures = []
    for document, outcome in watch(outcomes, "extract"):
        if isinstance(outcome, Failure):
            batch.fail(outcome, document)
            failures.append(_placed(document, outcome))
        elif document is not None:
            changes[batch.add(document, outcome) if outcome is not None else "unchanged"] += 1
    return changes, failures


def _placed(document: Document | None, failure: Failure) -> Failure:
    """A failure as it is told: with the folder of its document, which the register, the same wherever that lies, does not hold."""
    return replace(failure, where=document.place) if document and document.place else failure


def _link(register: Register, batch: Batch, method: Method, watch: Watch) -> Iterable[Entry] | linking.Changes:
    decisions = register.judgements().to_dicts()
    if method.increments is None:
        return method.link(watch(register.records(), "link"), decisions)
    if batch.links.ready(method.increments.digest):
        return method.increments.changed(batch.links, decisions)
    return method.increments.whole(watch(register.records(), "link"), decisions)


def _relink(entries: Iterable[Entry] | linking.Changes, batch: Batch, method: Method) -> int:
    if not isinstance(entries, linking.Changes) or method.increments is None:
        return batch.link(cast("Iterable[Entry]", entries))
    number = batch.relink(entries.touched, entries.entries)
    batch.links.keep(entries.documents, entries.stories, entries.names, method.increments.digest)
    return number


STAGES = (
    Stage("read", ("paths", "batch"), "items", _read),
    Stage("extract", ("items", "batch", "method", "engine"), "outcomes", _extract),
    Stage("write", ("outcomes", "batch", "watch"), "written", _write),
    Stage("link", ("register", "batch", "method", "watch"), "entries", _link),
    Stage("relink", ("entries", "batch", "method"), "linked", _relink),
)
"""The stages of `build`, in their order. The first two give what they give one at a time, when the third asks for it."""


def run(stages: Iterable[Stage], ready: dict[str, Any]) -> dict[str, Any]:
    """Walk through stages; each takes what stands ready by its name, and what it gives stands ready for the next."""
    for stage in stages:
        ready = {**ready, stage.gives: stage.does(*(ready[name] for name in stage.takes))}
    return ready


def build(
    paths: Paths,
    register: Path | str,
    *,
    workers: int = 1,
    engine: Engine | None = None,
    watch: Watch | None = None,
    method: Method | None = None,
) -> Summary:
    """Read articles into a register; one that is there is added to, and what other knowledge read in it is read again.

    Args:
        paths: files and folders; one may stand alone.
        register: file of the register; made where there is none.
        workers: processes that extract at once; the result is the same for any number.
        engine: takes the place of `workers`.
        watch: shows progress.
        method: how to extract and link; mithaq's own where it is None.

    Raises:
        RegisterError: the register cannot be opened or written; it is as it was before.
        PackError: the knowledge is broken.
        UsageError: fewer workers than one.
    """
    engine = engine or engine_for(workers=workers)
    method = method or own()
    with Register(register, create=True) as opened:
        with opened.writing(method.digest) as batch:
            ready = {"paths": _paths(paths), "register": opened, "batch": batch}
            changes, failures = run(STAGES, {**ready, "method": method, "engine": engine, "watch": watch or _unwatched})["written"]
        counts = opened.counts()
    done = {name: changes[name] for name in ("added", "replaced", "unchanged")}
    held = {name: counts[name] for name in ("documents", "irrelevant", "claims", "entries")}
    return Summary(**held, **done, failures=tuple(failures))


def forget(
    names: Iterable[str], register: Path | str, *, workers: int = 1, watch: Watch | None = None, method: Method | None = None
) -> int:
    """Take documents out of a register, and link what stays; what other knowledge read of that is read again.

    Args:
        names: file names, as the register has them, or ids of documents; all that have one of them go.

    Returns:
        The number of documents taken out.

    Raises:
        UsageError: a name that no document has; the register is as it was before.
        RegisterError: the register cannot be opened or written; it is as it was before.
    """
    method = method or own()
    with Register(register) as opened, opened.writing(method.digest) as batch:
        held = sorted({name for row in opened.documents() for name in (row["file"], row["id"])})
        removed = sum(_removed(name, batch, held) for name in dict.fromkeys(names))
        ready = {"paths": [], "register": opened, "batch": batch, "method": method}
        run(STAGES, {**ready, "engine": engine_for(workers=workers), "watch": watch or _unwatched})
    return removed


def decide(decisions: Sequence[Mapping[str, Any]], register: Path | str, *, method: Method | None = None) -> list[str]:
    """Record reviewers' decisions in a register, and link anew what they touch; see `Batch.decide`.

    Args:
        decisions: those with an `id` were made elsewhere and are taken over as they are; see `Batch.adopt`.

    Returns:
        The ids of those that are new here.

    Raises:
        RegisterError: a claim is not here, or a decision of elsewhere was altered; the register is as it was before.
    """
    method = method or own()
    with Register(register) as opened, opened.writing(method.digest) as batch:
        known = {decision["id"] for decision in opened.decisions()}
        made = [decision["id"] if batch.adopt(decision) else "" for decision in decisions if decision.get("id")]
        made += [batch.decide(decision) for decision in decisions if not decision.get("id")]
        ready = {"paths": [], "register": opened, "batch": batch, "method": method}
        run(STAGES, {**ready, "engine": engine_for(workers=1), "watch": _unwatched})
    return [name for name in made if name and name not in known]


def _removed(name: str, batch: Batch, held: Sequence[str]) -> int:
    if number := batch.remove(name):
        return number
    near = difflib.get_close_matches(name, held, n=1)
    meant = f"; did you mean {near[0]!r}?" if near else "."
    raise UsageError(f"no document has this file name or id{meant}", name, "mithaq show documents lists them.")


def records(paths: Paths, *, workers: int = 1, engine: Engine | None = None, method: Method | None = None) -> Iterator[Record | Failure]:
    """The record of each document, in the order in which documents are read, or the failure that stands in its place; lazy.

    Raises:
        PackError: the knowledge is broken.
        UsageError: fewer workers than one.
    """
    found = outcomes(sources.read(_paths(paths)), method or own(), engine or engine_for(workers=workers))
    return (_placed(document, outcome) if isinstance(outcome, Failure) else outcome for document, outcome in found if outcome is not None)


def _paths(paths: Paths) -> list[Path]:
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]


def outcomes(
    items: Iterable[Document | Failure], method: Method, engine: Engine, spare: Callable[[Document], bool] = lambda document: False
) -> Iterator[Outcome]:
    """What becomes of each item: documents in their order, failures to read not after the document that follows them.

    Args:
        spare: whether a document is held already and need not be extracted.
    """
    waiting: deque[Document] = deque()
    aside: deque[Outcome] = deque()

    def documents() -> Iterator[Document]:
        for item in items:
            if isinstance(item, Failure):
                aside.append((None, item))
            elif spare(item):
                aside.append((item, None))
            else:
                waiting.append(item)
                yield item

    for outcome in engine.map(partial(attempt, method.extract), documents()):
        while aside:
            yield aside.popleft()
        document = waiting.popleft()
        yield document, Failure(document.file, "extract", outcome.reason, "Read it by itself.") if isinstance(outcome, Lost) else outcome
    yield from aside


def attempt(extract: Callable[[Document], Record], document: Document) -> Record | Failure:
    """The record of a document, or why there is none: whatever goes wrong with one document ends here, and the run goes on.

    The gate: a record with a passage that does not stand in the text is refused whole.

    Raises:
        PackError: the pack of its language is broken, which is no fault of the document.
    """
    try:
        record = extract(document)
        claims(record)
        wrong = ungrounded(document.text, record)
    except PackError:
        raise
    except MithaqError as error:
        return Failure(document.file, "extract", error.what, error.hint)
    except Exception as error:
        return Failure(
            document.file, "extract", f"{type(error).__name__}: {error}", f"A fault of mithaq, at {_place(error)}; please report it."
        )
    if wrong:
        reason = f"{len(wrong)} passages do not stand in the text, the first at {wrong[0]}; nothing of it is stored."
        return Failure(document.file, "extract", reason, "A fault of mithaq; please report it.")
    return record


def own(*, mentioning: bool = False) -> Method:
    """Mithaq's own way of reading and linking, with the knowledge that it ships.

    Args:
        mentioning: records hold `mentions` too.

    Raises:
        PackError: the knowledge is broken.
    """
    known = knowledge.load().digest
    increments = Increments(_whole, _changed, f"{known}-{_code(_LINKING)}")
    return Method(partial(_record, mentioning=mentioning), _entries, f"{known}-{_code(_READING)}", increments)


def _record(document: Document, mentioning: bool) -> Record:
    return extraction.extract(document, knowledge.load(), mentioning=mentioning)


def _entries(records: Iterable[Record], decisions: Sequence[Any]) -> Iterable[Entry]:
    return linking.link(records, knowledge.load(), decisions)


def _whole(records: Iterable[Record], decisions: Sequence[Any]) -> linking.Changes:
    return linking.everything(records, knowledge.load(), decisions)


def _changed(links: Links, decisions: Sequence[Any]) -> linking.Changes:
    return linking.changed(links, links.came, links.left, knowledge.load(), decisions)


def _code(names: Sequence[str]) -> str:
    """Content hash of the code of some modules and packages."""
    root = Path(__file__).parent
    total = hashlib.blake2b(digest_size=8)
    for path in sorted(path for name in names for path in ([root / name] if name.endswith(".py") else (root / name).rglob("*.py"))):
        total.update(path.read_bytes())
    return total.hexdigest()


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "an unknown place"


def _unwatched(items: Iterable[T], title: str) -> Iterable[T]:
    return items
