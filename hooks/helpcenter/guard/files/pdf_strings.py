"""Strings of a PDF file: links, notes, metadata, fields, scripts (ISO 32000-1, section 7.3.4)."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

from helpcenter.guard.files.archives import best_guess, script
from helpcenter.guard.matching.effort import TooMuch

_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,400}\)){3,4000})\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{12,4000})>")
_STREAM = re.compile(rb"stream\r?\n")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}
_MAX_UNPACKED = 60_000_000
_MAX_STRINGS = 20_000


def texts(raw: bytes) -> list[str]:
    """All strings of the file and of its packed streams, each once; then those that act.

    Raises:
        TooMuch: there are too many strings, or too much unpacked data.
    """
    found: dict[str, None] = {}
    parts = [raw, *streams(raw)]
    for part in parts:
        for text in _strings(part):
            found.setdefault(text)
            if len(found) > _MAX_STRINGS:
                raise TooMuch(f"> {_MAX_STRINGS} strings")
    acting = any(b"/JavaScript" in part for part in parts)
    plain = [best_guess(part) for part in parts[1:] if is_text(part)] if acting else []
    labels = [label for part in parts if b"/St" in part for label in _labels(part)]
    return [
        "\n".join(found),
        *dict.fromkeys(labels),
        *(script(text) for text in (*found, *plain) if acting and "(" in text),
    ]


_LABEL = re.compile(rb"<<((?:/[A-Z][A-Za-z]?|[\s\w-]|\([^()<>]{0,100}\)){5,200}+)>>")
_LABEL_PARTS = re.compile(rb"/P\s{0,9}\((?P<prefix>[^()]*)\)|/St\s{0,9}(?P<start>\d{1,15})")


def _labels(raw: bytes) -> Iterator[str]:
    """What pages are called from which on labels begin: a prefix, and the number of the first."""
    for entry in _LABEL.finditer(raw):
        told = {m.lastgroup: m[m.lastgroup or 0] for m in _LABEL_PARTS.finditer(entry[1])}
        if "start" in told:
            yield best_guess(told.get("prefix", b"") + told["start"])


def _strings(raw: bytes) -> Iterator[str]:
    for match in _LITERAL.finditer(raw):
        yield from _text(_ESCAPE.sub(_character, match[1]))
    for match in _HEX.finditer(raw):
        digits = re.sub(rb"\s", b"", match[1])
        yield from _text(bytes.fromhex(digits.decode() + "0" * (len(digits) % 2)))


def _character(match: re.Match[bytes]) -> bytes:
    char = match[1]
    if char[:1] in b"01234567":
        return bytes([int(char, 8) & 255])
    return _NAMED.get(char, b"" if char[-1:] == b"\n" else char)


def _text(raw: bytes) -> Iterator[str]:
    text = (
        raw.decode("utf-16", "replace")
        if raw[:2] in (b"\xfe\xff", b"\xff\xfe")
        else raw.decode("latin-1")
    )
    if sum(map(str.isprintable, text)) > len(text) * 0.8:
        yield text


_OPERATOR = re.compile(rb"(?<![\w/])(?:BT|ET|Tf|T[dDmjJ*]|re|cm|rg|RG|gs|Do|begincmap)(?!\w)")


def is_locked(raw: bytes) -> bool:
    """Whether the strings of the file are enciphered."""
    return re.search(rb"/Encrypt\s{0,9}(?:\d|<<)", raw) is not None


def is_text(data: bytes) -> bool:
    """Whether a stream is for people or programs, and does not draw or list characters."""
    head = best_guess(data[:4_000])
    plain = sum(char.isprintable() or char in "\t\r\n" for char in head)
    return plain > len(head) * 0.95 and len(_OPERATOR.findall(data[:4_000])) < 3


def streams(raw: bytes) -> Iterator[bytes]:
    """The streams, decompressed if they are compressed.

    Raises:
        TooMuch: they are too large together.
    """
    total = 0
    for match in _STREAM.finditer(raw):
        data = _unpacked(raw, match.end())
        total += len(data)
        if total > _MAX_UNPACKED:
            raise TooMuch("streams")
        yield data


def _unpacked(raw: bytes, at: int) -> bytes:
    """The stream that begins at a place, out of digits and out of zlib, whichever it is in."""
    packed = raw[at : at + 8_000_000]
    body = packed[: max(packed.find(b"endstream"), 0)].strip()
    for match, decode in ((_DIGITS.fullmatch, _of_digits), (_BASE85.fullmatch, _of_base85)):
        if match(body):
            packed = body = decode(body)
            break
    try:
        return zlib.decompressobj().decompress(packed, 2_000_000)
    except zlib.error:
        return body[:2_000_000]


def _of_digits(body: bytes) -> bytes:
    digits = re.sub(rb"[\s>]", b"", body).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _of_base85(body: bytes) -> bytes:
    try:
        return base64.a85decode(body.removeprefix(b"<~").removesuffix(b"~>"))
    except ValueError:
        return body


_DIGITS, _BASE85 = re.compile(rb"[0-9A-Fa-f\s]{8,}+>"), re.compile(rb"[!-uz\s]{8,}+~>")
