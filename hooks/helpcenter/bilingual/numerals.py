"""Numbers written in words: Chinese numerals and English number words."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = "零〇 一壹 二两贰俩 三叁 四肆 五伍 六陆 七柒 八捌 九玖"
ZH_DIGITS = {c: value for value, forms in enumerate(_DIGITS.split()) for c in forms}
ZH_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
ZH_GROUPS = {"万": 10**4, "亿": 10**8}
ZH_NUMERAL = f"[{''.join((*ZH_DIGITS, *ZH_UNITS, *ZH_GROUPS))}]+"

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_MORE = "sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
EN_SMALL = {w: n for n, w in enumerate(f"{_ONES} {_MORE}".split(), 1)}
EN_TENS = {w: n * 10 for n, w in enumerate(_TENS.split(), 2)}
EN_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORD = "|".join(sorted((*EN_SMALL, *EN_TENS, *EN_SCALES), key=len, reverse=True))
EN_NUMERAL = rf"(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD}))*"


def chinese(text: str) -> list[Decimal]:
    """The value of a Chinese numeral; two of them for an estimate such as 两三 (2 and 3)."""
    if len(text) == 2 and all(c in ZH_DIGITS for c in text):
        return [Decimal(ZH_DIGITS[c]) for c in text]
    if len(text) > 1 and all(c in ZH_DIGITS for c in text):
        return [Decimal("".join(str(ZH_DIGITS[c]) for c in text))]
    total = group = digit = 0
    for character in text:
        if character in ZH_DIGITS:
            digit = ZH_DIGITS[character]
        elif character in ZH_UNITS:
            group += (digit or 1) * ZH_UNITS[character]
            digit = 0
        else:
            total = (total + (group + digit or 1)) * ZH_GROUPS[character]
            group = digit = 0
    return [Decimal(total + group + digit)]


def english(text: str) -> Decimal:
    """The value of English number words such as `twenty-four` or `two hundred and five`."""
    total = group = 0
    for word in re.split(r"[ -]| and ", text.lower()):
        if word in EN_SCALES and EN_SCALES[word] == 100:
            group = (group or 1) * 100
        elif word in EN_SCALES:
            total += (group or 1) * EN_SCALES[word]
            group = 0
        else:
            group += EN_SMALL.get(word) or EN_TENS.get(word, 0)
    return Decimal(total + group)
