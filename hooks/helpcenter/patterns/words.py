"""Words of a table as one piece of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """An alternation of words, taken literally; without a group around it.

    The longest come first, for the first that matches is taken: else `six` would hide `sixty`.
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
