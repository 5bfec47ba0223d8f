"""Which patterns may match in a text, asked of RE2 for many patterns at once.

One pass of RE2 over a text costs about as much as trying a single pattern with Python does, and
most texts hold nothing of a family.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

import re2

from helpcenter.patterns.relaxed import relaxed

_ODD = "\u017f\u212a\u0130\u0131"
"""Letters that equal an ASCII letter when case is ignored, and that `lower` does not make one."""
_MEMORY = 64 << 20
"""Bytes that one automaton may take; it grows with what it has met."""


class Family:
    """Patterns, and the last texts that were asked about."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        self.possible = lru_cache(maxsize=4)(self._possible)
        """Those that may match in a text; all others match nowhere in it."""

    @cached_property
    def _set(self) -> tuple[re2.Set, tuple[frozenset[re.Pattern[str]], ...]]:
        """RE2's set, and for each of its numbers the patterns that it speaks for."""
        made, spoken_for, always = re2.Set.SearchSet(options()), [], []
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
        raw = as_bytes(text)
        if raw is None:
            return frozenset(self.patterns)
        made, spoken_for = self._set
        numbers = made.Match(raw) or ()
        if len(spoken_for) - 1 not in numbers:  # the empty pattern matches anywhere:
            return frozenset(self.patterns)  # RE2 ran out of memory
        return frozenset().union(*(spoken_for[number] for number in numbers))


def options() -> Any:
    """How RE2 reads all patterns."""
    options = re2.Options()
    options.max_mem, options.never_capture, options.log_errors = _MEMORY, True, False
    return options


@lru_cache(maxsize=8)
def as_bytes(text: str) -> bytes | None:
    """A text as RE2 reads it; None when the two would not read the same."""
    if not text.isascii() and any(letter in text for letter in _ODD):
        return None
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return None
