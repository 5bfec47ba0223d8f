"""HC125 percent-encoded plain character / 用百分号编码写普通字符.

Letters and digits never need encoding; it only hides a user name, a host or a number.
字母和数字从不需要编码；这样写只会藏起用户名、域名或号码。

Bad / 错: `[x](https://%6F%6B.test/)`
Good / 对: `[x](b.md?subject=%E9%80%80)`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC125"


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "percent",
        Text(
            "链接里用百分号编码写字母、数字或 @", "a percent-encoded letter, digit or @ in a link"
        ),
        Text("直接写这些字符", "write the characters themselves"),
    )
