"""HC410 overdue review / 复核过期.

Every article says in `review_by` when its owner will review it. After that day it is
reported and readers see a note; in account-security, where old advice costs people their money,
it is an error after 30 more days.
每篇文章写明下次复核的日期；过期就提醒，账户安全类的过期三十天就不能发布。

Bad / 错: `review_by: 2026-01-31`, months ago.
错: `review_by: 2026-01-31`，已经过了几个月
Good / 对: `review_by: 2027-01-31`
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.data.articles import Article
from helpcenter.data.models.article import ArticleMeta
from helpcenter.model import Finding, Text

STRICT_CATEGORY = "account-security"
GRACE = timedelta(days=30)


def overdue(article: Article, today: date) -> bool:
    """Whether the day of the next review has passed."""
    return isinstance(article.meta, ArticleMeta) and article.meta.review_by < today


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC410 for one page."""
    meta = page.article.meta
    if not isinstance(meta, ArticleMeta) or not overdue(page.article, library.today):
        return
    late = library.today - meta.review_by
    days = "1 day" if late.days == 1 else f"{late.days} days"
    strict = meta.category == STRICT_CATEGORY and late > GRACE
    yield page.finding(
        "HC410",
        page.article.front.place(("review_by",)).value,
        meta.review_by.isoformat(),
        Text(
            f"复核已过期 {late.days} 天，负责：{meta.owner}",
            f"the review is {days} overdue; owner: {meta.owner}",
        ),
        Text("读一遍，改好，再写新的日期", "read it through, correct it, then set a new date"),
        warn=not strict,
    )
