"""HC112 attribute list with more than ids and classes / 属性列表只能写 id 和 class.

`attr_list` writes any attribute, so it can make links, handlers and styles without HTML.
`attr_list` 能写任意属性，不用 HTML 也能做出链接、事件和样式。

Bad / 错: `[申请](#){ onclick=x }`
Good / 对: `## 标题 {#title}`, `[下一步](b.md){ .md-button }`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC112"


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "attributes",
        Text("属性列表只能写 #id 和 .class", "an attribute list may hold only #id and .class"),
        Text("删除该属性", "remove the attribute"),
    )
