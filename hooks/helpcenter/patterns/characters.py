"""Characters and classes of Python's patterns, relaxed for RE2; see `relaxed`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any

ANYTHING = r"[\x{0}-\x{10ffff}]"
ONE = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY"})
"""What takes the place of one character, by the names of the parsed pattern."""
NO_ROOM = frozenset({"ASSERT", "ASSERT_NOT", "AT"})
"""What takes the place of none, by the same names."""
_CASED = (
    *((0x00, 0x2FFF), (0xA640, 0xABFF), (0xFB00, 0xFB17), (0xFF21, 0xFF5A)),
    *((0x10400, 0x10FFF), (0x11800, 0x118FF), (0x16E00, 0x16EFF), (0x1E900, 0x1E9FF)),
)
"""Where letters of two cases stand."""
_ASCII = 0x80
_SPACES = (
    r"\t-\r\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}"
    r"\x{205f}\x{3000}"
)
_DIGITS = r"0-9\x{80}-\x{1fff}\x{a4d0}-\x{abff}\x{ff10}-\x{ff19}\x{10000}-\x{10ffff}"
"""Wherever there are digits of some script, and letters beside them."""
_WIDER = {
    "CATEGORY_WORD": r"0-9A-Z_a-z\x{80}-\x{10ffff}",
    "CATEGORY_NOT_WORD": r"\x{0}-/:-@\[-\^`{-\x{10ffff}",
    "CATEGORY_DIGIT": _DIGITS,
    "CATEGORY_NOT_DIGIT": r"\x{0}-/:-\x{10ffff}",
    "CATEGORY_SPACE": _SPACES,
    "CATEGORY_NOT_SPACE": r"\x{0}-\x{8}\x{e}-\x{1b}!-\x{10ffff}",
}
"""Classes that hold at least what Python's do."""
_NARROWER = {
    "CATEGORY_WORD": "0-9A-Z_a-z",
    "CATEGORY_NOT_WORD": r"\x{0}-/:-@\[-\^`{-\x{7f}",
    "CATEGORY_DIGIT": "0-9",
    "CATEGORY_NOT_DIGIT": r"\x{0}-/:-\x{7f}",
    "CATEGORY_SPACE": r"\t-\r ",
    "CATEGORY_NOT_SPACE": "!-~",
}
"""Classes that hold at most what Python's do: what others must not hold."""


_IGNORECASE, _DOTALL = int(re.IGNORECASE), int(re.DOTALL)
"""As numbers, which are compared with a pattern's flags much faster than flags are."""


def character(name: str, value: Any, flags: int) -> str:
    """A piece of one character.

    Args:
        name: what the parsed pattern calls it, one of `ONE`.
        value: what belongs to it there.
        flags: those of the pattern.

    Raises:
        ValueError: there is something in it that is not known.
    """
    if name == "ANY":
        return ANYTHING if flags & _DOTALL else r"[^\n]"
    if name == "NOT_LITERAL":
        return character_class([("NEGATE", None), ("LITERAL", value)], flags)
    if name == "LITERAL":
        return _literal(value, flags & _IGNORECASE)
    return character_class(value, flags)


@cache
def _literal(code: int, flags: int) -> str:
    return character_class([("LITERAL", code)], flags)


def character_class(items: Sequence[Any], flags: int) -> str:
    """A class of characters, from items of the parsed pattern; flags, errors as of `character`."""
    named = [(getattr(name, "name", name), value) for name, value in items]
    negated = any(name == "NEGATE" for name, _ in named)
    parts = []
    for name, value in named:
        if name == "CATEGORY":
            parts.append((_NARROWER if negated else _WIDER)[str(value)])
        elif name in ("LITERAL", "RANGE"):
            low, high = value if name == "RANGE" else (value, value)
            parts += _ranges(low, high, bool(flags & _IGNORECASE))
        elif name != "NEGATE":
            raise ValueError(name)
    if not parts:
        return ANYTHING
    return f"[{'^' if negated else ''}{''.join(parts)}]"


def _ranges(low: int, high: int, any_case: bool) -> list[str]:
    out = [_range(low, high)]
    for first, last, other in ((65, 90, 32), (97, 122, -32)) if any_case else ():
        a, b = max(low, first), min(high, last)
        if a <= b:
            out.append(_range(a + other, b + other))
    if any_case and high >= _ASCII:
        out += _other_cases(low, high)
    return out


@cache
def _other_cases(low: int, high: int) -> list[str]:
    """What equals one of these characters when case is ignored: Python itself is asked."""
    equal = re.findall(f"[{re.escape(chr(low))}-{re.escape(chr(high))}]", _letters(), re.IGNORECASE)
    return [_range(ord(char), ord(char)) for char in equal if not low <= ord(char) <= high]


@cache
def _letters() -> str:
    ranges = chain.from_iterable(range(first, last + 1) for first, last in _CASED)
    return "".join(char for char in map(chr, ranges) if char.lower() != char.upper())


def _range(low: int, high: int) -> str:
    return rf"\x{{{low:x}}}-\x{{{high:x}}}"
