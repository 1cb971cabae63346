"""Whom an agreement binds: an organisation for its members, and all its parties where a report of the same story names only some."""

from __future__ import annotations

from collections.abc import Mapping

from mithaq.knowledge.members import Members
from mithaq.link.board import Story, Told, Wide, parties_bound


def bound(stories: Mapping[str, Story], members: Members, one: Told) -> tuple[str, ...]:
    """The parties by which a claim of an agreement meets its like, sorted; a claim that names none stands alone.

    Those who mediate are none. A report that names some of the parties of the one wider agreement of its story that has this type, and
    this title or these fields, speaks of that agreement, unless its document tells of both.
    """
    own = parties_bound(one.claim, members, one.day)
    story = stories.get(one.story or "")
    wider = {wide.parties for wide in story.wide if _speaks_of(one, own, wide)} if story and len(own) > 1 else set()
    if len(wider) == 1:
        (found,) = wider
        if all(parties_bound(other, members, one.day) != found for other in one.sheet.of("agreement")):
            return found
    return own or (one.id,)


def _speaks_of(one: Told, own: tuple[str, ...], wide: Wide) -> bool:
    fields = one.claim.fields
    titled = fields.get("title") is not None and (one.lang, fields["title"]) == wide.title
    fielded = bool(wide.sectors) and tuple(sorted(fields.get("sectors") or ())) == wide.sectors
    return set(own) < set(wide.parties) and fields["type"] == wide.type and (titled or fielded)
