"""Groups of digits written as digits, numerals or words, “three fives”, “五拨三次”.

A group found with one of these patterns is converted with `digits`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.numbers.numerals import NUMBER_WORDS, SPOKEN_WORD, spelled_digits
from helpcenter.patterns.words import one_of

HAN = "".join(HAN_DIGITS)
DIGIT_WORDS = {word: digit for word, digit in NUMBER_WORDS.items() if len(digit) == 1}
DIGIT_WORD = one_of(DIGIT_WORDS)
_TIMES = {**DIGIT_WORDS, **HAN_DIGITS, "twice": "2", "thrice": "3"}
_PLACES = {"千": 1000, "仟": 1000, "百": 100, "佰": 100, "十": 10, "拾": 10}
_RINGS = str.maketrans("○◯", "〇〇")
"""Rings that stand for noughts."""
SO_OFTEN = re.compile(
    rf"(?<![A-Za-z])(?:{DIGIT_WORD}|\d),?\s(?:(?:two|three|four|five|six|[2-6])\stimes|twice"
    r"|thrice)(?: over| in a row| running)?(?![A-Za-z])"
    rf"|[{HAN}\d]\s?(?:连续?|連續?|重[复復])?(?:按|拨|撥|打|念|读|輸入|输入?)?\s?"
    r"[两兩二三四五六2-6]\s?[次遍]",
    re.IGNORECASE,
)
"""“five three times”, “五拨三次”."""
_NO_UNIT = r"(?![\d个月人天点周年号项步])"
REPEATED = re.compile(
    r"(?P<times>[一二两兩三四五六七八贰叁肆伍陆柒捌2345678])\s?[个個連连]\s?(?P<digit>"
    rf"[{HAN}\d]"
    rf"|圆?圈|[鸭零]?蛋){_NO_UNIT}"
    rf"|(?:一[对對双雙]|[双雙俩倆])\s?(?P<pair>[{HAN}\d]){_NO_UNIT}"
)
"""“三个零”, “一对九”."""
_NOUGHT = re.compile("圆?圈|[鸭零]?蛋")
PLURAL = rf"(?<![A-Za-z])(?:two|three|four|five|six|seven|\d)\s(?:{DIGIT_WORD})e?s(?![A-Za-z])"
"""“three fives”."""
GROUP = (
    rf"(?:(?<![\w.,-])|(?<=[\u4e00-\u9fff]))\+?\d[\d -]{{0,12}}\d(?![\w.,%-]?\d"
    r"|\s?[元块年月日天点时分秒位次笔%])"
    rf"|(?<![{HAN}第])[{HAN}千百十](?:[ ·、-]?[{HAN}千百十]){{1,10}}"
    rf"(?![{HAN}个個元块年月日天点时分秒位次笔])"
    rf"|(?<![A-Za-z])(?:{SPOKEN_WORD})(?:[\s,-]{{1,2}}(?:{SPOKEN_WORD})){{1,8}}(?![A-Za-z])"
)
"""Two digits and more, and what shows that they are no amount."""


@lru_cache(maxsize=1024)
def digits(group: str) -> str:
    """The digits that a group stands for."""
    plain = REPEATED.sub(repeated, SO_OFTEN.sub(so_often, group.lower().translate(_RINGS)))
    if re.fullmatch(PLURAL, plain):
        times, word = plain.split()
        digit = _TIMES.get(word[:-1]) or _TIMES[word[:-2]]
        return digit * int(_TIMES.get(times, times))
    return spelled_digits(plain) if plain.isascii() else numeral_digits(plain)


def numeral_digits(numeral: str) -> str:
    """A Chinese numeral in digits: its value where it has places, else its digits one by one."""
    total, digit, found = 0, 0, ""
    for char in numeral:
        if char in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[char], 0
        elif (value := HAN_DIGITS.get(char, char)).isdecimal():
            digit = int(value)
            found += value
    return str(total + digit) if total else found


def so_often(match: re.Match[str]) -> str:
    """The digit of a match of `SO_OFTEN`, as often as it is said."""
    words: list[str] = re.findall(rf"[a-z]+|\d|[{HAN}]", match[0].lower())
    digit, times = words[:2]
    return _TIMES.get(digit, digit) * int(_TIMES.get(times, times))


def repeated(match: re.Match[str]) -> str:
    """The character of a match of `REPEATED`, as often as it is said."""
    if pair := match["pair"]:
        return pair * 2
    return _NOUGHT.sub("零", match["digit"]) * int(_TIMES.get(match["times"], match["times"]))
