"""Hand-made records, read from a file of JSON lines."""

from __future__ import annotations

import json
from pathlib import Path

from mithaq.errors import UsageError
from mithaq.model import Record


def read(path: Path) -> dict[str, Record]:
    """Records by the base name of their article, in the order of the file.

    Raises:
        UsageError: no such file, a line that is no record, or two records of one article.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}.", str(path), "Give a file with one record a line.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"is not UTF-8 at byte {error.start + 1}.", str(path), "Save it as UTF-8, one record a line.") from error
    records: dict[str, Record] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            name, record = _record(line, f"{path}:{number}")
            if name in records:
                raise UsageError(f"a second record of {name!r}.", f"{path}:{number}", "Keep one record for each article.")
            records[name] = record
    return records


def _record(line: str, where: str) -> tuple[str, Record]:
    try:
        record = json.loads(line)
        return Path(record["file"]).name, record
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"no record of an article: {error!r}.", where, 'A record is a JSON object with at least "file".') from error
