"""Text in the order in which it is drawn: SVG by place, boxes by `order`, `content` of styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

_SVG = re.compile(r"<svg\b.{0,200000}?(?:</svg>|\Z)", re.DOTALL)
_GLYPHS = re.compile(r"<(?:text|tspan)\b([^<>]*+)>([^<>]++)")
_PLACE = re.compile(r"\b([xy])\s?=\s?[\"']?\s?(-?[\d.]{1,12})")
_STYLE = re.compile(
    r"<style\b[^>]*>(.{0,100000}?)</style\b|\A(?=[^<{]{0,200}\{[^<]{0,100000}\Z)(.*)", re.DOTALL
)
_VARIABLE = re.compile(r"(--[\w-]{1,60})\s{0,3}:\s{0,3}((?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))")
_USE = re.compile(r"var\(\s{0,3}(--[\w-]{1,60})[^()]{0,60}\)")
_CONTENT = re.compile(r"content\s{0,3}:([^;{}]{1,400})")
_STRING = re.compile(r"\"([^\"\n]{0,200})\"|'([^'\n]{0,200})'")
_ORDERED = re.compile(r"<\w+\b[^<>]{0,200}\border\s?:\s?(-?\d{1,6})[^<>]{0,200}>([^<>]{0,200})<")


def arranged(text: str) -> Iterator[tuple[int, int, str]]:
    """Spans whose drawn order differs from their order in the file, and the drawn text."""
    yield from _drawings(text)
    yield from _boxes(text)
    yield from _styles(text)


def _value(variables: dict[str, str], use: re.Match[str]) -> str:
    return variables.get(use[1], "")


def _drawings(text: str) -> Iterator[tuple[int, int, str]]:
    for drawing in _SVG.finditer(text):
        placed: list[tuple[float, float, str]] = []
        for glyph in _GLYPHS.finditer(drawing[0]):
            at = {name: _number(value) for name, value in _PLACE.findall(glyph[1])}
            placed.append((at.get("y", 0.0), at.get("x", 0.0), unescape(glyph[2])))
        if len(placed) > 1:
            yield drawing.start(), drawing.end(), "".join(item[2] for item in sorted(placed))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _boxes(text: str) -> Iterator[tuple[int, int, str]]:
    found = list(_ORDERED.finditer(text))
    run: list[re.Match[str]] = []
    for match in [*found, None]:
        if match and (not run or match.start() - run[-1].end() < 100):
            run.append(match)
            continue
        if len(run) > 1:
            drawn = sorted(run, key=lambda item: int(item[1]))
            yield run[0].start(), run[-1].end(), "".join(unescape(item[2]) for item in drawn)
        run = [match] if match else []


def _styles(text: str) -> Iterator[tuple[int, int, str]]:
    if "content" not in text:
        return
    for sheet in _STYLE.finditer(text):
        body = sheet[1] or sheet[2] or ""
        variables = dict(_VARIABLE.findall(body))
        drawn = ""
        for content in _CONTENT.finditer(body):
            value = _USE.sub(partial(_value, variables), content[1])
            drawn += "".join(a or b for a, b in _STRING.findall(value))
        if drawn:
            yield sheet.start(), sheet.end(), drawn
