"""Which sentences of a text answer which of its translation, where their numbers differ.

The pairing of least cost, by dynamic programming over the lengths of sentences (Gale and Church,
"A Program for Aligning Sentences in Bilingual Corpora", 1993): one sentence to one is free, every
other way costs the more the rarer it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import TypeVar

T = TypeVar("T")
Cost = Callable[[Sequence[T], Sequence[T]], float]
"""How badly some sentences answer some of the other language, from 0."""
_WAYS = ((1, 1, 0.0), (1, 2, 1.0), (2, 1, 1.0), (2, 2, 2.0), (1, 3, 2.5), (3, 1, 2.5))
"""Sentences of the one, of the other, and what it costs to take them together."""


def aligned(
    one: Sequence[T], other: Sequence[T], cost: Cost[T]
) -> list[tuple[Sequence[T], Sequence[T]]]:
    """Groups of sentences that answer each other, in order; a single one when no way leads on."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for first in range(len(one) + 1):
        for second in range(len(other) + 1):
            so_far = best.get((first, second), (inf, (0, 0)))[0]
            for mine, theirs, price in _WAYS:
                at = first + mine, second + theirs
                if so_far == inf or at[0] > len(one) or at[1] > len(other):
                    continue
                least = best.get(at, (inf, (0, 0)))[0]
                if so_far + price >= least:  # whatever these sentences cost
                    continue
                total = so_far + price + cost(one[first : at[0]], other[second : at[1]])
                if total < least:
                    best[at] = total, (first, second)
    at = len(one), len(other)
    if at not in best:
        return [(one, other)]
    groups = []
    while at != (0, 0):
        before = best[at][1]
        groups.append((one[before[0] : at[0]], other[before[1] : at[1]]))
        at = before
    return groups[::-1]
