"""HC111 active HTML / 会动作的 HTML.

Scripts, styles, forms, frames, handlers and data attributes can show, load or send anything,
and their effect cannot be known without running them. An article needs none of them.
脚本、样式、表单、框架、事件属性和 data 属性可以显示、加载或发送任何东西，不运行就无法知道
结果；文章用不着它们。

Bad / 错: `<span style="display:none">x</span>`, `<script>x</script>`
Good / 对: `**重要**`, `<kbd>Enter</kbd>`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC111"


def check(carrier: Carrier, why: str) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "html",
        Text(f"不允许的 HTML：{why}", f"refused HTML: {why}"),
        Text(
            "改用 Markdown，或放进 overrides/ 的模板",
            "write it in Markdown, or as a template in overrides/",
        ),
    )
