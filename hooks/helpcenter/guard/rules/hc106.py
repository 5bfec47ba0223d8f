"""HC106 marked reference differs from its record / 引用与记录不符.

A rendered reference carries the id of its record. What a reader sees and where the link
leads must be that record: its address or its label, and its link target.
渲染出的引用带有记录编号；读者看到的文字和链接去向都必须与该记录一致。

Bad / 错: `<a data-contact="support-email" href="mailto:a@evil.test">客服邮箱</a>`
Good / 对: `<a data-contact="support-email" href="mailto:support@okpay.example">客服邮箱</a>`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.guard.matching import canonical
from helpcenter.guard.records.truth import Official
from helpcenter.guard.rules.base import Mark
from helpcenter.model import Finding, Text

CODE = "HC106"
_MEND = Text("重新构建；不要手改生成的页面", "build again; never edit built pages by hand")


def check(mark: Mark) -> Iterator[Finding]:
    """Findings when text or link of a marked element differ from the record."""
    official = mark.official
    if official is None or official.retired:
        message = Text("引用的记录不存在或已停用", "refers to a record that is missing or retired")
        yield mark.finding(CODE, mark.value, message, _MEND)
        return
    if not _shows(official, mark.text):
        message = Text(
            f"显示的文字与记录不符（{official.key}）",
            f"shown text differs from its record ({official.key})",
        )
        yield mark.finding(CODE, mark.text, message, _MEND)
    if mark.href is not None and mark.href != official.href:
        message = Text(
            f"链接去向与记录不符（{official.key}）",
            f"the link differs from its record ({official.key})",
        )
        yield mark.finding(CODE, mark.href, message, _MEND)


def _shows(official: Official, text: str) -> bool:
    """Whether `text` is the record's label or its address, in the notation for readers."""
    if text in official.labels:
        return True
    if official.kind == "phone":
        return text.isascii() and canonical.phone(text) == official.value
    if official.kind in ("url", "host"):
        shown = canonical.url(text)
        wanted = canonical.url(official.value)
        return not shown.userinfo and (shown.host, shown.port, shown.tail.rstrip("/")) == (
            wanted.host,
            wanted.port,
            wanted.tail.rstrip("/"),
        )
    if official.kind in ("social", "messenger"):
        name = official.value.partition(":")[2]
        return text.lower().removeprefix("@") == name.removeprefix("@")
    return text == official.value
