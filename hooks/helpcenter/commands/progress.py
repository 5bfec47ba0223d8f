"""A bar on a terminal while work takes longer than a second; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from time import monotonic
from typing import TypeVar

import click

from helpcenter.model import Lang, Progress, Text

PATIENCE = 1.0
"""Seconds without a bar: quick work needs none."""
T = TypeVar("T")


def watched(lang: Lang) -> Progress:
    """Walks through items and shows on standard error how far it is, in `lang`."""

    def walk(items: Sequence[T], label: Text) -> Iterator[T]:
        if not sys.stderr.isatty():
            yield from items
            return
        start, bar = monotonic(), None
        with ExitStack() as stack:
            for done, item in enumerate(items):
                if bar is None and monotonic() - start > PATIENCE:
                    new = click.progressbar(length=len(items), label=label[lang], file=sys.stderr)
                    bar = stack.enter_context(new)
                    bar.update(done)
                yield item
                if bar:
                    bar.update(1)

    return walk
