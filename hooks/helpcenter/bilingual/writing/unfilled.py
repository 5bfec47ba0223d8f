"""HC425 part of a new article not yet written / 新文章还有没写的地方.

`helpcenter new` marks what the writer has to fill in. Readers would see the mark instead of help.
`helpcenter new` 把要写的地方标了出来；留着不写，读者看到的就是这些记号。

Bad / 错: `【填写：下一步】`, `[Fill in: the next step]`
Good / 对: `点“忘记密码”。`, `Tap the link below the password.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.data.markdown_source import code_ranges
from helpcenter.model import Finding, Text

RULE = "HC425"
MARK = re.compile(r"【填写：[^】\n]{0,200}】|\[Fill in: [^\]\n]{0,200}\]")


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC425 for each mark, in front matter too; code may show one."""
    if "【填写：" not in page.raw and "[Fill in: " not in page.raw:
        return
    for match in MARK.finditer(page.raw):
        code = code_ranges(page.raw, page.start)
        if any(start <= match.start() < end for start, end in code):
            continue
        message = Text(f"这里还没写：{match[0]}", f"not written yet: {match[0]}")
        hint = Text(
            "换成给读者看的内容；用不着这一处，就整行删去",
            "write it for readers in place of the mark, or delete the line if it is not needed",
        )
        yield page.finding(RULE, page.at(match.start()), match[0], message, hint)
