"""The register: schema, migrations, an idempotent writer, queries, search and verification."""

from mithaq.store.faults import Fault
from mithaq.store.links import Links
from mithaq.store.register import Register
from mithaq.store.rows import Rows
from mithaq.store.writer import Batch

__all__ = ["Batch", "Fault", "Links", "Register", "Rows"]
