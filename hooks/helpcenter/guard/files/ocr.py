"""Text in pictures, read by RapidOCR (the extra `ocr`), whose models come with the package.

It takes seconds per picture, so only pictures that are new or changed since the asset lock are
read; the lock stores the result.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import islice
from math import ceil
from typing import Any

from PIL import Image, ImageOps, ImageStat

from helpcenter.guard.files import rasters, stacked
from helpcenter.guard.files.documents import PICTURES, suffix_of

ABSENT_ZH = "；没有安装 ocr，图中的文字没有读（make ocr）"
ABSENT_EN = "; text in it was not read, the extra ocr is not installed (make ocr)"
READ = PICTURES | {".svg", ".pdf"}
"""Files in which text may be drawn."""
_LARGEST, _FURTHER = 2000, 1300
"""The longer side of a picture, which is all that the reader looks at, and of those behind it."""
_BAND, _OVERLAP = 1000, 64
"""Points from top to bottom that are read at a time, and those read twice."""
_MOST = 10
"""Frames or pages of one file that are read."""
_ALIKE = 8
"""Steps of grey by which two frames differ at most where nothing has changed."""


def available() -> bool:
    """Whether text in pictures can be read here."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def words(name: str, raw: bytes) -> str:
    """The lines of text that a file shows, top to bottom; empty for what shows no picture."""
    lines: dict[str, None] = {}
    try:
        different = islice(_different(rasters.all_of(suffix_of(name), raw)), _MOST)
        for number, picture in enumerate(different):
            lines.update(dict.fromkeys(_lines(picture, _FURTHER if number else _LARGEST)))
    except Exception:  # whatever a decoder does with broken bytes is reported as HC131
        return "\n".join(lines)
    return "\n".join(lines)


def _different(pictures: Iterator[Image.Image]) -> Iterator[Image.Image]:
    """The pictures without those that look like the one before."""
    last = None
    for picture in pictures:
        small = picture.resize((64, 64), reducing_gap=2).convert("L")
        if last is None or any(
            abs(a - b) > _ALIKE for a, b in zip(small.tobytes(), last.tobytes(), strict=True)
        ):
            yield picture
        last = small


def _lines(picture: Image.Image, largest: int) -> Iterator[str]:
    """Lines in a picture as it is, with all its contrast, and in columns of single characters."""
    picture = picture.reduce(max(max(picture.size) // largest, 1))
    flat = Image.new("RGBA", picture.size, "white")
    flat.alpha_composite(picture.convert("RGBA"))
    plain = flat.convert("RGB")
    plain.thumbnail((largest, largest))
    yield from _read(plain)
    clear = ImageOps.autocontrast(plain.convert("L"), cutoff=0.1)
    if max(high - low for low, high in ImageStat.Stat(plain).extrema) < _FAINT:
        yield from _read(clear.convert("RGB"))
    for row in stacked.rows(clear):
        yield from _read(row.convert("RGB"))


_FAINT = 128
"""Steps of a colour; what keeps to fewer may be hard to see."""


def _read(picture: Image.Image) -> Iterator[str]:
    """The lines in a picture, a band after the other: each point needs some 200 bytes."""
    count = ceil(picture.height / _BAND)
    for number in range(count):
        top, end = (picture.height * at // count for at in (number, number + 1))
        band = picture.crop((0, max(top - _OVERLAP, 0), picture.width, end))
        yield from _engine()(band).txts or ()
