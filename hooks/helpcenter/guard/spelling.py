"""Spelled-out signs: 艾特, (at), 点, dot, hxxp, dashes in words, numerals in words."""

from __future__ import annotations

import re
from collections.abc import Callable

from helpcenter.guard.fold import HAN_DIGITS

Row = tuple[
    str, re.Pattern[str], Callable[[re.Match[str]], str], tuple[str, str], str, tuple[str, ...]
]

_OPEN, _CLOSE = r"[\[({（【<「《〔『]", r"[\])}）】>」》〕』]"
_AT_WORD = r"艾特|爱特|愛特|艾忒|圈\s?[aA]|小老鼠|at符号|at号|花[aA]|\(a\)"
_AT = re.compile(
    rf"(?<=[\w.-])\s{{0,2}}{_OPEN}\s{{0,2}}(?:at|AT|At|aT|a|@|{_AT_WORD})\s{{0,2}}{_CLOSE}\s{{0,2}}(?=\w)"
    rf"|(?<=[A-Za-z0-9_.-])\s{{0,2}}(?:{_AT_WORD})\s{{0,2}}(?=[A-Za-z0-9])"
    r"|(?<=[A-Za-z0-9_.-])(?:[ \t]{1,2}@[ \t]{0,2}|@[ \t]{1,2}|\s?[-_.*~#/|]{1,3}(?:at|AT)[-_.*~#/|]{1,3}\s?)(?=[A-Za-z0-9])"
)
_AT_ALONE = re.compile(
    r" (?<=[A-Za-z0-9_-] ) ?(?:at|AT|At)\s{1,2}"
    r"(?=[A-Za-z0-9-]{2,60}(?:\s{0,2}(?:dot|DOT|点|點|[\[(]\s?(?:dot|\.|点)\s?[\])])))"
)
_DOT_WORD = r"dot|DOT|Dot|d0t|点|點|\.|。|point|ponto|punkt"
_DOT = re.compile(
    rf"(?<=[\w-])\s{{0,2}}{_OPEN}\s{{0,2}}(?:{_DOT_WORD})\s{{0,2}}{_CLOSE}\s{{0,2}}(?=[\w-])"
    r"|(?<=[A-Za-z0-9-])\s?(?:点儿?|點|丶|·|。|、|\.[ \t]\.)\s?(?=[A-Za-z])"
    r"|(?<=[A-Za-z0-9-])(?:\s{1,2}\.\s{0,2}|[-_*~]{1,2}(?:dot|DOT)[-_*~]{1,2})(?=[a-z]{2,10}\b)"
    r"|(?<=[A-Za-z0-9-])\s{1,2}(?:dot|DOT|Dot|d0t)\s{1,2}(?=[A-Za-z])"
)
_SIGN = {
    re.compile(r"[hH](?:xx|XX|\*\*|tt|TT)[pP]"): "http",
    re.compile(r"(?:斜杠|斜线|正斜杠|\bslash\b)"): "/",
    re.compile(r"(?:下划线|底线|\bunderscore\b)"): "_",
    re.compile(r"(?:冒号|\bcolon\b)"): ":",
    re.compile(r"(?:横杠|中划线|连字符|短横线|减号|\bhyphen\b|\bdash\b|\bminus\b|杠)"): "-",
    re.compile(r"(?:加号|\bplus\b)"): "+",
}
_WORDS = re.compile(
    r"\b[hH](?:xx|XX|\*\*)[pP](?=[sS]?[:\[：])"
    r"|(?<=[A-Za-z0-9.])\s?(?:斜杠|斜线|正斜杠|冒号|slash|colon|下划线|底线|underscore|横杠|中划线|连字符"
    r"|短横线|减号|\bhyphen\b|(?<=[0-9] )dash(?= [0-9])|minus|杠)\s?(?=[A-Za-z0-9])"
    r"|(?:加号|\bplus\b)\s?(?=\d)"
)
_SCHEME = re.compile(
    r"(?<=[pPsS])\s{0,2}[\[(]?\s?[:：]\s?[\])]?\s{0,2}[/／⁄∕\\]\s?[/／⁄∕\\]\s{0,2}(?=[A-Za-z0-9])"
)


def _sign(match: re.Match[str]) -> str:
    return next((plain for word, plain in _SIGN.items() if word.search(match[0])), match[0])


