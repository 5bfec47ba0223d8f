"""The pictures that a file shows: frames, pages, drawings; rendered in a separate process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import ceil

import pypdfium2
import resvg_py
from PIL import Image

from helpcenter.guard.files import drawn_digits, pictures
from helpcenter.guard.files.isolation import apart
from helpcenter.guard.matching.effort import Effort, TooMuch

MAX_PAGES = 60
_MAX_SVG = 2_000_000
_MAX_PAGE = 10_000_000
"""Square points; a page of A4 has half a million."""
_LEAST = 40
"""Numbers of a drawing below which it is no code: the edges of the smallest are more."""
_NUMBER = re.compile(rb"\d+(?:\.\d+)?|\.\d+")
_SHAPES = (b"<rect", b"<path", b"<image", b"<use", b"<line", b"<circle", b"<poly", b"<ellipse")


@lru_cache(maxsize=64)  # a drawing is met as a source and again in the site
def of_svg(raw: bytes) -> tuple[list[str], list[str]]:
    """Payloads of codes, and numbers, in a drawing, drawn without network, files or fonts."""
    _check(raw)
    if not any(map(raw.__contains__, _SHAPES)):
        return [], []
    drawn = _drawn(raw)  # what cannot be rendered is reported, however little it contains
    if b"<image" not in raw and len(_NUMBER.findall(raw)) < _LEAST:
        return [], []
    return of_picture(drawn, Effort())


def of_picture(raw: bytes, effort: Effort) -> tuple[list[str], list[str]]:
    """The same of a picture: each once."""
    codes: dict[str, None] = {}
    numbers: dict[str, None] = {}
    for frame in pictures.frames(raw, effort):
        codes.update(dict.fromkeys(pictures.codes_of(frame, effort)))
        numbers.update(dict.fromkeys(drawn_digits.numbers(frame)))
    return [*codes], [*numbers]


def _check(raw: bytes) -> None:
    if len(raw) > _MAX_SVG or raw.count(b"<g") > 20_000:
        raise TooMuch(f"SVG of {len(raw):,} bytes")


def _drawn(raw: bytes) -> bytes:
    """A drawing as PNG."""
    _check(raw)
    text = raw.decode("utf-8")
    return apart(
        lambda: bytes(resvg_py.svg_to_bytes(svg_string=text, width=600, dpi=96, background="white"))
    )


def pages(raw: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Text and picture of each page of a PDF.

    Raises:
        TooMuch: there are too many, or one is too large.
    """
    document = pypdfium2.PdfDocument(raw)
    try:
        if len(document) > MAX_PAGES:
            raise TooMuch(f"{len(document)} pages")
        for number in range(len(document)):
            page = document[number]
            yield page.get_textpage().get_text_bounded(), _rendered(page)
    finally:
        document.close()


def _rendered(page: pypdfium2.PdfPage) -> Image.Image:
    width, height = page.get_size()
    if width * height > _MAX_PAGE:
        raise TooMuch(f"page of {width:.0f}x{height:.0f}")
    size = (ceil(width * 2), ceil(height * 2))
    points = apart(lambda: page.render(scale=2).to_pil().convert("RGBA").resize(size).tobytes())
    return Image.frombytes("RGBA", size, points)


def all_of(suffix: str, raw: bytes) -> Iterator[Image.Image]:
    """Each picture that a file with this ending shows.

    Raises:
        TooMuch: it cannot be drawn, or is too large.
    """
    if suffix == ".pdf":
        yield from (picture for _, picture in pages(raw))
    else:
        yield from pictures.frames(_drawn(raw) if suffix == ".svg" else raw)
