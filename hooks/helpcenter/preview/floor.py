"""Lock for builds: one at a time, and a running build yields to a save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Lock
from typing import TypeVar

from helpcenter.model import Text

T = TypeVar("T")


class Superseded(BaseException):
    """A newer save needs the lock; not an `Exception`, so that no handler swallows it."""


class Floor:
    """The lock, held by a save or by the work that follows one."""

    def __init__(self) -> None:
        self._saved = Event()
        self._busy = Lock()

    @contextmanager
    def of_save(self) -> Iterator[None]:
        """Wait until the running work has yielded, then hold the lock."""
        self._saved.set()
        with self._busy:
            self._saved.clear()
            yield

    @contextmanager
    def of_rest(self) -> Iterator[None]:
        """Hold the lock for the work that follows a save.

        Raises:
            Superseded: something was saved before that.
        """
        with self._busy:
            self.checkpoint()
            yield

    @contextmanager
    def at_end(self) -> Iterator[None]:
        """Hold the lock for good: nothing is built after that."""
        self._saved.set()
        with self._busy:
            yield

    def saved_within(self, seconds: float) -> bool:
        """Wait up to `seconds` for the next save; whether there was one."""
        return self._saved.wait(seconds)

    def checkpoint(self) -> None:
        """Abort the running work if something was saved meanwhile.

        Raises:
            Superseded: it was.
        """
        if self._saved.is_set():
            raise Superseded

    def watched(self, items: Sequence[T], label: Text) -> Iterable[T]:
        """The items, as long as nothing is saved."""
        for item in items:
            self.checkpoint()
            yield item
