r"""HC120 unreadable text / 无法读取的文本.

A file that a browser may read as text but that is not UTF-8 cannot be checked; what cannot
be checked is not published.
不是 UTF-8 的文本文件无法检查；无法检查的内容不发布。

Bad / 错: `\xff\xfe` (a page saved as UTF-16)
错: `\xff\xfe`（存成 UTF-16 的页面）
Good / 对: `文` in UTF-8
对: `文`，存成 UTF-8
"""

from __future__ import annotations

from helpcenter.guard.rules.reasons import in_words
from helpcenter.model import Finding, Position, Text

CODE = "HC120"


def check(path: str, reason: str, at: Position | None = None) -> Finding:
    """The finding for a file that could not be read as text, `at` its first wrong byte."""
    said = in_words(reason)
    return Finding(
        rule=CODE,
        path=path,
        position=at or Position(),
        kind="file",
        found=reason,
        message=Text(
            f"无法作为 UTF-8 文本检查：{said.zh}", f"cannot be checked as UTF-8 text: {said.en}"
        ),
        suggestion=Text("存为 UTF-8，或删除该文件", "save it as UTF-8 or remove it"),
    )