_SPACED = re.compile(
    r"(?:(?<=[\s:：，。（(])|^)[!-~](?: {1,2}[!-~](?![^\s，。；）)])){5,300}+(?:(?<=[/@.:]) {1,2})?"
    r"|[\u4e00-\u9fff](?: {1,2}[\u4e00-\u9fff：:]){1,6} {1,2}(?=[!-~](?: {1,2}[!-~]){4})"
)
_HAN = re.escape("".join(HAN_DIGITS)) + "百佰"
_GAP = r"[\s·.,，、。;；/|_~*#:：()（）\u2010-\u2015-]"
_HAN_RUN = re.compile(rf"[{_HAN}\d](?:{_GAP}{{0,3}}+[{_HAN}\d]){{6,20}}+")
_NUMBER_WORDS = {
    "zero": "0", "oh": "0", "nought": "0", "nil": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "niner": "9", "ling": "0", "yao": "1", "yi": "1", "er": "2", "san": "3", "si": "4", "wu": "5",
    "liu": "6", "qi": "7", "ba": "8", "jiu": "9",
}  # fmt: skip
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_WORD = "|".join([*_NUMBER_WORDS, *_TIMES])
_WORD_RUN = re.compile(
    rf"\b(?:{_WORD}|\d{{1,4}})(?:[\s,.\u2010-\u2015-]{{1,3}}+(?:{_WORD}|\d{{1,4}})\b){{3,20}}+",
    re.IGNORECASE,
)
_LETTERS = str.maketrans("OoQDIlLi|!ZzSsBqg", "00001111112255899") | str.maketrans(HAN_DIGITS)
_SHAPE = f"[0-9OoQDIlLi|!ZzSsBqg{_HAN}]"
_LETTER_RUN = re.compile(
    rf"(?<![A-Za-z0-9_.@/-])(?=[^\s]{{0,3}}[0-9{_HAN}]){_SHAPE}{{3,4}}[-\s.]?"
    rf"{_SHAPE}{{3,4}}[-\s.]?{_SHAPE}{{3,4}}(?![A-Za-z0-9_@/-])"
)
_ODD_GAP = re.compile(
    r"(?<=\d)\s{0,2}(?:[^\w\s.,:%()（）+\x2d]{1,3}|[横杠减]{1,2}|dash|space|hyphen|minus|空格|—)\s{0,2}(?=\d)"
)


def _han(match: re.Match[str]) -> str:
    plain = "".join(HAN_DIGITS.get(c, c) for c in match[0])
    plain = re.sub(r"[百佰]", "00", plain)
    return re.sub(rf"{_GAP}+", "-", plain)


def _words(match: re.Match[str]) -> str:
    groups = (
        re.split(r"[\s,]+", match[0]) if re.search(r"[A-Za-z]-[A-Za-z]", match[0]) else [match[0]]
    )
    out = "-".join(filter(None, map(_digits, groups)))
    count = sum(c.isdigit() for c in out)
    return out if count >= 7 and len(match[0]) > 2 * count else match[0]


def _digits(words: str) -> str:
    """The digits that a group of number words stands for."""
    out, times = "", 1
    for word in re.findall(r"[A-Za-z]+|\d+", words):
        if word.lower() in _TIMES:
            times = _TIMES[word.lower()]
            continue
        out += _NUMBER_WORDS.get(word.lower(), word) * times
        times = 1
    return out


def _letters(match: re.Match[str]) -> str:
    digits = sum(c.isdigit() or c in HAN_DIGITS for c in match[0])
    return match[0].translate(_LETTERS) if 4 <= digits < len(match[0]) else match[0]


_SINGLE = re.compile(r"(?<![\d.-])\d(?:[-,.:、 ]{1,2}\d(?!\d)){6,20}+")


def _close(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


def _apart(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


SPELLINGS: tuple[Row, ...] = (
    ("spaced", _SPACED, _apart, ("码 o k _ 1 2 3 @ a", "码 ok_123@a"), "a b c 与 1 2", (" ",)),
    ("at", _AT, lambda m: "@", ("a艾特b 与 a [at] b", "a@b 与 a@b"), "look at this page",
     ("@", "at", "AT", "At", "aT", "(a", "（a", "[a", "{a", "【a", "<a", "艾", "爱特", "愛特", "圈", "老鼠", "花a", "花A")),
    ("at alone", _AT_ALONE, lambda m: "@", ("me at ab dot net", "me@ab dot net"), "look at a.b", (" at ", " AT ", " At ")),
    ("dot", _DOT, lambda m: ".", ("a点com 与 b (dot) net", "a.com 与 b.net"), "3 点开始；点击", ()),
    ("schemes", _SCHEME, lambda m: "://", ("https : // a", "https://a"), "http: yes", (":", "：")),
    ("signs", _WORDS, _sign, ("hxxp://a 与 a下划线b", "http://a 与 a_b"), "a dash of salt", ()),
    ("han digits", _HAN_RUN, _han, ("四零零-零零零-二九一七", "400-000-2917"), "一、二、三项", ()),
    ("digit words", _WORD_RUN, _words,
     ("four double zero three two one nine", "4003219"), "one or two", ()),
    ("letter digits", _LETTER_RUN, _letters, ("热线 4OO-OOO-32l3", "热线 400-000-3213"), "SOS 123", ()),
    ("odd gaps", _ODD_GAP, lambda m: "-", ("400/000|1234", "400-000-1234"), "9:00-18:00 1.5", ()),
    ("single digits", _SINGLE, _close, ("4 0-0 0-0 0 1", "4000001"), "1 2 3", ()),
)  # fmt: skip
