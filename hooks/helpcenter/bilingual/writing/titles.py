"""HC427 title of another page / 与别的文章同名.

In search results two equal titles look like the same answer twice; nobody can tell them apart.
搜索结果里两个一样的标题，读者分不清该点哪一个。

Bad / 错: `title: Fees` in two articles
错: 两篇文章都写 `title: Fees`
Good / 对: `title: Fees for withdrawals`, `title: Fees for transfers`
对: `title: Fees for withdrawals`、`title: Fees for transfers`
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Lang, Text


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC427, a warning, for each page but the first of a title in its language."""
    title = page.article.meta.title
    first = _titled(library)[page.article.lang, title][0]
    if first == page.article.path:
        return
    message = Text(
        f"标题与 docs/{first} 一样：{title}", f"the title is that of docs/{first}: {title}"
    )
    hint = Text("写出这一篇有什么不同", "say in the title what is different here")
    place = page.at(max(page.raw.find("title:"), 0))
    yield page.finding("HC427", place, title, message, hint, warn=True)


@lru_cache(maxsize=1)
def _titled(library: Library) -> defaultdict[tuple[Lang, str], list[str]]:
    """The pages of each title, in the order of their paths."""
    titled: defaultdict[tuple[Lang, str], list[str]] = defaultdict(list)
    for path, page in sorted(library.pages.items()):
        titled[page.article.lang, page.article.meta.title].append(path)
    return titled
