"""Numbers whose groups are scattered in a sentence: “646 … then 555 … and the tail is 0119”.

Groups of digits in the usual sizes, in sequence and near a word for calling, form a number,
whatever comes between them. A group is not an amount: no unit and no noun follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.number_shapes import are_usual
from helpcenter.guard.numbers.called import OTHERS, WORDS, is_counting
from helpcenter.guard.numbers.digit_groups import HAN, digits
from helpcenter.guard.numbers.numerals import SPOKEN_WORD

_HAN = f"{HAN}○◯"
_AFTER = (
    r"(?=\s?[，,、。.;；…:：!！?？)）」”\n–—-]|\Z"
    r"|\s(?:and|then|for|first|next|last|finally|in front|comes?|goes|follows|up front"
    r"|please|to (?:begin|start|end|finish))\b"
    r"|\s?(?:[开開][头頭]|打[头頭]|起[头頭]|居中|在[前后後中]|收尾|[结結]尾|[压壓]尾"
    r"|[再加接跟和是转轉]|依次|按下|就|然[后後]|最[后後]|便|即))"
)
_TOKEN = re.compile(
    rf"(?:(?P<group>(?<![\w.,:：/+%#$￥¥*=-])\d{{2,8}}(?![\w.*%:：/=+-]?\d)"
    rf"|(?<![{_HAN}百千十万第])"
    rf"(?:[一二两兩三四2-4]\s?[个個]\s?[{_HAN}\d]|[{_HAN}百千十]{{2,8}})"
    rf"(?![{_HAN}百千十万萬亿個个])"
    rf"|(?<![A-Za-z-])(?:{SPOKEN_WORD})(?:[\s-](?:{SPOKEN_WORD})){{1,6}}(?![A-Za-z]))"
    rf"(?:[”\"」』]?){_AFTER}"
    rf"|(?<![{_HAN}百千十万第])(?P<alone>[{_HAN}]{{3,4}})"
    rf"(?![{_HAN}百千十万萬亿個个年月日号號元块塊分秒室楼层栋届班线路点點条次人位]))",
    re.IGNORECASE,
)
_SENTENCES, _APART = 160, 60
"""Characters from the first group to the last, and from one to the next."""
_PAYS = re.compile(
    r"[付收还還存取充退扣花省赚賺剩欠]下?\Z|\b(?:pay|spend|receive|cost)s?\s\Z", re.IGNORECASE
)
"""What stands right before an amount of money."""
_GOES_ON = re.compile(r"\s?、\s?\d{3}")
_BEGAN = re.compile(r"\d{3}\s?、\s?\Z")
"""A list that has more numbers than the three groups."""
_STOP = re.compile(r"\n\s*\n")
TRUE_SAMPLES = (
    ("Dial 917 for the city, 555 for the movies, and finish with 0142.", "电话：917-555-0142"),
    ("一五四开头，四个零居中，末尾是八八九零，打过来。", "电话：154-0000-8890"),
    ("電話的頭是○二，身體是零零零零，尾巴是六六一九。", "电话：02-0000-6619"),
    ("把四百、零零零、三千零九十八依次按下，人工就来。", "电话：400-000-3098"),
)
FALSE_SAMPLES = (
    "Call us if 400 shops, 300 people and 2024 orders are wrong.",
    "有问题请打电话：限额 400、300 或 2000 元。",
    "错误码 400、404、5001 请拨打客服。",
    "面额有 150、2500、3000、5000；客服电话见页脚。",
)
together(_TOKEN, of="a whole text")


def told(text: str) -> Iterator[Found]:
    """Span of each such row of groups, and the number that they make."""
    return bounds.few(_told(text))


def _told(text: str) -> Iterator[Found]:
    row: list[re.Match[str]] = []
    for token in finder(_TOKEN)(text):
        if row and token.start() - row[-1].end() > _APART:
            row = []
        row = [*row[-2:], token]
        if len(row) == 3 and (found := _number(text, row)):
            yield row[0].start(), row[-1].end(), f"电话：{found}"


def _number(text: str, row: list[re.Match[str]]) -> str:
    first, last = row[0].start(), row[-1].end()
    told_groups = [token["group"] or token["alone"] for token in row]
    groups = [digits(group) for group in told_groups]
    if not are_usual(groups) or last - first > _SENTENCES or _STOP.search(text, first, last):
        return ""
    if "".join(told_groups).isdecimal() and is_counting("".join(groups)):
        return ""
    if _GOES_ON.match(text, last) or _BEGAN.search(text, max(0, first - 8), first):
        return ""
    begin = max(0, first - _APART)
    begin = max(begin, text.rfind("\n\n", begin, first))
    end = min(len(text), last + _APART)
    if any(_PAYS.search(text, max(0, m.start() - 8), m.start()) for m in row):
        return ""
    if OTHERS.search(text, begin, last) or not WORDS.search(text, begin, end):
        return ""
    return "-".join(groups)
