"""HC414 image without a description / 图片没有说明.

People who cannot see a picture need a description in the language of the page; a file name is none.
看不见图的人只能靠说明文字。

Bad / 错: `![](steps.png)`, `![steps.png](steps.png)`
Good / 对: `![交易记录页面右上角的查找按钮](steps.png)`
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from helpcenter.bilingual.writing.links import links
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Text


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC414 for every image."""
    if "![" not in page.prose:
        return
    for link in links(page):
        path = PurePosixPath(link.written)
        if link.is_image and link.text.strip() in ("", path.name, path.stem):
            message = Text("图片没有说明文字", "the image has no text for people who cannot see it")
            hint = Text("在方括号里写图上有什么", "describe in the brackets what it shows")
            yield page.finding("HC414", page.at(link.text_offset), link.written, message, hint)
