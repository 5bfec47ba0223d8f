"""HC415 dead link / 失效的链接.

A link inside this site must lead to a page that exists and, with `#…`, to a heading of it.
Checked in the sources, so that the finding has the line and column that you wrote.
站内链接必须指向存在的页面和小节。

Bad / 错: `[限额](../limits/no-such-page.md)`, `[限额](../limits/limits-overview.md#no-such-part)`
Good / 对: `[限额](../limits/limits-overview.md)`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.bilingual.urls import chinese_name, counterpart
from helpcenter.bilingual.writing.links import Link, links
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.data.problems import did_you_mean
from helpcenter.model import Finding, Text


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC415 for every link of a page; addresses of other sites are left to the guard."""
    for link in links(page):
        if "://" in link.target or link.target.startswith(("mailto:", "tel:")) or not link.written:
            continue
        path, _, anchor = link.target.partition("#")
        path = path or chinese_name(page.article.path)
        if path not in library.files:
            yield _dead(page, link, path, library)
        elif anchor and path in library.pages and anchor not in _ids(page, path, library):
            message = Text(f"{path} 没有小节 #{anchor}", f"{path} has no section #{anchor}")
            hint = did_you_mean(anchor, _ids(page, path, library))
            yield page.finding("HC415", page.at(link.offset), link.written, message, hint)


def _dead(page: Page, link: Link, path: str, library: Library) -> Finding:
    where = page.at(link.offset)
    if link.is_image:
        message = Text(f"没有这个图片文件：{path}", f"there is no such image: {path}")
        pictures = [name for name in library.files if not name.endswith(".md")]
        hint = did_you_mean(path, pictures)
        return page.finding("HC415", where, link.written, message, hint)
    hint = did_you_mean(path, [name for name in library.files if not name.endswith(".en.md")])
    if link.written.startswith("/") or not path.endswith(".md"):
        hint = Text("写成相对路径，以 .md 结尾", "write a relative path that ends in .md")
    message = Text(f"链接的页面不存在：{path}", f"the link leads nowhere: {path}")
    return page.finding("HC415", where, link.written, message, hint)


def _ids(page: Page, path: str, library: Library) -> set[str]:
    """Headings of the page in the reader's language, of the Chinese one until it is translated."""
    own = counterpart(path) if page.article.lang == "en" else path
    other = library.pages.get(own) or library.pages[path]
    return {heading.id for heading in other.headings if heading.id}
