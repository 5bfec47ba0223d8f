"""HC114 comment / 注释.

Readers do not see comments; search engines, language models and translators do.
读者看不到，搜索引擎、语言模型和译者却会读到。

Bad / 错: `<!-- hotline -->`
Good / 对: `<!-- more -->`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Carrier
from helpcenter.model import Finding, Text

CODE = "HC114"


def check(carrier: Carrier) -> Finding:
    """The finding for such a place."""
    return carrier.finding(
        CODE,
        "comment",
        Text("文章里不允许写注释", "comments are not allowed in articles"),
        Text("删除它；备注写在合并请求里", "remove it; notes belong in the pull request"),
    )
