"""What stands in a table from top to bottom, one sign a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from helpcenter.guard.families import together
from helpcenter.guard.needed import finder

Found = tuple[int, int, str]
_LEAST = 6
"""Rows of the shortest such table."""
_TABLE = re.compile(
    r"(?:^|\n)[ \t>]{0,9}\|[^\n]{1,400}(?:\n[ \t>]{0,9}\|[^\n]{1,400}){6,200}"
    r"|<t[rd]\b[^<>]{0,200}>(?:(?!</?table)(?:[^<]|<)){40,20000}</t[rd]>"
)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=<tr\b|\Z)", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b[^<>]*>(.*?)(?=<t[dh]\b|</t[dhr]|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,200}>|[*_`]")
_SIGN = re.compile(r"[A-Za-z0-9@._-]|[零〇洞幺一壹二两贰三叁四肆五伍六陆七柒八捌九玖]")
together(_TABLE, of="a whole text")


def columns(text: str) -> Iterator[Found]:
    """Span of each table with such a column, and the signs of the column."""
    if "|" not in text and "<t" not in text:
        return
    for match in finder(_TABLE)(text):
        for column in zip_longest(*_rows(match[0]), fillvalue=""):
            for signs in _runs(column):
                yield match.start(), match.end(), signs


def _rows(table: str) -> list[list[str]]:
    if table.lstrip().startswith("<"):
        rows = [_CELL.findall(row) for row in _ROW.findall(table)]
    else:
        rows = [line.strip(" \t>").strip("|").split("|") for line in table.strip().split("\n")]
    return [[_TAG.sub("", cell).strip() for cell in row] for row in rows]


def _runs(column: tuple[str, ...]) -> Iterator[str]:
    """Rows of single signs below each other that do not only count up."""
    run = ""
    for cell in (*column, "end"):
        if _SIGN.fullmatch(cell):
            run += cell
            continue
        steps = {ord(b) - ord(a) for a, b in pairwise(run)}
        if len(run) >= _LEAST and len(steps) > 1:
            yield run
        run = ""
