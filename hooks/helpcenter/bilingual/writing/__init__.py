"""Rules of writing, one file each; the docstring of a rule is its manual page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from helpcenter.bilingual.writing import (
    anchors,
    conflicts,
    figures,
    images,
    order,
    orphans,
    phrases,
    review,
    spaces,
    typography,
)
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding

Rule = Callable[[Page, Library], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    review.check,
    orphans.check,
    order.check,
    images.check,
    anchors.check,
    figures.check,
    phrases.check,
    spaces.check,
    conflicts.check,
    typography.check,
)
"""Every rule looks at one page and knows the others."""
