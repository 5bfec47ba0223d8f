"""Sets of spans of one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence


class Spans:
    """A set of spans of one text, without overlap."""

    def __init__(self, spans: Sequence[tuple[int, int]] = ()) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def holds(self, offset: int) -> bool:
        """Whether `offset` lies in one of the spans."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def within(self, start: int, end: int) -> Spans:
        """The same set as seen from a piece of the text; everything stays everything."""
        if self is EVERYTHING:
            return self
        pairs = zip(self._starts, self._ends, strict=True)
        return Spans(
            [(max(a, start) - start, b - start) for a, b in pairs if b > start and a < end]
        )


EVERYTHING = Spans([(0, 1 << 60)])
NOTHING = Spans()


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same spans in order, those that touch joined."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
