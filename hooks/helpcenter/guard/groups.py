"""Matches that stand close to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


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
