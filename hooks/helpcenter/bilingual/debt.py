"""HC318, HC319: the translation debt is over its ceiling, or wrong facts stay too long.

HC318: more sections are behind than `translation.ceiling` of `_data/policy.yml` allows. That
stops a release and no writer: a new Chinese article alone may have more sections than that.
HC319: an English section has stated other facts than the Chinese for longer than
`hard_stale_days` (`hard_stale_days_in` for single categories). At release, none may be left in
account-security.

Bad:  a hard-stale section of account-security, two days old
Good: the section follows the Chinese and is stamped
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from helpcenter.bilingual.state import PageState, SectionState
from helpcenter.data.models.words import TranslationPolicy
from helpcenter.model import Finding, Position, Severity, Text

POLICY = "docs/_data/policy.yml"
STRICT_CATEGORY = "account-security"
"""Where wrong facts cost readers their money: none is released."""
Since = Callable[[PageState, SectionState], date | None]
"""Day since which a section is stale; None when nobody knows."""


def total(pages: Sequence[PageState]) -> int:
    """Sections of all pages that are behind."""
    return sum(page.debt for page in pages)


def hard_stale(pages: Sequence[PageState]) -> Iterator[tuple[PageState, SectionState]]:
    """Sections whose English states other facts than the Chinese by now."""
    for page in pages:
        yield from ((page, section) for section in page.sections if section.hard)


def check(
    pages: Sequence[PageState], policy: TranslationPolicy, today: date, since: Since
) -> Iterator[Finding]:
    """HC318 and HC319; `since` is asked for hard-stale sections only."""
    debt = total(pages)
    if debt > policy.ceiling:
        yield _over_ceiling(debt, policy)
    for page, section in hard_stale(pages):
        days = policy.hard_stale_days_in.get(page.chinese.category, policy.hard_stale_days)
        start = since(page, section)
        age = (today - start).days if start else 0
        if age > days:
            zh = f"小节 {section.id} 的英文与中文事实不同，已有 {age} 天，最多 {days} 天"
            en = f"section {section.id} has stated other facts for {age} days; {days} are allowed"
            yield _finding(page, section, Text(zh, en))


def at_release(pages: Sequence[PageState]) -> Iterator[Finding]:
    """HC319 for every hard-stale section of account-security."""
    for page, section in hard_stale(pages):
        if page.chinese.category == STRICT_CATEGORY:
            zh = f"小节 {section.id} 的英文与中文事实不同，不能发布"
            en = f"section {section.id} states other facts than the Chinese; it cannot be released"
            yield _finding(page, section, Text(zh, en))


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """The findings for a release, where too much debt is an error."""
    return [replace(f, severity=Severity.ERROR) if f.rule == "HC318" else f for f in findings]


def _over_ceiling(debt: int, policy: TranslationPolicy) -> Finding:
    return Finding(
        rule="HC318",
        path=POLICY,
        severity=Severity.WARNING,
        kind="translation",
        found=str(debt),
        canonical="translation.ceiling",
        message=Text(
            f"没跟上的英文小节有 {debt} 个，上限 {policy.ceiling} 个：可以提交，但不能发布",
            f"{debt} English sections are behind; the ceiling is {policy.ceiling}: "
            "this may be merged, not released",
        ),
        suggestion=Text(
            f"先补译（helpcenter status 列出全部）；要提高上限，须由{policy.owner}决定",
            f"translate some (`helpcenter status` lists them); {policy.owner} decides on more",
        ),
    )


def _finding(page: PageState, section: SectionState, message: Text) -> Finding:
    article = page.english or page.chinese
    return Finding(
        rule="HC319",
        path=f"docs/{article.path}",
        position=section.english.position if section.english else Position(),
        kind="translation",
        found=section.id,
        message=message,
        suggestion=Text(
            f"运行 helpcenter diff {page.chinese.path.removesuffix('.md')}#{section.id}",
            f"run `helpcenter diff {page.chinese.path.removesuffix('.md')}#{section.id}`",
        ),
    )
