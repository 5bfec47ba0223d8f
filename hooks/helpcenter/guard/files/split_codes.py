"""Codes cut in two: pictures that form one only side by side, stacked or overlaid."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from helpcenter.guard.files import pictures

_NEAR = 3
"""Neighbours by name, in the same folder, that a new picture is put together with."""
_LARGEST = 2_000
"""Pixels of a side of a picture that may be half a code."""
_BORDER = 24
_UNEVEN = 4
"""The part of its side by which a code with its border may be longer than high: one in so many."""


def of_pairs(root: Path, new: Collection[str], all_: Collection[str]) -> Iterator[tuple[str, str]]:
    """Path of a new picture, and the code that it makes with one of its neighbours.

    Args:
        root: folder of the paths.
        new: pictures that nobody has reviewed, without a code of their own.
        all_: all pictures.
    """
    for _, paths in groupby(sorted(all_, key=_place), key=lambda path: _place(path)[0]):
        folder = list(paths)
        for at, path in enumerate(folder):
            for other in folder[at + 1 : at + 1 + _NEAR]:
                if path in new or other in new:
                    yield from ((path, code) for code in _joined(root / path, root / other))


def shown_together(one: Path, other: Path) -> Sequence[str]:
    """The codes that two pictures make which a page shows one right behind the other."""
    halves = [_opened(file) for file in (one, other)]
    a, b = halves
    if a is None or b is None or not (_is_square(a, b, 0) or _is_square(a, b, 1)):
        return []
    return [code for made in _layouts(a, b, either=False) for code in pictures.read(made)]


def _is_square(a: Image.Image, b: Image.Image, axis: int) -> bool:
    """Whether two pictures are about as high as wide when they lie along an axis (0: beside)."""
    along, across = a.size[axis] + b.size[axis], max(a.size[1 - axis], b.size[1 - axis])
    return abs(along - across) * _UNEVEN <= across and a.size[1 - axis] == b.size[1 - axis]


def _place(path: str) -> tuple[str, str]:
    folder, _, name = path.rpartition("/")
    return folder, name


def _joined(one: Path, other: Path) -> Sequence[str]:
    """The codes that two pictures make together."""
    halves = [_opened(file) for file in (one, other)]
    a, b = halves
    if a is None or b is None:
        return []
    found: dict[str, None] = {}
    for made in _layouts(a, b):
        found.update(dict.fromkeys(pictures.read(made)))
    return [*found]


def _opened(file: Path) -> Image.Image | None:
    try:
        with Image.open(io.BytesIO(file.read_bytes())) as picture:
            if max(picture.size) > _LARGEST:
                return None
            flat = Image.new("RGBA", picture.size, "white")
            flat.alpha_composite(picture.convert("RGBA"))
            return flat.convert("L")
    except Exception:  # what cannot be read is reported where each picture is judged
        return None


def _layouts(a: Image.Image, b: Image.Image, *, either: bool = True) -> Iterator[Image.Image]:
    """Side by side and stacked; with `either` in both orders, and overlaid too."""
    orders = ((a, b), (b, a)) if either else ((a, b),)
    if a.height == b.height:
        for left, right in orders:
            yield _together(left, right, (left.width + right.width, a.height), (left.width, 0))
    if a.width == b.width:
        for upper, lower in orders:
            yield _together(upper, lower, (a.width, upper.height + lower.height), (0, upper.height))
    if either and a.size == b.size:
        for upon in (ImageChops.darker(a, b), ImageChops.lighter(a, b)):
            yield ImageOps.expand(upon, _BORDER, 255)


def _together(
    one: Image.Image, other: Image.Image, size: tuple[int, int], place: tuple[int, int]
) -> Image.Image:
    made = Image.new("L", (size[0] + 2 * _BORDER, size[1] + 2 * _BORDER), 255)
    made.paste(one, (_BORDER, _BORDER))
    made.paste(other, (_BORDER + place[0], _BORDER + place[1]))
    return made
