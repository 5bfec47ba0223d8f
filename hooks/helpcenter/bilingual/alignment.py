"""Aligns the sentences of a text with those of its translation.

The alignment of least cost, by dynamic programming over sentence lengths (Gale and Church, "A
Program for Aligning Sentences in Bilingual Corpora", 1993): one sentence to one costs nothing,
every other pairing costs more the rarer it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import TypeVar

T = TypeVar("T")
Cost = Callable[[T, T], float]
"""Cost of pairing some sentences with some of the other language, from 0."""
_WAYS = ((1, 1, 0.0), (1, 2, 1.0), (2, 1, 1.0), (2, 2, 2.0), (1, 3, 2.5), (3, 1, 2.5))
"""Sentences of the one, of the other, and what it costs to take them together."""


def aligned(
    one: Sequence[T], other: Sequence[T], together: Callable[[Sequence[T]], T], cost: Cost[T]
) -> list[tuple[T, T]]:
    """Groups of sentences that answer each other, in order, each group as one sentence.

    A single group of all sentences when no alignment exists.

    Args:
        one: the sentences of the one language.
        other: those of the other.
        together: makes one sentence of several.
        cost: of two sentences.
    """
    mine, theirs = (_groups(side, together) for side in (one, other))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for first in range(len(one) + 1):
        for second in range(len(other) + 1):
            if (first, second) not in best:
                continue
            so_far = best[first, second][0]
            for few, others, price in _WAYS:
                at = first + few, second + others
                if at[0] > len(one) or at[1] > len(other):
                    continue
                least = best[at][0] if at in best else inf
                if so_far + price >= least:  # whatever these sentences cost
                    continue
                total = so_far + price + cost(mine[few][first], theirs[others][second])
                if total < least:
                    best[at] = total, (first, second)
    at = len(one), len(other)
    if at not in best:
        return [(together(one), together(other))]
    groups = []
    while at != (0, 0):
        first, second = best[at][1]
        groups.append((mine[at[0] - first][first], theirs[at[1] - second][second]))
        at = first, second
    return groups[::-1]


def _groups(side: Sequence[T], together: Callable[[Sequence[T]], T]) -> list[list[T]]:
    """By how many sentences make one group: the groups, by their first sentence."""
    most = range(1, max(few for few, _, _ in _WAYS) + 1)
    return [
        [],
        *([together(side[at : at + n]) for at in range(len(side) - n + 1)] for n in most),
    ]
