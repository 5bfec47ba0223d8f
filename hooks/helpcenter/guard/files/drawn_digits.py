"""Numbers in pictures, read by the shapes of their digits, without the extra `ocr`.

A number may be drawn as strokes, or as characters of a font with other names. Its digits are in a
line, separate and equally high. Each is compared with the digits of ordinary fonts and of
seven-segment displays; a character that resembles none ends the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

from PIL import Image, ImageOps

from helpcenter.guard.files import shapes, stacked

_LEAST, _MOST = 9, 18
"""Digits of a whole number."""
_DIFFERENT = 3
_LOW, _HIGH = 6, 400
"""Least and greatest height in pixels of a line of digits."""
_SMALL = 1_000
"""Points of the longer side of a picture that is looked at enlarged."""
_MOST_GLYPHS = 400
"""Characters of a line; a pattern has more."""
_UNLIKE = 0.33
"""Unlikeness (0 to 1) up to which a character is a digit of a font; else its strokes may be those of a display."""
_UNEVEN = 0.2
"""Share by which characters of one line differ in height."""
_CROSS = 9
_FLAT = 2.5
"""How much lower than a digit a dash or a dot is, at least."""


def numbers(picture: Image.Image) -> Iterator[str]:
    """The numbers in the lines of a picture, with dashes where characters stand further apart."""
    ink = _ink(picture)
    for top, end in _spans(ink, axis=1):
        if not _LOW <= end - top <= _HIGH:
            continue
        line = ink.crop((0, top, ink.width, end))
        spans = _spans(line, axis=0)
        if _LEAST <= len(spans) <= _MOST_GLYPHS:
            yield from _of_line(line, spans)


def _ink(picture: Image.Image) -> Image.Image:
    """What differs from the ground, light on black."""
    flat = Image.new("RGBA", picture.size, "white")
    flat.alpha_composite(picture.convert("RGBA"))
    grey = flat.convert("L")
    if max(grey.size) < _SMALL:
        grey = grey.resize((grey.width * 3, grey.height * 3), Image.Resampling.BICUBIC)
    grey = ImageOps.autocontrast(grey)
    histogram = grey.histogram()
    ground = histogram.index(max(histogram))
    return grey.point([255 * (abs(level - ground) > 96) for level in range(256)])


def _spans(ink: Image.Image, axis: int) -> list[stacked.Span]:
    """Where columns (0) or rows (1) that are next to each other have ink."""
    return stacked.spans([*map(bool, ink.getprojection()[axis])], 1)


def _of_line(line: Image.Image, spans: Sequence[stacked.Span]) -> Iterator[str]:
    glyphs = [_glyph(line, span) for span in spans]
    high = median(glyph.height for glyph in glyphs)
    groups: list[str] = [""]
    gap = median(b[0] - a[1] for a, b in pairwise(spans))
    for at, (glyph, span) in enumerate(zip(glyphs, spans, strict=True)):
        if at and span[0] - spans[at - 1][1] > 2 * gap + high / 3:
            groups.append("")
        if glyph.height * _FLAT < high:
            groups.append("")
            continue
        digit = _digit(glyph) if abs(glyph.height - high) <= _UNEVEN * high else ""
        if not digit:
            yield from _told(groups)
            groups = ["+" if _is_plus(glyph) else ""]
            continue
        groups[-1] += digit
    yield from _told(groups)


def _glyph(line: Image.Image, span: stacked.Span) -> Image.Image:
    glyph = line.crop((span[0], 0, span[1], line.height))
    return glyph.crop(glyph.getbbox())


def _is_plus(glyph: Image.Image) -> bool:
    """Whether a character is a cross: ink all along both its middles, and none in its corners."""
    points = glyph.resize((_CROSS, _CROSS), Image.Resampling.BOX).tobytes()
    rows = [points[at : at + _CROSS] for at in range(0, len(points), _CROSS)]
    middle = _CROSS // 2
    corners = [row[at] for row in (rows[0], rows[1], rows[-2], rows[-1]) for at in (0, 1, -2, -1)]
    return max(corners) < 64 and min(*rows[middle], *(row[middle] for row in rows)) > 127


def _told(groups: Sequence[str]) -> Iterator[str]:
    filled = [group for group in groups if group.strip("+")]
    digits = "".join(filled).lstrip("+")
    if _LEAST <= len(digits) <= _MOST and len(set(digits)) >= _DIFFERENT:
        yield "-".join(filled)


def _digit(glyph: Image.Image) -> str:
    """The digit that a character is most like; nothing when it is like none."""
    if glyph.width * _NARROW <= glyph.height:
        return "1"
    unlike, digit = _nearest(shapes.points_of(glyph))
    return digit if unlike <= _UNLIKE else _STROKES.get(_strokes(glyph), "")


@lru_cache(maxsize=1024)  # a line has each sign more than once
def _nearest(points: bytes) -> tuple[float, str]:
    shape = shapes.shape_of(points)
    return min((shapes.from_ordinary(shape, digit), digit) for digit in shapes.GROUPS[0])


def _strokes(glyph: Image.Image) -> str:
    """Which strokes of a display a character has; nothing when it has ink where none goes."""
    small = glyph.resize((_SIDE, 2 * _SIDE), Image.Resampling.BOX)
    if any(max(small.crop(place).tobytes()) > _INK for place in _HOLES):
        return ""
    return "".join(n for n, place in _PLACES.items() if max(small.crop(place).tobytes()) > _INK)


_SIDE, _INK = 24, 127
_NARROW = 4
_PLACES = {
    "a": (10, 0, 14, 8), "b": (16, 10, 24, 14), "c": (16, 34, 24, 38), "d": (10, 40, 14, 48),
    "e": (0, 34, 8, 38), "f": (0, 10, 8, 14), "g": (10, 20, 14, 28),
}  # fmt: skip
"""Where the strokes of a display cross the middle of their places, in a character of 24 x 48 points."""
_HOLES = ((11, 11, 13, 13), (11, 35, 13, 37))
_STROKES = {
    "abcdef": "0", "abdeg": "2", "abcdg": "3", "bcfg": "4", "acdfg": "5", "acdefg": "6", "cdefg": "6",
    "abc": "7", "abcf": "7", "abcdefg": "8", "abcdfg": "9", "abcfg": "9",
}  # fmt: skip
"""Digits by their strokes, from the upper one clockwise, the middle one last."""
