"""HC428 full-width markup / 输入法打出的记号.

Markdown accepts its markup only in ASCII. A Chinese input method types brackets, hash signs and
quotes that look almost the same; the build does not stop, and readers see them instead of a link,
a heading or a box. The same goes for a link with an unclosed bracket and for steps with `、`.
Markdown 的记号只认半角。输入法打出的全角括号、井号、引号看上去差不多，构建也不会停，读者看到的却是
记号，不是链接、标题或提示框。

Bad / 错: `见[服务时间]（support-hours.md）。`
Good / 对: `见[服务时间](support-hours.md)。`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text

RULE = "HC428"


class Mark(NamedTuple):
    """A mark that shows as it was typed."""

    pattern: str
    sample: str
    """What it matches."""
    message: Text
    hint: Text


_LINK = Text("这个链接不会成为链接", "this link will not be one")
_ASCII = Text(
    "用半角写：[文字](页面.md)", "type it as [words](page.md), with plain brackets, closed"
)
MARKS = (
    Mark(r"(?<=\])（[^（）()\n]*(?:\.md|#|://)[^（）()\n]*[）)]", "[甲]（a.md）", _LINK, _ASCII),
    Mark(r"(?<=\]\()[^()\n]*\.md[^()\n]*$", "[甲](a.md。", _LINK, _ASCII),
    Mark(r"【[^【】\n]*】[(（][^()（）\n]*\.md[^()（）\n]*[)）]", "【甲】(a.md)", _LINK, _ASCII),
    Mark(
        r"(?<=\])\( *\)",
        "[甲]()",
        Text("链接没有写去哪里", "this link leads nowhere"),
        _ASCII,
    ),
    Mark(
        r"！(?=\[[^\[\]\n]*\]\()",
        "！[甲](a.png)",
        Text("这张图片不会显示", "this picture will not show"),
        Text("感叹号要用半角：![说明](图.png)", "type a plain exclamation mark: ![words](x.png)"),
    ),
    Mark(
        r"^ {0,3}＃+",
        "＃＃ 甲",
        Text("这一行不会成为标题", "this line will not be a heading"),
        Text("井号要用半角：## 标题 {#id}", "type ASCII characters: ## Heading {#id}"),
    ),
    Mark(
        r"^#{1,6} [^\n]*｛[^\n]*",
        "## 甲 ｛#a｝",
        Text("标题的编号不会起作用", "the id of this heading has no effect"),
        Text("花括号要用半角：{#id}", "type plain braces: {#id}"),
    ),
    Mark(
        r"^ *(?:！{3}|？{3})|^ *(?:!!!|\?\?\?\+?) ?[\w-]+ +[“”「『][^\n]*",
        '！！！ note "甲"',
        Text("这里不会成为提示框", "this will not be a box"),
        Text('感叹号和引号要用半角：!!! note "标题"', 'type ASCII characters: !!! note "Title"'),
    ),
    Mark(
        r"^ *｜[^\n]*",
        "｜甲｜乙｜",
        Text("这一行不会成为表格", "this line will not be a table"),
        Text("竖线要用半角：| 甲 | 乙 |", "type plain bars: | a | b |"),
    ),
    Mark(
        r"^ *1[、．][^\n]*(?=\n\s*2[、．])",
        "1、甲\n2、乙",
        Text("这些步骤会连成一段", "these steps will run together"),
        Text("数字后面写半角句点和空格：1. ", "write a plain stop and a space: 1. "),
    ),
)
_ANY_MARK = re.compile(r"[（【！＃｛？｜、．“”「『]|\]\([^)\n]*(?:$|\))", re.MULTILINE)
_PATTERNS = tuple((re.compile(mark.pattern, re.MULTILINE), mark) for mark in MARKS)


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC428 for each mark, outside code."""
    prose = page.prose
    if not _ANY_MARK.search(prose, page.start):
        return
    for pattern, mark in _PATTERNS:
        for match in pattern.finditer(prose, page.start):
            found = match[0].strip()
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield page.finding(RULE, page.at(start), found[:40], mark.message, mark.hint)
