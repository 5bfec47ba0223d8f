"""Files and pictures inside a text: `data:` addresses, drawings, tables that paint a code."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from helpcenter.guard import documents, drawings, pixels
from helpcenter.guard.archives import best_guess

Found = tuple[int, int, str]
_DATA = re.compile(
    r"data:(?P<type>[\w.+-]{1,40}/[\w.+-]{1,60})?(?P<options>(?:;[\w=.-]{1,60}){0,4}),(?P<body>(?:[^\s\"'<>()\\]|%[0-9a-fA-F]{2}){4,4000000}+|(?<=,)[^\"]{4,20000}(?=\"))",
    re.IGNORECASE,
)
_ENDINGS = {"image/svg+xml": ".svg", "image/jpeg": ".jpg", "application/pdf": ".pdf", "text/html": ".html"}  # fmt: skip
_TABLE = re.compile(r"<table\b(?:(?!</table>).){2000,400000}+", re.DOTALL | re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^>]*>((?:(?!</?tr\b).)*+)", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b([^<>]*+)>", re.IGNORECASE)
_COLOUR = re.compile(
    r"(?:bgcolor\s?=\s?[\"']?|background(?:-color)?\s?:\s?)(#[0-9a-fA-F]{3,8}|[a-z]{3,20})",
    re.IGNORECASE,
)
_DARK = re.compile(
    r"#[0-7][0-9a-f]?[0-7][0-9a-f]?[0-7][0-9a-f]?$|(?:black|dark|navy|maroon|purple|green|blue|red|brown|indigo)",
    re.IGNORECASE,
)
_LEAST = 5
"""Rows of the smallest digits."""


def files(text: str, path: str) -> Iterator[Found]:
    """What `data:` addresses and drawings hold: payloads of codes, words, links."""
    for match in _DATA.finditer(text) if "data:" in text.lower() else ():
        raw = _bytes(match)
        name = (match["type"] or "text/plain").lower()
        ending = _ENDINGS.get(name, f".{name.rpartition('/')[2]}")
        if name.startswith("text/") or ending in (".svg", ".html", ".xml", ".json"):
            yield match.start(), match.end(), best_guess(raw)
        held = documents.contents(f"x{ending}", raw)
        for inner in (*held.codes, *held.texts):
            yield match.start(), match.end(), inner
    if path.endswith(".svg"):
        return
    for start, end in drawings.spans(text):
        drawing = text[start:end]
        if any(shape in drawing for shape in ("<rect", "<use", "<path")):
            for code in documents.contents("x.svg", _standing_alone(drawing)).codes:
                yield start, end, code


def _standing_alone(drawing: str) -> bytes:
    if "xmlns=" not in drawing[:600]:
        drawing = re.sub(r"<svg\b", '<svg xmlns="http://www.w3.org/2000/svg"', drawing, count=1)
    return drawing.encode()


def _bytes(match: re.Match[str]) -> bytes:
    raw = unquote_to_bytes(match["body"])
    if "base64" not in match["options"].lower():
        return raw
    try:
        return base64.b64decode(raw + b"==", validate=False)
    except (binascii.Error, ValueError):
        return b""


def grids(text: str) -> Iterator[Found]:
    """Codes painted with the background of table cells."""
    if "<table" not in text.lower():
        return
    for match in _TABLE.finditer(text):
        rows = [[_is_dark(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(match[0])]
        if _LEAST <= len(rows) < 200 and all(len(row) >= _LEAST for row in rows):
            for found in pixels.read(rows):
                yield match.start(), match.end(), found


def _is_dark(attributes: str) -> bool:
    colour = _COLOUR.search(attributes)
    return colour is not None and _DARK.match(colour[1]) is not None
