"""Which of the guard's patterns are sought in the same texts, and where in a text one may match."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import re2

from helpcenter.patterns.family import Family, as_bytes, options
from helpcenter.patterns.frequency import how_often
from helpcenter.patterns.relaxed import reach_back, relaxed

_SELDOM, _MANY, _FEW = 0.3, 12, 4
"""Of patterns that may begin at less than this share of a text's signs so many are read in one
pass, of others so few: an automaton for more takes longer to build than it saves."""
_SHORT, _LONG = 200, 20_000
"""Signs of the texts that are sought by place; to find each place may cost a whole reading."""
_APART = 50
"""Signs to one place that is looked at; where there are more, Python is as fast."""
_TRIES = 8
"""Texts after which it is clear that a pattern is a common one."""
_REFERS = re.compile(r"\\[1-9]|\(\?P=")
_sought: Counter[re.Pattern[str]] = Counter()
"""In how many texts a pattern was sought by place."""
_crowded: Counter[re.Pattern[str]] = Counter()
"""In how many of them there were too many places."""
_family_of: dict[re.Pattern[str], Family] = {}
_pool_of: dict[re.Pattern[str], dict[re.Pattern[str], None]] = {}
_pools: dict[str, dict[re.Pattern[str], None]] = {}
"""By what its patterns are sought in."""


def matches(
    pattern: re.Pattern[str], text: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """As `pattern.finditer(text, start, end)`, tried only where RE2 sees that one may begin.

    Where `end` is not that of the text, the laxer pattern must not mind the end.
    """
    raw, quick, back = as_bytes(text), _alone(pattern), reach_back(pattern)
    size = min(end, len(text)) - start
    if raw is None or quick is None or size < _SHORT or len(text) > _LONG or _is_common(pattern):
        yield from pattern.finditer(text, start, end)
        return
    _sought[pattern] += 1
    least = untried = start
    known = max(start - back - 1, 0)
    read = byte = len(text[:known].encode())
    for _ in range(size // _APART):
        found = quick.search(raw, read)
        if found is None:
            return
        known, byte = known + len(raw[byte : found.start()].decode()), found.start()
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
    _crowded[pattern] += 1
    yield from pattern.finditer(text, untried, end)


def _is_common(pattern: re.Pattern[str]) -> bool:
    """Whether most texts had more places for a pattern than are looked at."""
    return _sought[pattern] > _TRIES and 2 * _crowded[pattern] > _sought[pattern]


@lru_cache(maxsize=1024)
def _alone(pattern: re.Pattern[str]) -> Any:
    """The laxer pattern, to find places with; None when it cannot be made."""
    if _REFERS.search(pattern.pattern):  # what may stand there is anything, so RE2 reads far
        return None
    try:
        return re2.compile(relaxed(pattern), options())
    except (ValueError, re2.error):
        return None


def together(*patterns: re.Pattern[str], of: str = "") -> None:
    """Make families of patterns that are sought in the same texts.

    Args:
        patterns: the patterns.
        of: what they are sought in; patterns of other modules with the same name join them.
    """
    pool = _pools.setdefault(of, {}) if of else {}
    pool.update(dict.fromkeys(patterns))
    _pool_of.update(dict.fromkeys(patterns, pool))


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


def _families(patterns: list[re.Pattern[str]]) -> Iterator[Family]:
    """Families of like patterns, formed when the first is sought."""
    seldom = [pattern for pattern in patterns if how_often(pattern) < _SELDOM]
    often = sorted((p for p in patterns if p not in seldom), key=how_often)
    for members, size in ((seldom, _MANY), (often, _FEW)):
        for at in range(0, len(members), size):
            yield Family(members[at : at + size])
