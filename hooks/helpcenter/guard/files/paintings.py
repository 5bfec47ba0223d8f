"""Pictures made of what is none: shadows, gradients, cells, small rectangles, blocks of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    r"<(?:rect|circle|use|ellipse)\b(?P<given>(?=[^<>]{0,300}\bc?x\s?=)(?=[^<>]{0,300}\bc?y\s?=)[^<>]{0,300})>"
)
_X, _Y = (re.compile(rf"(?<![\w-])c?{axis}\s?=\s?[\"']?(-?\d+(?:\.\d+)?)") for axis in "xy")
_INK = "█▓■⬛●◼◾▪⚫🟥🟦🟩🟪🟫#@"
_ART = re.compile(
    rf"(?:^[ \t>]{{0,6}}[ \u3000{_INK}░▒⬜□▢○◻◽▫⚪🟨🟧.·_]{{20,200}}+(?:<br\s?/?>|\\)?[ \t]*+(?:\n|\Z)){{5,40}}",
    re.MULTILINE,
)
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
    if any(map(text.__contains__, _INK[:-2])) or "####" in text or "# #" in text:
        for match in _ART.finditer(text):
            rows = [[sign in _INK for sign in line] for line in match[0].split("\n")]
            for found in pixels.read(rows):
                yield *match.span(), found


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
