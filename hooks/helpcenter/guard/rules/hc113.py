"""HC113 link scheme that is not allowed / 不允许的链接协议.

`data:` puts a whole document into a link, `javascript:` a program; others open an application.
`data:` 把整个文件藏进链接，`javascript:` 是程序，其余协议会打开别的应用。

Bad / 错: `![x](data:image/svg+xml;base64,AA)`, `[x](javascript:x)`
Good / 对: `![步骤](../assets/steps.png)`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC113"


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "scheme",
        Text("链接只能用 http(s)、mailto、tel", "links may use only http(s), mailto and tel"),
        Text("删除它，或改为链接页面", "remove it, or link to a page"),
    )
