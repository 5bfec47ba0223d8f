"""A word diff of two Chinese (or English) texts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TOKEN = re.compile(
    r"^[ \t]*(?:[0-9]{1,9}[.)]|[-*+])[ \t]+|\{\{[^{}]*\}\}|[A-Za-z0-9]+|\n+|[^\S\n]+|.",
    re.DOTALL | re.MULTILINE,
)
"""A list marker is one token, so that an inserted step is shown whole."""
Mark = Literal["same", "gone", "new"]


class Piece(NamedTuple):
    """A stretch of text: in both versions, only in the old, or only in the new one."""

    mark: Mark
    text: str


def word_diff(old: str, new: str) -> list[Piece]:
    """How `old` became `new`: Han characters one by one, Latin words and references whole."""
    return list(_pieces(_TOKEN.findall(old), _TOKEN.findall(new)))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if b > a:
            yield Piece("gone", "".join(old[a:b]))
        if d > c:
            yield Piece("new", "".join(new[c:d]))
