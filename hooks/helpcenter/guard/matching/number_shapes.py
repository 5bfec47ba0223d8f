"""The usual shapes of whole telephone numbers, and pieces that lie beside each other in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

LEAST, MOST = 7, 15
"""Digits of a number that can be called; no more are left for one by E.164."""
SHAPES: tuple[tuple[str, tuple[int, ...]], ...] = (
    (r"[48]00\d{7}", (3, 3, 4)),
    (r"1[3-9]\d{9}", (3, 4, 4)),
    (r"1[2-9]\d\d[2-9]\d{6}", (1, 3, 3, 4)),
    (r"[2-9][0-8]\d[2-9]\d{6}", (3, 3, 4)),
    (r"0(?:10|2\d)\d{8}", (3, 4, 4)),
    (r"0[2-8]\d{8}", (2, 4, 4)),
    (r"0[89]\d{8}", (4, 3, 3)),
    (r"0[3-9]\d\d\d{8}", (4, 4, 4)),
    (r"0800\d{6}", (4, 3, 3)),
    (r"08(?:00|08)\d{7}", (4, 3, 4)),
    (r"0[1-9]\d{9}", (5, 6)),
    (r"01\d{9}", (5, 3, 3)),
    (r"44[127]\d{9}", (2, 4, 6)),
)
"""Numbers of ten digits and more, and the groups in which they are usually written."""
SURE, LIKELY = SHAPES[:2], SHAPES[:4]
"""Those believed without a word for calling, and those that are so where words tell them."""
_PIECE = re.compile(r"\s*(\d{1,8})\s*", re.ASCII)


def grouped(digits: str, sizes: tuple[int, ...]) -> str:
    """The digits in groups of such sizes, with dashes between; the last takes what is left."""
    groups, rest = [], digits
    for size in sizes[:-1]:
        groups.append(rest[:size])
        rest = rest[size:]
    return "-".join([*groups, rest])


def in_groups(digits: str, shapes: Iterable[tuple[str, tuple[int, ...]]] = SHAPES) -> str:
    """A whole number in the groups in which it is usually written; empty when it is none."""
    fitting = (sizes for shape, sizes in shapes if re.fullmatch(shape, digits))
    sizes = next(fitting, None)
    return grouped(digits, sizes) if sizes else ""


def are_usual(
    groups: Sequence[str], shapes: Iterable[tuple[str, tuple[int, ...]]] = SHAPES
) -> bool:
    """Whether groups of digits are those in which such a number is usually written."""
    sizes, digits = tuple(map(len, groups)), "".join(groups)
    return any(sizes == usual and re.fullmatch(shape, digits) for shape, usual in shapes)


def with_numbers(pieces: Iterable[str]) -> list[str]:
    """Pieces that lie side by side, where such that make a whole number are one in its groups.

    Where a group ends a piece ends: years and amounts in a row are not as long as groups.
    """
    out: list[str] = []
    row: list[str] = []
    for piece in pieces:
        if match := _PIECE.fullmatch(piece):
            row.append(match[1])
        elif piece.strip():
            out += [*_number(row), piece]
            row = []
    return out + _number(row)


def _number(row: Sequence[str]) -> list[str]:
    """One number in its groups, or the pieces as they are."""
    digits = "".join(row)
    ends = set(accumulate(map(len, row)))
    for shape, sizes in SHAPES if len(row) > 1 else ():
        if ends.issuperset(accumulate(sizes)) and re.fullmatch(shape, digits):
            return [grouped(digits, sizes)]
    return [*row]
