"""HC422 typography / 中文排版.

A space between Chinese and Latin words or figures, full-width punctuation in Chinese text.
Checked with AutoCorrect, block by block, so that expressions, code and link targets stay as they
are. `helpcenter fix` corrects it, which makes no translation stale.
中英文之间空一格，中文里用全角标点；用 helpcenter fix 自动改好。

Bad / 错: `打开App,登录`
Good / 对: `打开 App，登录`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import autocorrect_py

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text

_LINE = re.compile(
    r"^(?P<lead>[ \t>]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+|#{1,6}[ \t]+)?)"
    r"(?P<text>.*?)(?P<tail>[ \t\r]*)$"
)
_KEEP = re.compile(
    r"\{\{.*?\}\}|\{:?\s*[#.][^{}]*\}|!?\[|\](?:\([^()]*\)|\[[^\[\]]*\])?|<[^<>]*>|`+[^`]*`+"
    r"|^(?:!!!|\?\?\?\+?)[^\"]*\"?"
)
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_HOLD = "\ue000"
"""Stands for what is kept (private use, U+E000)."""


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC422 for each line of a Chinese page that AutoCorrect would change."""
    if page.article.lang != "zh":
        return
    if (mended := mend(page.raw)) == page.raw:
        return
    before, after = page.raw.split("\n"), mended.split("\n")
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        if old != new:
            column = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
            place = page.at(sum(len(line) + 1 for line in before[: number - 1]) + column)
            message = Text("排版不合规范", "the typography does not follow our style")
            hint = Text(f"改成：{new.strip()}", f"write: {new.strip()}")
            yield page.finding("HC422", place, old.strip()[:60], message, hint, warn=True)


def mend(raw: str) -> str:
    """The Chinese page `raw` in our typography; front matter keys and code are left alone."""
    fence, out = "", []
    in_front = raw.startswith("---")
    for number, line in enumerate(raw.split("\n")):
        mark = _FENCE.match(line)
        if in_front and number and line.strip() == "---":
            in_front = False
            out.append(line)
        elif in_front or fence or mark:
            out.append(line)
            fence = "" if fence and mark else (mark[1] if mark else fence)
        else:
            out.append(_mend_line(line))
    return "\n".join(out)


def _mend_line(line: str) -> str:
    match = _LINE.match(line)
    if not match or not match["text"]:
        return line
    kept: list[str] = []

    def hold(found: re.Match[str]) -> str:
        kept.append(found[0])
        return _HOLD

    held = _KEEP.sub(hold, match["text"])
    mended = autocorrect_py.format(held)
    if mended.count(_HOLD) != len(kept):
        return line
    parts = mended.split(_HOLD)
    text = parts[0] + "".join(a + b for a, b in zip(kept, parts[1:], strict=True))
    return f"{match['lead']}{text}{match['tail']}"
