"""The same work on many items, shared among the cores of the machine."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
LEAST = 60
"""Items for which a second process is worth its start."""
_CHUNK = 8
MOST = 8192
"""Results that are kept of one kind of work."""
SELDOM = (100_000, 50, 50)
"""When a worker or a command looks for circular garbage: it makes little, and ends soon."""
_work: Callable[[Any], Any]


class WorkerDied(RuntimeError):
    """A process ended in the middle of its work; the text says so in both languages."""


def mapped(work: Callable[[T], R], items: Sequence[T], walked: Iterable[T]) -> Iterator[R]:
    """What `work` makes of each item, in order; the same as without further processes.

    Further processes are copies of this one, so `work` may use whatever is at hand here. There
    are none for few items, on one core, where processes cannot be copied, and beside threads,
    whose locks would be copied too. The first item is worked on before they are made: the
    patterns and tables that it needed are copied instead of made by each.

    Args:
        work: a function of one item without side effects; what it returns must be picklable.
        items: all items.
        walked: the same, told of each item as it is taken.

    Raises:
        WorkerDied: a process was ended from outside, as happens when memory runs out.
    """
    workers = min(cores(), len(items) // (LEAST // 2))
    if workers < 2 or threading.active_count() > 1 or not _can_fork():
        yield from map(work, walked)
        return
    first = work(items[0])
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(work,)) as pool:
        results = pool.map(_one, items[1:], chunksize=_CHUNK)
        try:
            for _, result in zip(walked, chain((first,), results), strict=True):
                yield result
        except BrokenProcessPool:
            raise WorkerDied(
                "检查用的进程被系统终止，可能是内存不足 / "
                "a checking process was ended by the system; perhaps memory ran out"
            ) from None
        except BaseException:  # Ctrl-C: nobody waits for the rest
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def remembering(
    known: dict[T, R],
    work: Callable[[T], R],
    items: Sequence[T],
    walk: Callable[[Sequence[int]], Iterable[int]],
) -> list[R]:
    """What `work` makes of each item, in order, or made of it before.

    A process that began with copies of itself remembers what those found, too.

    Args:
        known: results of earlier runs; those of this one come in, and only those stay when
            there are more than `MOST`.
        work: a function of one item, as for `mapped`.
        items: all items; only new ones need be worked on.
        walk: goes through the numbers of the new ones, and may show how far it is.
    """
    new = [item for item in items if item not in known]
    if len(known) + len(new) > MOST:
        known.clear()
        new = list(items)
    numbers = range(len(new))  # copies of items would be other ones
    made = mapped(lambda at: work(new[at]), numbers, walk(numbers))
    known.update(zip(new, made, strict=True))
    return [known[item] for item in items]


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_fork() -> bool:
    return os.name == "posix" and os.uname().sysname == "Linux"


def _begin(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work
    gc.freeze()  # what the other process made stays
    gc.set_threshold(*SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked ends us


def _one(item: Any) -> Any:
    return _work(item)
