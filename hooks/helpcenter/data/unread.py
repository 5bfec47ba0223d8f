"""Stand-in for a table of records whose file cannot be read.

Rules that never use it run as usual; one that does is stopped and reports nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn, ParamSpec

from helpcenter.model import Finding

P = ParamSpec("P")


class UnreadError(LookupError):
    """A table was used whose file could not be read; the text names the file."""


@dataclass(frozen=True)
class Unread:
    """Stands for a table or part of one; any use of it raises `UnreadError`."""

    path: str
    """The record file, relative to the root."""

    def _refuse(self, *_: Any) -> NoReturn:
        raise UnreadError(self.path)

    __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = _refuse

    def __getattr__(self, name: str) -> Any:
        """Refuse every attribute; names that Python itself looks up are simply missing."""
        if name.startswith("__"):
            raise AttributeError(name)
        self._refuse()


def unless_unread(
    rule: Callable[P, Iterable[Finding]], *args: P.args, **kwargs: P.kwargs
) -> tuple[Finding, ...]:
    """The findings of a rule; none when it needs a file that could not be read."""
    try:
        return tuple(rule(*args, **kwargs))
    except UnreadError:
        return ()
