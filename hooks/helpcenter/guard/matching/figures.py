"""Figures: numbers that count something, and are no pieces of a telephone number.

Readings that join pieces of a number ask here first when a table border, a product or a row of
figures comes between the pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.number_shapes import in_groups

_WIDE = 2_000
"""Characters of a row of a table."""
_ROWS = 8
"""Rows of a table above and below one that are looked at."""
_LEAST, _SIZES = 4, 3
"""Numbers that a column of figures has at least, and how many lengths they have."""
_CELL = re.compile(r"[\s*`]*(\d[\d,.]*)\s?%?[\s*`]*")
_DIGITS = re.compile(r"\d+")
_BITS = re.compile(r"(?:[01]{4}[ \t]{1,2}){2,}[01]{1,4}")
_DECIMALS = re.compile(r"\d\.\d\d?[ \t]+\d+\.\d\d?(?!\d)|\d{6}[ \t]{2,}\d")
"""Figures side by side: with decimals, or so long that they are no groups of one number."""
_COLUMN_BEFORE, _COLUMN_BEHIND = re.compile(r"\d[ \t]{2,}\Z"), re.compile(r"[ \t]{2,}-?\d")
_RANGES = re.compile(r"(\d{4})-(\d{4})\s?\(\s?(\d{4})-(\d{4})")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d[、/\s]{1,3}(?:19|20)\d\d(?!\d)")
_LISTED = 60
_LISTED_BEFORE = re.compile(r"(?<![\d、/ -])[\d、/ -]*+\Z")
_LISTED_BEHIND = re.compile(r"[\d、/ -]*+")
"""What is listed with a number, so many characters far."""
_COUNTED = re.compile(r"(\d+(?:\s?、\s?\d+){1,8})\s[\u4e00-\u9fff]\Z")
_PLUS = re.compile(r"[\w)\]]\s?\+\s+\Z")
"""A plus between two operands; the one in front of a telephone number has nothing before it."""


def are_figures(match: re.Match[str]) -> bool:
    """Whether the digits of a match are figures by their form or by what stands around them.

    Numbers with the comma of lists between them are groups of one number only if they make one.
    """
    text, found = match.string, match[0]
    if "|" in found:
        return any(is_in_column(text, match.start() + at) for at in _starts(found))
    if "*" in found and " " in found:
        return _is_product(text, match.start())
    if "、" in found and is_list(found):
        return True
    if "(" in found and (ranges := _RANGES.search(found)):
        return ranges[1] < ranges[2] and ranges[3] < ranges[4]
    return _BITS.match(found) is not None or _DECIMALS.search(found) is not None


def are_between_figures(match: re.Match[str]) -> bool:
    """Whether a gap between two groups of digits is one between figures."""
    text, found = match.string, match[0]
    if "|" in found:
        return is_in_column(text, match.start() - 1) or is_in_column(text, match.end())
    if "、" in found:
        before = _LISTED_BEFORE.search(text, max(0, match.start() - _LISTED), match.start())
        behind = _LISTED_BEHIND.match(text, match.end(), match.end() + _LISTED)
        return is_list(f"{before[0] if before else ''}、{behind[0] if behind else ''}")
    return "*" in found and " " in found and _is_product(text, match.start())


def is_list(row: str) -> bool:
    """Whether numbers with the comma of lists between them are years, or make no whole number."""
    return bool(_YEARS.search(row)) or not in_groups("".join(_DIGITS.findall(row)))


def is_counted_list(found: str) -> bool:
    """`150、2500 四种`: a list, and behind it in Chinese how many there are."""
    listed = _COUNTED.match(found)
    return listed is not None and is_list(listed[1])


def is_in_row(before: str, after: str) -> bool:
    """Whether a number stands in a row of figures, with blanks between as in print-outs."""
    return _COLUMN_BEFORE.search(before) is not None and _COLUMN_BEHIND.match(after) is not None


def _starts(found: str) -> Iterator[int]:
    return (number.start() for number in _DIGITS.finditer(found))


def _is_product(text: str, start: int) -> bool:
    """`now() + 3600 * 1000`: digits in front of the match belong to the number."""
    while start and text[start - 1].isdigit():
        start -= 1
    return _PLUS.search(text, max(0, start - 6), start) is not None


def is_in_column(text: str, at: int) -> bool:
    """Whether a place is in a table whose column there holds figures: some short, some long."""
    near = max(at - _WIDE, 0)
    start = text.rfind("\n", near, at) + 1
    if not text.startswith("|", start) or (near and not start):
        return False
    column = text.count("|", start, at)
    sizes = [size for line in _around(text, start) if (size := _size(line, column))]
    return len(sizes) >= _LEAST and len(set(sizes)) >= _SIZES


def _size(line: str, column: int) -> int:
    """Digits of a cell that holds a number and nothing else; 0 of any other."""
    cells = line.split("|", column + 1)
    number = _CELL.fullmatch(cells[column]) if len(cells) > column + 1 else None
    return len(number[1]) if number else 0


def _around(text: str, start: int) -> Iterator[str]:
    """The rows of a table around the one that starts there, and that row."""
    first = start
    for _ in range(_ROWS):
        near = max(first - _WIDE, 0)
        before = text.rfind("\n", near, first - 1) + 1 if first else 0
        if before == first or not text.startswith("|", before) or (near and not before):
            break
        first = before
    for _ in range(2 * _ROWS + 1):
        end = text.find("\n", first, first + _WIDE)
        if not text.startswith("|", first):
            return
        yield text[first : end if end >= 0 else first + _WIDE]
        if end < 0:
            return
        first = end + 1
