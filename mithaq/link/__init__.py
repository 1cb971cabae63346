"""Linking: claims of many documents about the same thing become entries.

The passes, in their order; each reads what those before it found, never its own output:
reprints, actors, stories (with the days that they give), holders of offices, references, then agreements, events,
statements with commitments and appeals, figures, bodies and projects; last histories and differences.
The rule is docs/decisions/0003-linking.md, that of increments docs/decisions/0010-increments.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.link.decisions import Decision
from mithaq.link.increment import Changes, Memory, changed, everything
from mithaq.link.passes import Group, Known, grouped
from mithaq.link.whole import Linked, whole
from mithaq.model import Entry, Record

__all__ = ["Changes", "Decision", "Known", "Linked", "Memory", "changed", "everything", "link", "whole"]


def link(records: Iterable[Record], knowledge: Known, decisions: Iterable[Decision] = (), *, group: Group = grouped) -> list[Entry]:
    """The entries of all records, the same for any order of them.

    Args:
        records: of all documents, with the document's id, outlet, title, address and date of publication.
        decisions: of reviewers, the earliest first; they win over what the passes find.
        group: the verb `group` of an engine.

    Returns:
        Entries of all kinds, sorted by kind and id.
    """
    return sorted((entry for _, entry in whole(records, knowledge, decisions, group=group).entries), key=lambda entry: (entry.of, entry.id))
