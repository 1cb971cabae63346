"""A simulated world: states that sign, keep and break agreements over years, told by outlets with sides. All of it is fiction.

`made(seed, documents)` gives the records of its articles, their texts, and the truth beside them; see docs/decisions/0009-world.md.
"""

from tools.world.truth import Truth, World
from tools.world.world import made

__all__ = ["Truth", "World", "made"]
