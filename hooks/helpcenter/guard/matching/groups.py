"""Groups of matches close to each other, and their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from helpcenter.guard.matching.spans import merged


def groups(
    matches: Iterable[re.Match[str]], apart: int, least: int
) -> Iterator[list[re.Match[str]]]:
    """Rows of neighbours.

    Args:
        matches: in the order of the text.
        apart: characters that may stand between two of a row.
        least: matches of the shortest row.
    """
    row: list[re.Match[str]] = []
    for match in matches:
        if row and match.start() - row[-1].end() > apart:
            if len(row) >= least:
                yield row
            row = []
        row.append(match)
    if len(row) >= least:
        yield row


def surroundings(
    matches: Iterable[re.Match[str]], before: int, behind: int, size: int
) -> list[tuple[int, int]]:
    """The spans of a text around matches, those that overlap as one: no character is in two.

    Args:
        matches: in the order of the text.
        before: characters in front of a match that belong to it.
        behind: characters behind it that do.
        size: characters of the whole text.
    """
    around = ((max(m.start() - before, 0), min(m.end() + behind, size)) for m in matches)
    return merged(around)
