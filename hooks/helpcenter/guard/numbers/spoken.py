"""Numbers as they are dictated: words of two languages, “三个零”, “先四零零，再…，最后…”."""

from __future__ import annotations

import re

from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.matching.found import Row
from helpcenter.guard.matching.number_shapes import LIKELY, in_groups
from helpcenter.guard.numbers.called import is_led, number
from helpcenter.guard.numbers.digit_groups import (
    DIGIT_WORD,
    DIGIT_WORDS,
    HAN,
    REPEATED,
    SO_OFTEN,
    repeated,
    so_often,
)
from helpcenter.guard.numbers.numerals import NUMBER_WORDS, TENS, TIMES, spelled_digits
from helpcenter.patterns.words import one_of

_ROMANS = dict(
    zip(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"], "123456789", strict=True)
)
_ROMAN = r"(?:VIII|VII|VI|IV|IX|III|II|[VI](?=\s?[幺洞拐勾两零贰叁肆伍陆柒捌玖]))"
_MIXED = re.compile(
    rf"(?<![A-Za-z])(?:(?P<times>{'|'.join(TIMES)})\s?(?P<digit>[{HAN}\d]|{DIGIT_WORD})(?![A-Za-z])"
    rf"|(?P<before>{DIGIT_WORD}|(?-i:{_ROMAN}))(?=[\s，,、.·-]{{0,2}}[{HAN}])"
    rf"|(?:(?<=[{HAN}])|(?<=[{HAN}][\s，,、.·-])|(?<=[{HAN}][，,、.·-]\s))"
    rf"(?P<behind>{DIGIT_WORD}|(?-i:{_ROMAN}))(?![A-Za-z]))",
    re.IGNORECASE,
)
_SAID = rf"(?:{DIGIT_WORD}|\d{{1,8}})(?:[ -](?:{DIGIT_WORD}|\d{{1,8}})){{0,6}}+"
_GROUP = rf"(?:[四八]百(?![{HAN}十多余几元块个家人份])|[{HAN}\d]{{1,8}}+)"
_NEXT = (
    r"(?:再|然后|接着|接下来|中间|当中|其后|随后|后面|之后|后边|最后|末尾|末了|收尾|结尾"
    r"|尾[巴号数段]|身子|[末后]段|一共|总共|外加|还有|紧跟着?|[补添凑]上|followed by"
    r"|and then|then|finally|next|after that|lastly){1,2}"
    r"(?:请|按|摁|拨|打|敲|输入|是|加上?|念|读|跟上?|接上?|拼上?|补上?|来|一下"
    r"|[两二三四五六七八2-8]\s?位(?:数字?|号码)?|dial|press|type|enter|comes?|\s){0,4}"
)
_DICTATED = re.compile(
    rf"{_GROUP}(?:(?:开头|打头|起头|起首|在前)?(?:[\s，,、;；。.-]"
    rf"|(?<=[{HAN}])和(?=[{HAN}])){{0,2}}+(?:{_NEXT})?[\s:：]{{0,2}}+{_GROUP}){{1,10}}+",
    re.IGNORECASE,
)
_SYMBOLS = {"点": ".", "小数点": ".", "句点": ".", "圆点": ".", "dot": ".", "period": ".", "横线": "-", "横杠": "-", "减号": "-", "短横": "-", "hyphen": "-", "dash": "-",
          "下划线": "_", "underscore": "_", "斜杠": "/", "slash": "/", "艾特": "@", "圈a": "@", "at sign": "@", "at": "@", "@": "@", ".": ".", "-": "-", "_": "_"}  # fmt: skip
_TYPED = (
    r"[\s，,、;；]{0,3}(?:再|然后|接着|接|最后|then|and|next|followed by|\s){0,3}(?:键入"
    r"|输入|按下?|打|敲|填|写|type|press|enter|hit)?"
)
_VERBS = "入下按打敲填写再接"
_KEY = re.compile(
    rf"(?<=[A-Za-z0-9]){_TYPED}\s?(?:一个|个|an?"
    rf"|the)?\s?[“\"「`]?(?P<char>{one_of(_SYMBOLS)})[”\"」`]?(?:号|键|\skey)?"
    rf"{_TYPED}\s?(?=[A-Za-z0-9])(?<=[{_VERBS}] )",
    re.IGNORECASE,
)
"""“… n，再键入一个点，再键入 t …”."""
_ONE = "|".join(w for w, d in NUMBER_WORDS.items() if len(d) == 1 and (len(w) > 2 or w == "oh"))
_TEEN = "|".join(w for w in NUMBER_WORDS if w.endswith("teen") or w in ("ten", "eleven", "twelve"))
_TEN = "|".join(TENS)
_UNDER = rf"(?:(?:{_TEN})(?:[\s-](?:{_ONE}))?|{_TEEN}|{_ONE})"
_PHRASE = (
    rf"(?:an?\s|the\s)?(?:(?:an?|{_ONE})\shundred(?:\s(?:and\s)?{_UNDER})?|{_UNDER}|\d{{1,4}})"
)
_PHRASES = re.compile(
    rf"(?<![A-Za-z\d])(?:{_PHRASE})(?:,?\s(?:(?:and|then|next"
    rf"|plus)\s){{0,2}}{_PHRASE}){{2,10}}+(?![A-Za-z])",
    re.IGNORECASE,
)
"""Groups told as amounts: “two hundred and two, then fifty-five, a five”."""
_ONE_PHRASE = re.compile(_PHRASE, re.IGNORECASE)
_CORRECTED = re.compile(
    rf"(?P<old>{_GROUP})[\s，,.。…—–-]{{0,6}}(?:[哦啊呃嗯噢][，,\s]?)?(?:不对|不對|错了|錯了"
    r"|[说念记]错了?|[說記]錯了?|口误"
    rf"|更正)(?:一下)?[\s，,：:。！!—–-]{{0,3}}(?:(?:应该?|應該?)?(?:是|为|為|改成))?\s?"
    rf"(?P<new>{_GROUP})"
    rf"|(?<![A-Za-z])(?P<old_en>{_SAID})[,.…—– -]{{1,4}}"
    rf"(?:no|sorry|oops|scratch that|correction|I mean|make that|wait)\b[,.:\s—–-]{{1,3}}(?:"
    r"(?:no|sorry|wait|I mean(?:t)?|make (?:that|it)|it(?:'s|’s| is)|that(?:'s|’s)"
    rf"|should be)[, ]{{1,2}}){{0,3}}(?P<new_en>{_SAID})(?![A-Za-z])",
    re.IGNORECASE,
)
"""A group of digits that is taken back: “零零……不对，是零六”."""
_OF_CORRECTIONS = ("对，", "對，", "错", "錯", "口误", "更正", "不对", "不對", "sorry", "Sorry", " no,", "oops", "scratch", "orrection", "I mean", "make that", "wait")  # fmt: skip
_SHORT = 9
"""Digits of numbers that are too short to be given as amounts."""
_HAS_NEXT = re.compile(_NEXT, re.IGNORECASE)


def _mixed(match: re.Match[str]) -> str:
    if match["times"]:
        digit = match["digit"].lower()
        return DIGIT_WORDS.get(digit, digit) * TIMES[match["times"].lower()]
    word = (match["before"] or match["behind"]).lower()
    return DIGIT_WORDS.get(word) or _ROMANS[word]


def _phrases(match: re.Match[str]) -> str:
    """The number that groups told as amounts make; as it stands when they make none to call."""
    digits = "".join(_of_phrase(phrase.lower()) for phrase in _ONE_PHRASE.findall(match[0]))
    told = is_led(match) and len(digits) > _SHORT
    found = number(digits, match.string, *match.span()) if told else ""
    return found or match[0]


def _of_phrase(phrase: str) -> str:
    hundreds, hundred, rest = phrase.partition(" hundred")
    if not hundred:
        return spelled_digits(re.sub(r"^(?:an?|the)\s", "", phrase))
    front = spelled_digits(re.sub(r"^the\s", "", hundreds)) or "1"
    return front + (spelled_digits(rest.replace(" and ", " ")) or "0").rjust(2, "0")


def _corrected(match: re.Match[str]) -> str:
    """The digits given last replace as many symbols or words of those given before."""
    if match["new"]:
        return match["old"][: -len(match["new"])] + match["new"]
    return " ".join([*match["old_en"].split()[: -len(match["new_en"].split())], match["new_en"]])


def _dictated(match: re.Match[str]) -> str:
    """The groups with a dash between, if they make a number to call."""
    if not _HAS_NEXT.search(match[0]):
        return match[0]
    groups = re.findall(rf"[{HAN}\d]+", _HAS_NEXT.sub(" ", match[0].replace("百", "零零")))
    digits = "".join(HAN_DIGITS.get(char, char) for group in groups for char in group)
    if not 7 <= len(digits) <= 14:
        return match[0]
    if (
        is_led(match)
        and (found := number(digits, match.string, *match.span()))
        and found[0].isascii()
    ):
        return found
    return in_groups(digits, LIKELY) or "-".join(groups)


_OF_WORDS = re.compile(
    rf"(?<=[\u4e00-\u9fff])的[{HAN}]"
    rf"(?:[，,、；;\s和]{{1,2}}[\u4e00-\u9fff]{{1,8}}?的[{HAN}](?![\u4e00-\u9fff])){{4,16}}+"
)
"""“一帆风顺的一，五湖四海的五”: each digit by a word that it stands in."""


def _of_words(match: re.Match[str]) -> str:
    digits = "".join(HAN_DIGITS[char] for char in re.findall(rf"的([{HAN}])", match[0]))
    return (
        f"：{number(digits, match.string, *match.span())}" if len(digits) > _SHORT - 3 else match[0]
    )


ROWS: tuple[Row, ...] = (
    ("keys", _KEY, lambda m: _SYMBOLS[m["char"].lower()], ("键入 a，再键入一个点，再键入 b", "键入 a.b"), "看 ab，再点 cd", tuple(f"{verb} " for verb in _VERBS)),
    ("digits so often", SO_OFTEN, so_often, ("two zero two, five three times, 零按两次", "two zero two, 555, 00"), "每天三次，three times a day", (" times", "wice", "hrice", "次", "遍")),
    ("corrected digits", _CORRECTED, _corrected, ("一三八零零……不对，是零六，五五", "一三八零六，五五"), "三个，不对", _OF_CORRECTIONS),
    ("groups as amounts", _PHRASES, _phrases, ("dial two hundred and two, then fifty-five, a five, a zero, and one hundred and seventy-three", "dial 202-555-0173"), "two hundred and two, then five, and a half", (" hundred", " a zero", " a five", " a one", " an eight", " a two", " a three", " a four", " a six", " a seven", " a nine")),
    ("mixed number words", _MIXED, _mixed, ("four零零，triple零，five陆seven一，VII 贰 oh 八", "4零零，零零零，5陆7一，7 贰 0 八"), "one day, 三天", ()),
    ("digits of words", _OF_WORDS, _of_words, ("拨 甲的四，乙的零，丙的零，丁的零，戊的零，己的零，庚的一，辛的二，壬的三，癸的四", "拨 甲：400-000-1234"), "甲的一，乙的二", ("的",)),
    ("repeated digits", REPEATED, repeated, ("400，三个0，1，一对九", "400，000，1，九九"), "三个月，双十一", ("个", "对", "對", "双", "雙", "俩", "倆", "连", "連")),
    ("dictated", _DICTATED, _dictated, ("先一二，再34，然后五六，最后7", "先一二-34-五六-7"), "先 1 天，再 3 天",
     ("再", "然后", "中", "后", "着", "跟", "接", "then", "THEN", "Then", "followed", "next", "after", "finally", "lastly", "末", "尾", "补上", "添上", "凑上", "一共", "总共", "外加", "还有", "身子")),
)  # fmt: skip
