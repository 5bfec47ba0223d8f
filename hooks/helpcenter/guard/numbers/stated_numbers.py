"""Numbers that a sentence says are to be called, whatever else it calls them or how they are grouped.

“The version 154.0000.7913 is also our hotline”, “拨 1540-000-7914”: what a number is said to be counts
for more than the word in front of it or the signs between its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers.called import number

_DIGITS = r"(?P<number>\d(?:[ .,_-]{0,2}\d){8,12})(?![\w%]|[.,:：/-]\d|\s?[元笔万])"
_AS_ZH = (
    r"(?:即为?|就是|便是|也是|亦即|同时是|正是)"
    r"(?:我们的?|本公司的?|专员的?|客服的?|人工的?|官方的?|联系的?|值班的?){0,2}"
    r"(?:客服|人工)?(?:热线|电话|手机|专线|直线|号码)"
    r"(?!银行|卡|费|簿|本|验证|认证|[的里后末前尾])"
)
_TO_CALL = r"(?:可以?直拨|直接(?:拨打|打|拨)(?:这个|该|此)?(?:号|数|编号|$|[，。]))"
_AS_EN = (
    r"\b(?:is also|doubles as|serves as|is really|is in fact)\s"
    r"(?:our|the|a|your)\s(?:\w{1,12}\s)?"
    r"(?:hotline|helpline|phone number|telephone|number to (?:call|dial|ring)|phone line)\b"
)
_SAID = re.compile(
    rf"(?<![\w.,/+-]){_DIGITS}(?=[^\n。！!?？]{{0,12}}?(?:{_AS_ZH}|{_TO_CALL})"
    rf"|[^\n.!?]{{0,16}}?{_AS_EN})",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:(?<![A-Za-z])(?:dial|call|ring)\s(?:us\s)?(?:on\s|at\s)?"
    rf"|(?<![调划挑撩])[拨撥]打?\s?|(?<![\u4e00-\u9fff])打\s?|致[电電]\s?){_DIGITS}",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:19|20)\d\d[-./ ]\d\d?[-./ ]\d")
_MOST = 40
TRUE_SAMPLES = (
    ("版本 154.0000.7913 即热线。", "电话：154-0000-7913"),
    ("编号 No. 15400007912 可直拨。", "电话：154-0000-7912"),
    ("The version 154.0000.7914 is also our hotline.", "电话：154-0000-7914"),
    ("Dial 2025-550-158.", "电话：202-555-0158"),
    ("请拨 1540-000-7914。", "电话：154-0000-7914"),
)
FALSE_SAMPLES = (
    "订单 15400007912 即可查询；客服电话见页脚。",
    "请拨 2026-11-29 10 点前的预约电话。",
    "向门店划拨 15400007912，或调拨 1540-000-7914 元。",
    "单号 15400007912 就是电话银行的回单号。",
    "The fee of 15,400,007,912 is also our limit; call us.",
)
together(_SAID, _LED, of="a whole text")


def told(text: str) -> Iterator[Found]:
    """Span of each such number, and the number in its usual groups."""
    for pattern in (_SAID, _LED):
        for match in islice(finder(pattern)(text), _MOST):
            if _DATED.match(match["number"]):
                continue
            digits = re.sub(r"\D", "", match["number"])
            found = number(digits, text, *match.span("number"), told=True)
            if "-" in found:
                yield *match.span("number"), f"电话：{found}"
