"""A bar on a terminal while work takes longer than a second; nothing anywhere else."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

from helpcenter.model import Lang, Progress, Text
from helpcenter.report.text import columns

PATIENCE = 1.0
"""Seconds without a bar: quick work needs none."""
EVERY = 0.1
"""Seconds between two looks of the bar."""
_LONGEST = 30
"""Columns of the bar itself, where there is room."""
_ERASED = "\r\x1b[K"
T = TypeVar("T")


def watched(lang: Lang) -> Progress:
    """Walks through items and shows on standard error how far it is, in `lang`."""

    def walk(items: Sequence[T], label: Text) -> Iterator[T]:
        if not sys.stderr.isatty():
            yield from items
            return
        due = monotonic() + PATIENCE
        shown = False
        try:
            for done, item in enumerate(items):
                if (now := monotonic()) > due:
                    _show(bar(label[lang], done, len(items), shutil.get_terminal_size().columns))
                    due, shown = now + EVERY, True
                yield item
        finally:  # also when the work is broken off
            if shown:
                _show("")

    return walk


def bar(label: str, done: int, of: int, room: int) -> str:
    """One line that is shorter than `room` columns."""
    tail = f" {done * 100 // of:3}%"
    length = min(_LONGEST, room - columns(label) - len(tail) - 4)
    full = done * max(length, 0) // of
    drawn = f" [{'#' * full}{'-' * (length - full)}]" if length > 0 else ""
    return f"{label}{drawn}{tail}"


def _show(line: str) -> None:
    sys.stderr.write(_ERASED + line)
    sys.stderr.flush()
