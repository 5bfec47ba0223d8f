"""Text in pictures, read by RapidOCR (the extra `ocr`), whose models come with the package.

It takes seconds a picture, so it reads only those that are new or changed against the asset
lock; what it read is kept there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import islice
from typing import Any

from PIL import Image, ImageOps, ImageStat

from helpcenter.guard.files import shown, stacked
from helpcenter.guard.files.documents import PICTURES, suffix_of

ABSENT_ZH = "；没有安装 ocr，图中的文字没有读（make ocr）"
ABSENT_EN = "; text in it was not read, the extra ocr is not installed (make ocr)"
READ = PICTURES | {".svg", ".pdf"}
"""Files in which text may be drawn."""
_LARGEST = 3000
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
        for picture in islice(_different(shown.all_of(suffix_of(name), raw)), _MOST):
            lines.update(dict.fromkeys(_lines(picture)))
    except Exception:  # whatever a decoder makes of broken bytes: HC131 tells
        return "\n".join(lines)
    return "\n".join(lines)


def _different(pictures: Iterator[Image.Image]) -> Iterator[Image.Image]:
    """The pictures without those that look like the one before."""
    last = None
    for picture in pictures:
        small = picture.convert("L").resize((64, 64))
        if last is None or any(
            abs(a - b) > _ALIKE for a, b in zip(small.tobytes(), last.tobytes(), strict=True)
        ):
            yield picture
        last = small


def _lines(picture: Image.Image) -> Iterator[str]:
    """Lines in a picture as it is, with all its contrast, and in columns of single signs."""
    picture = picture.reduce(max(max(picture.size) // _LARGEST, 1))
    flat = Image.new("RGBA", picture.size, "white")
    flat.alpha_composite(picture.convert("RGBA"))
    plain = flat.convert("RGB")
    plain.thumbnail((_LARGEST, _LARGEST))
    yield from _read(plain)
    clear = ImageOps.autocontrast(plain.convert("L"), cutoff=0.1)
    if max(high - low for low, high in ImageStat.Stat(plain).extrema) < _FAINT:
        yield from _read(clear.convert("RGB"))
    for row in stacked.rows(clear):
        yield from _read(row.convert("RGB"))


_FAINT = 128
"""Steps of a colour; what keeps to fewer may be hard to see."""


def _read(picture: Image.Image) -> tuple[str, ...]:
    return tuple(_engine()(picture).txts or ())
