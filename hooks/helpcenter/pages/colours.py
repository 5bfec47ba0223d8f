"""Shades of the brand colours, computed when the site is built.

CSS has `color-mix()`, but in-app browsers are often years old, and one that does not know it
leaves the text without a background.
"""

from __future__ import annotations

import colorsys

VIVID = 0.55
"""Least saturation of a lightened colour, so that a link on black does not look grey."""


def mix(colour: str, other: str, share: int) -> str:
    """`colour` with `share` percent of `other`, both sRGB such as `#0f4c5c`."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    mixed = [round(a + (b - a) * share / 100) for a, b in pairs]
    return "#" + "".join(f"{value:02x}" for value in mixed)


def lighten(colour: str, lightness: int) -> str:
    """The hue of `colour` at `lightness` percent (HSL), for text on a dark page."""
    hue, _, saturation = colorsys.rgb_to_hls(*(value / 255 for value in _channels(colour)))
    rgb = colorsys.hls_to_rgb(hue, lightness / 100, max(saturation, VIVID) if saturation else 0)
    return "#" + "".join(f"{round(value * 255):02x}" for value in rgb)


def _channels(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
