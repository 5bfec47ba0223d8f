"""HC123 word of mixed scripts / 混用文字的单词.

A Cyrillic `о` in a Latin word looks the same but is another letter. Han beside Latin (T恤)
is normal.
拉丁单词里的西里尔字母 `о` 看起来一样，其实是另一个字母。汉字与拉丁字母并用（T恤）是正常的。

Bad / 错: `<U+043E>kpay` with a Cyrillic o
错: `<U+043E>kpay`，第一个字母是西里尔字母
Good / 对: `okpay`, `T恤`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC123"


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "letters",
        Text(
            "单词里混用了形似拉丁字母的其他文字",
            "a word mixes Latin letters with others that only look like them",
        ),
        Text("改用同一种文字书写", "type it in one script"),
    )
