"""Upside-down letters, as converters on the web write them: `ʇsǝʇ` is `test`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_BLOCKS = (
    range(0x0180, 0x02B0),
    range(0x1D00, 0x1DC0),
    range(0x2C60, 0x2C80),
    range(0xA720, 0xA800),
)
_NAME = re.compile(
    r"(?:LATIN|MODIFIER) (SMALL|CAPITAL) LETTER (?:SIDEWAYS )?(?:TURNED|REVERSED) (?:OPEN )?([A-Z])"
)
_SIMILAR = dict(
    zip("ɔɟƃɓɾɿןʃƖᄅƐㄣϛㄥ∀ᗺᗡℲ⅁ſʞ˥Ԁᴚ⊥┴∩Λ⅄˙¡¿‾∘", "cfggjrll123457abdfgjklprttuvy.!?_o", strict=True)
)
"""Those whose names do not say what they look like when turned."""
_ITSELF = dict(
    zip("bdnpqu69lHINOSXZosxz0818@-_+:/.,MW", "qpudbn96lhinosxzosxz0818@-_+:/.,wm", strict=True)
)
"""Plain characters that are others, or themselves, when turned."""


@cache
def _chars() -> dict[str, str]:
    """Each character that a turned text may hold, and what it shows."""
    named = {
        chr(code): match[2].lower()
        for block in _BLOCKS
        for code in block
        if (match := _NAME.match(unicodedata.name(chr(code), "")))
    }
    return named | _SIMILAR | _ITSELF


@cache
def _turned_only() -> frozenset[str]:
    return frozenset(_chars()) - frozenset(_ITSELF)


def _class() -> str:
    return "".join(map(re.escape, _chars()))


RUN = re.compile(rf"[{_class()}]{{5,120}}+")


def upright(match: re.Match[str]) -> str:
    """The text from its end, each character turned back; empty when too few of them are turned.

    Some only turn the letters and leave them in their order, so that reading follows.
    """
    text = match[0]
    if sum(char in _turned_only() for char in text) < 3:
        return ""
    plain = "".join(_chars()[char] for char in text)
    return f"{plain[::-1]} \n {plain}"
