"""HC122 invisible characters / 不可见字符.

Zero-width, bidirectional and tag characters split or reverse what a program reads, not what a
reader sees. Inside emoji they are fine.
零宽、双向控制和标签字符会拆开或倒转文字，读者却看不出来。表情符号内部的不受限制。

Bad / 错: `a<U+200B>b`
Good / 对: `ab`, `👨<U+200D>👩`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC122"


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "invisible",
        Text("不可见字符", "an invisible character"),
        Text("删除它", "remove it"),
    )
