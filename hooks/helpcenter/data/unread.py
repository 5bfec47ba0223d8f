"""What stands for a table of records whose file cannot be read.

Rules that never ask for it run as usual; one that asks is told so, and has nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn, ParamSpec

from helpcenter.model import Finding

P = ParamSpec("P")


class UnreadError(LookupError):
    """A table was asked for that could not be read; its text names the file."""


@dataclass(frozen=True)
class Unread:
    """In place of a table, or of a part of one: any use of it is an `UnreadError`."""

    path: str
    """The record file, relative to the root."""

    def _refuse(self, *_: Any) -> NoReturn:
        raise UnreadError(self.path)

    __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = _refuse

    def __getattr__(self, name: str) -> Any:
        """Whatever a table would have; what Python itself looks for is simply not there."""
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse()


def told(
    rule: Callable[P, Iterable[Finding]], *args: P.args, **kwargs: P.kwargs
) -> tuple[Finding, ...]:
    """What a rule finds; nothing when it needs what could not be read."""
    try:
        return tuple(rule(*args, **kwargs))
    except UnreadError:
        return ()
