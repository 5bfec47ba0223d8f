"""Short numbers that are an address only where the text says to call or text them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.hits import Hit, Sample

_CUE = (
    r"(?:(?:请|马上|立即|立刻|直接|赶紧|就|可)打|致电|拨打|拨|撥打|來電|来电|热线|熱線|专线|专线电话|客服电话|电话|電話|座机|短信(?:发送)?(?:至|到)|发送?[^。，\n]{0,8}(?:至|到)"
    r"|\b(?:call|dial|ring|phone|hotline|helpline|tel|text (?:it |STOP |HELP )?to|sms to))"
)
_JOIN = r"(?:号码|号|是|为|为|us|at|on|now|我们|客服|[:：\s*_`“\"（(|]){0,5}"
_NUMBER = r"(?P<number>\d{4,5}(?:[- ]\d{3,4})?|[2-9]\d{6,7}|[2-9]\d{2,3}[- ]\d{4})"
_ROW = re.compile(rf"{_CUE}{_JOIN}{_NUMBER}(?![A-Za-z0-9_]|[-/.:：]\d)", re.IGNORECASE)
_UNIT = re.compile(
    r"\s?(?:元|笔|人|次|份|个|年|月|日|天|条|秒|分|%|号楼|室|users|times|people|USD)"
)
_PUBLIC_SERVICE = re.compile(r"1\d{2}|0\d{3}")

TRUE_SAMPLES = (
    Sample("银行卡被冻结请致电95000转3", ("95000",)),
    Sample("please call 8800 1234 now", ("88001234",)),
    Sample("发送验证码到 10690", ("10690",)),
)
FALSE_SAMPLES = (
    Sample("请立即拨打 110 报警"),
    Sample("call 12345 times"),
    Sample("电话审核共 10000 笔；接口返回 HTTP 400"),
    Sample("电话 2024-05-01"),
)


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the short numbers of `text[start:end]` that a reader is told to reach."""
    for match in _ROW.finditer(text, start, end):
        if not _UNIT.match(text, match.end()) and not _is_year(match):
            number = re.sub(r"\D", "", match["number"])
            yield Hit("phone", *match.span("number"), number)


def _is_year(match: re.Match[str]) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", match["number"]) is not None
