"""Positions in a text by offset, without searching the text again each time."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from helpcenter.model import Position


class LineIndex:
    """Where the lines of one text begin; LF ends a line, so CRLF counts once."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        """Computed on first use: most texts never need it."""
        *lines, _ = self._text.split("\n")
        return list(accumulate(map((1).__add__, map(len, lines)), initial=0))

    def at(self, offset: int) -> Position:
        """The same as `Position.at`, in logarithmic time."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """The offset of a position of this text; the reverse of `at`."""
        return self._starts[position.line - 1] + position.column - 1
