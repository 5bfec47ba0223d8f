"""Relaxes Python's patterns for RE2: wherever the original matches, the relaxed one does too.

RE2 reads a text once for many patterns, a hundred times faster than Python tries each, but it has
no look-around, no backreferences and no possessive quantifiers. These are dropped or widened here,
so that its answer "nowhere" is certain and its answer "perhaps" is not. Case is ignored where the
pattern says so; the caller must exclude texts with one of the four letters that equal an ASCII
letter only for Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from helpcenter.patterns.characters import ANYTHING, NO_ROOM, ONE, character, character_class

_parser: Any = import_module("re._parser")
_ASSERT, _ASSERT_NOT, _BOUNDARY = _parser.ASSERT, _parser.ASSERT_NOT, _parser.AT_BOUNDARY
"""Compared as objects: comparing as text would print whole parts of the pattern."""
BEGINNING, END = r"\A", r"\z"
_COUNTED, _COUNTED_CHARS, _COUNTED_BRIEF = 3, 24, 7
"""Repeats are counted so far, of a row, of one character, and of a row of few characters."""
_BRIEF = 12
"""Characters of a row of few."""


@cache
def tree(pattern: re.Pattern[str]) -> Any:
    """A pattern as parsed by Python's own parser."""
    return _parser.parse(pattern.pattern, pattern.flags)


@cache
def relaxed(pattern: re.Pattern[str]) -> str:
    """A pattern for RE2 that matches in every text in which `pattern` does.

    Raises:
        ValueError: `pattern` may match an empty text, or something in it is not known.
    """
    parsed = tree(pattern)
    if not parsed.getwidth()[0] or pattern.flags & re.LOCALE:
        raise ValueError("it may match anywhere")
    return _row(list(parsed), pattern.flags, first=True, last=True)


def minds_the_end(pattern: re.Pattern[str]) -> bool:
    """Whether the laxer pattern says so only of whole texts, since a piece ends elsewhere."""
    try:
        return END in relaxed(pattern)
    except ValueError:
        return False


@cache
def reach_back(pattern: re.Pattern[str]) -> int:
    """How many characters before a match of `pattern` one of the laxer pattern may begin."""
    return _looks_back(tree(pattern))


def _looks_back(node: Any) -> int:
    """The widest look back anywhere in a piece of a tree."""
    if isinstance(node, tuple) and (node[0] is _ASSERT or node[0] is _ASSERT_NOT):
        direction, inner = node[1]
        width = int(inner.getwidth()[1]) if direction < 0 else 0
        return width + _looks_back(inner)
    if isinstance(node, tuple | list) or hasattr(node, "getwidth"):
        return max(map(_looks_back, node), default=0)
    return 0


def _row(nodes: Sequence[Any], flags: int, *, first: bool, last: bool) -> str:
    """Pieces one behind the other.

    Args:
        nodes: the pieces.
        flags: those of the pattern.
        first: nothing stands in front, so what is looked back at may be read with it.
        last: nothing stands behind, so what is looked ahead at may be read with it.
    """
    if first and last and (whole := _looked_at_from_its_first_character(nodes)) is not None:
        return _row(whole, flags, first=True, last=True)
    if all(name.name in NO_ROOM for name, _ in nodes):
        sides = ((first, -1), (last, 1))
        return "".join(
            next(filter(None, (_beside(node, flags, side) for node in nodes)), "")
            for free, side in sides
            if free
        )
    start, stop = 0, len(nodes)
    front = behind = ""
    while start < stop and not front and nodes[start][0].name in NO_ROOM:
        front = _beside(nodes[start], flags, -1) if first else ""
        start += 1
    while stop > start and not behind and nodes[stop - 1][0].name in NO_ROOM:
        behind = _beside(nodes[stop - 1], flags, 1) if last else ""
        stop -= 1
    middle = (
        _boundary(nodes, at)
        if value is _BOUNDARY
        else _piece(
            name.name,
            value,
            flags,
            first=first and not front and at == start,
            last=last and not behind and at == stop - 1,
        )
        for at, (name, value) in enumerate(nodes[start:stop], start)
    )
    if start and nodes[start - 1][1] is _BOUNDARY:
        front += _boundary(nodes, start - 1)
    if stop < len(nodes) and nodes[stop][1] is _BOUNDARY:
        behind = _boundary(nodes, stop) + behind
    return front + "".join(middle) + behind


