"""Finds what is new in a file: pages of one site repeat most of each other.

A text is split into pieces at line ends and block tags. A piece counts as known only after the same
piece as before, so a new order of known pieces is new as well; blanks between two pieces do not
matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLOCK = (
    r"<(?:p|div|li|ul|ol|td|tr|table|h[1-6]|section|article|nav|aside|header|footer|main|script"
    r"|style|link|meta|form|dl|dd|dt|figure|loc|url|item|entry)\b"
)
_CUT = re.compile(rf"(?P<before>{_BLOCK}|\{{(?<=\}},\{{))|\\n(?!\n|{_BLOCK})")
"""Where a piece ends within a line, or the next begins."""
_LINES = 100_000
"""Lines whose pieces are remembered: most lines stand on many pages."""
_AROUND = 1
"""Pieces before and after a new one that are judged with it."""
_GAP = 2
"""Most known pieces between two new ones that are judged together."""

Pieces = tuple[tuple[int, int], ...]
"""The hash of each piece of a line, 0 for a blank one, and how long it is."""


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
        if len(self._lines) > _LINES:
            self._lines.clear()
        before, end, new, cuts = hash(kind), 0, [], [0]
        last: set[int] = set()
        for line in text.split("\n"):
            for here, size in self._lines.get(line) or self._pieces(line):
                end += size
                if not here:
                    continue
                pair = hash((before, here))
                if pair not in self._known:
                    new.append(len(cuts) - 1)
                    last.add(pair)
                before = here
                cuts.append(end)
        cuts[-1] = len(text)  # its last line has no end
        self._known |= last
        self._last = last
        yield from _runs(new, cuts)

    def _pieces(self, line: str) -> Pieces:
        pieces = self._lines[line] = tuple(_cut(f"{line}\n"))
        return pieces

    def forget(self) -> None:
        """Forget the pieces of the last file, because it had findings."""
        self._known -= self._last

    def copy(self) -> frozenset[int]:
        """The current state, for `restore`."""
        return frozenset(self._known)

    def restore(self, known: frozenset[int]) -> None:
        """Go back to an earlier state: later pieces were never judged."""
        self._known = set(known)

    def clear(self) -> None:
        """Forget everything."""
        self._known.clear()


def _cut(line: str) -> Iterator[tuple[int, int]]:
    """Blanks belong to the piece behind them: how far it stands to the right says nothing."""
    start = 0
    ends = (m.start() if m.lastgroup else m.end() for m in _CUT.finditer(line))
    for end in sorted({*ends, len(line)}):
        piece = line[start:end].strip()
        if piece or end == len(line):
            yield (hash(piece) or 1) if piece else 0, end - start
            start = end


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
