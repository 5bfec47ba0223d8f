"""Files inside files: previews, covers, appended data; found by their first bytes."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

from helpcenter.guard.matching.effort import TooMuch

BEGINNINGS = {
    b"PK\x03\x04": ".zip",
    b"%PDF-": ".pdf",
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF87a": ".gif",
    b"GIF89a": ".gif",
    b"\x1f\x8b\x08": ".tgz",
    b"BZh": ".bz2",
    b"\xfd7zXZ": ".xz",
    b"7z\xbc\xaf": ".7z",
    b"Rar!": ".rar",
    b"bplist00": ".plist",
    b"<svg": ".svg",
}
_UNSURE = (b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"bplist00")
"""Too short, or too rare within a file, to be searched for there."""
_START = re.compile(b"|".join(re.escape(start) for start in BEGINNINGS if start not in _UNSURE))
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{400,4000000}+")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"dex\n")
"""How machine programs begin."""
_MOST = 40
"""Files in one file."""
_TRIES, _LARGEST = 4_000, 1_000_000


def beginning(raw: bytes) -> str:
    """The ending that is usual for what begins so; empty when nobody knows it."""
    return next((ending for start, ending in BEGINNINGS.items() if raw.startswith(start)), "")


def is_program(raw: bytes) -> bool:
    """Whether these are instructions for a processor."""
    return raw.startswith(_PROGRAMS)


def inner(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Ending and bytes of each file that begins within these bytes, and not with them.

    What follows it is part of the bytes. Of archives only the first counts: members of it begin
    as it does.

    Raises:
        TooMuch: there are more than any honest file holds.
    """
    packed = False
    for number, found in enumerate(_START.finditer(raw, 1)):
        if number >= _MOST:
            raise TooMuch(f"> {_MOST} files in it")
        ending = beginning(found[0])
        if ending == ".zip":
            if packed:
                continue
            packed = True
        yield ending, raw[found.start() :]


def spelled_out(raw: bytes) -> Iterator[bytes]:
    """What is written as base64 within these bytes, as covers in tags of music are."""
    for found in _BASE64.finditer(raw):
        whole = len(found[0]) // 4 * 4
        yield base64.b64decode(found[0][:whole])


def unpacked(raw: bytes) -> Iterator[bytes]:
    """What zlib packed anywhere within these bytes, as in fonts and films."""
    for number, found in enumerate(_PACKED.finditer(raw)):
        if number >= _TRIES:
            return
        try:
            data = zlib.decompressobj().decompress(
                raw[found.start() : found.start() + _LARGEST], _LARGEST
            )
        except zlib.error:
            continue
        if len(data) > 8:
            yield data
