"""HC304: an English page without its Chinese page; and the headings of each pair.

Chinese is the source: an English page alone has nothing to be a translation of. One that is
meant for readers of English only says why, and is offered to them alone. A pair of pages is in
both languages, so a reason for having only one is out of date there.

Bad:  docs/fees/refunds.en.md alone
Good: docs/fees/refunds.md and docs/fees/refunds.en.md; or the line `one_language: only cards of
      this region have it` at the top of docs/fees/refunds.en.md
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from helpcenter.bilingual import headings, urls
from helpcenter.data.articles import Article
from helpcenter.data.markdown_source import headings as read_headings
from helpcenter.model import Finding, Text


def check_pairs(articles: Sequence[Article], files: Collection[str]) -> Iterator[Finding]:
    """HC302, HC303 and HC304 for all pages; `files` below docs/ may hold some that are broken."""
    found = {article.path: read_headings(article.raw, article.start) for article in articles}
    pages = {article.path: article for article in articles}
    for article in articles:
        path, own = article.path, found[article.path]
        yield from headings.check_ids(f"docs/{path}", own)
        other = urls.counterpart(path)
        if article.lang == "en" and other in found:
            stamped = article.meta.stamps.keys()
            yield from headings.check_pair(f"docs/{path}", found[other], own, stamped)
            yield from (_claim(page) for page in (pages[other], article) if page.meta.one_language)
        elif article.lang == "en" and other not in files and not article.meta.one_language:
            yield _orphan(path, other)


def _orphan(path: str, other: str) -> Finding:
    return Finding(
        rule="HC304",
        path=f"docs/{path}",
        kind="file",
        found=path,
        message=Text(
            f"只有英文页，没有对应的中文页 docs/{other}",
            f"an English page without its Chinese page docs/{other}",
        ),
        suggestion=Text(
            "先写中文页，或者在页首写 one_language: 原因",
            "write the Chinese page first, or give a reason as one_language:",
        ),
    )


def _claim(page: Article) -> Finding:
    return Finding(
        rule="HC304",
        path=f"docs/{page.path}",
        position=page.front.place(("one_language",)).key,
        kind="writing",
        found=page.meta.one_language or "",
        message=Text(
            "写着只有一种语言，另一种语言的页面却在",
            "marked as one language only, but its other page exists",
        ),
        suggestion=Text("删去 one_language 这一行", "delete the line one_language"),
    )
