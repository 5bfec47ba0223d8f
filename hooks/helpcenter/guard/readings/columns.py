"""Text written down a table column or diagonally, one character per row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise, zip_longest

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import REACH

_LEAST = 6
"""Rows of the shortest such table."""
_TABLE = re.compile(
    r"(?:^|\n)[ \t>]{0,9}\|[^\n]{1,400}(?:\n[ \t>]{0,9}\|[^\n]{1,400}){6,200}"
    r"|<t[rd]\b[^<>]{0,200}>(?:(?!</?table)(?:[^<]|<)){40,20000}</t[rd]>"
)
_ASLANT = re.compile(r"对角|斜着|斜向|斜线|\bdiagonal", re.IGNORECASE)
_UPWARDS = re.compile(
    r"(?:从|由|自)(?:下|底)(?:部|面|方|端)?(?:往|向|到|至|而)上|倒着|bottom (?:to|up)"
    r"|from the bottom|upwards?",
    re.IGNORECASE,
)
_WINDING = re.compile(
    r"从右(?:到|往|向|至)左|蛇形|之字形?|S\s?形|回形|来回|boustrophedon|zig-?zag"
    r"|right to left|snak(?:e|ing)",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?:^|\n)[ \t>]{0,9}\|[^\n]{1,400}(?:\n[ \t>]{0,9}\|[^\n]{1,400}){1,200}")
_PIECE = re.compile(r"[A-Za-z0-9@._+-]{1,40}")
_RULE = re.compile(r"[ \t:-]*-[ \t:-]*")
"""A cell of the line below the heads."""
_WIDEST = 30
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=<tr\b|\Z)", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b[^<>]*>(.*?)(?=<t[dh]\b|</t[dhr]|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,200}>|[*_`]")
_CHAR = re.compile(r"[A-Za-z0-9@._-]|[零〇洞幺一壹二两贰三叁四肆五伍六陆七柒八捌九玖]")
_UNIT = re.compile(r"(?<=\d)\s?(?:[次个天元笔份项级位张人名%％]|times?|days?)")
together(_TABLE, of="a whole text")


def columns(text: str) -> Iterator[Found]:
    """Span of each table with such a column, and the characters of the column."""
    if "|" not in text and "<t" not in text:
        return
    yield from _winding(text)
    yield from _pieces(text)
    for match in finder(_TABLE)(text):
        rows = [row for row in _rows(match[0]) if not all(map(_RULE.fullmatch, row))]
        start, end = match.span()
        near = text[max(0, start - REACH) : start] + text[end : end + REACH]
        upwards = _UPWARDS.search(near) is not None
        lines = list(zip_longest(*rows, fillvalue=""))
        if _ASLANT.search(near):
            lines += _aslant(rows)
        for line in lines:
            for chars in _runs(line):
                yield start, end, chars
                if upwards:
                    yield start, end, chars[::-1]


def _winding(text: str) -> Iterator[Found]:
    """Rows of single characters, every second one from its end, where a text says so."""
    if not _WINDING.search(text):
        return
    for match in _SMALL.finditer(text):
        rows = [row for row in _rows(match[0]) if all(map(_CHAR.fullmatch, row))]
        for first in (0, 1):
            chars = "".join(
                "".join(row[::-1] if at % 2 == first else row) for at, row in enumerate(rows)
            )
            if len(chars) >= _LEAST:
                yield *match.span(), chars


def _pieces(text: str) -> Iterator[Found]:
    """Cells below each other that are pieces of a mailbox, the @ among them."""
    for match in _SMALL.finditer(text) if "@" in text else ():
        if "@" in match[0]:
            for column in zip_longest(*_rows(match[0]), fillvalue=""):
                for is_piece, cells in groupby(
                    column, key=lambda cell: bool(_PIECE.fullmatch(cell))
                ):
                    joined = "".join(cells) if is_piece else ""
                    if "@" in joined.strip("@"):
                        yield *match.span(), joined


def _aslant(rows: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """The lines from corner to corner, down to the right and to the left, and those beside them."""
    width = max(map(len, rows), default=0)
    turned = [row[::-1] for row in rows]
    for cells in (rows, rows[1:], turned, turned[1:]):
        for first in range(min(width, _WIDEST)):
            yield tuple(row[at] for at, row in enumerate(cells, first) if at < len(row))


def _rows(table: str) -> list[list[str]]:
    if table.lstrip().startswith("<"):
        rows = [_CELL.findall(row) for row in _ROW.findall(table)]
    else:
        rows = [line.strip(" \t>").strip("|").split("|") for line in table.strip().split("\n")]
    return [[_TAG.sub("", cell).strip() for cell in row] for row in rows]


def _runs(column: tuple[str, ...]) -> Iterator[str]:
    """Rows of single characters below each other that do not only count up."""
    run = ""
    for cell in (*column, "end"):
        char = _UNIT.sub("", cell)
        if _CHAR.fullmatch(char):
            run += char
            continue
        steps = {ord(b) - ord(a) for a, b in pairwise(run)}
        if len(run) >= _LEAST and len(steps) > 1:
            yield run
        run = ""
