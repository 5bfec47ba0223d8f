"""Tables of fonts: bare (TrueType, OpenType), several in one file, packed as WOFF and WOFF2 (W3C)."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from struct import error as Short
from struct import unpack_from

import brotli

from helpcenter.guard.matching.effort import Broken, TooMuch

FONTS = frozenset({".ttf", ".otf", ".ttc", ".woff", ".woff2"})
Tables = Mapping[str, bytes]
_NUMBERED = (
    "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT "
    "EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH "
    "CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar "
    "gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill "
)
"""Tables that WOFF2 numbers, in its order."""
_TAGS = _NUMBERED.split()
RULES = ("GSUB", "morx")
"""The tables that replace characters by others."""
_READ = ("name", "cmap", "SVG_", "meta", *RULES)
"""Tables that are looked into; what draws is left to the library that draws."""
ABOUT = "about"
"""Under this name: what a packed font says of itself in XML."""
_LARGEST = 60_000_000
"""Bytes of a table, or of all that are packed together."""


def tables(raw: bytes) -> list[Tables]:
    """Of each font in a file the tables that are read.

    Raises:
        Broken: it is no font, or not a whole one.
        TooMuch: it is larger than any font.
    """
    try:
        if raw[:4] == b"wOFF":
            return [_woff(raw)]
        if raw[:4] == b"wOF2":
            return [_woff2(raw)]
        if raw[:4] == b"ttcf":
            count = min(unpack_from(">I", raw, 8)[0], 64)
            return [_bare(raw, at) for at in unpack_from(f">{count}I", raw, 12)]
        return [_bare(raw, 0)]
    except (ValueError, IndexError, Short, zlib.error, brotli.error) as error:
        raise Broken(f"font: {error}"[:120]) from error


def _bare(raw: bytes, start: int) -> Tables:
    if raw[start : start + 4] not in (b"\0\1\0\0", b"OTTO", b"true", b"typ1"):
        raise ValueError("unknown beginning")
    found = {}
    for number in range(unpack_from(">H", raw, start + 4)[0]):
        tag, _, at, size = unpack_from(">4sIII", raw, start + 12 + 16 * number)
        found[_name(tag)] = raw[at : at + size]
    return {tag: found[tag] for tag in _READ if tag in found}


def _name(tag: bytes) -> str:
    return tag.decode("latin-1").replace(" ", "_")


def _woff(raw: bytes) -> Tables:
    found = {}
    for number in range(unpack_from(">H", raw, 12)[0]):
        tag, at, packed, size, _ = unpack_from(">4sIIII", raw, 44 + 20 * number)
        if _name(tag) in _READ:
            data = raw[at : at + packed]
            found[_name(tag)] = data if packed >= size else _inflated(data)
    at, packed = unpack_from(">II", raw, 24)
    return {**found, ABOUT: _inflated(raw[at : at + packed])} if packed else found


def _inflated(data: bytes) -> bytes:
    reader = zlib.decompressobj()
    out = reader.decompress(data, _LARGEST)
    if reader.unconsumed_tail:
        raise TooMuch(f"font > {_LARGEST:,} bytes")
    return out


def _woff2(raw: bytes) -> Tables:
    if raw[4:8] == b"ttcf":
        raise TooMuch("several fonts in WOFF2")
    at, sizes = 48, []
    for _ in range(unpack_from(">H", raw, 12)[0]):
        flags, at = raw[at], at + 1
        tag = _TAGS[flags & 63] if flags & 63 < 63 else _name(raw[at : at + 4])
        at += 4 * (flags & 63 == 63)
        size, at = _number(raw, at)
        if (flags >> 6 == 0) == (tag in ("glyf", "loca")):  # else it is as it was
            size, at = _number(raw, at)
        sizes.append((tag, size))
    if sum(size for _, size in sizes) > _LARGEST:
        raise TooMuch(f"font > {_LARGEST:,} bytes")
    data = _unpacked(raw[at : at + unpack_from(">I", raw, 20)[0]], _LARGEST)
    found, start = {}, 0
    for tag, size in sizes:
        found[tag] = data[start : start + size]
        start += size
    kept = {tag: found[tag] for tag in _READ if tag in found}
    at, packed = unpack_from(">II", raw, 28)
    return {**kept, ABOUT: _unpacked(raw[at : at + packed], 1_000_000)} if packed else kept


def _unpacked(data: bytes, most: int) -> bytes:
    """What Brotli packed, in pieces, so that it is stopped in time."""
    reader, pieces, size = brotli.Decompressor(), [], 0
    while not reader.is_finished():
        piece = reader.process(data, output_buffer_limit=1 << 20)
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise TooMuch(f"font > {most:,} bytes")
        if not piece and not data:
            raise ValueError("ends too soon")
        data = b""
    return b"".join(pieces)


def _number(raw: bytes, at: int) -> tuple[int, int]:
    """A number in seven bits a byte, and where the next begins."""
    value = 0
    for end in range(at, at + 5):
        value = value << 7 | raw[end] & 127
        if raw[end] < 128:
            return value, end + 1
    raise ValueError("number too long")
