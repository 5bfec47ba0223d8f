"""What a file has that no earlier file had: pages of one site repeat most of each other.

A text is cut into pieces at line ends and at tags of blocks. A piece counts as known only
behind the same piece as before, so a new order of known pieces is new as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_BLOCK = (
    r"<(?:p|div|li|ul|ol|td|tr|table|h[1-6]|section|article|nav|aside|header|footer|main|script"
    r"|style|link|meta|form|dl|dd|dt|figure|loc|url|item|entry)\b"
)
_CUT = re.compile(rf"(?P<before>{_BLOCK}|\{{(?<=\}},\{{))|\\n(?!\n|{_BLOCK})")
"""Where within a line a piece ends, or what another begins with."""
_LINES = 100_000
"""Lines whose pieces are remembered: most lines stand on many pages."""
_AROUND = 2
"""Pieces before and behind a new one that are looked at with it."""
_GAP = 10
"""Known pieces between two new ones that do not part them."""

Pieces = tuple[tuple[int, int], ...]
"""The hash of each piece of a line, and how long it is."""


class Seen:
    """Remembers the pieces of all files read so far."""

    def __init__(self) -> None:
        self._known: set[int] = set()
        self._last: set[int] = set()
        self._lines: dict[str, Pieces] = {}

    def fresh(self, text: str, kind: str) -> Iterator[tuple[int, int]]:
        """The spans of a text that are new; they are known from now on.

        Args:
            text: one file.
            kind: what sort of file; pieces of different sorts are different.
        """
        before, new, cuts = hash(kind), [], [0]
        self._last = set()
        for here, size in self._pieces(text):
            pair = hash((before, here))
            if pair not in self._known:
                new.append(len(cuts) - 1)
                self._last.add(pair)
            before = here
            cuts.append(cuts[-1] + size)
        cuts[-1] = len(text)  # its last line has no end
        self._known |= self._last
        yield from _runs(new, cuts)

    def _pieces(self, text: str) -> Iterator[tuple[int, int]]:
        if len(self._lines) > _LINES:
            self._lines.clear()
        for line in text.split("\n"):
            pieces = self._lines.get(line)
            if pieces is None:
                pieces = self._lines[line] = _cut(f"{line}\n")
            yield from pieces

    def forget(self) -> None:
        """What the last file brought is not known: it had something to say about."""
        self._known -= self._last

    def copy(self) -> frozenset[int]:
        """What is known now, for `restore`."""
        return frozenset(self._known)

    def restore(self, known: frozenset[int]) -> None:
        """Only this is known: what came since was never looked at."""
        self._known = set(known)

    def clear(self) -> None:
        """Nothing is known any more."""
        self._known.clear()


def _cut(line: str) -> Pieces:
    ends = (m.start() if m.lastgroup else m.end() for m in _CUT.finditer(line))
    cuts = sorted({0, *ends, len(line)})
    return tuple((hash(line[first:end]), end - first) for first, end in pairwise(cuts))


def _runs(new: list[int], cuts: list[int]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for number in new:
        if last >= 0 and number - last > _GAP + 2 * _AROUND:
            yield _span(first, last, cuts)
            first = number
        first = number if first < 0 else first
        last = number
    if last >= 0:
        yield _span(first, last, cuts)


def _span(first: int, last: int, cuts: list[int]) -> tuple[int, int]:
    return cuts[max(first - _AROUND, 0)], cuts[min(last + 1 + _AROUND, len(cuts) - 1)]
