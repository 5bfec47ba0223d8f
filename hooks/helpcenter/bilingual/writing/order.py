"""HC413 heading order / 标题层级.

The title is the page's only first-level heading; below it no level is skipped. Screen readers
let people jump by level, and the table of contents shows the levels.
正文标题从二级开始，逐级往下，不跳级。

Bad / 错: `# 标题` in the text, or `##` followed by `####`.
错: 正文里有 `# 标题`，或 `##` 下面直接是 `####`
Good / 对: `##`, then `###`.
对: 先 `##`，再 `###`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC413 for every heading that is too deep, or of the first level."""
    level = 1
    for heading in page.headings:
        if heading.level == 1 or heading.level > level + 1:
            zh = (
                "正文里不能有一级标题"
                if heading.level == 1
                else f"标题从 {level} 级跳到 {heading.level} 级"
            )
            en = (
                "a first-level heading in the text; the title is one already"
                if heading.level == 1
                else f"the heading jumps from level {level} to {heading.level}"
            )
            wanted = "#" * (2 if heading.level == 1 else level + 1)
            hint = Text(f"改成 {wanted}", f"make it {wanted}")
            yield page.finding("HC413", heading.position, heading.text, Text(zh, en), hint)
        level = max(heading.level, 1)
