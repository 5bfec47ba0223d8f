"""HC112 attribute list with more than ids and listed classes / 属性列表只能写 id 和列出的 class.

`attr_list` writes any attribute, so it can make links, handlers and styles without HTML, and a
class can hide text or disguise it. Writers need only ids, and the classes of buttons.
`attr_list` 能写任意属性，不用 HTML 也能做出链接、事件和样式；class 能隐藏文字，或改变它的样子。
写文章只用得着 id 和按钮。

Bad / 错: `[申请](#){ onclick=x }`, `[申请](b.md){ .hc-contact }`
Good / 对: `## 标题 {#title}`, `[下一步](b.md){ .md-button }`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC112"
CLASSES = frozenset({"md-button", "md-button--primary"})
"""Classes that an article may give: those of Material's buttons."""
_LISTED = ", ".join(f".{name}" for name in sorted(CLASSES))


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "attributes",
        Text(
            f"属性列表只能写 #id 和这些 class：{_LISTED}",
            f"an attribute list may hold only #id and these classes: {_LISTED}",
        ),
        Text("删除其余的", "remove the rest"),
    )
