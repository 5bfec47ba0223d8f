"""HC124 character reference for a plain character / 用字符引用写普通字符.

`&#64;` is an at sign to the browser, but hard to read for whoever reviews the change.
浏览器把 `&#64;` 显示为 @，审阅改动的人却认不出来。

Bad / 错: `support&#64;`
Good / 对: `&lt;`, `&nbsp;`, `&copy;`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC124"


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "reference",
        Text(
            "用字符引用写普通或不可见字符",
            "a character reference for a plain or invisible character",
        ),
        Text("直接写该字符", "type the character itself"),
    )
