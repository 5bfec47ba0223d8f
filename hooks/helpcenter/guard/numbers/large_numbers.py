"""Telephone numbers told as one amount, or worked out of amounts: “四十亿零六百一十七”, “four billion …”.

An amount is a number to call only if a word for calling is nearby and the number has the shape of
one; money is recognised by its unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import add, mul, sub

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers.called import WORDS, number
from helpcenter.guard.numbers.digit_groups import HAN
from helpcenter.numerals import EN_SCALES, EN_SMALL, EN_TENS, ZH_GROUPS, ZH_UNITS, chinese, english
from helpcenter.patterns.words import one_of

_DIGITS = {char: int(digit) for char, digit in HAN_DIGITS.items()}
_WORD = one_of(["zero", *EN_SMALL, *EN_TENS, *EN_SCALES])
_NUMBER_ZH = rf"(?:\d{{1,11}}[万萬亿億]?|[{HAN}{''.join(ZH_UNITS)}{''.join(ZH_GROUPS)}]{{1,18}})"
_NUMBER_EN = (
    rf"(?:\d{{1,11}}(?:\s(?:million|billion))?"
    rf"|(?:an?\s)?(?:{_WORD})(?:(?:\s|-|,\s|\sand\s)(?:{_WORD})){{0,14}})"
)
_OPERATIONS: dict[Callable[[int, int], int], str] = {
    mul: r"乘以?|乘上|[×✕]|(?:multiplied by|multiply by|times)(?![a-z])",
    add: r"加上?|(?:plus|add|and add|increased by)(?![a-z])",
    sub: r"减去?|減去?|扣掉|(?:minus|less|subtract|take away|and take away)(?![a-z])",
}
_ANY = "|".join(_OPERATIONS.values())
_ZH = rf"{_NUMBER_ZH}(?:[，,]?\s?(?:再|然后)?\s?(?:{_ANY})\s?{_NUMBER_ZH}){{0,4}}+"
_EN = (
    rf"(?<![A-Za-z\d])(?:{_NUMBER_EN})(?:,?\s(?:then\s"
    rf"|and\s)?(?:{_ANY})\s(?:by\s)?{_NUMBER_EN}){{0,4}}+(?![A-Za-z])"
)
_AMOUNT = re.compile(rf"{_ZH}|{_EN}", re.IGNORECASE)
_HINT = re.compile(
    rf"[{HAN}十百千\d][亿億]|乘以?[\s\d{HAN}]|\b(?:billion|multipl(?:y|ied)|times (?:\d|{_WORD}))",
    re.IGNORECASE,
)
"""What every such number has: its billions, or a product."""
_BEFORE, _BEHIND, _NEAR = 50, 80, 40
_UNIT = re.compile(
    r"\s?(?:[元块圆名个個人次笔筆户戶家张張吨米年月日天%％]|美元|港币|用户|people|users"
    r"|customers|payments|transactions|dollars?|pounds?|euros?|yuan|CNY|USD|years?"
    r"|a (?:year|day|month))",
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
    for hint in bounds.few(finder(_HINT)(text)):
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
    total, apply = 0, add
    for token in _TOKEN.finditer(words):
        if token["said"]:
            apply = next(
                operation
                for operation, said in _OPERATIONS.items()
                if re.fullmatch(said, token["said"], re.I)
            )
        else:
            total = apply(total, _amount(token["number"]))
    return total


def _amount(words: str) -> int:
    return english(words) if words.isascii() else chinese(words, _DIGITS)
