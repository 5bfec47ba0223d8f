"""HC126 instruction to work out an address / 教读者推算联系方式.

An address that is written nowhere can still be worked out: first letters, sums, a word to swap.
A help article never needs such a riddle; to give an address, refer to its record.
地址没有写出来，也能教读者拼出来：取首字母、做算术、换掉一个词。帮助文章从不需要这种谜语，要写地址就引用记录。

Bad / 错: `把每条的首字母连起来就是专员微信`
Good / 对: `联系人按姓名首字母排序`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC126"


def check(carrier: Carrier) -> Finding:
    """The finding for such a sentence."""
    return carrier.finding(
        CODE,
        "instruction",
        Text("教读者推算出联系方式", "tells readers to work out an address"),
        Text("删除它；要写地址就引用记录", "remove it; refer to a record to tell an address"),
    )
