"""Telephone numbers told as one amount, or worked out of amounts: “四十亿零六百一十七”, “four billion …”.

An amount is a number to call only where a word for calling stands beside it and the number has the
shape of one; money is told by its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers.called import WORDS, number

Found = tuple[int, int, str]
_HAN = "".join(HAN_DIGITS)
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_WORD = "|".join(sorted([*_ONES, *_TENS, *_SCALES, "hundred"], key=len, reverse=True))
_NUMBER_ZH = rf"(?:\d{{1,11}}[万萬亿億]?|[{_HAN}{''.join(_SMALL)}{''.join(_LARGE)}]{{1,18}})"
_NUMBER_EN = rf"(?:\d{{1,11}}(?:\s(?:million|billion))?|(?:an?\s)?(?:{_WORD})(?:(?:\s|-|,\s|\sand\s)(?:{_WORD})){{0,14}})"
_OPERATIONS = {
    "*": r"乘以?|乘上|[×✕]|(?:multiplied by|multiply by|times)(?![a-z])",
    "+": r"加上?|(?:plus|add|and add|increased by)(?![a-z])",
    "-": r"减去?|減去?|扣掉|(?:minus|less|subtract|take away|and take away)(?![a-z])",
}
_ANY = "|".join(_OPERATIONS.values())
_ZH = rf"{_NUMBER_ZH}(?:[，,]?\s?(?:再|然后)?\s?(?:{_ANY})\s?{_NUMBER_ZH}){{0,4}}+"
_EN = rf"(?<![A-Za-z\d])(?:{_NUMBER_EN})(?:,?\s(?:then\s|and\s)?(?:{_ANY})\s(?:by\s)?{_NUMBER_EN}){{0,4}}+(?![A-Za-z])"
_AMOUNT = re.compile(rf"{_ZH}|{_EN}", re.IGNORECASE)
_HINT = re.compile(
    rf"[{_HAN}十百千\d][亿億]|乘以?[\s\d{_HAN}]|\b(?:billion|multipl(?:y|ied)|times (?:\d|{_WORD}))",
    re.IGNORECASE,
)
"""What every such number has: its billions, or a product."""
_BEFORE, _BEHIND, _NEAR = 50, 80, 40
_UNIT = re.compile(
    r"\s?(?:[元块圆名个個人次笔筆户戶家张張吨米年月日天%％]|美元|港币|用户|people|users|customers|payments|transactions|dollars?|pounds?|euros?|yuan|CNY|USD|years?|a (?:year|day|month))",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"(?P<number>{_NUMBER_ZH}|{_NUMBER_EN})|(?P<said>{_ANY})", re.IGNORECASE)
_LEAST = 9
TRUE_SAMPLES = (
    ("四十亿零六百一十七，这就是我们的热线。", "电话：400-000-0617"),
    ("The hotline is four billion six hundred and seventeen.", "电话：400-000-0617"),
    ("把一百万乘以四千，再加上七百二十三，得到的就是热线。", "电话：400-000-0723"),
)
FALSE_SAMPLES = (
    "全年处理四十亿笔交易，客服电话见页脚。",
    "金额 2000 乘以 2 再减去 15，不符请打电话。",
    "Our service handles four billion payments a year; call us.",
)
together(_HINT, of="a whole text")


def told(text: str) -> Iterator[Found]:
    """Span of each such amount, and the number that it is."""
    done = 0
    for hint in finder(_HINT)(text):
        if hint.start() < done:
            continue
        for match in _AMOUNT.finditer(
            text, max(done, hint.start() - _BEFORE), hint.end() + _BEHIND
        ):
            done = max(done, match.end())
            first, last = max(0, match.start() - _NEAR), match.end() + _NEAR
            if _UNIT.match(text, match.end()) or not WORDS.search(text, first, last):
                continue
            digits = str(_value(match[0]))
            if len(digits) > _LEAST and (found := number(digits, text, *match.span())):
                yield *match.span(), f"电话：{found}"


def _value(words: str) -> int:
    """What amounts and what is done with them come to, from left to right."""
    total, sign = 0, "+"
    for token in _TOKEN.finditer(words):
        if token["said"]:
            sign = next(
                s for s, said in _OPERATIONS.items() if re.fullmatch(said, token["said"], re.I)
            )
            continue
        value = _amount(token["number"])
        total = total * value if sign == "*" else total - value if sign == "-" else total + value
    return total


def _amount(words: str) -> int:
    return _english(words.lower()) if words.isascii() else _chinese(words)


def _chinese(words: str) -> int:
    """A Chinese numeral, `四十亿零六百一十七` or `40亿`."""
    total = section = digit = 0
    for sign in words:
        if sign in _LARGE:
            total = (total + section + digit) * _LARGE[sign] if sign in "亿億" else total + (section + digit) * _LARGE[sign]  # fmt: skip
            section = digit = 0
        elif sign in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[sign], 0
        else:
            digit = digit * 10 + int(HAN_DIGITS.get(sign, sign))
    return total + section + digit


def _english(words: str) -> int:
    """An English numeral, `four billion six hundred and seventeen` or `4 billion`."""
    total = section = 0
    for word in re.findall(r"[a-z]+|\d+", words):
        if word in _SCALES:
            total, section = total + (section or 1) * _SCALES[word], 0
        elif word == "hundred":
            section = (section or 1) * 100
        elif word.isdigit():
            section += int(word)
        else:
            section += _ONES.get(word, 0) + _TENS.get(word, 0)
    return total + section
