"""Sources of an entry: reports, outlets and independent outlets, counted apart, and whose state they are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from mithaq.knowledge.outlets import Outlets
from mithaq.link.clusters import Clusters
from mithaq.link.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a source.

    Attributes:
        outlet: name under which the outlet is counted; None where it is not known.
        as_written: its name as the document has it.
        state: state whose outlet it is; None where that is not known.
        text: smallest document of its reprints.
        agency: name under which the agency is counted that it says it has its report from; None where it names none.
    """

    document: str
    outlet: str | None
    as_written: str | None
    state: str | None
    published: str | None
    text: str
    agency: str | None


_FIELDS = tuple(one.name for one in fields(Source))


def source(sheet: Sheet, copies: Mapping[str, str], outlets: Outlets) -> Source:
    """A document as a source."""
    found = outlets.find(sheet.outlet, sheet.published)
    name, state = (found.name, found.state) if found else (sheet.outlet, None)
    agency = outlets.find(sheet.agency, sheet.published)
    return Source(sheet.id, name, sheet.outlet, state, sheet.published, copies[sheet.id], agency.name if agency else sheet.agency)


def counted(found: Iterable[Source]) -> dict[str, Any]:
    """`{reports, outlets, independent, sides, list}` of some sources.

    Outlets that are not known count as one, because they cannot be told apart; so do, among the independent, reprints of one text, and
    what is credited to one agency with all that this agency reports itself.
    """
    rows = sorted(set(found), key=lambda one: one.document)
    by_outlet = {one.outlet: one for one in reversed(rows)}
    together = Clusters(one.document for one in rows)
    firsts: dict[tuple[str, str | None], str] = {}
    for one in rows:
        named = [("outlet", one.outlet), ("text", one.text), *([("outlet", one.agency)] if one.agency else [])]
        for key in named:
            together.join(firsts.setdefault(key, one.document), one.document)
    return {
        "reports": len(rows),
        "outlets": len(by_outlet),
        "independent": len(together.groups()),
        "sides": dict(sorted(Counter(one.state or "unknown" for one in by_outlet.values()).items())),
        "list": [{name: getattr(one, name) for name in _FIELDS} for one in rows],
    }
