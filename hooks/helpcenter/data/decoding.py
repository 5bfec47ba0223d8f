"""Bytes of a source file to text: UTF-8 without BOM, no NUL, LF or CRLF line ends."""

from __future__ import annotations

import re

from helpcenter.data.problems import Problem
from helpcenter.model import Position

MAX_BYTES = 1024 * 1024
"""Largest page or record file, in bytes."""

_BOM = b"\xef\xbb\xbf"
_CONFLICT = re.compile(r"^<{7}(?= |$)", re.MULTILINE)


def decode(raw: bytes, limit: int | None = MAX_BYTES) -> tuple[str | None, list[Problem]]:
    """The text, or None when it cannot be known, and what is wrong with the bytes.

    A BOM is reported and taken off, so that all other positions are those an editor shows.
    """
    if limit is not None and len(raw) > limit:
        values = {"size": str(len(raw)), "limit": str(limit)}
        return None, [Problem("too_large", values=values)]
    if _looks_like_utf16(raw):
        return None, [Problem("utf16", found="UTF-16")]
    problems = [Problem("bom", found="U+FEFF")] if raw.startswith(_BOM) else []
    raw = raw.removeprefix(_BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _not_utf8(raw, error.start)]
    if "\0" in text:
        at = Position.at(text, text.index("\0"))
        return None, [*problems, Problem("nul", at, "U+0000")]
    if lone := re.search(r"\r(?!\n)", text):
        problems.append(Problem("lone_cr", Position.at(text, lone.start()), "U+000D"))
    return text, problems


def unfinished_merge(text: str) -> Problem | None:
    """The problem at git's first conflict mark; None if there is none."""
    mark = _CONFLICT.search(text)
    return mark and Problem("merge_conflict", Position.at(text, mark.start()), mark[0])


def _looks_like_utf16(raw: bytes) -> bool:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    head = raw[:400]
    return len(head) >= 4 and max(head[::2].count(0), head[1::2].count(0)) * 4 > len(head)


def _not_utf8(raw: bytes, offset: int) -> Problem:
    before = raw[:offset].decode("utf-8")
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        guess = ("", "")
    else:
        guess = ("它可能是 GBK（ANSI）编码。", " It may be GBK.")
    values = {"zh_guess": guess[0], "en_guess": guess[1]}
    return Problem("not_utf8", Position.at(before, len(before)), f"0x{raw[offset]:02X}", values)
