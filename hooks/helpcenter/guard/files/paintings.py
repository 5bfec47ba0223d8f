"""Pictures made without image files: shadows, gradients, cells, rectangles, block characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from math import isqrt

from helpcenter.guard.files import pixels
from helpcenter.guard.matching.found import Found

_SHADOWS = re.compile(
    r"(?:box-shadow|text-shadow|drop-shadow)\s{0,3}:\s?(?P<list>[^;{}<>]{300,200000}+)",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"background(?:-position)?\s{0,3}:\s?(?P<list>[^;{}<>]{300,200000}+)", re.IGNORECASE
)
_LENGTH = re.compile(r"(?<![\w.#(,-])-?(?:\d+\.?\d*|\.\d+)(?:px|r?em|ch|vw|vh|%|pt)?(?![\w.])")
_UNSEEN = re.compile(r"transparent|#fff\b|#ffffff|\bwhite\b|,\s?0?\.?0\)", re.IGNORECASE)
_BRACKETS = re.compile(r"\((?:[^()]|\([^()]{0,200}\)){0,400}\)")
_DOT = re.compile(
    r"<(?:rect|circle|use"
    r"|ellipse)\b(?P<given>(?=[^<>]{0,300}\bc?x\s?=)(?=[^<>]{0,300}\bc?y\s?=)[^<>]{0,300})>"
)
_X, _Y = (re.compile(rf"(?<![\w-])c?{axis}\s?=\s?[\"']?(-?\d+(?:\.\d+)?)") for axis in "xy")
_INK = "█▓■⬛●◼◾▪⚫🟥🟦🟩🟪🟫#@"
_ART = re.compile(
    rf"(?:^[ \t>]{{0,6}}[ \u3000{_INK}░▒⬜□▢○◻◽▫⚪🟨🟧.·_]{{20,200}}+(?:<br\s?/?>"
    rf"|\\)?[ \t]*+(?:\n|\Z)){{5,40}}",
    re.MULTILINE,
)
_EMPTY = re.compile(
    r"<(?P<tag>[a-z]{1,10})\b(?P<given>[^<>]{0,80})>\s{0,3}</(?P=tag)>"
    r"|(?P<end><br|</tr|</div|</p>|</li|\n\s*\n)",
    re.IGNORECASE,
)
"""An element with nothing in it, or the end of a row of them."""
_SIDE, _WIDEST = 17, 120
"""Cells of a side of the smallest code, and of the largest."""
_KINDS = 4
"""Different cells of one drawing."""
_MANY = 30


def drawn(text: str) -> Iterator[Found]:
    """Span of each such picture, and the codes and numbers in it."""
    if "shadow" in text:
        for match in _SHADOWS.finditer(text):
            yield from _of_places(match)
    if "gradient" in text:
        for match in _PLACES.finditer(text):
            yield from _of_places(match)
    if text.count("<rect") + text.count("<circle") + text.count("<use") >= _MANY:
        yield from _of_shapes(text)
    if text.count("></") >= _SIDE * _SIDE:
        yield from _of_cells(text)
    if any(map(text.__contains__, _INK[:-2])) or "####" in text or "# #" in text:
        for match in _ART.finditer(text):
            rows = [[char in _INK for char in line] for line in match[0].split("\n")]
            for found in pixels.read(rows):
                yield *match.span(), found


def _of_cells(text: str) -> Iterator[Found]:
    """Empty elements row by row, or in one run that a grid breaks; their style says which are dark."""
    rows: list[list[str]] = [[]]
    start = end = 0
    for match in _EMPTY.finditer(text):
        if match["end"]:
            rows += [[]] if rows[-1] else []
            continue
        start, end = (match.start() if rows == [[]] else start), match.end()
        rows[-1].append(" ".join([match["tag"], *match["given"].split()]))
    for grid in _grids([row for row in rows if row]):
        kinds = {given for row in grid for given in row}
        for dark in sorted(kinds) if 1 < len(kinds) <= _KINDS else ():
            painted = [[given == dark for given in row] for row in grid]
            yield from ((start, end, found) for found in pixels.read(painted))


def _grids(rows: list[list[str]]) -> Iterator[list[list[str]]]:
    """Rows of one length that are enough for a code; one long row cut into as many as it has cells."""
    for length, same in groupby(rows, key=len):
        grid = list(same)
        side = isqrt(length)
        if len(grid) >= _SIDE and _SIDE <= length <= _WIDEST:
            yield grid
        elif side * side == length and _SIDE <= side <= _WIDEST:
            yield from ([row[at : at + side] for at in range(0, length, side)] for row in grid[:2])


def _of_places(match: re.Match[str]) -> Iterator[Found]:
    """The first two lengths of each item are where it is drawn."""
    points = []
    for item in _BRACKETS.sub(
        lambda inner: " 0)" if _UNSEEN.search(inner[0]) else " ", match["list"]
    ).split(","):
        lengths = _LENGTH.findall(item)
        if len(lengths) > 1 and not _UNSEEN.search(item):
            points.append((_value(lengths[0]), _value(lengths[1])))
    for found in pixels.read(pixels.rows_of(points)):
        yield *match.span(), found


def _value(length: str) -> float:
    return float(length.rstrip("pxremchvwt%"))


def _of_shapes(text: str) -> Iterator[Found]:
    """Small shapes of a drawing, each one point."""
    shapes = [(m, _X.search(m["given"]), _Y.search(m["given"])) for m in _DOT.finditer(text)]
    points = [(float(x[1]), float(y[1])) for _, x, y in shapes if x and y]
    if points:
        start, end = shapes[0][0].start(), shapes[-1][0].end()
        yield from ((start, end, found) for found in pixels.read(pixels.rows_of(points)))
