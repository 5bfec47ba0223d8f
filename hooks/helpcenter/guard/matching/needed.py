"""Searching with a pattern only in texts in which RE2 says that it may match.

Most patterns of the guard are about what most texts lack, and to try a pattern at every place is
slow. The matches are the same as without.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Protocol

from helpcenter.guard.matching.families import Seeker, family_of
from helpcenter.patterns.relaxed import minds_the_end

_BRIEF = 60
"""Signs of a text in which Python finds nothing sooner than RE2 could be asked."""


class Finder(Protocol):
    """As `re.Pattern.finditer`."""

    def __call__(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in `text[start:end]`."""


_finders: dict[int, Finder] = {}
"""By the pattern's `id`: Python reads a whole pattern to hash it, and each is sought often."""


def finder(pattern: re.Pattern[str]) -> Finder:
    """A quick `pattern.finditer`: the same arguments, the same matches."""
    found = _finders.get(id(pattern))
    if found is None:
        found = _finders[id(pattern)] = _made(pattern)  # which keeps the pattern, and so its id
    return found


def _made(pattern: re.Pattern[str]) -> Finder:
    family, to_the_end = family_of(pattern), minds_the_end(pattern)
    possible, number, by_place = family.possible, family.number(pattern), Seeker(pattern).matches

    def find(text: str, start: int = 0, end: int = sys.maxsize, /) -> Iterator[re.Match[str]]:
        if len(text) < _BRIEF:
            return pattern.finditer(text, start, end)
        if to_the_end and end < len(text):
            whole = number not in possible(text[:end])
            return iter(()) if whole else pattern.finditer(text, start, end)
        return by_place(text, start, end) if number in possible(text) else iter(())

    return find
