"""Metadata, characters and ligatures of fonts (OpenType 1.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from struct import unpack_from

from helpcenter.guard.files.fonts import ABOUT, Tables, tables
from helpcenter.guard.matching.effort import TooMuch

_NAMES, _LONGEST = 1_000, 20_000
_MOST = 200_000
"""Characters of a font, and ligatures."""


def credits(raw: bytes) -> list[str]:
    """What each font of a file says of itself and of its makers."""
    return list(dict.fromkeys(map(_names, tables(raw))))


def _names(font: Tables) -> str:
    table = font.get("name", b"")
    texts: dict[str, None] = {}
    count, start = unpack_from(">HH", table, 2) if table else (0, 0)
    for number in range(_bounded(count, _NAMES)):
        platform, _, _, _, size, at = unpack_from(">6H", table, 6 + 12 * number)
        said = table[start + at : start + at + min(size, _LONGEST)]
        texts[said.decode("mac-roman" if platform == 1 else "utf-16-be", "replace")] = None
    beside = [font.get(tag, b"").decode("utf-8", "replace") for tag in ("SVG_", "meta", ABOUT)]
    return "\n".join(text for text in (*texts, *beside) if text)


def characters(font: Tables) -> dict[str, int]:
    """Each character with the number of its glyph (tables of formats 4 and 12)."""
    table = font.get("cmap", b"")
    count = unpack_from(">H", table, 2)[0] if table else 0
    places = {unpack_from(">I", table, 8 + 8 * number)[0] for number in range(count)}
    pairs = chain.from_iterable(_mapped(table, at) for at in sorted(places))
    found: dict[str, int] = {}
    for number, (code, glyph) in enumerate(pairs):
        _bounded(number, _MOST)
        if glyph and not 0xD800 <= code < 0xE000 and code < 0x110000:
            found.setdefault(chr(code), glyph)
    return found


def _bounded(number: int, most: int) -> int:
    if number > most:
        raise TooMuch(f"font with > {most:,} entries of a table")
    return number


def _mapped(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    form = unpack_from(">H", table, at)[0]
    if form == 4:
        yield from _four(table, at)
    elif form == 12:
        yield from _twelve(table, at)


def _four(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    count = unpack_from(">H", table, at + 6)[0] // 2
    ends = unpack_from(f">{count}H", table, at + 14)
    starts, steps, places = (
        unpack_from(f">{count}H", table, at + 16 + 2 * count * part) for part in (1, 2, 3)
    )
    for segment, (start, end, step, place) in enumerate(
        zip(starts, ends, steps, places, strict=True)
    ):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if place:
                where = at + 16 + 6 * count + 2 * segment + place + 2 * (code - start)
                glyph = unpack_from(">H", table, where)[0]
            yield code, (glyph + step) % 65536 if glyph else 0


def _twelve(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    for group in range(min(unpack_from(">I", table, at + 12)[0], 70_000)):
        start, end, glyph = unpack_from(">III", table, at + 16 + 12 * group)
        for code in range(start, min(end, start + 70_000) + 1):
            yield code, glyph + code - start


def ligatures(font: Tables) -> Iterator[str]:
    """Each run of characters that becomes one glyph (GSUB, lookups of type 4)."""
    table = font.get("GSUB", b"")
    if not table:
        return
    chars = {glyph: char for char, glyph in characters(font).items()}
    for number, text in enumerate(
        chain.from_iterable(_of_part(table, part, chars) for part in _parts(table))
    ):
        _bounded(number, _MOST)
        if text:
            yield text


def _parts(table: bytes) -> Iterator[int]:
    """Where the subtables of ligatures begin."""
    for at in _offsets(table, unpack_from(">H", table, 8)[0]):
        kind = unpack_from(">H", table, at)[0]
        for part in _offsets(table, at + 4, at):
            form = kind
            if kind == 7:  # the same, with wider offsets
                form, further = unpack_from(">HI", table, part + 2)
                part += further
            if form == 4:
                yield part


def _offsets(table: bytes, at: int, base: int | None = None) -> list[int]:
    """A counted list of offsets, from the beginning of what holds it."""
    count = unpack_from(">H", table, at)[0]
    return [(at if base is None else base) + o for o in unpack_from(f">{count}H", table, at + 2)]


def _of_part(table: bytes, part: int, chars: Mapping[int, str]) -> Iterator[str]:
    firsts = _covered(table, part + unpack_from(">H", table, part + 2)[0])
    for first, at in zip(firsts, _offsets(table, part + 4, part), strict=False):
        for one in _offsets(table, at):
            count = unpack_from(">H", table, one + 2)[0]
            rest = unpack_from(f">{max(count - 1, 0)}H", table, one + 4)
            text = [chars.get(glyph, "") for glyph in (first, *rest)]
            yield "".join(text) if all(text) else ""


def _covered(table: bytes, at: int) -> list[int]:
    form, count = unpack_from(">HH", table, at)
    if form == 1:
        return list(unpack_from(f">{count}H", table, at + 4))
    ranges = [unpack_from(">HHH", table, at + 4 + 6 * number) for number in range(count)]
    return [glyph for start, end, _ in ranges for glyph in range(start, end + 1)]
