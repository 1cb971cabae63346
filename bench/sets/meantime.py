"""MEANTIME: whether events in English news are told as having happened, to come, negated or only possible."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from bench.sets.reading import Span, seen, touch
from mithaq.evaluate import Scores
from mithaq.extract import read_scene
from mithaq.extract.article import Span as Items
from mithaq.extract.article import article
from mithaq.extract.marks import marks
from mithaq.knowledge import load

FOLDER = "meantime"


def measure(shared: Path) -> dict[str, Scores]:
    """Scores by document, of every marked event whose word is an act of the pack."""
    out = {}
    left_out = seen(shared, "meantime")
    with tarfile.open(next((shared / "data" / FOLDER).glob("*.tar.gz"))) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if member.name.endswith(".xml") and Path(member.name).stem not in left_out and (held := archive.extractfile(member)):
                out[Path(member.name).stem] = _document(ElementTree.fromstring(held.read()))
    return out


def _document(root: ElementTree.Element) -> Scores:
    out = Scores()
    text, places = _text(root)
    scene = read_scene(article(text, load().pack("en")), None)
    view, items = scene.article.reading.folded, scene.article.items
    acts = [(i, view.span(item.start, item.end)) for i, item in enumerate(items) if item.has("act")]
    for where, told in _events(root, places):
        index = next((i for i, at in acts if touch(at, where)), None)
        if index is not None:
            found = marks(scene, Items(index, index + 1)).certainty
            found = "asserted" if found == "historical" else found
            out.grade("certainty", found == told)
            for name in ("future", "negated", "hypothetical"):
                out.count(f"{name} events", found == told == name, told == name != found, found == name != told)
    return out


def _text(root: ElementTree.Element) -> tuple[str, dict[str, Span]]:
    """The text, tokens parted by blanks and sentences by line breaks, and where each token stands."""
    parts: list[str] = []
    places: dict[str, Span] = {}
    length, sentence = 0, "0"
    for token in root.iter("token"):
        word = token.text or ""
        if parts:
            parts.append(" " if token.get("sentence") == sentence else "\n")
            length += 1
        sentence = token.get("sentence") or sentence
        parts.append(word)
        places[token.get("t_id") or ""] = length, length + len(word)
        length += len(word)
    return "".join(parts), places


def _events(root: ElementTree.Element, places: dict[str, Span]) -> Iterator[tuple[Span, str]]:
    """Marked events that are fully judged, with how they are told in our words."""
    for event in root.iter("EVENT_MENTION"):
        anchors = [places[anchor.get("t_id") or ""] for anchor in event.iter("token_anchor")]
        sure, pole, time = (event.get(name) for name in ("certainty", "polarity", "time"))
        if not anchors or not all((sure, pole, time)) or "UNDERSPECIFIED" in {sure, pole, time}:
            continue
        open_ = sure in {"POSSIBLE", "PROBABLE"} or (event.get("special_cases") or "").startswith("COND")
        told = "negated" if pole == "NEG" else "hypothetical" if open_ else "future" if time == "FUTURE" else "asserted"
        yield (anchors[0][0], anchors[-1][1]), told
