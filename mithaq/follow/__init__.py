"""Follow-through: what falls due, what is past due, and what was not heard of again. Pure: entries, coverage and a day in, rows out."""

from __future__ import annotations

from mithaq.follow.due import due
from mithaq.follow.histories import lapsed, standing
from mithaq.follow.silence import silent

__all__ = ["due", "lapsed", "silent", "standing"]
