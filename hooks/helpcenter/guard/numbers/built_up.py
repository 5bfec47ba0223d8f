"""Numbers that are built up over several sentences: “start with four hundred … the last four are …”.

A dialogue or a list gives one group of digits after the other, each after words that say where it
belongs. Groups within one sentence are read elsewhere too; here each may have its own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import surroundings
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers.called import WORDS, number
from helpcenter.guard.numbers.digit_groups import HAN, PLURAL, digits
from helpcenter.guard.numbers.numerals import NUMBER_WORDS, TIMES
from helpcenter.patterns.words import one_of

_ENGLISH = one_of([*NUMBER_WORDS, *TIMES, "and"])
_DIGIT = "|".join(word for word, digit in NUMBER_WORDS.items() if len(digit) == 1) + r"|\d"
_GROUP = (
    rf"[{HAN}\d]\s?[按拨打连]?\s?[两二三四2-4]\s?[次遍]"
    rf"|(?<![A-Za-z])(?:{_DIGIT})\s(?:twice|thrice|(?:two|three|four|five)\stimes)"
    rf"|[{HAN}2-8]\s?[个個连連]\s?[{HAN}\d](?![\d{HAN}])"
    rf"|[{HAN}千百十][{HAN}千百十\s]{{0,12}}(?![个個位次分步点天年月日号元条])"
    rf"|\+?\d[\d -]{{0,12}}\d(?!\d|\s?[位个次分步点天年月日元])"
    rf"|\d(?!\d|\s?[位个次分步点天年月日元])|{PLURAL}"
    rf"|(?<![A-Za-z])(?:{_ENGLISH})(?:[\s,-]{{1,2}}(?:{_ENGLISH}))*(?![A-Za-z])"
    r"(?!\s(?:digits?|numbers?|of|more|others?|figures?|times|groups?)\b)"
)
"""As `digit_groups.GROUP`, and single digits: words in front of each say that it belongs to a number."""
_FIRST = (
    r"(?<!优)(?<!首)先[按拨打输敲记写念是]?|(?P<behind>(?:开头|打头|起头)(?![^。\n]{0,6}是))"
    r"|开头|最前面|第一[段组]|前[三四][位码]|区号|區號|[开開]頭"
    r"|\b(?:begin|start|open|lead)s?\b(?:\s(?:off|out))?\s(?:with|by)|(?<=[:：] )with\b"
    r"|\bfirst\b|(?<![a-z])(?:dial|press|enter|type)(?=\s\w{1,9}\sfirst\b)|\barea code\b"
)
_THEN = (
    r"后面再?[接跟加是]|[再接]着?[按拨打接跟是输来]?|然后|随后|其后|中间|当中|紧跟|跟着?"
    r"|剩下|余下|餘下|最[后後]|然後|接著|末尾|尾[号號]|结尾|末了|后[三四][位码]|第[二三四]段"
    r"|[后音]再?[按拨打输]|补上?"
    r"|\b(?:then|next|add|put|after (?:that|this|it|(?:the|a) \w{2,10})|follow(?:ed|s)?"
    r"|middle|finish|ends?|last|finally|the rest|remaining|lastly|and now|also need"
    r"|clos(?:e|es|ing)|conclud(?:e|es|ing))\b"
    r"|\barea code\b"
)
_STEP = re.compile(
    rf"(?:{_FIRST}"
    rf"|(?P<then>{_THEN}))(?P<between>[^\d{HAN}。？?\n]{{0,16}}?(?:"
    r"[两二三四五六七八2-8]\s?(?:[位码]"
    rf"|个(?:数字?|号码))(?:数字?)?[^\d{HAN}。？?\n]{{0,12}}?)?"
    rf"|[^\d?\n]{{0,44}}?)(?P<group>{_GROUP})"
    rf"|(?P<opening>{_GROUP})\s?(?:开头|打头|起头|起首)"
    rf"|(?P<said>[:：][* ]{{0,4}}(?:[^\d\n。：:]{{0,10}}[，,]\s?)?)(?P<answer>{_GROUP})(?="
    rf"[.。!！]?\s{{0,3}}(?:\n|\Z)|[.。!！]?\s{{1,3}}[A-Z\u4e00-\u9fff]\w{{0,10}}[:：]"
    rf"|[,，][^\d\n]{{0,34}}(?:\n|\Z))",
    re.IGNORECASE,
)
_ASKED_ZH = r"记(?:一下|好|下)|听好|(?:后面|然后|接着|再|还有|往下)呢"
_ASKED_EN = r"next\?|and then\?|what(?:'s|’s| is) next|where do I (?:start|begin)|got a pen"
_HINT = re.compile(
    rf"{_ASKED_ZH}|剩下|余下|尾号|最后|末尾|末了|结尾|后四[位码]|区号|再来"
    rf"|\b(?:{_ASKED_EN}|area code|close with|finish|ends?|last|finally|the rest|remaining"
    r"|lastly|(?:write|note|take) (?:it|this|that) down)\b",
    re.IGNORECASE,
)
"""What the last step of a number is said with, or what is asked for between the steps."""
_COUNTED = re.compile(rf"[{HAN}\d]|(?<![A-Za-z])(?:{_ENGLISH})(?![A-Za-z])", re.IGNORECASE)
_BACK, _ON = 420, 200
"""Characters before and behind the words of the last step."""
_APART = 160
"""Characters from one step to the next."""
_PIECES = 3
_PAYS = re.compile(r"[付收还存取充退扣]|\b(?:pay|paid|spend|cost|receive|refund)", re.IGNORECASE)
_AMOUNTS = re.compile(r"金额|限额|余额|手续费|\b(?:amount|fee|limit|balance)s?\b", re.IGNORECASE)
"""Amounts are also given step by step."""
_BEGINNING = re.compile(r"[48]00|1[3-9]|0[1-9]")
"""How a number begins that nothing but a colon leads to."""
_MOST = 2_000
"""Hints of one text around which steps are looked for."""
_AREA = re.compile(r"\barea code\b|区号", re.IGNORECASE)
TRUE_SAMPLES = (
    ("- 号码？\n- 先按四百，后面接三个零。\n- 剩下四位是工号 8264。", "电话：400-000-8264"),
    (
        "1. Start with 202.\n2. Then three fives.\n3. Finish with 0173 and call.",
        "电话：202-555-0173",
    ),
)
FALSE_SAMPLES = (
    "先看短信，开头是四位数字，后面接两个字母，剩下三次机会。",
    "1. Start with the card number.\n2. Then 3 digits.\n3. Finish with the date and call us.",
    "先付 400 元，再付 300 元，最后付 2000 元，可以打电话。",
)
_ASKED = re.compile(rf"{_ASKED_ZH}|\b(?:{_ASKED_EN}|go on)", re.IGNORECASE)
"""Words used only where something is given bit by bit."""
together(_HINT, of="a whole text")


def built_up(text: str) -> Iterator[Found]:
    """Span of each such number, and the number behind the word for calling."""
    return bounds.few(_built_up(text))


def _built_up(text: str) -> Iterator[Found]:
    for first, last in surroundings(bounds.few(finder(_HINT)(text), _MOST), _BACK, _ON, len(text)):
        asked = _ASKED.search(text, first, last) is not None
        if not (asked or WORDS.search(text, first, last)):
            continue
        if sum(1 for _ in islice(_COUNTED.finditer(text, first, last), _PIECES)) < _PIECES:
            continue
        for row in _rows(text, first, last):
            if found := _number(text, row, asked=asked):
                yield row[0].start(), row[-1].end(), f"电话：{found}"


def _number(text: str, row: list[re.Match[str]], *, asked: bool) -> str:
    """What the groups of a row make; empty when they are too few, amounts, or no number to call."""
    start, end = row[0].start(), row[-1].end()
    told = "".join(digits(step["group"] or step["opening"] or step["answer"]) for step in row)
    if len(row) < _PIECES or len(told) < 7 or _AMOUNTS.search(text, max(0, start - 30), end):
        return ""
    if row[0]["said"] and not _BEGINNING.match(told):
        return ""
    return number(told, text, start, end, told=asked)


def _rows(text: str, first: int, last: int) -> Iterator[list[re.Match[str]]]:
    """Steps near to each other, from one that begins a number."""
    row: list[re.Match[str]] = []
    for step in _STEP.finditer(text, first, last):
        if _PAYS.search(step["between"] or ""):
            continue
        begins = not (step["then"] or (row and step["said"])) or _AREA.search(step[0]) is not None
        if row and ((begins and len(row) > 1) or step.start() - row[-1].end() > _APART):
            yield row
            row = []
        if row or begins:
            row.append(step)
    if row:
        yield row
