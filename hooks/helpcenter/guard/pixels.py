"""What points draw: codes, and digits of the fonts that are made of points."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from PIL import Image

from helpcenter.guard import pictures

Point = tuple[float, float]
_SMALL = (
    "111101101101111 010110010010111 111001111100111 111001111001111 101101111001001"
    " 111100111001111 111100111101111 111001001001001 111101111101111 111101111001111"
)
"""Digits of three columns and five rows, row by row, as in the displays of seven strokes."""
_OTHER_SMALL = {
    "010101101101010": "0", "010101010101010": "0", "110010010010111": "1", "010010010010010": "1", "110001010100111": "2",
    "110001010001110": "3", "101101111001001": "4", "001011101111001": "4", "111100110001110": "5", "011100110101010": "6",
    "011100111101111": "6", "111001010010010": "7", "111001010100100": "7", "111101001001001": "7", "010101010101010 ": "8",
    "010101011001110": "9", "111101111001110": "9", "110001110100111": "2", "100100111101111": "6", "111101111001001": "9",
}  # fmt: skip
_LARGE = "3E5149453E 00427F4000 4261514946 2141454B31 1814127F10 2745454539 3C4A494930 0171090503 3649494936 064949291E"
"""Digits of five columns and seven rows, column by column, the lowest bit on top."""
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
        digits = [sign for sign in text if sign.isdigit()]
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
    small = {bits: str(n) for n, bits in enumerate(_SMALL.split())} | _OTHER_SMALL
    shapes = [
        ([[bits[y * 3 + x] == "1" for y in range(5)] for x in range(3)], digit)
        for bits, digit in small.items()
    ]
    for number, code in enumerate(_LARGE.split()):
        columns = [[byte >> y & 1 == 1 for y in range(7)] for byte in bytes.fromhex(code)]
        shapes.append(([column for column in columns if any(column)], str(number)))
    return [(_scaled(shape), digit) for shape, digit in shapes]


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
