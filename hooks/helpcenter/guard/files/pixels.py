"""Codes and digits drawn with dots."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from PIL import Image

from helpcenter.guard.files import pictures

Point = tuple[float, float]
_DIGITS = Path(__file__).with_name("point_digits.txt")
_WIDE, _HIGH = 15, 35
"""The size at which shapes are compared."""
_UNLIKE = 0.16
"""Share of the points in which a shape may differ from that of a digit."""
_LEAST, _MOST = 30, 20_000
"""Points of a drawing with some digits, and of one that is still looked at."""
_MODULES = 17
"""Modules of the smallest code."""
_NUMBER, _DIFFERENT = 7, 3
"""Digits of the shortest number, and different ones in it."""
Bitmap = Sequence[Sequence[bool]]


def rows_of(points: Collection[Point]) -> Bitmap:
    """Points anywhere as rows of a grid whose cells are as wide as the points are apart."""
    if not _LEAST <= len(points) <= _MOST:
        return []
    axes = [sorted({point[axis] for point in points}) for axis in (0, 1)]
    steps = [_step(places) for places in axes]
    places = {
        (round((x - axes[0][0]) / steps[0]), round((y - axes[1][0]) / steps[1])) for x, y in points
    }
    width, height = (max(place[axis] for place in places) + 1 for axis in (0, 1))
    if width * height > 400 * _MODULES * 60:
        return []
    return [[(x, y) in places for x in range(width)] for y in range(height)]


def _step(places: Sequence[float]) -> float:
    return min((b - a for a, b in pairwise(places) if b - a > 0.01), default=1)


def read(rows: Bitmap) -> Iterator[str]:
    """The codes in a drawing, and each line of digits in it."""
    if not rows or not any(map(any, rows)):
        return
    if len(rows) >= _MODULES and max(map(len, rows)) >= _MODULES:
        yield from pictures.read(_painted(rows))
    for line in _split(rows):
        text = "".join(map(_digit, _split(list(zip(*line, strict=True)))))
        digits = [char for char in text if char.isdigit()]
        if len(digits) >= _NUMBER and len(set(digits)) >= _DIFFERENT:  # else it is a pattern
            yield f"电话：{text}"


def _split(rows: Bitmap) -> Iterator[Bitmap]:
    """The parts between empty rows."""
    width = max(map(len, rows))
    full = [[*row, *[False] * (width - len(row))] for row in rows]
    for filled, part in groupby(full, key=any):
        if filled:
            yield list(part)


def _digit(columns: Bitmap) -> str:
    """The digit that a shape is most like; `-` for a stroke, a blank for none."""
    wide, high = len(columns), len(columns[0])
    used = [y for y in range(high) if any(column[y] for column in columns)]
    if len(used) * 3 <= high:
        return "-" if wide > 1 else " "
    if wide * 4 <= high:
        return "1"
    shape = _scaled(columns)
    if all(shape):
        return " "
    unlike, digit = min((sum(map(bool.__ne__, shape, known)), digit) for known, digit in _known())
    return digit if unlike <= _UNLIKE * len(shape) else " "


@cache
def _known() -> list[tuple[list[bool], str]]:
    """The shapes of the digits, scaled."""
    lines = [line for line in _DIGITS.read_text("utf-8").splitlines() if line[0] != ";"]
    drawn = [(line[2:].split("/"), line[0]) for line in lines]
    return [
        (_scaled([[point == "#" for point in column] for column in zip(*rows, strict=True)]), digit)
        for rows, digit in drawn
    ]


def _scaled(columns: Bitmap) -> list[bool]:
    wide, high = len(columns), len(columns[0])
    return [
        columns[x * wide // _WIDE][y * high // _HIGH] for y in range(_HIGH) for x in range(_WIDE)
    ]


def _painted(rows: Bitmap) -> Image.Image:
    image = Image.new("L", (max(map(len, rows)) + 8, len(rows) + 8), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + 4, y + 4), 0)
    return image.resize((image.width * 6, image.height * 6), Image.Resampling.NEAREST)
