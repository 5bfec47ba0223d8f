"""Reads SVG drawings in the order of positions, not of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import accumulate, groupby, pairwise

from helpcenter.guard.markup.html import Markup, Tag, tokenize
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.number_shapes import with_numbers

_ENTITY = re.compile(r"<!ENTITY\s{1,9}([\w.-]{1,60})\s{1,9}(?:\"([^\"]{0,400})\"|'([^']{0,400})')")
_NUMBERS = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
_SHIFT = re.compile(r"translate\(\s{0,3}(-?[\d.]{1,12})(?:[\s,]{1,3}(-?[\d.]{1,12}))?")
_TURNED = re.compile(r"scale\(\s?-|rotate\(\s?-?180|matrix\(\s?-")
_USE = re.compile(r"<use\b([^<>]{0,300})/?>(?:\s?</use>)?")
_REFERRED = re.compile(r"href\s?=\s?[\"']#([\w.-]{1,60})[\"']")
_SYMBOL = re.compile(
    r"<(?P<tag>symbol|g|text"
    r"|tspan)\b[^<>]{0,300}\bid\s?=\s?[\"'](?P<id>[\w.-]{1,60})[\"'][^<>]{0,300}>"
    r"(?P<body>(?:(?!</?(?P=tag)\b)[\s\S]){0,2000}+)"
)
_UNDRAWN = re.compile(r"<(symbol|defs)\b[^<>]{0,300}>(?:(?!</?\1\b)[\s\S]){0,20000}+</\1\s?>")
Glyph = tuple[float, float, int, str]
"""Row, column, place in the source, and the piece of text."""
_LABEL = re.compile(r"\d{3,}")
_ROW_APART = 4
_CHAR_WIDTH = 8.0
"""About the width of a character."""
_ANCHORS = {"middle": 0.5, "end": 1.0}
"""How much of a text stands in front of its place."""
_NESTED, _MOST_CHARS = 2, 2_000
_MOST_USES = 400
_LARGEST = 400_000
_MAX_TAGS = 20_000
_SPOKEN = frozenset(
    {"text", "tspan", "textpath", "title", "desc", "p", "div", "span", "a", "b", "i"}
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where drawings stand; one that is not closed runs to the end of the text."""
    plain = text.lower()
    start = plain.find("<svg")
    while start >= 0:
        close = plain.find("</svg>", start)
        end = close + 6 if close >= 0 else len(text)
        if end - start < _LARGEST:
            yield start, end
        start = plain.find("<svg", end)


def drawn(text: str) -> Iterator[Found]:
    """Each drawing with text, and that text in the order of rows and columns."""
    if "<svg" not in text:
        return
    entities = _entities(text)
    for start, end in spans(text):
        body = _resolved(text[start:end], entities)
        if body != text[start:end]:
            yield start, end, body
        yield from ((start, end, reading) for reading in _readings(tokenize(_used(body))))


def resolved(text: str) -> str:
    """A file of markup with its own entities in place; as it is when it is too large."""
    return _resolved(text, _entities(text)) if len(text) < _LARGEST else text


def _entities(text: str) -> dict[str, str]:
    return {name: a or b for name, a, b in _ENTITY.findall(text)} if "<!ENTITY" in text else {}


def _resolved(body: str, entities: dict[str, str]) -> str:
    """The drawing with its own entities in place; those may hold each other, three deep."""
    for _ in range(3):
        for name, value in list(entities.items())[:50]:
            if len(body) < _LARGEST:
                body = body.replace(f"&{name};", value)
    return body


def _used(body: str) -> str:
    """The drawing with each `<use>` replaced by what it refers to."""
    if "<use" not in body:
        return body
    known = {match["id"]: match["body"] for match in _SYMBOL.finditer(body)}
    for _ in range(_NESTED):  # what is used may use others
        known = _in_each_other(known)

    def placed(match: re.Match[str]) -> str:
        target = _REFERRED.search(match[1])
        if not target or target[1] not in known:
            return match[0]
        words = re.sub(r"<[^<>]*>", "", known[target[1]])
        return f"<text {match[1].rstrip('/')}>{words}</text>"

    return _USE.sub(placed, _UNDRAWN.sub("", body), _MOST_USES) if known else body


