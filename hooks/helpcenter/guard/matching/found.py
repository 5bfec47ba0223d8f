"""Results of the readings of a text, and the rows of their tables."""

from __future__ import annotations

import re
from collections.abc import Callable

Found = tuple[int, int, str]
"""Where a piece of a text starts and ends, and what it comes to."""
Row = tuple[
    str, re.Pattern[str], Callable[[re.Match[str]], str], tuple[str, str], str, tuple[str, ...]
]
"""Name, pattern, what a match stands for; a text and what it comes to, a text without a match;
texts of which every match contains one, searched for first because that is fast."""
