"""Turns the words of a table into one alternation of a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """An alternation of words, taken literally; without a group around it.

    The longest come first because the first match is taken: otherwise `six` would hide `sixty`.
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
