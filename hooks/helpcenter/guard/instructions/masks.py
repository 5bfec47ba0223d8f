"""Masked addresses whose hidden characters the text gives: `154-0000-**71`, “the two stars are 38”.

A mask hides digits of a reader's own card or phone number, which no text gives. A text that does
give them gives an address. They must fit the length of the mask, unless it is one that stands for
any length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.fold import HAN_TO_ASCII
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import paragraph

TRUE_SAMPLES = (
    ("专线 154-0000-**71，两个星号请换成 38 再拨", "154-0000-3871"),
    ("写信到 su***rt@host.test，星号处依次填 ppo", "support@host.test"),
    ("Ring 202-555-01##; the two hashes stand for 43", "Ring 202-555-0143"),
    ("热线 154-0000-__71，空格处填三八", "154-0000-3871"),
    ("mail he?p@host.test (the question mark is an l)", "mail help@host.test (the "),
    ("154-0000-■■71，把 38 填进方块里", "154-0000-3871"),
    ("400-000-6○○8（圆圈里依次是 4、1）", "400-000-6418"),
    ("Where you see two x's, dial 41: +44 1632 960xx7", "+44 1632 960417"),
)
FALSE_SAMPLES = (
    "页面显示 154****1234。请输入中间被星号遮住的四位",
    "卡号 6222 **** **** 0123。星号部分不要告诉任何人",
    "星号为必填项，共 4 项：154****1234",
    "口令显示为 ******，星号是 8 位",
    "Replace `****` by your own key: sk_test_****",
    "Questions? The stars are 5 out of 5",
)
_CUE = (
    r"星号|星星|星|井号|圆?圈|方框|方块|空格|空白|空位|空|问号|下划线|横线|掩码|打码"
    r"|遮(?:住|挡|掉)|盖住|隐去|隐藏|省略|缺|马赛克"
    r"|字母\s?[xX]|(?<![A-Za-z0-9])[xX](?:['’]?e?s)?(?![A-Za-z0-9])"
    r"|(?:asterisk|star|hash(?:e|tag)?|blank|gap|circle|box(?:e)?|square|underscore"
    r"|question mark|masked|missing|hidden)s?"
)
_FILLS = (
    r"填|换|替|补|写|输|拨|按|dial|press|代表|代表的|就是|即|是|为|等于|放|敲|打"
    r"|(?<![a-z])"
    r"(?:are|is|stands? for|mean|means|with|by|be|read|reads|as|become|becomes|equals?|for)"
    r"(?![a-z])"
)
_NEW = (
    r"(?<![A-Za-z0-9@._-])(?P<{0}>\d(?:\s?[、,，/ ]\s?\d){{1,7}}(?!\d)"
    r"|[A-Za-z0-9@._-]{{1,12}}(?![A-Za-z0-9@_])|[零〇洞幺一二三四五六七八九]{{2,8}})"
)
_TOLD = re.compile(
    rf"(?:{_CUE})[^\n。；;]{{0,16}}?(?:{_FILLS})"
    rf"[^\n。；;A-Za-z0-9零〇洞幺一二三四五六七八九]{{0,12}}(?:(?:an?"
    rf"|the|in|letters?|digits?)\s){{0,2}}[“\"'「`（(]?{_NEW.format('new')}"
    rf"|(?:把|将|用|put|write|enter|type|fill in)\s{{0,2}}[“\"'「`（(]?{_NEW.format('first')}"
    rf"[”\"'」`）)]?\s{{0,2}}(?:填|换|补|写|放|套|代|in|into|for|where)[^\n。；;]{{0,14}}?"
    rf"(?:{_CUE})",
    re.IGNORECASE,
)
_MASK = r"(?:(?<=\d)[xX]{1,6}(?=\d|\b)|[*＊•●○◯＿#＃?？■□▢×✱★☆…]|_{2,9})"
_MASKED = re.compile(
    rf"(?<![A-Za-z0-9])(?=[^\s]{{0,40}}[A-Za-z0-9])(?:[A-Za-z0-9@.+() -]|{_MASK}){{7,60}}", re.ASCII
)
_RUN = re.compile(rf"{_MASK}+")
_ANYTHING = (1, 3)
"""Characters of a mask that may stand for more or less than as many."""
_GAPS = re.compile(r"\s?[、,，/ ]\s?")
_HAS = re.compile(rf"[A-Za-z0-9]{_MASK}?@[A-Za-z0-9]?\S{{0,60}}?\.[A-Za-z]|\d(?:\D{{0,9}}\d){{4}}")
"""What is left of an address: a mailbox with its host, or some digits."""
together(_TOLD, of="a whole text")


def filled(text: str) -> Iterator[Found]:
    """Span of each masked address in a paragraph that gives the hidden characters, and the whole address."""
    for told in bounds.few(finder(_TOLD)(text)):
        new = _GAPS.sub("", (told["new"] or told["first"]).rstrip(".")).translate(HAN_TO_ASCII)
        start, end = paragraph(text, told.start(), told.end())
        for first, last in ((start, told.start()), (told.end(), end)):
            for masked in _MASKED.finditer(text, first, last):
                if whole := _whole(masked[0], new):
                    yield masked.start(), masked.end(), whole


def _whole(masked: str, new: str) -> str:
    """A masked text with its characters, mask by mask if they are as many; nothing if they do not fit."""
    masks = _RUN.findall(masked)
    if not masks or not new or not _HAS.search(masked):
        return ""
    if sum(map(len, masks)) == len(new):
        chars = iter(new)
        return _RUN.sub(lambda mask: "".join(next(chars) for _ in mask[0]), masked)
    if all(len(mask) in (*_ANYTHING, len(new)) for mask in masks):
        return _RUN.sub(lambda mask: new, masked)
    return ""
