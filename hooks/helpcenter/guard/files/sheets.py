"""Sheets of a workbook as a reader sees them: rows, with formats and text formulas applied.

A format may contain half of a number, and a formula may spell an address letter by letter; neither
shows in the values that the file stores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice

from helpcenter.guard.matching.effort import TooMuch

_ROW = re.compile(r"<row\b[^<>]*>((?:(?!</row>).)*+)", re.DOTALL)
_CELL = re.compile(r"<c\b(?P<given>[^<>]*)>(?P<held>(?:(?!</c>).)*+)", re.DOTALL)
_GIVEN = re.compile(r"\b(?P<name>[rst])=\"(?P<value>[^\"]{0,20})\"")
_VALUE, _FORMULA = re.compile(r"<v>([^<]*)"), re.compile(r"<f\b[^<>]*>([^<]+)")
_ITEM = re.compile(r"<si>((?:(?!</si>).)*+)", re.DOTALL)
_TEXT = re.compile(r"<t\b[^<>]*>([^<]*)")
_FORMAT = re.compile(
    r"<numFmt\b(?=[^<>]*numFmtId=\"(\d{1,6})\")(?=[^<>]*formatCode=\"([^\"]{1,255})\")"
)
_STYLES = re.compile(r"<cellXfs\b((?:(?!</cellXfs>).)*+)", re.DOTALL)
_STYLE = re.compile(r"<xf\b[^<>]*numFmtId=\"(\d{1,6})\"")
_MASK = re.compile(
    r"\"(?P<words>[^\"]*)\"|\\(?P<char>.)|(?P<digit>[0#?])|(?P<text>@)"
    r"|(?P<plain>[-+() /:1-9])|(?P<other>.)"
)
_PIECE = re.compile(
    r"\bREPT\(\s?\"(?P<again>[^\"]{1,9})\"\s?,\s?(?P<times>\d{1,2})\s?\)"
    r"|\bTEXT\(\s?(?P<number>\d{1,12})\s?,\s?\"(?P<mask>[^\"]{1,60})\"\s?\)"
    r"|(?:(?<=&)|\A)\s?(?P<sum>\d{1,12}(?:[+-]\d{1,12}){0,3})(?=\s?(?:&|\Z))"
    r"|\"(?P<words>(?:[^\"]|\"\")*+)\"|\b(?:UNI)?CHAR\(\s?(?P<code>\d{1,7})\s?\)"
    r"|\$?\b(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})\b(?!\()",
    re.IGNORECASE,
)
_TERM = re.compile(r"[+-]?\d+")
_JOINS = re.compile(r"&|CHAR\(|CONCAT|TEXTJOIN|HYPERLINK|\bTEXT\(\s?\d", re.IGNORECASE)
_WRITTEN = re.compile(r"formula=\"(?:of:)?=([^\"]{4,4000})\"")
_TITLE = re.compile(r"<(?:odd|even|first)(?:Header|Footer)\b[^<>]*>([^<]{1,2000})")
_SHAPE = re.compile(r"&(?:\"[^\"]*\"|\d+|K[0-9A-F]{6}|K\d\d[+-]\d{3}|[A-Z])")
_FORMULAS, _ROWS = 5_000, 20_000
_DEEP = 3
"""Formulas that refer to others."""


@dataclass(frozen=True, slots=True)
class _Book:
    strings: Sequence[str]
    formats: Sequence[str]
    """By the number of a cell's style; empty where there is none of the book's own."""


def rows(parts: Mapping[str, str]) -> Iterator[str]:
    """The rows of all sheets, a line each.

    Args:
        parts: the XML files of the workbook by their names.

    Raises:
        TooMuch: there are more rows or formulas than anybody reads.
    """
    book = _Book(
        _strings(parts.get("xl/sharedStrings.xml", "")), _formats(parts.get("xl/styles.xml", ""))
    )
    for name, text in parts.items():
        if name.startswith("xl/worksheets/"):
            yield "\n".join(_sheet(text, book))


def _strings(text: str) -> list[str]:
    return [unescape("".join(_TEXT.findall(item))) for item in _ITEM.findall(text)]


def _formats(text: str) -> list[str]:
    own = {number: unescape(code) for number, code in _FORMAT.findall(text)}
    styles = _STYLES.search(text)
    return [own.get(number, "") for number in _STYLE.findall(styles[1])] if styles else []


def _sheet(text: str, book: _Book) -> Iterator[str]:
    found = _ROW.findall(text)
    formulas = sum(map(bool, map(_JOINS.search, _FORMULA.findall(text))))
    if len(found) > _ROWS or formulas > _FORMULAS:
        raise TooMuch(f"{len(found)} rows, {formulas} formulas")
    cells: dict[str, str] = {}
    made: dict[str, str] = {}
    places = [[_read(cell, book, cells, made) for cell in _CELL.finditer(row)] for row in found]
    for place in made:
        cells[place] = _made(place, cells, made, _DEEP)
    for row in places:
        if shown := [cells[place] for place in row if cells.get(place)]:
            yield " ".join(shown)


def _read(cell: re.Match[str], book: _Book, cells: dict[str, str], made: dict[str, str]) -> str:
    """Note what a cell shows, and the formula it is made by; gives its place."""
    given = {match["name"]: match["value"] for match in _GIVEN.finditer(cell["given"])}
    place, held = given.get("r", ""), cell["held"]
    value = _VALUE.search(held)
    kind, shown = given.get("t"), unescape(value[1]) if value else ""
    if kind == "s":
        shown = (
            book.strings[int(shown)] if shown.isdigit() and int(shown) < len(book.strings) else ""
        )
    elif kind == "inlineStr":
        shown = unescape("".join(_TEXT.findall(held)))
    style = given.get("s", "")
    if style.isdigit() and int(style) < len(book.formats) and (mask := book.formats[int(style)]):
        shown = formatted(shown, mask)
    cells[place] = shown
    formula = _FORMULA.search(held)
    if formula and _JOINS.search(formula[1]):
        made[place] = unescape(formula[1])
    return place


def formulas(text: str) -> Iterator[str]:
    """What formulas in the markup of a sheet put together, and what its pages have at their head."""
    for formula in islice(_WRITTEN.findall(text), _FORMULAS):
        if _JOINS.search(formula):
            yield joined(unescape(formula))
    for title in _TITLE.findall(text):
        yield _SHAPE.sub("", unescape(title))


def joined(formula: str) -> str:
    """The texts that a formula without cells puts together."""
    return _made("", {}, {"": formula}, 0)


def formatted(value: str, mask: str) -> str:
    """A whole number or a text with what a format adds; unchanged where it does more, or less."""
    pieces = [*_MASK.finditer(mask.partition(";")[0])]
    adds = any(
        map(str.isalnum, "".join(p["words"] or p["char"] or p["plain"] or "" for p in pieces))
    )
    if not adds or any(piece["other"] for piece in pieces):
        return value
    wide = sum(bool(piece["digit"]) for piece in pieces)
    if wide and not value.isdecimal():
        return value
    digits = value.zfill(wide) if wide else ""
    out, at = "", 0
    for piece in pieces:
        if piece["digit"]:
            last = at + 1 + (len(digits) - wide if at == 0 else 0)
            out, at = out + digits[at:last], last
        else:
            out += (
                value if piece["text"] else piece["words"] or piece["char"] or piece["plain"] or ""
            )
    return out


def _made(place: str, cells: Mapping[str, str], made: Mapping[str, str], deep: int) -> str:
    """The texts that a formula puts together, in their order."""
    out = ""
    for piece in _PIECE.finditer(made[place]):
        if piece["code"]:
            out += chr(int(piece["code"])) if 31 < int(piece["code"]) < 0xD800 else ""
        elif piece["again"]:
            out += piece["again"] * int(piece["times"])
        elif piece["number"]:
            mask = piece["mask"]
            zeros = len(mask) if set(mask) == {"0"} else 0
            out += piece["number"].zfill(zeros) if zeros else formatted(piece["number"], mask)
        elif piece["sum"]:
            out += str(sum(map(int, _TERM.findall(piece["sum"]))))
        elif piece["column"]:
            other = f"{piece['column'].upper()}{piece['row']}"
            out += (
                _made(other, cells, made, deep - 1)
                if other in made and deep
                else cells.get(other, "")
            )
        else:
            out += piece["words"].replace('""', '"')
        if len(out) > 2_000:
            break
    return out[:2_000]
