"""Finds the line, the sentence and the paragraph around a place.

All searches have a limit: a text without a single full stop must not take quadratic time.
"""

from __future__ import annotations

import re

STOP = re.compile(r"[。！？!?\n]|\.(?=\s|\Z)")
"""The end of a sentence of prose; a full stop inside a number, host or file name is none."""
REACH = 200
"""Characters around an instruction in which what it is about must stand."""


def line_start(text: str, at: int, near: int) -> int:
    """Where the line of the character at `at` begins, but nothing in front of `near`."""
    return max(text.rfind("\n", near, at) + 1, near)


def sentence_start(text: str, at: int, near: int, stops: str) -> int:
    """Where the sentence of the character at `at` begins, but nothing in front of `near`.

    `stops`: the characters that end the one before it; they differ with the kind of search.
    """
    return max(near, *(text.rfind(stop, near, at) + 1 for stop in stops))


def prose_start(text: str, at: int, near: int) -> int:
    """The same of whole sentences, which a `STOP` ends; `near` may lie in front of the text."""
    first = max(near, 0)
    stops = [stop.end() for stop in STOP.finditer(text, first, at)]
    return stops[-1] if stops else first


def paragraph(text: str, first: int, last: int) -> tuple[int, int]:
    """The paragraph around `text[first:last]`, within reach: where it starts and ends."""
    start = max(text.rfind("\n\n", max(first - REACH, 0), first), first - REACH, 0)
    while start and start < first and text[start].isascii() and not text[start].isspace():
        start += 1  # not in the middle of a word
    return start, paragraph_end(text, last)


def paragraph_end(text: str, at: int) -> int:
    """Where the paragraph of the character at `at` ends, within reach."""
    reach = min(at + REACH, len(text))
    end = text.find("\n\n", at, reach)
    return end if end >= 0 else reach
