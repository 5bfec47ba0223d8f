"""HC423 odd space / 特殊空格.

A no-break space (U+00A0) or a zero-width space (U+200B) is invisible in an editor, but
breaks search, links and the comparison of languages. `helpcenter fix` replaces both.
不换行空格和零宽空格看不出来，却会让搜索和比对出错。

Bad / 错: `打开 设置` with U+00A0 between the words.
错: `打开 设置`，中间是 U+00A0
Good / 对: `打开设置`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text

ODD = re.compile("[\u00a0\u200b]")


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC423 for each line with such a character; code too, where it breaks what is copied."""
    if "\u00a0" not in page.raw and "\u200b" not in page.raw:
        return
    lines: set[int] = set()
    for match in ODD.finditer(page.raw):
        place = page.at(match.start())
        if place.line not in lines:
            lines.add(place.line)
            name = f"U+{ord(match[0]):04X}"
            message = Text(f"这里有看不见的空格 {name}", f"an invisible space {name} stands here")
            hint = Text("运行 helpcenter fix", "run `helpcenter fix`")
            yield page.finding("HC423", place, name, message, hint)


def mend(text: str) -> str:
    """`text` with plain spaces, and without zero-width ones."""
    return text.replace("\u00a0", " ").replace("\u200b", "")
