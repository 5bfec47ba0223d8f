"""Small counts in words: how many digits, which place, how often."""

from __future__ import annotations

_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTS = {
    **{word: n for n, word in enumerate("一二三四五六七八九十", 1)},
    **{word: n for n, word in enumerate(_ENGLISH, 1)},
    "两": 2,
    "兩": 2,
}
"""From one to ten; what a pattern takes for a count is its own matter."""


def count(word: str) -> int:
    """The number that such a word, or a row of digits, stands for."""
    return COUNTS.get(word.lower()) or int(word)
