"""Rules of writing, one file each; the docstring of a rule is its manual page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from helpcenter.bilingual.writing import (
    anchors,
    conflicts,
    figures,
    images,
    lists,
    order,
    orphans,
    phrases,
    review,
    spaces,
    titles,
    typography,
    unclosed,
    unfilled,
    wide_marks,
)
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding

Rule = Callable[[Page, Library], Iterator[Finding]]
ALONE: tuple[Rule, ...] = (
    review.check,
    order.check,
    images.check,
    figures.check,
    phrases.check,
    spaces.check,
    conflicts.check,
    typography.check,
    unfilled.check,
    unclosed.check,
    wide_marks.check,
    lists.check,
)
"""Rules that need one page, the policy and the date."""
AMONG_OTHERS: tuple[Rule, ...] = (orphans.check, anchors.check, titles.check)
"""Rules that need the other pages too."""
RULES: tuple[Rule, ...] = (*ALONE, *AMONG_OTHERS)
