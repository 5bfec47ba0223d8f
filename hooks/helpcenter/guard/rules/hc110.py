"""HC110 forged mark / 伪造的标记.

`data-contact` says “this comes from a record”. Only our renderer may write it, proved in a
build by a random number that is removed after the check.
`data-contact` 表示“此处来自记录”，只有渲染器可以写，手写即伪造。

Bad / 错: `<a data-contact="support-email">客服邮箱</a>`
Good / 对: `{{ contact("support-email") }}`
"""

from __future__ import annotations

from helpcenter.guard.rules.base import Mark
from helpcenter.model import Finding, Text

CODE = "HC110"


def check(mark: Mark) -> Finding:
    """The finding for a mark that our renderer did not write."""
    return mark.finding(
        CODE,
        mark.value,
        Text(
            "手写或伪造的 data-contact 标记", "a data-contact mark that our renderer did not write"
        ),
        Text("改用 {{ contact(…) }}", "use {{ contact(…) }} instead"),
    )
