"""HC426 unclosed markup / 写了一半的标记.

A code block that is never closed shows its backticks and everything below as typed; a box whose
text is not indented is empty; a file named for inclusion is not included; an unclosed tag swallows
everything below; unpaired asterisks show in the text. None of this stops a build.
代码块没有结尾、提示框下面没有缩进的正文、想引入另一个文件、标签没有关上、粗体的星号只写了一边：构建不会停，
读者却看到记号或空框。

Bad / 错: `!!! warning "小心"` above a line that is not indented
错: `!!! warning "小心"`，下一行没有缩进
Good / 对: `!!! warning "小心"` above lines that begin with four spaces.
对: `!!! warning "小心"` 下面每一行正文前面空四格。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.html_elements import VOID
from helpcenter.model import Finding, Text

RULE = "HC426"
MARKS = ("```", "~~~", "!!!", "???", "-8<-")
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
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]*>")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
OPTIONAL = frozenset(
    ["li", "p", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option"]
)
"""Elements whose end tag may be left out."""
STARS = re.compile(r"(?<![\\*])\*{2,3}(?!\*)")
BLOCK = re.compile(r"(?m)^[ \t>]*(?:#{1,6} |[-*+] |[0-9]+[.)] |!!!|\?\?\?|:[ \t]|\||$|\*{3}\s*$)")
"""Where a new block may begin: bold text ends with its own."""


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC426 for each mark, outside code."""
    if "<" in page.prose:
        yield from _tags(page)
    if "**" in page.prose:
        yield from _stars(page)
    if not any(mark in page.raw for mark in MARKS):
        return
    for pattern, message, hint in SPEAKS:
        if match := pattern.search(page.prose, page.start):
            mark = match[0].split("\n")[0].strip()
            start = match.start() + len(match[0]) - len(match[0].lstrip(" \t>"))
            yield page.finding(RULE, page.at(start), mark, message, hint)


def _tags(page: Page) -> Iterator[Finding]:
    """Tags of HTML without the other of the pair."""
    open_: list[re.Match[str]] = []
    prose = COMMENT.sub(lambda match: " " * len(match[0]), page.prose)
    for match in TAG.finditer(prose, page.start):
        name = match["name"].lower()
        if name in VOID:
            continue
        if not match["end"]:
            open_.append(match)
            continue
        at = next((n for n in reversed(range(len(open_))) if _name(open_[n]) == name), None)
        if at is not None:
            yield from _never_closed(page, open_[at + 1 :])
            del open_[at:]
        elif name not in OPTIONAL:
            message = Text("这个标签没有开头", "this closing tag has no opening tag")
            yield page.finding(
                RULE, page.at(match.start()), match[0], message, Text("删去它", "delete it")
            )
    yield from _never_closed(page, open_)


def _name(match: re.Match[str]) -> str:
    return match["name"].lower()


def _never_closed(page: Page, tags: list[re.Match[str]]) -> Iterator[Finding]:
    message = Text("这个标签没有关上", "this tag is never closed")
    for match in tags:
        if (name := _name(match)) not in OPTIONAL:
            hint = Text(
                f"写上 </{name}>；不是标签就放进反引号里",
                f"write </{name}>; if it is not a tag, put it in backticks",
            )
            yield page.finding(RULE, page.at(match.start()), match[0][:40], message, hint)


def _stars(page: Page) -> Iterator[Finding]:
    """Two asterisks alone in their block: they show, and nothing is bold."""
    edges = [page.start, *(m.start() for m in BLOCK.finditer(page.prose, page.start))]
    for first, last in pairwise([*edges, len(page.prose)]):
        marks = [m for m in STARS.finditer(page.prose, first, last) if not _is_ruler(page, m)]
        if len(marks) % 2:
            message = Text("粗体的星号只有一边", "these asterisks have no partner")
            hint = Text("前后各写两个：**文字**", "write two on each side: **words**")
            yield page.finding(RULE, page.at(marks[-1].start()), marks[-1][0], message, hint)


def _is_ruler(page: Page, match: re.Match[str]) -> bool:
    """Whether the line is nothing but asterisks."""
    start = page.prose.rfind("\n", 0, match.start()) + 1
    return not page.prose[start:].split("\n", 1)[0].strip("* \t\r")
