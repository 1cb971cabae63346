"""A .jsonl file is one document a line; it is read line by line, however long it is."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from mithaq.errors import SourceError
from mithaq.model import Document, Failure, days
from mithaq.sources.names import shown
from mithaq.sources.texts import LIMIT, SPLIT, TOO_LONG

KEYS = ("text", "file", "id", "outlet", "title", "url", "published", "lang")
"""The keys that a line may have; others are passed over, unless one is a misspelling of these."""

ALLOWED = 'A line is {"text": …, "file" or "id": …} with outlet, title, url, published and lang where they are known.'
_PUBLISHED = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:(?<=-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}.*)?")
_FIRST_YEAR = 1800


def read(path: Path) -> Iterator[Document | Failure]:
    """The documents of a .jsonl file, and a failure for each line that is none; blank lines are passed over."""
    with path.open("rb") as file:
        for number, line in _lines(file):
            where = f"{shown(path)}:{number}"
            try:
                if line is None:
                    raise SourceError(f"the line {TOO_LONG}.", where, SPLIT)
                if line.strip():
                    yield _document(_object(line, where), where, f"{shown(path.name)}:{number}")
            except SourceError as error:
                yield Failure(error.where, "read", error.what, error.hint)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None in the place of one that is longer than the limit, of which no more than that is ever held."""
    number = 0
    while line := file.readline(LIMIT + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) <= LIMIT:
            yield number, line
            continue
        while not line.endswith(b"\n") and (line := file.readline(LIMIT)):
            pass
        yield number, None


def _object(line: bytes, where: str) -> Mapping[str, Any]:
    try:
        found = json.loads(line.rstrip(b"\r\n").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(f"is not UTF-8 at byte {error.start + 1} of the line.", where, "Save the file as UTF-8.") from error
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at").removesuffix(" starting")  # where it is stands in front of the message
        raise SourceError(f"is no JSON: {what}.", f"{where}:{error.colno}", ALLOWED) from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"cannot be read as JSON: {error}.", where, ALLOWED) from error
    if not isinstance(found, dict):
        raise SourceError(f"is no JSON object but {type(found).__name__}.", where, ALLOWED)
    for key in found:
        if key not in KEYS and (meant := difflib.get_close_matches(key, KEYS, 1, 0.8)):
            raise SourceError(f"there is no key {key!r}; did you mean {meant[0]!r}?", where, ALLOWED)
    return found


def _document(found: Mapping[str, Any], where: str, name: str) -> Document:
    given = {key: _string(found, key, where) for key in KEYS}
    text, published = given["text"], given["published"]
    if text is None or not text.strip("\ufeff \t\r\n\f\v"):
        raise SourceError("has no text.", where, ALLOWED)
    return Document(
        text=text,
        file=given["file"] or given["id"] or name,
        lang=given["lang"],
        outlet=given["outlet"],
        title=given["title"],
        url=given["url"],
        published=None if published is None else _day(published, where),
        place=where,
    )


def _string(found: Mapping[str, Any], key: str, where: str) -> str | None:
    value = found.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise SourceError(f"{key!r} is {json.dumps(value)[:60]}; it must be a string.", where, ALLOWED)
    if (broken := next((character for character in value if character == "\0" or "\ud800" <= character <= "\udfff"), None)) is not None:
        raise SourceError(f"{key!r} holds U+{ord(broken):04X}, which is no character.", where, "Take it out.")
    return value


def _day(published: str, where: str) -> str:
    """The prefix date of a date, or of a date with a time (its day as written, in the zone as written)."""
    match = _PUBLISHED.fullmatch(published)
    try:
        if match and days(match[1])[0].year >= _FIRST_YEAR:
            return match[1]
    except ValueError:
        pass  # a month or day that no calendar has: the error below says what is allowed
    what = f"'published' is {published[:40]!r}; it must be YYYY, YYYY-MM or YYYY-MM-DD (Gregorian), or a day with a time after it."
    raise SourceError(what, where, "Leave it out where it is not known.")
