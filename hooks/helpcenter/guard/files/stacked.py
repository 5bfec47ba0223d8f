"""Lays characters that are below each other side by side, so that they can be read as a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PIL import Image, ImageOps

_LEAST, _MOST = 6, 60
"""Characters of a column."""
_COLUMNS = 6
_GAP, _BORDER = 6, 24
Span = tuple[int, int]


def rows(grey: Image.Image) -> Iterator[Image.Image]:
    """For each column of characters a picture of them in a row.

    Args:
        grey: dark characters on light ground, or the other way round.
    """
    dark = grey if _is_light(grey) else ImageOps.invert(grey)
    ink = ImageOps.invert(dark).point(lambda value: 255 if value > 128 else 0)
    for left, right in spans(used(ink, across=True), ink.width // 40 + 2)[:_COLUMNS]:
        strip = ink.crop((left, 0, right, ink.height))
        glyphs = spans(used(strip, across=False), 1)
        if _LEAST <= len(glyphs) <= _MOST and all(b - a < 2.5 * (right - left) for a, b in glyphs):
            yield _laid([dark.crop((left, a, right, b)) for a, b in glyphs])


def _is_light(grey: Image.Image) -> bool:
    counts = grey.histogram()
    return sum(counts[128:]) * 2 >= sum(counts)


def used(ink: Image.Image, *, across: bool) -> Sequence[bool]:
    """Which columns (or lines) of points have ink."""
    size = (ink.width, 1) if across else (1, ink.height)
    mean = ink.resize(size, Image.Resampling.BOX)
    return [value > 0 for value in mean.tobytes()]


def spans(filled: Sequence[bool], gap: int) -> list[Span]:
    """Where something is used; parts less than `gap` apart are one."""
    found: list[Span] = []
    at = 0
    for is_used, part in groupby(filled):
        size = sum(1 for _ in part)
        if is_used:
            if found and at - found[-1][1] < gap:
                found[-1] = (found[-1][0], at + size)
            else:
                found.append((at, at + size))
        at += size
    return found


def _laid(glyphs: Sequence[Image.Image]) -> Image.Image:
    high = max(glyph.height for glyph in glyphs)
    trimmed = [glyph.crop(ImageOps.invert(glyph).getbbox() or (0, 0, 1, 1)) for glyph in glyphs]
    wide = sum(glyph.width + _GAP for glyph in trimmed)
    row = Image.new("L", (wide + 2 * _BORDER, high + 2 * _BORDER), 255)
    at = _BORDER
    for glyph in trimmed:
        row.paste(glyph, (at, _BORDER + (high - glyph.height) // 2))
        at += glyph.width + _GAP
    return row
