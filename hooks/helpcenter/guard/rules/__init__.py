"""Rules of the guard, one file each; the docstring of a rule is its manual page.

A rule must have a reason in both languages, a sample that it reports and one that it does not;
otherwise it does not load, and neither does the guard.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from helpcenter import manual
from helpcenter.guard.rules import (
    hc101,
    hc102,
    hc103,
    hc104,
    hc105,
    hc106,
    hc110,
    hc111,
    hc112,
    hc113,
    hc114,
    hc120,
    hc121,
    hc122,
    hc123,
    hc124,
    hc125,
    hc126,
    hc127,
    hc130,
    hc131,
    hc140,
    hc141,
    hc142,
    hc143,
    hc150,
    hc151,
    hc152,
)
from helpcenter.guard.rules.base import Sighting
from helpcenter.model import Finding

ADDRESS_RULES: tuple[tuple[str, Callable[[Sighting], Finding | None]], ...] = (
    (hc104.CODE, hc104.check),
    (hc103.CODE, hc103.check),
    (hc101.CODE, hc101.check),
    (hc105.CODE, hc105.check),
    (hc102.CODE, hc102.check),
)
"""The first rule that objects speaks; the most dangerous comes first."""

_MODULES = (
    *(hc101, hc102, hc103, hc104, hc105, hc106),
    *(hc110, hc111, hc112, hc113, hc114),
    *(hc120, hc121, hc122, hc123, hc124, hc125, hc126, hc127),
    *(hc130, hc131, hc140, hc141, hc142, hc143),
    *(hc150, hc151, hc152),
)


def loaded(modules: tuple[ModuleType, ...]) -> dict[str, manual.Page]:
    """The manual page of each rule, by code.

    Raises:
        ValueError: a rule lacks its reason in a language, or its own true or false sample.
    """
    found = {}
    for module in modules:
        page = manual.page(module.__doc__ or "")
        if page.code != module.CODE:
            raise ValueError(f"{module.CODE}: its page is that of {page.code}")
        found[page.code] = page
    return found


PAGES = loaded(_MODULES)
