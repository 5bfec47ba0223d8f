"""HC426 markup without its other half / 写了一半的标记.

A fence that never closes shows its backticks and everything below as it was typed; a box whose text
is not indented stands empty; a file named for inclusion is not included. None of it stops a build.
代码块没有结尾、提示框下面没有缩进的正文、想引入另一个文件：构建不会停，读者却看到记号或空框。

Bad / 错: `!!! warning "小心"` above a line that is not indented
错: `!!! warning "小心"`，下一行没有缩进
Good / 对: `!!! warning "小心"` above lines that begin with four spaces.
对: `!!! warning "小心"` 下面每一行正文前面空四格。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text

RULE = "HC426"
SIGNS = ("```", "~~~", "!!!", "???", "-8<-")
FENCE = re.compile(r"(?m)^[ \t>]*(`{3,}|~{3,})")
"""Looked for where code that closes is blanked already: what is left never does."""
EMPTY_BOX = re.compile(
    r"(?m)^(?P<deep> *)(?:!!!|\?\?\?\+?) \w[^\n]*(?:\n(?=\n|\Z))*(?=\n(?!(?P=deep)    )[^\n]|\Z)"
)
"""Code in a box is spaces here, as deep as it stood: it is text of the box."""
INCLUSION = re.compile(r"(?m)^ *;*-+8<-+")
SPEAKS = (
    (
        FENCE,
        Text("这个代码块没有结尾", "this code block is never closed"),
        Text("在代码下面另起一行，写同样的记号", "write the same marks on a line below the code"),
    ),
    (
        EMPTY_BOX,
        Text("提示框里没有正文", "this box has no text"),
        Text(
            "正文写在下一行，每行前面空四格", "write its text below, four spaces before each line"
        ),
    ),
    (
        INCLUSION,
        Text(
            "不能引入别的文件，这一行会照原样显示", "no file is included; this line shows as it is"
        ),
        Text("把内容写在这里，或者链接过去", "write the text here, or link to it"),
    ),
)


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC426 for each mark, outside code."""
    if not any(sign in page.raw for sign in SIGNS):
        return
    for pattern, message, hint in SPEAKS:
        if match := pattern.search(page.prose, page.start):
            mark = match[0].split("\n")[0].strip()
            start = match.start() + len(match[0]) - len(match[0].lstrip(" \t>"))
            yield page.finding(RULE, page.at(start), mark, message, hint)
