"""Digits by sound: Chinese characters of the same syllable, English words that rhyme with them."""

from __future__ import annotations

import re
from pathlib import Path

from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.matching.found import Row
from helpcenter.guard.numbers.called import number
from helpcenter.guard.numbers.numerals import NUMBER_WORDS
from helpcenter.patterns.words import one_of

_TABLE = Path(__file__).with_name("sounds.txt")
BY_SOUND = {
    char: line[0] for line in _TABLE.read_text("utf-8").splitlines()[1:] for char in line[2:]
}
"""Characters, and the digit that each sounds like."""
_CHAR = f"[{''.join(BY_SOUND)}{''.join(c for c in HAN_DIGITS if c not in BY_SOUND)}0-9]"
_GAP = r"[\s·.,，、—–/_|-]"
_RUN = re.compile(rf"{_CHAR}(?:{_GAP}{{0,3}}+{_CHAR}){{5,16}}+(?!{_CHAR})")
_LEAST = 3
"""Characters that are no numerals, in a row that is read by its sound."""
_WORDS = {
    "won": "1", "wan": "1", "wun": "1", "to": "2", "too": "2", "tu": "2", "tew": "2", "free": "3", "tree": "3", "thre": "3", "for": "4", "fore": "4", "fower": "4",
    "fife": "5", "fiv": "5", "sicks": "6", "sics": "6", "sex": "6", "sevin": "7", "sebben": "7", "ate": "8", "ait": "8", "nein": "9", "nign": "9", "owe": "0", "o": "0", "ow": "0", "zeero": "0",
}  # fmt: skip
"""English words, and the digit that each sounds like."""
_DIGITS = {word: digit for word, digit in NUMBER_WORDS.items() if len(digit) == 1} | _WORDS
_WORD = one_of(_DIGITS)
_SPOKEN = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_WORD}"
    rf"|\d)(?:[\s,.;、，-]{{1,3}}+(?:{_WORD}|\d)(?![A-Za-z0-9])){{6,14}}+",
    re.IGNORECASE,
)


def _by_sound(match: re.Match[str]) -> str:
    """The number that the characters sound like; numerals alone are read elsewhere."""
    chars = re.sub(_GAP, "", match[0])
    own = sum(not char.isdigit() and char not in HAN_DIGITS for char in chars)
    digits = "".join(HAN_DIGITS.get(c) or BY_SOUND.get(c, c) for c in chars)
    if own < _LEAST or 3 * own < len(chars):
        return match[0]
    return number(digits, match.string, *match.span()) or match[0]


def _spoken(match: re.Match[str]) -> str:
    words = [word.lower() for word in re.findall(r"[A-Za-z]+|\d", match[0])]
    if sum(word in _WORDS for word in words) < 2:
        return match[0]
    digits = "".join(_DIGITS.get(word, word) for word in words)
    return number(digits, match.string, *match.span()) or match[0]


ROWS: tuple[Row, ...] = (
    ("homophones", _RUN, _by_sound, ("打：死灵灵 灵灵灵 酒爸七吧", "打：400-000-9878"), "就是爸爸，一二三四五六七", ()),
    ("homophones in English", _SPOKEN, _spoken, ("ring won too-oh-too, five five five, oh won for seven", "ring 1-202-555-0147"),
     "two to one, free for all", (*_WORDS, *(word.capitalize() for word in _WORDS))),
)  # fmt: skip
