"""Limits of the work on one text, and which of them were exceeded.

Honest files stay far below. Where a limit is exceeded, the rest is not read; that is reported, so
that the file is refused instead of passing unread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

POCKETS = 1_500
"""Texts folded up in one text, different ones."""
EXPRESSIONS = 1_500
"""Different expressions of templates in one text."""
STEPS = 200_000
"""Expressions of one program that are worked out."""
TOKENS = 200_000
"""Tokens of one program that are read."""
INSTRUCTIONS = 400
"""Instructions of one text that are followed."""
WORDS = 5_000
"""Words for messengers, or for networks, behind which an account is looked for in one text."""
PLACES = 20_000
"""Places at which one pattern for what people read matches in one text."""
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


def few(matches: Iterable[T], most: int = INSTRUCTIONS, what: str = "instructions") -> Iterator[T]:
    """So many matches of one sort and no more: each is looked at with what is around it."""
    for count, match in enumerate(matches):
        if count >= most:
            meet(f"> {most} {what}")
            return
        yield match


def in_places(matches: Iterable[T]) -> Iterator[T]:
    """No more matches of one pattern than there are places for it in an honest text."""
    return few(matches, PLACES, "places of a kind")


class Unread(str):
    """Why something could not be read: our own reader failed."""


def meet(what: str) -> None:
    """Record that a limit was exceeded; one text that could not be read is enough.

    Raises:
        RuntimeError: a reader failed outside of `watched`, so that nobody would report it.
    """
    met = _met.get()
    if met is None:
        if isinstance(what, Unread):
            raise RuntimeError(what)  # nobody would tell
    elif not (isinstance(what, Unread) and unread(met)):
        met.setdefault(what)


def unread(met: Iterable[str]) -> list[Unread]:
    """Why something could not be read, among the bounds that were met; empty when all were."""
    return [what for what in met if isinstance(what, Unread)]


@contextmanager
def trying() -> Iterator[None]:
    """If the block fails, that is reported, and the rest of the file is still read."""
    try:
        yield
    except Exception as error:  # whatever a hostile text makes of our reader
        meet(Unread(type(error).__name__))


def tried(found: Iterable[T]) -> Iterator[T]:
    """The same, as far as it can be made."""
    with trying():
        yield from found