def _in_each_other(known: dict[str, str]) -> dict[str, str]:
    """The same pieces, each with those in place that it uses."""

    def words(use: re.Match[str]) -> str:
        target = _REFERRED.search(use[1])
        return known.get(target[1], "") if target else ""

    return {name: _USE.sub(words, held)[:_MOST_CHARS] for name, held in known.items()}


def _readings(markup: Markup) -> Iterator[str]:
    glyphs: list[Glyph] = []
    stack: list[tuple[str, float, float, bool]] = [("", 0.0, 0.0, False)]
    tags = markup.tags[:_MAX_TAGS]
    turned = False
    for number, tag in enumerate(tags):
        if tag.closing:
            while len(stack) > 1 and stack.pop()[0] != tag.name:
                pass
        elif not markup.text[tag.start : tag.end].endswith("/>"):
            stack.append(_moved(markup, tag, stack[-1]))
        after = tags[number + 1].start if number + 1 < len(tags) else len(markup.text)
        piece = unescape(markup.text[tag.end : after]).strip("\n\t ")
        name, x, y, flip = stack[-1]
        turned = turned or (flip and bool(piece))
        if piece and name in _SPOKEN:
            glyphs += _glyphs(markup, tag, piece, x, y)
    if not glyphs:
        return
    yield _in_a_row(glyphs)
    placed = sorted(glyphs, key=lambda g: (round(g[0] / 4), g[1], g[2]))
    in_place = _in_a_row(placed)
    yield in_place
    if placed != glyphs:
        rows = groupby(placed, key=lambda g: round(g[0] / 4))
        yield "\n".join("".join(with_numbers(g[3] for g in row)) for _, row in rows)
    if turned:
        yield in_place[::-1]
        yield "".join(glyph[3] for glyph in glyphs)[::-1]


def _in_a_row(glyphs: list[Glyph]) -> str:
    """The pieces joined; a whole number in another row than its neighbour is in a line of its own."""
    out = glyphs[0][3]
    for one, other in pairwise(glyphs):
        numbers = any(_LABEL.fullmatch(piece[3]) for piece in (one, other))
        apart = numbers and abs(one[0] - other[0]) > _ROW_APART
        out += f"\n{other[3]}" if apart else other[3]
    return out


def _moved(
    markup: Markup, tag: Tag, outer: tuple[str, float, float, bool]
) -> tuple[str, float, float, bool]:
    """Where a tag's text begins, from where its parent's does."""
    given = {a.name: a.text for a in markup.attributes(tag)}
    shift = given.get("transform", "") + given.get("style", "")
    move = _SHIFT.search(shift)
    x = _number(given.get("x"), outer[1]) + _number(given.get("dx"), 0.0)
    y = _number(given.get("y"), outer[2]) + _number(given.get("dy"), 0.0)
    if move:
        x, y = x + _number(move[1], 0.0), y + _number(move[2], 0.0)
    return tag.name, x, y, outer[3] or _TURNED.search(shift) is not None or tag.name == "textpath"


def _number(text: str | None, otherwise: float) -> float:
    match = _NUMBERS.search(text) if text else None
    return float(match[0]) if match else otherwise


def _glyphs(markup: Markup, tag: Tag, piece: str, x: float, y: float) -> Iterator[Glyph]:
    """A piece of text, or its characters one by one when each has a place of its own."""
    given = {} if tag.closing else {a.name: a.text for a in markup.attributes(tag)}
    x -= _ANCHORS.get(given.get("text-anchor", ""), 0.0) * len(piece) * _CHAR_WIDTH
    places = [float(n) for n in _NUMBERS.findall(given.get("x", ""))]
    steps = [float(n) for n in _NUMBERS.findall(given.get("dx", ""))]
    if len(steps) > 1 and len(places) < 2:  # each from the end of the one before, a character wide
        steps = [step + _CHAR_WIDTH for step in steps]
        places = [*accumulate(steps, initial=x - _CHAR_WIDTH)][1:]
    if len(places) > 1:
        for at, char in enumerate(piece):
            yield y, places[min(at, len(places) - 1)], tag.start + at, char
    else:
        yield y, x, tag.start, piece
