from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from mithaq.model import Document, Failure
from mithaq.sources import read
from mithaq.sources.texts import LIMIT

LINE = "ایران و بلاروس نقشه راه همکاری را امضا کردند."


def documents(*paths: Path) -> list[Document]:
    found = list(read(paths))
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def failure(*paths: Path) -> Failure:
    (found,) = read(paths)
    assert isinstance(found, Failure), found
    assert found.stage == "read"
    assert found.hint
    return found


def test_text_is_kept_as_read_with_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"{LINE}\r\n{LINE}\r{LINE}\n".encode())
    (document,) = documents(path)
    with path.open(encoding="utf-8", newline="") as file:
        assert document.text == file.read()
    assert document.file == "a.txt"


def test_mark_of_utf8_stays_as_the_first_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + LINE.encode())
    assert documents(path)[0].text == "\ufeff" + LINE


def test_folder_is_read_whole_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "c.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{LINE} {name}", encoding="utf-8")
    assert [document.file for document in documents(tmp_path)] == ["1.txt", "2.txt", "b.txt", "c.TXT"]


def test_missing_path_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    gone, kept = read([tmp_path / "gone.txt", tmp_path / "a.txt"])
    assert isinstance(gone, Failure)
    assert gone.where.endswith("gone.txt")
    assert "no such file" in gone.reason
    assert isinstance(kept, Document)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("ab".encode("utf-16-le"), "binary"),
        (b"\xff\xfea", "UTF-16"),
        (b"caf\xe9 cr\xe8me", "cannot be told"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found = failure(path)
    assert reason in found.reason
    assert found.where == str(path)


def test_document_past_the_limit_is_refused_and_the_limit_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * (LIMIT + 1))
    assert "10 MB" in failure(path).reason


def test_unknown_ending_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    found = failure(path)
    assert "'.docx'" in found.reason
    assert ".jsonl, .txt" in found.reason


@pytest.mark.parametrize("name", ["empty", "blank.jsonl"])
def test_path_that_holds_nothing_is_no_success(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "blank.jsonl").write_text("\n\n", encoding="utf-8")
    assert "nothing to read" in failure(tmp_path / name).reason


def test_unreadable_folder_is_named_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "z.txt").write_text(LINE, encoding="utf-8")
    really = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr(os, "scandir", refuse)
    shut, kept = read([tmp_path])
    assert isinstance(shut, Failure)
    assert "Permission denied" in shut.reason
    assert isinstance(kept, Document)


def test_link_to_a_folder_is_named_and_not_followed_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    (tmp_path / "b").symlink_to(tmp_path, target_is_directory=True)
    kept, link = read([tmp_path])
    assert isinstance(kept, Document)
    assert isinstance(link, Failure)
    assert "not followed" in link.reason


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "neither a file nor a folder" in failure(tmp_path / "a.txt").reason


def test_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text(LINE, encoding="utf-8")
    (document,) = documents(path)
    assert document.file == "\ufffd.txt"
    assert document.id


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8")
    return path


def test_each_line_is_a_document_with_what_it_gives(tmp_path: Path) -> None:
    given = {"text": LINE, "file": "x.html", "outlet": "IRNA", "title": "t", "url": "https://example.org/1", "lang": "fa"}
    path = lines(
        tmp_path / "a.jsonl", {**given, "published": "2025-08-20T10:30:00+03:30", "views": 7}, "", {"text": LINE, "id": 17}, {"text": LINE}
    )
    first, second, third = documents(path)
    assert first == Document(LINE, "x.html", "fa", "IRNA", "t", "https://example.org/1", "2025-08-20")
    assert second.file == "17"
    assert third.file == "a.jsonl:4"


def test_line_keeps_line_ends_and_the_file_may_begin_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"text": "a\r\nb"}).encode())
    assert documents(path)[0].text == "a\r\nb"


@pytest.mark.parametrize(
    ("line", "place", "reason"),
    [
        ('{"text": "a",}', ":2:14", "no JSON"),
        ('{"text": ', ":2:10", "no JSON"),
        ('{"text": "a', ":2:10", "is no JSON: Unterminated string."),
        ("[1, 2]", ":2", "list"),
        ("[" * 100_000, ":2", "JSON"),
        ('{"text": ' + "9" * 5000 + "}", ":2", "JSON"),
        ('{"text": 7}', ":2", "must be a string"),
        ('{"file": "x"}', ":2", "no text"),
        ('{"text": " "}', ":2", "no text"),
        ('{"text": "a\\u0000b"}', ":2", "U+0000"),
        ('{"text": "a\\ud800b"}', ":2", "U+D800"),
        ('{"text": "a", "publised": "2025"}', ":2", "did you mean 'published'"),
        ('{"text": "a", "published": "20 August 2025"}', ":2", "YYYY-MM-DD"),
        ('{"text": "a", "published": "2025-02-30"}', ":2", "YYYY-MM-DD"),
        ('{"text": "a", "published": "۱۴۰۴-۰۵-۲۹"}', ":2", "Gregorian"),
        ('{"text": "a", "published": "1404-05-29"}', ":2", "Gregorian"),
        ('{"text": "a", "id": true}', ":2", "must be a string"),
    ],
)
def test_bad_line_is_named_with_file_and_line_and_the_others_are_read(tmp_path: Path, line: str, place: str, reason: str) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "first"}, line, {"text": "last"})
    first, bad, last = read([path])
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Failure)
    assert bad.where == f"{path}{place}"
    assert reason in bad.reason
    assert bad.hint


def test_line_past_the_limit_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"a" * 1_000_000)
        file.write(b"\n" + json.dumps({"text": "kept"}).encode())
    bad, kept = read([path])
    assert isinstance(bad, Failure)
    assert "10 MB" in bad.reason
    assert isinstance(kept, Document)
    assert kept.file == "a.jsonl:2"


def test_line_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "Иран"}'.encode("windows-1251"))
    assert "not UTF-8" in failure(path).reason


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    found = read(path for path in [tmp_path / "a.txt", None])  # type: ignore[misc]
    assert isinstance(next(found), Document)
