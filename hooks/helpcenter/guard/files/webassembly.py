"""The initial memory of a WebAssembly module, with each data segment in its place."""

from __future__ import annotations

from collections.abc import Iterator

_HEAD = b"\0asm"
_DATA = 11
"""The number of the section with the segments."""
_CONST, _END = 0x41, 0x0B
_LARGEST = 4_000_000


def memory(raw: bytes) -> bytes:
    """The memory at the start, followed by passive segments, which are copied there later.

    A malformed module is returned unchanged: its words are read all the same.
    """
    if raw[:4] != _HEAD:
        return raw
    image, loose = bytearray(), bytearray()
    try:
        for place, data in _segments(raw):
            if place is None or place + len(data) > _LARGEST:
                loose += data + bytes(1)
                continue
            image.extend(bytes(max(place + len(data) - len(image), 0)))
            image[place : place + len(data)] = data
    except (IndexError, ValueError):
        return raw
    return bytes(image + loose)


def _segments(raw: bytes) -> Iterator[tuple[int | None, bytes]]:
    """Place, if it has one, and bytes of each segment."""
    at = 8
    while at < len(raw):
        section = raw[at]
        size, at = _number(raw, at + 1)
        if section == _DATA:
            count, inner = _number(raw, at)
            for _ in range(count):
                place, inner = _place(raw, inner)
                length, inner = _number(raw, inner)
                yield place, raw[inner : inner + length]
                inner += length
        elif section == 0:  # for tools, not for the program
            yield None, raw[at : at + size]
        at += size


def _place(raw: bytes, at: int) -> tuple[int | None, int]:
    """Where a segment belongs, and where in the file its length stands."""
    kind, at = _number(raw, at)
    if kind == 1:
        return None, at
    if kind == 2:
        _, at = _number(raw, at)
    if raw[at] != _CONST:  # worked out at the start
        return None, raw.index(_END, at) + 1
    place, at = _number(raw, at + 1)
    return place, at + 1


def _number(raw: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    value = shift = 0
    while raw[at] & 0x80:
        value |= (raw[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if shift > 63:
            raise ValueError("number")
    return value | raw[at] << shift, at + 1
