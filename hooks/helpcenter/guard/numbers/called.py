"""Decides whether digits that were read from words are a number to call.

Words for digits also occur in ordinary text. The digits count if they have the shape of a phone
number, or follow the name of a messenger or a word for calling.
"""

from __future__ import annotations

import re
from itertools import pairwise

from helpcenter.guard.detectors import mentions
from helpcenter.guard.matching.number_shapes import SHAPES, SURE, grouped, in_groups

WORDS = re.compile(
    r"拨|撥|打(?!开|開|印|包|折|卡|扫|掃|算|造|标|錯|错|款)|电话|電話|热线|熱線|专线|專線"
    r"|号码|號碼|致电|致電|客服|人工|手机|手機|來電|按键|按鍵|接通|接听|区号|来电|短号"
    r"|提示音"
    r"|\b(?:beep|area code|picks? up|call(?:ing)?|dial|ring|(?:tele)?phone|hotline|helpline"
    r"|number|line|desk)\b",
    re.IGNORECASE,
)
"""What a number to call stands beside."""
OTHERS = re.compile(
    r"[卡账帳]|订单|訂單|单号|單號|流水|身份|编号|編號|验证码|驗證碼|密码|金额|金額|限额"
    r"|余额|手续费|手續費|版本|端口|错误|例如|示例|[元块塊￥¥$€£]"
    r"|\b(?:card|account|order|reference|code|invoice|IBAN|amount|fee|limit|balance|version"
    r"|port|error|example|e\.g|sample|row|page|pages|step|article|section|form)s?\b",
    re.IGNORECASE,
)
"""What other numbers are of, and what amounts stand beside."""
_TURN_TO = re.compile(
    r"号|群|[iI][dD]|加|联系|找|添|儿歌|代替|暗号|密码|拼|\b(?:add|number|find|contact)\b"
)
"""What stands beside a messenger's word where an account follows."""
_MESSENGER, _NEAR, _FAR = 30, 24, 120
"""Characters in which the word for a messenger, or for calling, stands."""
_SLACK = 2
"""Digits that a word beside the number may have added."""
LEAST, MOST = 5, 13


def number(
    digits: str, text: str, start: int, end: int, *, weak: bool = False, told: bool = False
) -> str:
    """The digits as one writes them when they are a number to reach; empty when they are none.

    Args:
        digits: what words in a text stand for.
        text: the whole text.
        start: where the words begin in it.
        end: where they end.
        weak: whether such words stand in lists of ordinary text.
        told: whether it is known otherwise that a number is told.
    """
    if not LEAST <= len(digits) <= MOST + _SLACK or is_counting(digits):
        return ""
    said = told or WORDS.search(text, max(0, start - _FAR), end + _FAR) is not None
    if whole := in_groups(digits, SHAPES if said else SURE):
        return whole
    for shape, sizes in SURE:
        if found := re.fullmatch(rf"\d{{0,{_SLACK}}}?({shape})\d?", digits):
            return grouped(found[1], sizes)
    before = text[max(0, start - _MESSENGER) : start].rpartition("\n")[2]
    near = WORDS.search(before[-_NEAR:]) is not None and len(digits) > LEAST + 1
    if len(digits) > MOST:
        return ""
    word = mentions.word_in(before)
    if word and (not weak or _TURN_TO.search(before)):
        return f"{word[0]}：{digits}"
    return digits if near and not weak else ""


def is_counting(digits: str) -> bool:
    """Whether they only count up or down, as lists do, or are all the same."""
    return {int(b) - int(a) for a, b in pairwise(digits)} in ({1}, {-1}, {0})


def is_led(match: re.Match[str]) -> bool:
    """Whether a word for calling stands in front of a match, near and in its line."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    return WORDS.search(before.rpartition("\n")[2]) is not None
