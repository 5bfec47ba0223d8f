"""HC127 asks readers to hand over a secret / 叫读者交出验证码或密码.

No help article ever tells a reader to give a one-time code, a password or a private key to
anybody, by any channel. It may only warn against doing so.
帮助文章从不叫读者把验证码、密码、助记词交给任何人，不管收的人是谁、在哪里收。只能写成提醒。

Bad / 错: `把验证码发给下面的专员`
Good / 对: `不要把验证码发给任何人`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC127"


def check(carrier: Carrier) -> Finding:
    """The finding for such a sentence."""
    return carrier.finding(
        CODE,
        "instruction",
        Text("叫读者交出验证码或密码", "asks readers to hand over a code or a password"),
        Text("删除它；只提醒不要告诉任何人", "remove it; only warn never to tell anybody"),
    )
