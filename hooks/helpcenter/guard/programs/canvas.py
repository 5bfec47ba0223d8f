"""What a script draws on a canvas (HTML, 2D context): text, strokes, small rectangles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from PIL import Image, ImageDraw

from helpcenter.guard.files import drawn_digits, pixels

DRAWN = "<drawn>"
"""Name under which a script keeps what it has drawn so far, in a list that all its functions share."""
CALLS = frozenset({"fillText", "strokeText", "moveTo", "lineTo", "fillRect"})
"""Methods of a context that draw."""
DRAWING = re.compile(rf"\.(?:{'|'.join(sorted(CALLS))})\(")
_MOST = 4_000
_LARGEST = 4_000
"""Points of a side of a canvas."""
_GROUND = 40
Call = tuple[str, Sequence[Any]]


def note(drawn: list[Call], name: str, values: Sequence[Any]) -> None:
    """Keep one call of a method that draws."""
    if len(drawn) < _MOST and values:
        drawn.append((name, values))


def shown(drawn: Sequence[Call]) -> Iterator[str]:
    """What a reader sees: the texts in their order and from left to right, codes, and numbers."""
    texts = [values for name, values in drawn if name.endswith("Text")]
    if len(texts) > 1:
        yield "".join(str(values[0]) for values in texts)
        placed = [v for v in texts if len(v) > 2 and all(map(_is_number, v[1:3]))]
        yield "".join(str(v[0]) for v in sorted(placed, key=lambda v: (v[2], v[1])))
    corners = [v for name, v in drawn if name == "fillRect" and all(map(_is_number, v))]
    yield from pixels.read(pixels.rows_of([(v[0], v[1]) for v in corners if len(v) == 4]))
    yield from _of_strokes([call for call in drawn if call[0].endswith("To")])


def _of_strokes(calls: Sequence[Call]) -> Iterator[str]:
    """Numbers in the lines from each place to the next."""
    if not calls or not all(len(v) == 2 and all(map(_in_bounds, v)) for _, v in calls):
        return
    width, high = (int(max(v[axis] for _, v in calls)) + 1 for axis in (0, 1))
    picture = Image.new("L", (width + 2 * _GROUND, high + 2 * _GROUND), 255)
    draw = ImageDraw.Draw(picture)
    at: tuple[float, float] | None = None
    for name, values in calls:
        place = values[0] + _GROUND, values[1] + _GROUND
        if name == "lineTo" and at:
            draw.line((at, place), fill=0, width=2)
        at = place
    yield from drawn_digits.numbers(picture)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)


def _in_bounds(value: Any) -> bool:
    return _is_number(value) and 0 <= value < _LARGEST
