"""Finds which digit or letter a font's character looks like, by the best fit of the whole group.

Each is compared with the characters of ordinary fonts. A single one proves little, since styles
differ; but in an honest font no other order of all digits, or of all letters, fits better than the
usual one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from math import sqrt
from operator import itemgetter, mul
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

GROUPS = ("0123456789", "abcdefghijklmnopqrstuvwxyz")
"""Groups of characters to tell apart, each within its group."""
SIZE = 48
_BETTER = {"0": 0.09, "a": 0.4}
"""How much better another order must fit, by the first of a group. Of 90 fonts none reached it with
its own digits (0) or letters (0.11); with two digits exchanged all did."""
_ALIKE = {"0": 0.05, "a": 0.02}
"""Unlikeness of two characters that nobody tells apart. That of `3` and `8` is 0.14 or more, that of `i` and
`l` sometimes 0.05."""
_CHANGED = 16
"""Steps of grey that points may differ by, all in all."""
_WIDE, _HIGH, _NARROW = 12, 16, 0.4
_MARGIN = 40
_TABLE = Path(__file__).with_name("letter_shapes.txt")
Shape = Sequence[float]
"""Ink of the points, with a mean of 0 and a length of 1."""
Font = ImageFont.FreeTypeFont


def box_of(
    font: Font, text: str, features: Sequence[str] = ()
) -> tuple[float, float, float, float]:
    """Where a text is drawn: left, top, right, bottom; nothing where it cannot be."""
    try:
        return font.getbbox(text, features=[*features] or None)
    except (RuntimeError, OSError):  # glyphs that are broken
        return 0, 0, 0, 0


def drawn(font: Font, text: str, features: Sequence[str] = ()) -> Image.Image | None:
    """A text as light characters on black, cut to what is drawn; None when there is nothing."""
    width, height = (int(edge) for edge in box_of(font, text, features)[2:])
    if not 0 < width < 200 * SIZE or not 0 < height < 40 * SIZE:
        return None
    image = Image.new("L", (width + 2 * _MARGIN, height + 2 * _MARGIN), 0)
    ImageDraw.Draw(image).text((_MARGIN, _MARGIN), text, 255, font, features=[*features] or None)
    box = image.getbbox()
    return image.crop(box) if box else None


def points_of(glyph: Image.Image) -> bytes:
    """One glyph scaled to the size that all share; a narrow one keeps some background beside it."""
    wide = max(glyph.width, int(glyph.height * _NARROW) + 1)
    ground = Image.new("L", (wide, glyph.height), 0)
    ground.paste(glyph, ((wide - glyph.width) // 2, 0))
    return ground.resize((_WIDE, _HIGH), Image.Resampling.BOX).tobytes()


def shape_of(points: bytes) -> Shape:
    """A shape that can be compared."""
    mean = sum(points) / len(points)
    apart = [point - mean for point in points]
    length = sqrt(sum(map(mul, apart, apart))) or 1.0
    return [value / length for value in apart]


def unlike(one: Shape, other: Shape) -> float:
    """0 for the same shape, 1 for two that have nothing to do with each other."""
    alike: float = sum(map(mul, one, other))
    return 1 - alike


def differ(one: Image.Image, other: Image.Image) -> bool:
    """Whether two drawings of characters are of different ones."""
    pairs = zip(points_of(one), points_of(other), strict=True)
    return sum(abs(a - b) for a, b in pairs) > _CHANGED * _WIDE * _HIGH


def seen(shapes: Mapping[str, Shape]) -> Mapping[str, str]:
    """For each character of a group the one that it looks like, almost always itself."""
    chars = [char for char in shapes if char in _ordinary()]
    if len(chars) < 2:
        return {}
    group = next(group for group in GROUPS if chars[0] in group)
    cost = {s: {o: from_ordinary(shapes[s], o) for o in group} for s in chars}
    found = _best_order(chars, cost, _BETTER[group[0]])
    pairs = combinations(chars, 2)
    alike = [pair for pair in pairs if unlike(*map(shapes.__getitem__, pair)) < _ALIKE[group[0]]]
    if len(alike) > len(chars) // 2:  # blanks or boxes, as in fonts of icons
        return {}
    for one, other in alike:
        found[one] = found[other] = min((one, other), key=cost[one].__getitem__)
    return found


def _best_order(
    chars: Sequence[str], cost: Mapping[str, Mapping[str, float]], better: float
) -> dict[str, str]:
    """Exchange two characters while that fits better; the usual order when it gains too little."""
    order = {char: char for char in chars}
    total = 0.0
    while True:
        gain, one, other = max(
            (
                cost[a][order[a]] + cost[b][order[b]] - cost[a][order[b]] - cost[b][order[a]],
                a,
                b,
            )
            for a, b in combinations(chars, 2)
        )
        if gain < 1e-6:
            return order if total > better else {char: char for char in chars}
        total += gain
        order[one], order[other] = order[other], order[one]


def from_ordinary(shape: Shape, char: str) -> float:
    """The least difference (as `unlike`) from the table's glyphs for `char`; sums only their ink."""
    return 1 - max(sum(ink(shape)) / length for ink, length in _ordinary()[char])


_Inked = tuple[Callable[[Shape], Sequence[float]], float]
"""Picks from a shape the points at which a black-and-white glyph has ink, and its length there."""


@cache
def _ordinary() -> Mapping[str, list[_Inked]]:
    """The glyphs of the table, by character."""
    lines = [line.split() for line in _TABLE.read_text("utf-8").splitlines() if line[0] != ";"]
    return {char: [*map(_unpacked, packed)] for char, *packed in lines}


def _unpacked(packed: str) -> _Inked:
    bits = f"{int(packed, 16):0{_WIDE * _HIGH}b}"
    ink = [at for at, bit in enumerate(bits) if bit == "1"]
    return itemgetter(*ink), sqrt(len(ink) * (1 - len(ink) / len(bits)))


def packed(font: Font, chars: str) -> Iterator[str]:
    """The line of the table for each character that a font draws."""
    for char in chars:
        image = drawn(font, char)
        if image:
            bits = "".join("01"[point > 127] for point in points_of(image))
            yield f"{int(bits, 2):048x}"
