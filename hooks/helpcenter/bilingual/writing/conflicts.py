"""HC424 unfinished merge / 没有解决的合并冲突.

Git leaves `<<<<<<<` and `>>>>>>>` where two people changed the same lines. Both versions stay on
the page until somebody chooses one.
两个人改了同一处，合并时要选一个；留着这些符号就会发布到网页上。

Bad / 错: `<<<<<<< HEAD`
Good / 对: `两个版本中的一个`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text

MARK = re.compile(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC424 for each mark, in code and front matter too."""
    if "<<<<<<<" not in page.raw and ">>>>>>>" not in page.raw:
        return
    for match in MARK.finditer(page.raw):
        message = Text("这里有没解决的合并冲突", "an unresolved merge conflict")
        hint = Text("选定一个版本，删去这些符号", "choose one version and delete the marks")
        place = page.at(match.start())
        yield page.finding("HC424", place, match[0][:7], message, hint)
