"""Source rules that judge one page, or one pair of pages, without knowing the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from helpcenter.bilingual.check import check_page
from helpcenter.bilingual.state import SectionState, page_pairs, page_state
from helpcenter.bilingual.urls import counterpart
from helpcenter.bilingual.writing import ALONE
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.data.articles import Article
from helpcenter.data.records import Records
from helpcenter.data.unread import UnreadError, unless_unread
from helpcenter.facts.check import check as check_facts
from helpcenter.model import Finding
from helpcenter.workers import MOST, Remembered


class Pair(NamedTuple):
    """A Chinese page, its translation, and the glossary that both are judged by."""

    chinese: Article
    english: Article | None
    glossary: str


class Alone(NamedTuple):
    """A page that is judged without the others."""

    article: Article
    records: Records


Key = Pair | Alone
Judged = tuple[tuple[SectionState, ...], tuple[Finding, ...]]
"""State of a pair's sections, and findings; a page judged alone has no sections."""
_JUDGED: dict[Key, Judged] = {}
"""Cache of what this process has found; a result depends on its key alone."""


def keys_of(
    articles: list[Article], records: Records, concerns: Callable[[str], bool]
) -> list[Key]:
    """The pages and pairs of which one file (path below the root) `concerns` us.

    A pair comes right before its pages, so that what was derived from a text serves all three.
    """
    glossary = repr(records.terms)
    keys: dict[Key, None] = {}
    for chinese, english in page_pairs(articles):
        pages = [page for page in (chinese, english) if page and concerns(f"docs/{page.path}")]
        if pages or concerns(f"docs/{counterpart(chinese.path)}"):
            keys[Pair(chinese, english, glossary)] = None
        keys |= dict.fromkeys(Alone(page, records) for page in pages)
    for article in articles:  # also English pages without a Chinese one
        if concerns(f"docs/{article.path}"):
            keys[Alone(article, records)] = None
    return list(keys)


def judging(keys: list[Key], records: Records) -> Remembered[Key, Judged]:
    """The work of judging pages and pairs; what this process has judged before is not repeated."""
    return Remembered(_JUDGED, partial(_judge, records), keys)


def _judge(records: Records, key: Key) -> Judged:
    """State and findings of a page or pair."""
    if isinstance(key, Alone):
        return (), _alone(*key)
    try:
        page = page_state(key.chinese, key.english, records.terms)
    except UnreadError:
        return (), ()
    found = tuple(check_page(page, records.terms))
    return page.sections, found  # without the articles: less to send


@lru_cache(maxsize=MOST)
def page_of(article: Article) -> Page:
    """An article as the rules of writing see it."""
    return Page(article, article.raw)


def _alone(article: Article, records: Records) -> tuple[Finding, ...]:
    """Findings of a page that do not depend on the others."""
    page = page_of(article)
    facts = unless_unread(check_facts, page.path, article.raw, records)
    return (*unless_unread(_style, page, records), *facts)


def _style(page: Page, records: Records) -> Iterator[Finding]:
    library = Library({}, frozenset(), frozenset(), records.policy.writing, records.today)
    return (finding for rule in ALONE for finding in rule(page, library))
