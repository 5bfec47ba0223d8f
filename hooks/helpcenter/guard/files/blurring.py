"""Blurs pictures, because a code of dots looks like one of squares from further away.

A code may be drawn with a small dot or square for each module. A phone can read it because its lens
blurs what is near; a code reader alone cannot.
"""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, ImageFilter, ImageOps

_RADII = (1.0, 1.5)
"""Of 156 pictures with modules of 3 to 30 points and dots of 0.4 to 0.8 of a module, one of these
at one of the sizes made each readable; each radius alone left out every fifth."""
_LEAST = 60
"""Points of the shorter side below which no code has two points a module."""
_LARGEST = 1500


def views(grey: Image.Image) -> Iterator[Image.Image]:
    """A grey picture softened, at its own and at half, a quarter and less of its size."""
    if max(grey.size) > _LARGEST:
        grey = grey.reduce(max(grey.size) // _LARGEST + 1)
    while min(grey.size) >= _LEAST:
        for radius in _RADII:
            soft = grey.filter(ImageFilter.GaussianBlur(radius))
            yield ImageOps.autocontrast(soft, cutoff=1)
        grey = grey.reduce(2)
