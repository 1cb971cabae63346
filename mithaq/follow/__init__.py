"""Follow-through: what falls due, what is past due, what was not heard of again, what may be added, and who reports what.

Pure: entries, coverage and a day in, rows out.
"""

from __future__ import annotations

from mithaq.follow.due import due
from mithaq.follow.histories import lapsed, standing
from mithaq.follow.sides import KINDS as SIDED
from mithaq.follow.sides import sided
from mithaq.follow.silence import silent
from mithaq.follow.sums import overlapping, total

__all__ = ["SIDED", "due", "lapsed", "overlapping", "sided", "silent", "standing", "total"]
