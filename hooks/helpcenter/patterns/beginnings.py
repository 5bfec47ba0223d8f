"""Which characters a match of a pattern may begin with, derived from the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from helpcenter.patterns.characters import NO_ROOM
from helpcenter.patterns.relaxed import tree

Piece = TypeVar("Piece")
Leaf = Callable[[str, Any, int], list[Piece] | None]
"""What a piece (its name, its value, the flags) may begin with; None: it takes no room."""


def beginnings(patterns: Iterable[str]) -> str:
    """A class of characters, `[…]`, with one of which every match of one of `patterns` begins.

    Raises:
        ValueError: a match may be empty, or begin with any character.
    """
    characters: set[str] = set()
    for pattern in patterns:
        found, empty = first(list(tree(re.compile(pattern))), 0, _plain)
        if empty:
            raise ValueError(f"it may match nothing: {pattern}")
        characters |= set(found)
    return f"[{''.join(map(re.escape, sorted(characters)))}]"


def first(nodes: Sequence[Any], flags: int, leaf: Leaf[Piece]) -> tuple[list[Piece], bool]:
    """What a row of pieces may begin with; and whether the whole row may be empty."""
    pieces: list[Piece] = []
    for name, value in nodes:
        found, empty = _piece(name.name, value, flags, leaf)
        pieces += found
        if not empty:
            return pieces, False
    return pieces, True


def _piece(name: str, value: Any, flags: int, leaf: Leaf[Piece]) -> tuple[list[Piece], bool]:
    if name == "BRANCH":
        each = [first(list(branch), flags, leaf) for branch in value[1]]
        return [one for found, _ in each for one in found], any(empty for _, empty in each)
    if name == "SUBPATTERN":
        return first(list(value[3]), (flags | value[1]) & ~value[2], leaf)
    if name == "ATOMIC_GROUP":
        return first(list(value), flags, leaf)
    if name.endswith("_REPEAT"):
        pieces, empty = first(list(value[2]), flags, leaf)
        return pieces, empty or not value[0]
    found = leaf(name, value, flags)
    return found or [], found is None


def _plain(name: str, value: Any, _flags: int) -> list[str] | None:
    if name in NO_ROOM:  # what stands behind it begins the match
        return None
    if name == "LITERAL":
        return [chr(value)]
    if name == "IN":
        return [one for kind, held in value for one in _listed(str(kind), held)]
    raise ValueError(f"any character: {name}")


def _listed(kind: str, held: Any) -> list[str]:
    if kind == "LITERAL":
        return [chr(held)]
    if kind == "RANGE":
        return [chr(code) for code in range(held[0], held[1] + 1)]
    raise ValueError(f"any character: {kind}")
