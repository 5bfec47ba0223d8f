"""Which patterns may match in a text, asked of RE2 for many patterns at once.

Patterns that are sought in the same texts are a family. One pass of RE2 over a text costs about
as much as trying a single pattern with Python does, and most texts hold nothing of a family.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

import re2

from helpcenter.guard.relaxed import reach_back, relaxed

_ODD = frozenset("\u017f\u212a\u0130\u0131")
"""Letters that equal an ASCII letter when case is ignored, and that `lower` does not make one."""
_MEMBERS = 3
"""More would be read faster, but an automaton for many patterns takes longer to build."""
_SHORT, _LONG = 200, 20_000
"""Signs of the texts that are sought by place; to find each place may cost a whole reading."""
_APART = 400
"""Signs to one place that is looked at; where there are more, Python is as fast."""
_MEMORY = 64 << 20
"""Bytes that one automaton may take; it grows with what it has met."""
_family_of: dict[re.Pattern[str], Family] = {}


class Family:
    """Patterns, and the last texts that were asked about."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        self.possible = lru_cache(maxsize=4)(self._possible)
        """Those that may match in a text; all others match nowhere in it."""

    @cached_property
    def _set(self) -> tuple[re2.Set, tuple[frozenset[re.Pattern[str]], ...]]:
        """RE2's set, and for each of its numbers the patterns that it speaks for."""
        made, spoken_for, always = re2.Set.SearchSet(_options()), [], []
        for pattern in self.patterns:
            try:
                made.Add(relaxed(pattern))
                spoken_for.append(frozenset((pattern,)))
            except (ValueError, re2.error):
                always.append(pattern)
        made.Add("")
        made.Compile()
        return made, (*spoken_for, frozenset(always))

    def _possible(self, text: str) -> frozenset[re.Pattern[str]]:
        raw = _bytes(text)
        if raw is None:
            return frozenset(self.patterns)
        made, spoken_for = self._set
        numbers = made.Match(raw)
        if len(spoken_for) - 1 not in numbers:  # the empty pattern matches anywhere:
            return frozenset(self.patterns)  # RE2 ran out of memory
        return frozenset().union(*(spoken_for[number] for number in numbers))


def _options() -> Any:
    options = re2.Options()
    options.max_mem, options.never_capture, options.log_errors = _MEMORY, True, False
    return options


@lru_cache(maxsize=8)
def _bytes(text: str) -> bytes | None:
    """A text as RE2 reads it; None when the two would not read the same."""
    if not text.isascii() and not _ODD.isdisjoint(text):
        return None
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return None


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As `pattern.finditer(text)`, tried only where RE2 sees that one may begin."""
    raw, quick, back = _bytes(text), _alone(pattern), reach_back(pattern)
    if raw is None or quick is None or not _SHORT <= len(text) < _LONG:
        yield from pattern.finditer(text)
        return
    least = known = read = byte = untried = 0
    for _ in range(len(text) // _APART):
        found = quick.search(raw, read)
        if found is None:
            return
        known, byte = known + len(raw[byte : found.start()].decode()), found.start()
        at = max(least, known)
        while at <= known + back:
            if match := pattern.match(text, at):
                yield match
                least = match.end()
            at = max(least, at + 1)
        untried = max(least, known + 1)
        read = byte + max(len(text[known : max(known + 1, least - back)].encode()), 1)
    yield from pattern.finditer(text, untried)


@lru_cache(maxsize=1024)
def _alone(pattern: re.Pattern[str]) -> Any:
    """The laxer pattern, to find places with; None when it cannot be made."""
    try:
        return re2.compile(relaxed(pattern), _options())
    except (ValueError, re2.error):
        return None


def together(*patterns: re.Pattern[str]) -> None:
    """Make families of patterns that are sought in the same texts."""
    for at in range(0, len(patterns), _MEMBERS):
        family = Family(patterns[at : at + _MEMBERS])
        _family_of.update(dict.fromkeys(family.patterns, family))


def members() -> list[re.Pattern[str]]:
    """Every pattern that is in a family."""
    return list(_family_of)


def family_of(pattern: re.Pattern[str]) -> Family:
    """The family of a pattern; one of its own when nobody made one."""
    if pattern not in _family_of:
        together(pattern)
    return _family_of[pattern]
