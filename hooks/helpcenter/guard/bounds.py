"""Bounds of the work on one text, and what went beyond them.

Honest files stay far below. Where a bound is met, the rest is not looked into; that is told, so
that the file is refused instead of passing unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

POCKETS = 1_500
"""Texts folded up in one text, different ones."""
EXPRESSIONS = 1_500
"""Different expressions of templates in one text."""
STEPS = 200_000
"""Expressions of one program that are worked out."""
TOKENS = 200_000
"""Words and signs of one program that are read."""
INSTRUCTIONS = 400
"""Instructions of one text that are followed."""
_met: ContextVar[dict[str, None] | None] = ContextVar("met", default=None)


@contextmanager
def watched() -> Iterator[dict[str, None]]:
    """Collects what bounds are met within the block, each once."""
    met: dict[str, None] = {}
    token = _met.set(met)
    try:
        yield met
    finally:
        _met.reset(token)


def meet(what: str) -> None:
    """Say that a bound was met."""
    met = _met.get()
    if met is not None:
        met.setdefault(what)
