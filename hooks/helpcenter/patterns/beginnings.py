"""What a match of a pattern may begin with, read from the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from helpcenter.patterns.relaxed import tree
from helpcenter.patterns.signs import NO_ROOM

Sign = TypeVar("Sign")
Leaf = Callable[[str, Any, int], list[Sign] | None]
"""What a piece (its name, its value, the flags) may begin with; None: it takes no room."""


def beginnings(patterns: Iterable[str]) -> str:
    """A class of signs, `[…]`, with one of which every match of one of `patterns` begins.

    Raises:
        ValueError: a match may be empty, or begin with any sign.
    """
    signs: set[str] = set()
    for pattern in patterns:
        found, empty = first(list(tree(re.compile(pattern))), 0, _plain)
        if empty:
            raise ValueError(f"it may match nothing: {pattern}")
        signs |= set(found)
    return f"[{''.join(map(re.escape, sorted(signs)))}]"


def first(nodes: Sequence[Any], flags: int, leaf: Leaf[Sign]) -> tuple[list[Sign], bool]:
    """What a row of pieces may begin with; and whether the whole row may be empty."""
    signs: list[Sign] = []
    for name, value in nodes:
        found, empty = _piece(name.name, value, flags, leaf)
        signs += found
        if not empty:
            return signs, False
    return signs, True


def _piece(name: str, value: Any, flags: int, leaf: Leaf[Sign]) -> tuple[list[Sign], bool]:
    if name == "BRANCH":
        each = [first(list(branch), flags, leaf) for branch in value[1]]
        return [sign for signs, _ in each for sign in signs], any(empty for _, empty in each)
    if name == "SUBPATTERN":
        return first(list(value[3]), (flags | value[1]) & ~value[2], leaf)
    if name == "ATOMIC_GROUP":
        return first(list(value), flags, leaf)
    if name.endswith("_REPEAT"):
        signs, empty = first(list(value[2]), flags, leaf)
        return signs, empty or not value[0]
    found = leaf(name, value, flags)
    return found or [], found is None


def _plain(name: str, value: Any, _flags: int) -> list[str] | None:
    if name in NO_ROOM:  # what stands behind it begins the match
        return None
    if name == "LITERAL":
        return [chr(value)]
    if name == "IN":
        return [sign for kind, held in value for sign in _listed(str(kind), held)]
    raise ValueError(f"any sign: {name}")


def _listed(kind: str, held: Any) -> list[str]:
    if kind == "LITERAL":
        return [chr(held)]
    if kind == "RANGE":
        return [chr(code) for code in range(held[0], held[1] + 1)]
    raise ValueError(f"any sign: {kind}")
