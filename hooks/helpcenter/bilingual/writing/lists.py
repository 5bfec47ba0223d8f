"""HC429 list or table that Markdown does not recognise / 没有成为列表或表格.

A list needs an empty line before it, an inner list four more spaces, and a table a line of
dashes below its header. Otherwise the marks appear in the middle of a paragraph as typed.
列表前面要空一行，里层的列表再空四格，表格的表头下面要有一行短横线；不然记号会照原样挤在一段里。

Bad / 错: `| 甲 | 乙 |` above `| 丙 | 丁 |`, a list right below `请准备：`
错: `| 甲 | 乙 |` 下面直接是 `| 丙 | 丁 |`，`请准备：` 下面直接是列表
Good / 对: an empty line above the list, `| --- | --- |` below the head
对: 列表前空一行，表头下面写 `| --- | --- |`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text

RULE = "HC429"
STEP_IN = 4
"""Spaces that Python-Markdown wants before what is inside."""
_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,2}\.) +\S")
_FIRST = re.compile(r"(?:[-*+]|1\.) +\S")
"""What a list can begin with; `30. ` may be the end of a sentence."""
_OPENER = re.compile(r"!!!|\?\?\?|#{1,6} |<")
"""After such a line a new block begins."""
_OTHER = re.compile(r"[>:|]|\[|\*\[")
_RULER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?$")

_GLUED = (
    Text("这个列表会挤在上面那一段里", "this list will run on in the paragraph above"),
    Text("列表前面空一行", "leave an empty line above the list"),
)
_SHALLOW = (
    Text("里层的列表会变成外层的一项", "this inner list will be part of the outer"),
    Text("前面空四格", "indent it by four spaces"),
)
_HEADLESS = (
    Text("这里不会成为表格", "this will not be a table"),
    Text("表头下面写一行 | --- | --- |", "write a line | --- | --- | below the head"),
)


class _Line(NamedTuple):
    offset: int
    """Of its first character that is no space, in the raw file."""
    indent: int
    text: str


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC429 for each list and table, outside code."""
    for lines in _chunks(page):
        while lines and _OPENER.match(lines[0].text):
            lines = lines[1:]
        if not lines:
            continue
        first, rest = lines[0], lines[1:]
        if _ITEM.match(first.text):
            yield from _told(page, [line for line in rest if _is_shallow(line, first)], _SHALLOW)
        elif first.text.startswith("|") and rest and not _RULER.match(rest[0].text):
            yield from _told(page, [first], _HEADLESS)
        elif not _OTHER.match(first.text):
            glued = (line for line in rest if line.indent < first.indent + STEP_IN)
            yield from _told(page, [line for line in glued if _FIRST.match(line.text)], _GLUED)


def _is_shallow(line: _Line, first: _Line) -> bool:
    return 0 < line.indent - first.indent < STEP_IN and bool(_ITEM.match(line.text))


def _told(page: Page, lines: Sequence[_Line], words: tuple[Text, Text]) -> Iterator[Finding]:
    """Of a list the first line is enough."""
    for line in lines[:1]:
        yield page.finding(RULE, page.at(line.offset), line.text[:40], *words)


def _chunks(page: Page) -> Iterator[list[_Line]]:
    """Lines that follow each other without an empty one between."""
    chunk: list[_Line] = []
    at = page.start
    for line in page.prose[page.start :].split("\n"):
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if text:
            chunk.append(_Line(at + indent, indent, text))
        elif chunk:
            yield chunk
            chunk = []
        at += len(line) + 1
    if chunk:
        yield chunk
