"""Values of numerals: Chinese ones, 三万五, and English number words, `two hundred and five`."""

from __future__ import annotations

import re
from collections.abc import Mapping

_DIGITS = "零〇 一壹 二两贰俩 三叁 四肆 五伍 六陆 七柒 八捌 九玖"
ZH_DIGITS = {char: value for value, chars in enumerate(_DIGITS.split()) for char in chars}
_TEN = {"十": 10, "拾": 10}
ZH_UNITS = {**_TEN, "百": 100, "千": 1000, "佰": 100, "仟": 1000}
ZH_GROUPS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_MORE = "sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
EN_SMALL = {word: value for value, word in enumerate(f"{_ONES} {_MORE}".split(), 1)}
EN_TENS = {word: value * 10 for value, word in enumerate(_TENS.split(), 2)}
EN_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORD = re.compile(r"[a-z]+|[0-9]+")


def chinese(text: str, digits: Mapping[str, int] = ZH_DIGITS) -> int:
    """The value of a Chinese numeral without a fraction; plain digits may stand in it, 40亿.

    Args:
        text: digits, 十百千, 万 and 亿, each as often as they are said.
        digits: the characters for digits, with their values.
    """
    total = group = digit = 0
    for char in text:
        if char in ZH_UNITS:
            group += (digit or 1) * ZH_UNITS[char]
            digit = 0
        elif char in ZH_GROUPS:
            counted = group + digit
            if ZH_GROUPS[char] == 10**8:  # of all before it: 三千万亿
                total = (total + counted or 1) * 10**8
            else:
                total += (counted or 1) * ZH_GROUPS[char]
            group = digit = 0
        else:
            digit = digit * 10 + (digits[char] if char in digits else int(char))
    scale = _scale(text[-2:-1])
    if scale and text[-1] not in ZH_UNITS and text[-1] not in ZH_GROUPS:  # 一万五 is 15,000
        digit *= scale // 10
    return total + group + digit


def _scale(char: str) -> int:
    return 0 if char in _TEN else ZH_UNITS.get(char) or ZH_GROUPS.get(char, 0)


def english(text: str) -> int:
    """The value of English number words; plain digits may stand among them, `4 billion`."""
    total = group = 0
    for word in _WORD.findall(text.lower()):
        if word == "hundred":
            group = (group or 1) * 100
        elif word in EN_SCALES:
            total += (group or 1) * EN_SCALES[word]
            group = 0
        elif word.isdigit():
            group += int(word)
        else:
            group += EN_SMALL.get(word) or EN_TENS.get(word, 0)
    return total + group
