"""Short numbers that are an address only where the text says to call or text them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.families import busy, together
from helpcenter.guard.matching.hits import Hit, Sample
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import line_start

_CUE = (
    r"(?:(?:请|马上|立即|立刻|直接|赶紧|就|可)打|(?:直接|就)按(?=\s?\d{7})|致电|拨打|拨|撥打"
    r"|來電|来电|热线|熱線|专线|专线电话|客服电话|电话|電話|座机|固话|手机|短号|号码|总机"
    r"|传真|短信(?:发送)?(?:至|到)|发[往至](?:号码|短号)?"
    r"|(?:转?发送?|转发|回复|上报|提供)[^。，\n]{0,20}(?:至|到|给)"
    r"|(?<![a-zA-Z])sms(?:to)?:/{0,2}"
    r"|\b(?:call|dial|ring|phone|hotline|helpline|tel|fax|mobile|cell"
    r"|text (?:it |STOP |HELP )?to"
    r"|(?:sms|text|send|forward|message)\b[^.\n]{0,40}?\b(?:to|on|at)|number is)"
    r"|\b(?:read|say|give|tell|pass|report|dictate|repeat)\b[^.\n]{0,50}?\b(?:on|at)"
    r"(?=\s(?:0\d{9,10}|[2-9]\d{9})(?!\d)))"
)
_JOIN = r"(?:号码|号|是|为|为|us|at|on|now|the|our|number|我们|客服|官方|[:：\s*_`“\"（(|]){0,6}"
_NUMBER = (
    r"(?P<number>(?:9[5-9]|1[02])\d{4}|\d{4,5}(?:[- ]\d{3,4})?|\+\d{5}(?:[- ]\d{3,4})?"
    r"|\+\d{4}[- ]\d{3,4}|[2-9]\d{6,7}|[2-9]\d{2,3}[- ]\d{4}|10\d(?:[ -]?\d{4}){2,3}"
    r"|10[0-9]{6,14}|(?:\d[- ]){4,5}\d"
    r"|0\d{3}[- ]\d{3}[- ]\d{3,4}|0\d{1,2}[- ]\d{3,4}[- ]\d{4}|0\d{2,3}[2-9]?\d{7,8}"
    r"|[2-9]\d{9}|1[2-9]\d{9}|[2-9]\d{2} \d{3} \d{4}|0\d{9,10}|[48]00\d{7})"
)
_ROW = re.compile(
    rf"{_CUE}{_JOIN}{_NUMBER}(?![A-Za-z0-9_]|[-/.:：]\d|[- ]\d{2}(?!\d))", re.IGNORECASE
)
_UNIT = re.compile(
    r"\s?(?:元|笔|人|次|份|个|年|月|日|天|条|秒|分|%|号楼|室|位|字|users|times|people|USD"
    r"|items|files|bytes|lines|char(?:acter)?s|words|tokens|rows|columns|pages|pixels|px\b"
    r"|ms\b|MB)"
)
_APART = re.compile(
    r"\d(?<![\w.,，、/-]\d)(?:(?P<gap>[ \u3000]{1,3}"
    r"|\s?[-.·•、，,/|_*~]\s?)\d(?:(?P=gap)\d){3,4}(?!(?P=gap)\d|\w|[-/.:：]\d)"
    r"|(?:(?<=9)[5-9]|(?<=1)[02])(?:(?P<dash>[ -])\d\d(?P=dash)\d\d|\d[ -]\d{2,3})"
    r"(?!\w|[-/.:： ]\d)"
    r"|(?<=9)[5-9]\d\d[ -]\d\d(?!\w|[-/.:： ]\d))"
)
"""Digits of a short number with gaps between them."""
_CALLED = re.compile(
    r"客服|热线|熱線|电话|電話|专线|人工|座机|短号|总机|拨|撥|致电"
    r"|打(?!开|印|包|款|车|折|卡|字)"
    r"|\b(?:call|dial|ring|phone|hotline|helpline|tel|support|press)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"步骤?|第|选项|页|章|小?节|题|等级|档|日期|号楼|step|page|item|option|level|version|v\d"
    r"|choose|rate|score",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<![\w.,:：/+-])(?P<number>(?:9[5-9]\d{3,4}|1[02]\d{3,4}))[\s*`\"”」』]{0,3}(?:[（(]"
    r"|是|为|就是|即|[-—–:：])\s?(?:[\u4e00-\u9fff]{0,6}?(?:热线|客服|专线|电话)"
    r"|(?:our |the |is |official |new ){0,4}"
    r"(?:hotline|helpline|support line|support number|call centre))",
    re.IGNORECASE,
)
"""A short number with what it is behind it: `95007（退款专线）`."""
_NATIONAL = (
    ("0(?:1[1-9]\\d{8}|80[08]\\d{6,7})", "GB"),  # no Chinese area begins so
    ("0[1-9]\\d{8,10}", "CN"),
    ("[2-9]\\d{9}", "US"),
    ("1[2-9]\\d{9}", "US"),
    ("0\\d{9,10}", "GB"),
)
"""National forms that only a cue makes a telephone number, and their country."""

TRUE_SAMPLES = (
    Sample("银行卡被冻结请致电95000转3", ("95000",)),
    Sample("please call 8800 1234 now", ("88001234",)),
    Sample("发送验证码到 10690", ("10690",)),
    Sample("发送 TK#证件后六位 到 106 9000 0123", ("10690000123",)),
    Sample("客服短号：9-5-5-1-1", ("95511",)),
    Sample("客服座机 02100000199", ("+862100000199",)),
    Sample("Call 08081570055 or call 01632960123", ("+448081570055", "+441632960123")),
    Sample("send your code to the agent on 95571", ("95571",)),
    Sample("| 客服 | 9 5 0 0 0 7 |", ("950007",)),
    Sample("95007 是官方客服电话", ("95007",)),
)
FALSE_SAMPLES = (
    Sample("请立即拨打 110 报警"),
    Sample("call 12345 times"),
    Sample("电话审核共 10000 笔；接口返回 HTTP 400"),
    Sample("电话 2024-05-01"),
    Sample("客服会在 1、2、3、4、5 步之间；电话菜单 1 2 3 4 5"),
    Sample("先看 9 5 0 0 0 7 这几个数"),
)
together(_ROW, _APART, _NAMED, of="prose")
busy(_ROW, _APART)


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the short numbers of `text[start:end]` that a reader is told to reach."""
    taken: set[int] = set()
    for match in finder(_ROW)(text, start, end):
        if not _UNIT.match(text, match.end()) and not _is_year(match):
            taken.add(match.start("number"))
            yield Hit("phone", *match.span("number"), _canonical(match["number"]))
    named = (
        Hit("phone", *match.span("number"), match["number"])
        for match in finder(_NAMED)(text, start, end)
    )
    yield from (hit for hit in (*_apart(text, start, end), *named) if hit.start not in taken)


def _apart(text: str, start: int, end: int) -> Iterator[Hit]:
    """Short numbers whose digits stand apart, beside a word for calling."""
    for match in finder(_APART)(text, start, end):
        near = max(start, match.start() - 18)
        before = text[line_start(text, match.start(), near) : match.start()]
        behind = text[match.end() : match.end() + 14].partition("\n")[0]
        digits = re.sub(r"\D", "", match[0])
        counts_up = all(int(b) - int(a) == 1 for a, b in pairwise(digits))
        told = _CALLED.search(before) or (_CALLED.search(behind) and digits[0] in "19")
        if told and not counts_up and not _COUNTED.search(before) and not _UNIT.match(behind):
            yield Hit("phone", match.start(), match.end(), digits)


def _canonical(text: str) -> str:
    """E.164 of a long number in national form; a short one as it is dialled."""
    number = re.sub(r"\D", "", text)
    for shape, region in _NATIONAL:
        if (
            re.fullmatch(shape, number)
            and not re.match("106|10[0-9]{3}$", number)
            and (known := canonical.phone(number, region))
        ):
            return known
    return number


def _is_year(match: re.Match[str]) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", match["number"]) is not None