def _looked_at_from_its_first_character(nodes: Sequence[Any]) -> Sequence[Any] | None:
    """The `…` of `[abc](?<=(?=…).)`: what is read from the character on."""
    if len(nodes) < 2 or str(nodes[0][0]) not in ONE or str(nodes[1][0]) != "ASSERT":
        return None
    direction, inner = nodes[1][1]
    if direction > 0 or [str(name) for name, _ in inner] != ["ASSERT", "ANY"]:
        return None
    ahead, whole = inner[0][1]
    return list(whole) if ahead > 0 else None


def _boundary(nodes: Sequence[Any], at: int) -> str:
    r"""`\b` beside a letter or digit of ASCII, where RE2 sees one wherever Python does."""
    if at + 1 < len(nodes) and _is_ascii_word(nodes[at + 1], 0):
        return r"\b"
    return rf"(?:\b|{END})" if at and _is_ascii_word(nodes[at - 1], -1) else ""


def _is_ascii_word(node: Any, side: int) -> bool:
    """Whether the first (0) or last (-1) character of a piece is surely such a letter or digit."""
    name, value = node
    match str(name):
        case "LITERAL":
            return chr(value).isascii() and chr(value).isalnum()
        case "IN":
            return all(_is_ascii_word(item, side) for item in value)
        case "RANGE":
            low, high = map(chr, value)
            return high.isascii() and low.isalnum() and high.isalnum() and value[1] - value[0] < 26
        case "BRANCH":
            return all(b and _is_ascii_word(b[side], side) for b in map(list, value[1]))
        case "SUBPATTERN":
            return bool(len(value[3])) and _is_ascii_word(value[3][side], side)
        case repeat if repeat.endswith("_REPEAT") and value[0]:
            return bool(len(value[2])) and _is_ascii_word(value[2][side], side)
    return False


def _beside(node: Any, flags: int, side: int) -> str:
    """What must stand in front (-1) or behind (1), as far as it can be told."""
    name, value = node
    if str(name) == "AT":
        return _at(str(value), flags, side)
    direction, inner = value[0], list(value[1])
    if direction != side:
        return ""
    if str(name) == "ASSERT":
        return _row(inner, flags, first=side < 0, last=side > 0)
    if len(inner) != 1 or str(inner[0][0]) not in ("LITERAL", "IN"):
        return ""
    kind, held = inner[0]
    items = [("LITERAL", held)] if str(kind) == "LITERAL" else list(held)
    if any(str(item) == "NEGATE" for item, _ in items):
        return ""
    other = character_class([("NEGATE", None), *items], flags)
    return f"(?:{other}|{BEGINNING if side < 0 else END})"


def _at(place: str, flags: int, side: int) -> str:
    if side < 0:
        if place == "AT_BEGINNING" and flags & re.MULTILINE:
            return "(?m:^)"
        return BEGINNING if place in ("AT_BEGINNING", "AT_BEGINNING_STRING") else ""
    if place == "AT_END":
        return rf"(?:\n|{END})"
    return END if place == "AT_END_STRING" else ""


def _piece(name: str, value: Any, flags: int, *, first: bool, last: bool) -> str:
    if name in ONE:
        return character(name, value, flags)
    if name == "BRANCH":
        return _either(_row(list(b), flags, first=first, last=last) for b in value[1])
    if name == "SUBPATTERN":
        _, more, less, inner = value
        return _either([_row(list(inner), (flags | more) & ~less, first=first, last=last)])
    if name == "ATOMIC_GROUP":
        return _either([_row(list(value), flags, first=first, last=last)])
    if name.endswith("_REPEAT"):
        return _repeat(int(value[0]), int(value[1]), list(value[2]), flags, value[2].getwidth()[1])
    if name == "GROUPREF":
        return f"{ANYTHING}*"
    if name == "GROUPREF_EXISTS":
        return _either(_row(list(b or ()), flags, first=False, last=False) for b in value[1:])
    if name in NO_ROOM:
        return ""
    raise ValueError(name)


def _either(branches: Iterable[str]) -> str:
    return f"(?:{'|'.join(branches)})"


def _repeat(least: int, most: int, nodes: list[Any], flags: int, width: int) -> str:
    inner = _either([_row(nodes, flags, first=False, last=False)])
    one = len(nodes) == 1 and str(nodes[0][0]) in ONE
    counted = _COUNTED_CHARS if one else _COUNTED_BRIEF if width <= _BRIEF else _COUNTED
    least = min(least, counted)
    if most <= _COUNTED:
        return f"{inner}{{{least},{most}}}"
    return f"{inner}{{{least},}}"
