"""Rules of the guard, one file each; the docstring of a rule is its manual page."""

from __future__ import annotations

from collections.abc import Callable

from helpcenter.guard.rules import hc101, hc102, hc103, hc104, hc105
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
