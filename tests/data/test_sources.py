"""Walking and reading `docs/`: odd files are findings, never a crash or a silent skip."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helpcenter.data.decoding import MAX_BYTES
from helpcenter.data.sources import read, walk
from helpcenter.model import Position


def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "contact").mkdir(parents=True)
    (folder / "contact/a.md").write_text("甲\n", encoding="utf-8")
    (folder / "index.md").write_text("乙\n", encoding="utf-8")
    return folder


def test_walk_lists_files_sorted_and_skips_hidden_ones(tmp_path) -> None:
    folder = docs(tmp_path)
    (folder / ".git").mkdir()
    (folder / ".git/config").write_text("x", encoding="utf-8")
    (folder / ".DS_Store").write_text("x", encoding="utf-8")
    (folder / "contact/logo.svg").write_text("<svg/>", encoding="utf-8")
    assert walk(tmp_path) == (["contact/a.md", "contact/logo.svg", "index.md"], [])


def test_walk_reports_what_cannot_be_a_page(tmp_path) -> None:
    folder = docs(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("x", encoding="utf-8")
    (folder / "dangling.md").symlink_to("nowhere.md")
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "secret.md").symlink_to(outside / "secret.txt")
    (folder / "folder").symlink_to(outside, target_is_directory=True)
    (folder / "again").symlink_to(folder / "contact", target_is_directory=True)
    (folder / "same.md").symlink_to(folder / "index.md")
    (folder / "x.md").mkdir()
    (folder / "x.md/inner.md").write_text("x", encoding="utf-8")
    os.mkfifo(folder / "pipe.md")
    (folder / os.fsdecode(b"caf\xe9.md")).write_text("x", encoding="utf-8")
    paths, findings = walk(tmp_path)
    assert paths == ["contact/a.md", "index.md", "same.md", "x.md/inner.md"]
    assert [(item.path, item.rule) for item in findings] == [
        ("docs/again", "HC404"),
        ("docs/caf\\udce9.md", "HC402"),
        ("docs/dangling.md", "HC404"),
        ("docs/folder", "HC404"),
        ("docs/loop.md", "HC404"),
        ("docs/pipe.md", "HC402"),
        ("docs/secret.md", "HC404"),
        ("docs/x.md", "HC405"),
    ]
    assert "nowhere.md" in findings[2].message.en


def test_no_docs_folder_is_a_finding(tmp_path) -> None:
    paths, findings = walk(tmp_path)
    assert paths == []
    assert [item.rule for item in findings] == ["HC402"]


def test_unreadable_file_and_folder(tmp_path, monkeypatch) -> None:
    docs(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "a.md")
    paths, findings = walk(tmp_path)
    assert paths == ["index.md"]
    assert [(item.rule, item.path) for item in findings] == [("HC402", "docs/contact/a.md")]


@pytest.mark.parametrize(
    ("raw", "text", "rule", "position", "words"),
    [
        ("甲\r\n乙\n".encode(), "甲\r\n乙\n", None, None, ""),
        (b"", "", None, None, ""),
        (b"\xef\xbb\xbfa\n", "a\n", "HC402", (1, 1), "byte order mark"),
        ("甲\n".encode("utf-16"), None, "HC402", (1, 1), "UTF-16"),
        ("text\n".encode("utf-16-le"), None, "HC402", (1, 1), "UTF-16"),
        ("甲甲\r\nab".encode() + b"\xff\n", None, "HC402", (2, 3), "0xFF"),
        ("这是简体\n".encode("gbk"), None, "HC402", (1, 1), "GBK"),
        ("甲\nab\0c and more text\n".encode(), None, "HC402", (2, 3), "NUL"),
        (b"a\rb\r", "a\rb\r", "HC402", (1, 2), "lone CR"),
        (b"x" * (MAX_BYTES + 1), None, "HC403", (1, 1), str(MAX_BYTES)),
        (b"x" * MAX_BYTES, "x" * MAX_BYTES, None, None, ""),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_read(tmp_path, raw, text, rule, position, words) -> None:
    docs(tmp_path).joinpath("page.md").write_bytes(raw)
    got, findings = read(tmp_path, "page.md")
    assert got == text
    assert [item.rule for item in findings] == ([rule] if rule else [])
    for item in findings:
        assert item.path == "docs/page.md"
        assert item.position == Position(*position)
        assert words in item.message.en


def test_five_megabytes_are_refused_only_as_markdown(tmp_path) -> None:
    folder = docs(tmp_path)
    for name in ("big.md", "big.txt"):
        (folder / name).write_bytes(b"x" * 5_000_000)
    assert [item.rule for item in read(tmp_path, "big.md")[1]] == ["HC403"]
    assert read(tmp_path, "big.txt")[1] == []


def test_missing_folder_and_forbidden_file(tmp_path, monkeypatch) -> None:
    folder = docs(tmp_path)
    (folder / "x.md").mkdir()
    assert [item.rule for item in read(tmp_path, "x.md")[1]] == ["HC405"]
    assert [item.rule for item in read(tmp_path, "gone.md")[1]] == ["HC402"]

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    text, findings = read(tmp_path, "index.md")
    assert text is None
    assert "(permission denied)" in findings[0].message.en
    assert "（没有权限）" in findings[0].message.zh
