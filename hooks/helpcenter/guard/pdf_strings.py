"""Strings of a PDF file: links, notes, metadata, fields, scripts (ISO 32000-1, section 7.3.4)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from helpcenter.guard.pictures import TooMuch

_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,400}\)){3,4000})\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{12,4000})>")
_STREAM = re.compile(rb"stream\r?\n")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}
_MAX_UNPACKED = 60_000_000
_MAX_STRINGS = 20_000


def texts(raw: bytes) -> list[str]:
    """All strings of the file and of its packed streams, each once."""
    found: dict[str, None] = {}
    for part in (raw, *_streams(raw)):
        for text in _strings(part):
            found.setdefault(text)
            if len(found) > _MAX_STRINGS:
                raise TooMuch(f"> {_MAX_STRINGS} strings")
    return ["\n".join(found)]


def _strings(raw: bytes) -> Iterator[str]:
    for match in _LITERAL.finditer(raw):
        yield from _text(_ESCAPE.sub(_character, match[1]))
    for match in _HEX.finditer(raw):
        digits = re.sub(rb"\s", b"", match[1])
        yield from _text(bytes.fromhex(digits.decode() + "0" * (len(digits) % 2)))


def _character(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    if sign.isdigit():
        return bytes([int(sign, 8) & 255])
    return _NAMED.get(sign, b"" if sign[-1:] == b"\n" else sign)


def _text(raw: bytes) -> Iterator[str]:
    text = (
        raw.decode("utf-16", "replace")
        if raw[:2] in (b"\xfe\xff", b"\xff\xfe")
        else raw.decode("latin-1")
    )
    if sum(map(str.isprintable, text)) > len(text) * 0.8:
        yield text


def _streams(raw: bytes) -> Iterator[bytes]:
    """The unpacked streams, within bounds."""
    total = 0
    for match in _STREAM.finditer(raw):
        try:
            data = zlib.decompressobj().decompress(
                raw[match.end() : match.end() + 8_000_000], 2_000_000
            )
        except zlib.error:
            continue
        total += len(data)
        if total > _MAX_UNPACKED:
            raise TooMuch("streams")
        yield data
