"""Numbers whose parts are far apart: “the first seven digits …”, paragraphs on, “the last three …”.

What comes in between is skipped; the parts must form a whole number of the usual shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers.called import OTHERS, WORDS, number
from helpcenter.guard.numbers.counts import count
from helpcenter.guard.numbers.digit_groups import GROUP, HAN, REPEATED, digits

_N = r"(?:two|three|four|five|six|seven|eight|[二三四五六七八两兩2-8])"
_OF_ZH = r"(?:[数号號]|[段截部组組]分?|半[段截部]?分?)"
_OF_EN = r"(?:half|part|piece|group|bit|chunk)"
_FIGURES = r"(?:digits?|figures?|numbers?|ones?)"
_BETWEEN = rf"(?:[^\d{HAN}。！？\nA-Za-z]{{0,12}}?|[^\d\n.!?]{{0,36}}?)"


_SO_MANY = re.sub(r"\?P<\w+>", "?:", REPEATED.pattern)


def _part(zh: str, en: str, alone: str = "(?!)") -> re.Pattern[str]:
    """A place in the number, in words of both languages, and the digits that stand there.

    Args:
        zh: what the place is called, in front of “part” or of a count of digits.
        en: the same in English.
        alone: English words for the place that need neither.
    """
    return re.compile(
        rf"(?:(?:{zh})(?:的|面的?|边的?)?\s?(?:(?P<k>{_N})\s?[位码]|{_OF_ZH})"
        rf"|(?<![A-Za-z])(?:(?:{en})\s(?:(?P<m>{_N})\s{_FIGURES}|{_OF_EN})|{alone})(?![A-Za-z]))"
        rf"{_BETWEEN}(?P<group>{GROUP}|{_SO_MANY})",
        re.IGNORECASE,
    )


_FIRST = _part("前|首|开头|最前|打头|第一|上", "first|opening|leading")
_SIZELESS = r"(?P<k>(?!))?(?P<m>(?!))?"
_STARTS = (
    re.compile(
        rf"{_SIZELESS}(?<![A-Za-z])(?:start|begin|open)(?:s|ing|ning)?\s(?:with"
        rf"|in)\s(?:the\s)?(?P<group>{GROUP})",
        re.IGNORECASE,
    ),
    re.compile(rf"{_SIZELESS}(?P<group>{GROUP})\s?(?:开头|打头|起头|起首)", re.IGNORECASE),
)
"""A beginning given without its size."""
_MIDDLE = _part("中间?|中間|次|其次|当中|第二|接下来|接着", "middle|next|second|following")
_LAST = _part(
    "剩下|余下|其余|最后|最後|末尾?|后面?|後面?|尾|第[二三四]|下",
    "second|third|last|other|final|remaining|closing",
    r"(?:end|finish|clos)(?:e?s|ing)?\s(?:with|in|on)",
)
_STOP = re.compile(r"[。！？!?\n]|\.\s")
_FAR, _AROUND, _MOST = 2_500, 40, 30
"""Characters from the first part to the last; around a part in which the word for calling stands;
parts of one text that are looked at."""
_LEAST = 10
TRUE_SAMPLES = (
    ("The line starts with 202-555. 后四位请看括号（零一八八）。", "电话：202-555-0188"),
    ("拨一五四开头。\n\n好。\n\n中间四位是 0000，末尾四位是 7765。", "电话：154-0000-7765"),
    ("热线的前七位是 4000007。\n\n先看常见问题。\n\n剩下三位请记好：512。", "电话：400-000-7512"),
    ("The first half of the number to ring is 202-555.\n\nWait.\n\nThe second half is 0188.", "电话：202-555-0188"),
    ("Our helpline begins with 0808 157 and ends in 0046; call it.", "电话：0808-157-0046"),
    ("首段：154；次段：四个零；末段：7702。三段连拨。", "电话：154-0000-7702"),
    ("拨号前四位 1540。\n\n好。\n\n中间四位是 0000，末尾三位是 765。", "电话：154-0000-0765"),
)  # fmt: skip
FALSE_SAMPLES = (
    "手机号以 154 开头，验证码的后四位是 0188。",
    "订单号前七位是 2024050，剩下三位是 512，可电话查询。",
    "The first six digits of the card are 622202. Call us with the last four digits, say 1234.",
    "电话里会问后四位，例如 0188。",
    "Cards that start with 622202 and end in 1234: call us. The card begins with 400000 and ends with 1234.",
)
together(_LAST, of="a whole text")


def told(text: str) -> Iterator[Found]:
    """Span of each such number, from its first part to its last, and the number."""
    for last in islice(finder(_LAST)(text), _MOST):
        begin = max(0, last.start() - _FAR)
        found = (islice(p.finditer(text, begin, last.start()), _MOST) for p in (_FIRST, *_STARTS))
        first = max(chain(*found), key=re.Match.start, default=None)
        if first is None or not _fits(last):
            continue
        row = [first, *_MIDDLE.finditer(text, first.end(), last.start()), last]
        if number_told := _number(text, row):
            yield first.start(), last.end(), f"电话：{number_told}"


def _number(text: str, row: list[re.Match[str]]) -> str:
    if not all(map(_fits, row)):
        return ""
    if any(OTHERS.search(_said(text, part)) for part in (row[0], row[-1])):
        return ""
    around = [text[max(0, m.start() - _AROUND) : m.end() + _AROUND] for m in (row[0], row[-1])]
    if not any(map(WORDS.search, around)):
        return ""
    told = "".join(digits(part["group"]) for part in row)
    found = number(told, text, *row[0].span()) if len(told) >= _LEAST else ""
    return found if "-" in found else ""


def _said(text: str, part: re.Match[str]) -> str:
    """A part with the beginning of its sentence."""
    lead = text[max(0, part.start() - _AROUND) : part.start()]
    return _STOP.split(lead)[-1] + part[0]


def _fits(part: re.Match[str]) -> bool:
    """Whether a part has as many digits as the text says."""
    size = part["k"] or part["m"]
    return not size or len(digits(part["group"])) == count(size)
