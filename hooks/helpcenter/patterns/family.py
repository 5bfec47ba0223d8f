"""Asks RE2 which of many patterns may match in a text, all at once.

One pass of RE2 over a text costs about as much as trying a single pattern with Python does, and
most texts hold nothing of a family.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

import re2

from helpcenter.patterns.relaxed import END, relaxed

ODD = "\u017f\u212a\u0130\u0131"
"""Letters that equal an ASCII letter when case is ignored, and that `lower` does not make one."""
_MEMORY = 64 << 20
"""Bytes that one automaton may use; it grows as it meets new input."""


class Family:
    """Patterns, and the last texts that were asked about."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        self._asked = lru_cache(maxsize=4)(self._possible)
        self._ahead: dict[str, frozenset[int]] = {}
        self._all = frozenset(range(len(self.patterns)))
        self._spoken: dict[tuple[int, ...], frozenset[int]] = {}
        """What RE2's numbers stand for; the same few come again and again."""

    def possible(self, text: str) -> frozenset[int]:
        """Numbers of those that may match in a text; all others match nowhere in it.

        Numbers, because Python reads a whole pattern each time it looks for it in a set.
        """
        found = self._ahead.get(text)
        return self._asked(text) if found is None else found

    def ask_ahead(self, texts: Iterable[str]) -> None:
        """Find the answers about some texts, and forget those that were found ahead before.

        The automaton's tables stay near to the processor as long as nothing else is read.
        """
        self._ahead = {text: self.possible(text) for text in texts}

    def number(self, pattern: re.Pattern[str]) -> int:
        """The number of one of the patterns."""
        return self.patterns.index(pattern)

    @cached_property
    def _set(self) -> tuple[re2.Set, tuple[frozenset[int], ...]]:
        """RE2's set, and for each of its numbers those of the patterns that it speaks for."""
        made, spoken_for, always = re2.Set.SearchSet(options()), [], []
        for number, pattern in enumerate(self.patterns):
            try:
                made.Add(relaxed(pattern))
                spoken_for.append(frozenset((number,)))
            except (ValueError, re2.error):
                always.append(number)
        made.Add(END)  # what any text has, and but once: it is noted each time
        made.Compile()
        return made, (*spoken_for, frozenset(always))

    def _possible(self, text: str) -> frozenset[int]:
        raw = as_bytes(text)
        if raw is None:
            return self._all
        made, spoken_for = self._set
        numbers = tuple(made.Match(raw) or ())
        if (found := self._spoken.get(numbers)) is not None:
            return found
        if len(spoken_for) - 1 not in numbers:  # RE2 ran out of memory before the end
            return self._all
        found = frozenset().union(*(spoken_for[number] for number in numbers))
        self._spoken[numbers] = found
        return found


def options() -> Any:
    """How RE2 reads all patterns."""
    options = re2.Options()
    options.max_mem, options.never_capture, options.log_errors = _MEMORY, True, False
    return options


@lru_cache(maxsize=8)
def as_bytes(text: str) -> bytes | None:
    """A text as RE2 reads it; None when the two would not read the same."""
    if not text.isascii() and any(map(text.__contains__, ODD)):
        return None
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return None
