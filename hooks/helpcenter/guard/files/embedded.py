"""Files and pictures inside a text: `data:` URLs, drawings, tables that form a code."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from helpcenter.guard.files import archives, carving, documents, pictures, pixels
from helpcenter.guard.markup import drawings
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.effort import Effort
from helpcenter.guard.matching.found import Found

_DATA = re.compile(
    r"data:(?P<type>[\w.+-]{1,40}/[\w.+-]{1,60})?(?P<options>(?:;[\w=.-]{1,60}){0,4}),"
    r"(?P<body>(?:[^\s\"'<>()\\]|%[0-9a-fA-F]{2}){4,4000000}+"
    r"|(?<=,)[^\"]{4,20000}(?=\"))",
    re.IGNORECASE,
)
_BEGUN = ("iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR", "JVBERi0", "UEsDB", "H4sI", "PHN2Zy", "PD94bWw")
"""How pictures, documents, archives and drawings begin in base64."""
_BLOB = re.compile(
    rf"(?<![\w,+/])(?:{'|'.join(_BEGUN)})(?:[A-Za-z0-9+/=]|\\?\r?\n[ \t]{{0,9}}"
    rf"|\\[rn]){{80,4000000}}+"
)
_ENDINGS = {"image/svg+xml": ".svg", "image/jpeg": ".jpg", "application/pdf": ".pdf", "text/html": ".html"}  # fmt: skip
_TABLE = re.compile(r"<table\b(?:(?!</table>).){2000,400000}+", re.DOTALL | re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^>]*>((?:(?!</?tr\b).)*+)", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b([^<>]*+)>([^<>]{0,9})", re.IGNORECASE)
_PIPES = re.compile(
    r"(?:^[ \t]{0,9}\|(?:[^|\n]{0,9}\|){11,200}+[ \t]{0,9}\r?\n?+){11,200}+", re.MULTILINE
)
_COLOUR = re.compile(
    r"(?:bgcolor\s?=\s?[\"']?|background(?:-color)?\s?:\s?)(#[0-9a-fA-F]{3,8}|[a-z]{3,20})",
    re.IGNORECASE,
)
_DARK = re.compile(
    r"#[0-7][0-9a-f]?[0-7][0-9a-f]?[0-7][0-9a-f]?$"
    r"|(?:black|dark|navy|maroon|purple|green|blue|red|brown|indigo)",
    re.IGNORECASE,
)
_LEAST = 5
"""Rows of the smallest digits."""


def files(text: str, path: str) -> Iterator[Found]:
    """What `data:` addresses, files written as base64 and drawings hold: codes, words, links."""
    effort = Effort()
    for match in _DATA.finditer(text) if "data:" in text.lower() else ():
        name = (match["type"] or "text/plain").lower()
        ending = _ENDINGS.get(name, f".{name.rpartition('/')[2]}")
        for inner in _held(ending, _bytes(match), effort, is_text=name.startswith("text/")):
            yield match.start(), match.end(), inner
    for match in _BLOB.finditer(text) if any(map(text.__contains__, _BEGUN)) else ():
        raw = _decoded(re.sub(r"\s|\\[rn]", "", match[0]).encode())
        ending = carving.beginning(raw) or (".webp" if raw[:4] == b"RIFF" else ".xml")
        for inner in _held(ending, raw, effort):
            yield match.start(), match.end(), inner
    yield from _entities(text, path)
    if path.endswith(".svg"):
        return
    for start, end in drawings.spans(text):
        drawing = text[start:end]
        if any(
            shape in drawing for shape in ("<rect", "<use", "<path", "<line", "<poly", "<circle")
        ):
            held = documents.contents("x.svg", _standing_alone(drawing))
            yield from ((start, end, inner) for inner in (*held.codes, *held.texts))


def _held(ending: str, raw: bytes, effort: Effort, *, is_text: bool = False) -> Iterator[str]:
    """The contents of one file; one that is too large is reported."""
    if is_text or ending in (".svg", ".html", ".xml", ".json"):
        yield archives.best_guess(raw)
    held = documents.read_within(f"x{ending}", raw, effort)
    if held.trouble and not held.is_broken:
        bounds.meet(held.trouble)
    yield from (*held.codes, *held.texts)


def _entities(text: str, path: str) -> Iterator[Found]:
    """A file of markup with the entities that it declares in place."""
    at = text.find("<!ENTITY")
    if at >= 0 and not path.endswith(".svg"):
        resolved = drawings.resolved(text)
        if resolved != text:
            yield at, len(text), resolved


def _standing_alone(drawing: str) -> bytes:
    if "xmlns=" not in drawing[:600]:
        drawing = re.sub(r"<svg\b", '<svg xmlns="http://www.w3.org/2000/svg"', drawing, count=1)
    return drawing.encode()


def _bytes(match: re.Match[str]) -> bytes:
    raw = unquote_to_bytes(match["body"])
    return _decoded(raw) if "base64" in match["options"].lower() else raw


def _decoded(raw: bytes) -> bytes:
    try:
        return base64.b64decode(raw + b"==", validate=False)
    except (binascii.Error, ValueError):
        return b""


def grids(text: str) -> Iterator[Found]:
    """Codes painted with the cells of tables: with their background, or with a square in each."""
    for match in _TABLE.finditer(text) if "<table" in text.lower() else ():
        rows = [[_is_dark(*cell) for cell in _CELL.findall(row)] for row in _ROW.findall(match[0])]
        yield from _painted(match, rows)
    if "|" in text and any(map(text.__contains__, pictures.DARK)):
        for match in _PIPES.finditer(text):
            lines = [line.strip().strip("|").split("|") for line in match[0].splitlines()]
            yield from _painted(match, [[_is_dark("", c) for c in cells] for cells in lines])


def _painted(match: re.Match[str], rows: list[list[bool]]) -> Iterator[Found]:
    if _LEAST <= len(rows) < 200 and all(len(row) >= _LEAST for row in rows):
        for found in pixels.read(rows):
            yield match.start(), match.end(), found


def _is_dark(attributes: str, held: str) -> bool:
    colour = _COLOUR.search(attributes)
    return held.strip()[:1] in pictures.DARK or (
        colour is not None and _DARK.match(colour[1]) is not None
    )
