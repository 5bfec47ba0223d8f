"""Zhuyin for words: ㄌㄞˋ for a messenger, syllables for the digits of a number."""

from __future__ import annotations

import re

from helpcenter.guard.matching.found import Row
from helpcenter.guard.numbers.called import number

_DIGITS = {
    "ㄌㄧㄥˊ": "0", "ㄉㄨㄥˋ": "0", "ㄧ": "1", "ㄧㄠ": "1", "ㄦˋ": "2", "ㄌㄧㄤˇ": "2", "ㄙㄢ": "3", "ㄙˋ": "4", "ㄨˇ": "5",
    "ㄌㄧㄡˋ": "6", "ㄑㄧ": "7", "ㄅㄚ": "8", "ㄐㄧㄡˇ": "9",
}  # fmt: skip
_WORDS = {
    "ㄌㄞˋ": "賴", "ㄨㄟㄒㄧㄣˋ": "微信", "ㄨㄟˊㄒㄧㄣˋ": "微信", "ㄎㄡˋㄎㄡˋ": "扣扣", "ㄉㄧㄢˋㄅㄠˋ": "電報", "ㄈㄟㄐㄧ": "飞机",
    "ㄉㄧㄢˋㄏㄨㄚˋ": "電話", "ㄖㄜˋㄒㄧㄢˋ": "熱線", "ㄒㄧㄠˇㄌㄠˇㄕㄨˇ": "小老鼠", "ㄉㄧㄢˇ": "點", "ㄞㄊㄜˋ": "艾特", "ㄞˋㄊㄜˋ": "艾特", "ㄑㄩㄣˊ": "群", "ㄐㄧㄚ": "加",
}  # fmt: skip
_SYLLABLE = r"[ㄅ-ㄩ]{1,3}[ˊˇˋ˙]?"
_RUN = re.compile(rf"(?<![ㄅ-ㄩˊˇˋ˙]){_SYLLABLE}(?:[\s·・,，、.-]{{0,2}}{_SYLLABLE}){{0,20}}+")
_ONE = re.compile(_SYLLABLE)
_LEAST = 5
"""Syllables of a number."""


def _read(match: re.Match[str]) -> str:
    """The word, or the number that the syllables make; as it stands when they make neither."""
    syllables = _ONE.findall(match[0])
    if word := _WORDS.get("".join(syllables)):
        return word
    digits = "".join(_DIGITS.get(one, " ") for one in syllables)
    if len(digits) < _LEAST or " " in digits:
        return match[0]
    return number(digits, match.string, *match.span()) or match[0]


ROWS: tuple[Row, ...] = (
    ("zhuyin", _RUN, _read, ("加ㄌㄞˋ：ab；打 ㄙˋ ㄌㄧㄥˊ ㄌㄧㄥˊ ㄌㄧㄥˊ ㄌㄧㄥˊ ㄌㄧㄥˊ ㄧ ㄦˋ ㄙㄢ ㄙˋ", "加賴：ab；打 400-000-1234"), "ㄧㄢˋ ㄓㄥˋ ㄇㄚˇ，ㄎㄎ", ("ㄧ", "ㄞ", "ㄡ", "ㄢ", "ㄨ")),
)  # fmt: skip
"""Name, pattern, what stands for a match, a text and what it becomes, a text that stays, needs."""
