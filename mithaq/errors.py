"""One tree of errors: each says what went wrong, where, what was allowed and what to do next."""

from __future__ import annotations


class MithaqError(Exception):
    """Root of every error that mithaq raises on purpose.

    Args:
        what: what went wrong and what was allowed, one sentence.
        where: file, line, option or address it concerns; "" where there is none.
        hint: what to do next; "" where nothing helps.
    """

    exit_code = 1
    http_status = 500

    def __init__(self, what: str, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} {self.hint}" if self.hint else text


class UsageError(MithaqError):
    """An option or argument that is not allowed; always ends the run."""

    exit_code = 2
    http_status = 400


class PackError(MithaqError):
    """A knowledge file (pack, vocabulary, table) that breaks its own rules."""

    exit_code = 3


class SourceError(MithaqError):
    """A document that cannot be read; becomes a `Failure`, never ends a run."""

    exit_code = 4
    http_status = 422


class LanguageError(SourceError):
    """A document in a language that has no pack, or in no language that can be told."""


class RegisterError(MithaqError):
    """A register that is missing, locked, of another version or broken."""

    exit_code = 5
    http_status = 503


class GroundingError(MithaqError):
    """A passage that does not stand in its text; nothing that raises it is stored."""

    exit_code = 6


class EngineError(MithaqError):
    """Work that could not be done: its process could not start, or ended each time it was tried."""

    exit_code = 7


class AccuracyError(MithaqError):
    """Scores below their floors, or floors that were measured on other records or texts."""

    exit_code = 8


class AbsentError(MithaqError):
    """A question about parties of whom nothing was read; nothing was written."""

    exit_code = 9
    http_status = 404
