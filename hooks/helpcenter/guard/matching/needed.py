"""Searching with a pattern only in texts in which RE2 says that it may match.

Most patterns of the guard match nothing in most texts, and trying a pattern at every place is slow.
The matches are the same as without.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import Seeker, families_of, family_of, is_pooled
from helpcenter.patterns.family import Family
from helpcenter.patterns.relaxed import minds_the_end

_BRIEF = 60
"""Characters of a text in which Python finds nothing sooner than RE2 could be asked."""


class Finder(Protocol):
    """As `re.Pattern.finditer`."""

    def __call__(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in `text[start:end]`."""


_finders: dict[int, Finder] = {}
"""By the pattern's `id`: Python reads a whole pattern to hash it, and each is used often."""


def finder(pattern: re.Pattern[str]) -> Finder:
    """A quick `pattern.finditer`: the same arguments, the same matches."""
    found = _finders.get(id(pattern))
    if found is None:
        found = _finders[id(pattern)] = _made(pattern)  # which keeps the pattern, and so its id
    return found


def _made(pattern: re.Pattern[str]) -> Finder:
    family, to_the_end = family_of(pattern), minds_the_end(pattern)
    possible, number, by_place = family.possible, family.number(pattern), Seeker(pattern).matches
    pooled = is_pooled(pattern)

    def find(text: str, start: int = 0, end: int = sys.maxsize, /) -> Iterator[re.Match[str]]:
        if len(text) < _BRIEF:
            return pattern.finditer(text, start, end)
        if to_the_end and end < len(text):
            whole = number not in possible(text[:end])
            return iter(()) if whole else pattern.finditer(text, start, end)
        if number not in possible(text):
            return iter(())
        found = by_place(text, start, end)
        crowded = pooled and len(text) > bounds.PLACES
        return bounds.in_places(found) if crowded else found

    return find


def holds_any(text: str, pool: str) -> bool:
    """Whether any pattern of a pool may match in a text."""
    return len(text) < _BRIEF or any(family.possible(text) for family in families_of(pool))


class Chooser:
    """Says of several patterns which may match in a text, without asking about each alone."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._patterns = patterns
        self._chosen: dict[tuple[frozenset[int], ...], list[int]] = {}
        """By what all families said; the same few come again and again."""

    @cached_property
    def _families(self) -> tuple[Family, ...]:
        return tuple(dict.fromkeys(map(family_of, self._patterns)))

    def among(self, text: str, first: int = 0) -> Sequence[int]:
        """The places, rising and from `first` on, of the patterns that may match in a text."""
        if len(text) < _BRIEF:
            return range(first, len(self._patterns))
        said = tuple([family.possible(text) for family in self._families])
        chosen = self._chosen.get(said)
        if chosen is None:
            chosen = self._chosen[said] = self._told(dict(zip(self._families, said, strict=True)))
        return chosen[bisect_left(chosen, first) :]

    def _told(self, said: dict[Family, frozenset[int]]) -> list[int]:
        of = [(family_of(pattern), pattern) for pattern in self._patterns]
        return [at for at, (f, pattern) in enumerate(of) if f.number(pattern) in said[f]]
