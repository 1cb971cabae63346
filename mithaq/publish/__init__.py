"""Publishing: dossiers as one HTML page, and exports of a whole register. No logic of the register's own."""

from __future__ import annotations

from mithaq.publish.dossier import dossier
from mithaq.publish.exports import FORMATS, KINDS, export

__all__ = ["FORMATS", "KINDS", "dossier", "export"]
