"""Prints how long each value is confirmed, since paper and disk outlive a verification."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from helpcenter.offline.splice import Page

BLOCKS = frozenset(
    "p li ul ol dl dt dd div section td th tr table h1 h2 h3 h4 blockquote summary".split()  # noqa: SIM905
)
_EXPIRES = "data-expires"


def print_dates(page: Page, words: Callable[[date], str]) -> None:
    """Add to each value the date until which it is confirmed; `words` gives the markup.

    Values of one day that stand together in one sentence, item or cell share one date.
    """
    facts = [i for i, tag in enumerate(page.tags) if not tag.closing and _until(page, i)]
    for place, index in enumerate(facts):
        following = facts[place + 1] if place + 1 < len(facts) else None
        if following is None or not _together(page, index, following):
            page.insert(page.end(index), words(date.fromisoformat(_until(page, index))))


def _until(page: Page, index: int) -> str:
    return page.value(page.tags[index], _EXPIRES)


def _together(page: Page, index: int, following: int) -> bool:
    between = page.tags[index + 1 : following]
    same = _until(page, index) == _until(page, following)
    return same and not any(tag.name in BLOCKS for tag in between)
