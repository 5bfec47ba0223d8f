"""Groups the guard's patterns by the texts they search, and finds where each may match."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Any

import re2

from helpcenter.patterns.family import Family, as_bytes, options
from helpcenter.patterns.frequency import how_often
from helpcenter.patterns.relaxed import reach_back, relaxed

_SELDOM, _MANY, _FEW = 0.3, 24, 4
"""Of patterns that may begin at less than this share of a text's characters so many are read in one
pass, of others and of busy ones so few: an automaton for more takes longer to build than it
saves."""
_SHORT = 200
"""Least length of texts that are searched by place."""
_APART = 50
"""Characters to one place that is looked at; where there are more, Python is as fast."""
_READ = 8_000_000
"""Characters that are read for the places of one text: to find each may cost a whole reading."""
_TRIES = 8
"""Texts after which it is clear that a pattern is a common one."""
_REFERS = re.compile(r"\\[1-9]|\(\?P=")
_family_of: dict[re.Pattern[str], Family] = {}
_pool_of: dict[re.Pattern[str], dict[re.Pattern[str], None]] = {}
_pools: dict[str, dict[re.Pattern[str], None]] = {}
"""Patterns by the kind of text that they search."""
_busy: set[re.Pattern[str]] = set()


class Seeker:
    """Searches for one pattern, and remembers how often that was in vain."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._sought = self._crowded = 0
        """Number of texts searched by place, and of those with too many places."""

    @cached_property
    def _quick(self) -> Any:
        """The laxer pattern, to find places with; None when it cannot be made."""
        if _REFERS.search(self._pattern.pattern):  # what may stand there is anything: RE2 reads far
            return None
        try:
            return re2.compile(relaxed(self._pattern), options())
        except (ValueError, re2.error):
            return None

    @cached_property
    def _back(self) -> int:
        return reach_back(self._pattern)

    def matches(
        self, text: str, start: int = 0, end: int = sys.maxsize, /
    ) -> Iterator[re.Match[str]]:
        """As `pattern.finditer(text, start, end)`, tried only where RE2 sees that one may begin.

        Where `end` is not that of the text, the laxer pattern must not mind the end.
        """
        size = min(end, len(text)) - start
        if size < _SHORT or self._is_common() or self._quick is None:
            return self._pattern.finditer(text, start, end)
        raw = as_bytes(text)
        if raw is None:
            return self._pattern.finditer(text, start, end)
        return self._by_place(text, raw, start, end)

    def _is_common(self) -> bool:
        """Whether most texts had more places for the pattern than are looked at."""
        return self._sought > _TRIES and 2 * self._crowded > self._sought

    def _by_place(self, text: str, raw: bytes, start: int, end: int) -> Iterator[re.Match[str]]:
        pattern, quick, back = self._pattern, self._quick, self._back
        self._sought += 1
        least = untried = start
        known = max(start - back - 1, 0)
        read = byte = len(text[:known].encode())
        size = min(end, len(text)) - start
        for _ in range(min(size // _APART, _READ // len(text))):
            found = quick.search(raw, read)
            if found is None:
                return
            first = found.start()
            known, byte = known + len(raw[byte:first].decode()), first
            if known > end:
                return
            at = max(least, known)
            while at <= known + back:
                if match := pattern.match(text, at, end):
                    yield match
                    least = match.end()
                at = max(least, at + 1)
            untried = max(least, known + 1)
            read = byte + max(len(text[known : max(known + 1, least - back)].encode()), 1)
        self._crowded += 1
        yield from pattern.finditer(text, untried, end)


def together(*patterns: re.Pattern[str], of: str = "") -> None:
    """Group patterns that search the same texts into families.

    Args:
        patterns: the patterns.
        of: kind of text they search; patterns of other modules for the same kind join them.
    """
    pool = _pools.setdefault(of, {}) if of else {}
    pool.update(dict.fromkeys(patterns))
    _pool_of.update(dict.fromkeys(patterns, pool))


def busy(*patterns: re.Pattern[str]) -> None:
    """Say of patterns that texts hold much that is half of a match.

    What an automaton has half read of one such pattern multiplies with what it has of others, so
    few share one. How often a match may begin does not tell: measured, these cost most by far.
    """
    _busy.update(patterns)


def members() -> list[re.Pattern[str]]:
    """Every pattern that is in a family."""
    return list(_pool_of)


def family_of(pattern: re.Pattern[str]) -> Family:
    """The family of a pattern; one of its own when nobody made one."""
    if pattern not in _family_of:
        if pattern not in _pool_of:
            together(pattern)
        for family in _families(list(_pool_of[pattern])):
            _family_of.update(dict.fromkeys(family.patterns, family))
    return _family_of[pattern]


@cache
def families_of(pool: str) -> tuple[Family, ...]:
    """The families of all patterns, by the kind of text they search."""
    return tuple(dict.fromkeys(map(family_of, _pools[pool])))


def is_pooled(pattern: re.Pattern[str]) -> bool:
    """Whether other modules' patterns search the same texts, namely prose."""
    return any(pattern in pool for pool in _pools.values())


def ask_ahead(texts: Sequence[str], prose: Sequence[str]) -> None:
    """Find out about several texts what all families say, one family after the other.

    Args:
        texts: searched by all patterns.
        prose: searched by the patterns for prose alone.
    """
    of_prose = families_of("prose")
    for family in dict.fromkeys(_family_of.values()):
        if len(family.patterns) > 1:  # for one alone the tables are small
            family.ask_ahead([*texts, *prose] if family in of_prose else texts)


def _families(patterns: list[re.Pattern[str]]) -> Iterator[Family]:
    """Families of similar patterns, formed when the first is used."""
    others = [p for p in patterns if p not in _busy]
    seldom = [p for p in others if how_often(p) < _SELDOM]
    often = sorted((p for p in others if p not in seldom), key=how_often)
    engaged = [p for p in patterns if p in _busy]
    for members, size in ((seldom, _MANY), (often, _FEW), (engaged, _FEW)):
        for at in range(0, len(members), size):
            yield Family(members[at : at + size])
