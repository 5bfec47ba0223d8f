"""The signs that a match of a pattern may begin with, read from the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

_parser: Any = import_module("re._parser")
_NO_ROOM = frozenset({"ASSERT", "ASSERT_NOT", "AT"})
"""What takes no room, so that what stands behind it begins the match."""


def beginnings(patterns: Iterable[str]) -> str:
    """A class of signs, `[…]`, with one of which every match of one of `patterns` begins.

    Raises:
        ValueError: a match may be empty, or begin with any sign.
    """
    signs: set[str] = set()
    for pattern in patterns:
        found, empty = _first(list(_parser.parse(pattern)))
        if empty:
            raise ValueError(f"it may match nothing: {pattern}")
        signs |= found
    return f"[{''.join(map(re.escape, sorted(signs)))}]"


def _first(nodes: Sequence[Any]) -> tuple[set[str], bool]:
    """The first signs of a row of pieces, and whether the whole row may be empty."""
    signs: set[str] = set()
    for name, value in nodes:
        found, empty = _of(str(name), value)
        signs |= found
        if not empty:
            return signs, False
    return signs, True


def _of(name: str, value: Any) -> tuple[set[str], bool]:
    if name in _NO_ROOM:
        return set(), True
    if name == "LITERAL":
        return {chr(value)}, False
    if name == "IN":
        return set().union(*(_listed(str(kind), held) for kind, held in value)), False
    if name == "BRANCH":
        each = [_first(list(branch)) for branch in value[1]]
        return set().union(*(found for found, _ in each)), any(empty for _, empty in each)
    if name == "SUBPATTERN":
        return _first(list(value[3]))
    if name == "ATOMIC_GROUP":
        return _first(list(value))
    if name.endswith("_REPEAT"):
        found, empty = _first(list(value[2]))
        return found, empty or value[0] == 0
    raise ValueError(f"any sign: {name}")


def _listed(kind: str, held: Any) -> set[str]:
    if kind == "LITERAL":
        return {chr(held)}
    if kind == "RANGE":
        return {chr(code) for code in range(held[0], held[1] + 1)}
    raise ValueError(f"any sign: {kind}")
