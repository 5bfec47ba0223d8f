"""HC412 orphan page / 没有人链接的页面.

A page that no other page links to, neither in its text nor as a related article, can be found
only through the menu; it was probably forgotten.
没有任何页面链接到它，读者只能从菜单里碰到。

Bad / 错: `categories.yml` alone names a new article
错: 只有 `categories.yml` 提到新文章
Good / 对: `related: [new-article]` in an article on the same problem.
对: 讲同类问题的文章里写着 `related: [new-article]`
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.bilingual.writing.links import links
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.data.models.article import ArticleMeta
from helpcenter.model import Finding, Position, Text


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC412 for one Chinese article; the English follows its Chinese."""
    article = page.article
    if article.lang != "zh" or article.id == "index" or article.id in library.listed:
        return
    named = _named(library)
    if not (named[article.path] | named[article.id]) - {article.path}:
        message = Text("没有任何页面链接到这一页", "no other page links to this one")
        hint = Text("在相关文章的 related 或正文里加上它", "name it under related, or in a text")
        yield page.finding("HC412", Position(), article.id, message, hint, warn=True)


@lru_cache(maxsize=1)
def _named(library: Library) -> defaultdict[str, set[str]]:
    """Which pages name a page, by its path in a link or its id under `related`."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for page in library.pages.values():
        meta = page.article.meta
        related = meta.related if isinstance(meta, ArticleMeta) else []
        for name in [*related, *(link.target.partition("#")[0] for link in links(page))]:
            named[name].add(page.article.path)
    return named
