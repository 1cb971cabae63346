"""mithaq follows agreements between states through the news, each field with the passage it stands on."""

from __future__ import annotations

__version__ = "0.1.0"
