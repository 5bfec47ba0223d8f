"""Text in pictures, read by RapidOCR (the extra `ocr`), whose models come with the package.

It takes seconds a picture, so it reads only those that are new or changed against the asset
lock; what it read is kept there.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.util import find_spec
from typing import Any

from PIL import Image

ABSENT_ZH = "；没有安装 ocr，图中的文字没有读（make ocr）"
ABSENT_EN = "; text in it was not read, the extra ocr is not installed (make ocr)"
_LARGEST = 3000


def available() -> bool:
    """Whether text in pictures can be read here."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def words(raw: bytes) -> str:
    """The lines of text in a picture, top to bottom; empty for what is no picture."""
    try:
        picture = Image.open(io.BytesIO(raw)).convert("RGB")
    except Exception:  # whatever a decoder makes of broken bytes: HC131 tells
        return ""
    picture.thumbnail((_LARGEST, _LARGEST))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return "\n".join(_engine()(out.getvalue()).txts or ())
