"""Runs the same work on many items, shared among processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import chain
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
LEAST = 60
"""Number of items from which a second process is worth starting."""
_TOGETHER = 32
"""Largest batch of items; batches start small because the first items may be large."""
MOST = 8192
"""Most results to keep of one kind of work."""
SELDOM = (100_000, 50, 50)
"""Thresholds of the garbage collector: workers and commands make little garbage and end soon."""


_DIED = (
    "检查用的进程被系统终止，可能是内存不足 / "
    "a checking process was ended by the system; perhaps memory ran out"
)


class WorkerDied(RuntimeError):
    """A process ended in the middle of its work; the text says so in both languages."""


class Job(Generic[T, R]):
    """One kind of work on many items, done as its results are asked for, or by `shared`."""

    def __init__(self, work: Callable[[T], R], items: Sequence[T]) -> None:
        """`work` is without side effects; what it makes of one of the `items` is picklable."""
        self.work = work
        self.items = items
        self.made: Iterator[R] = chain.from_iterable(map(self.several, _batches(items)))

    def several(self, items: Sequence[T]) -> list[R]:
        """Results for some items, which one process takes at once."""
        return [self.work(item) for item in items]

    def results(self, walked: Iterable[T]) -> Iterator[R]:
        """Results in the order of the items; `walked` advances with each, to show progress."""
        for _, result in zip(walked, self.made, strict=True):
            yield result


@contextmanager
def shared(*jobs: Job[Any, Any]) -> Iterator[None]:
    """Processes that work on the jobs, one after the other, while this one goes on.

    They are copies of this one, so the work may use whatever is at hand here. There are none for
    few items, on one core, where processes cannot be copied, and beside threads, whose locks
    would be copied too. The first item of each job is worked on before they are made: the
    patterns and tables that it needed are copied instead of made by each.

    Raises:
        WorkerDied: a process was ended from outside, as happens when memory runs out.
    """
    workers = min(cores(), sum(len(job.items) for job in jobs) // (LEAST // 2))
    if workers < 2 or not _can_fork():
        yield
        return
    firsts = [job.several(job.items[:1]) for job in jobs]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(jobs,)) as pool:
        try:
            for number, (job, first) in enumerate(zip(jobs, firsts, strict=True)):
                rest = pool.map(partial(_several, number), _batches(job.items, len(first)))
                job.made = chain(first, chain.from_iterable(rest))
            yield
        except BrokenProcessPool:
            raise WorkerDied(_DIED) from None
        except BaseException:  # Ctrl-C: only for what was begun is waited
            pool.shutdown(cancel_futures=True)
            raise


@contextmanager
def aside(job: Job[Any, Any]) -> Iterator[None]:
    """A process that works on the job alone, while this one goes on.

    It needs no threads here, unlike those of `shared`, which may therefore be started meanwhile.
    None is started where `shared` would start none.

    Raises:
        WorkerDied: the process was ended from outside, as happens when memory runs out.
        Exception: what the work raised, or why one of its results cannot be pickled.
    """
    if len(job.items) < LEAST or cores() < 2 or not _can_fork():
        yield
        return
    context = multiprocessing.get_context("fork")
    reading, writing = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(job, writing), daemon=True)
    process.start()
    writing.close()  # so that the end of the process is the end of what can be read
    job.made = chain.from_iterable(_told(reading))
    try:
        yield
    finally:
        process.terminate()
        process.join()
        reading.close()


def mapped(work: Callable[[T], R], items: Sequence[T], walked: Iterable[T]) -> Iterator[R]:
    """The results of `work` for each item, in order, shared among processes.

    Args:
        work: a function of one item, as for `Job`.
        items: all items.
        walked: the same; advances with each item, to show progress.

    Raises:
        WorkerDied: a process was ended from outside.
    """
    job = Job(work, items)
    with shared(job):
        yield from job.results(walked)


class Remembered(Job[int, R], Generic[T, R]):
    """Work whose results are kept for later runs in this process."""

    def __init__(self, known: dict[T, R], work: Callable[[T], R], items: Sequence[T]) -> None:
        """Prepare the work on those of the `items` that are not known yet.

        Args:
            known: results of earlier runs; those of this one come in, and only those stay when
                there are more than `MOST`.
            work: a function of one item, as for `Job`.
            items: all items; only new ones need be worked on.
        """
        new = [item for item in items if item not in known]
        if len(known) + len(new) > MOST:
            known.clear()
            new = list(items)
        super().__init__(lambda at: work(new[at]), range(len(new)))  # copies would be other items
        self._known, self._all, self._new = known, items, new

    def all(self, walk: Callable[[Sequence[int]], Iterable[int]]) -> list[R]:
        """The result for each item, in order, computed now or in an earlier run.

        Args:
            walk: iterates over the indices of the new ones and may show progress.
        """
        self._known.update(zip(self._new, self.results(walk(self.items)), strict=True))
        return [self._known[item] for item in self._all]


_jobs: tuple[Job[Any, Any], ...]
"""In a worker process: its jobs."""


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_fork() -> bool:
    if threading.active_count() > 1:
        return False
    return os.name == "posix" and os.uname().sysname == "Linux"


def _begin(jobs: tuple[Job[Any, Any], ...]) -> None:
    global _jobs
    _jobs = jobs
    _settle()


def _settle() -> None:
    """Set up a worker process."""
    gc.freeze()  # what the other process made stays
    gc.set_threshold(*SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked ends us


def _several(number: int, items: Sequence[Any]) -> list[Any]:
    return _jobs[number].several(items)


def _work(job: Job[Any, Any], writing: Connection) -> None:
    """In a worker: send the results batch by batch, then None; or the error that ended the work."""
    _settle()
    with ThreadPoolExecutor(1) as line:  # the process that asked may be slow to read
        try:  # pickled here and not by the thread, where nobody would hear of a failure
            for items in _batches(job.items):
                line.submit(writing.send_bytes, pickle.dumps(job.several(items)))
            last = pickle.dumps(None)
        except Exception as error:
            last = _pickled(error)
        line.submit(writing.send_bytes, last)


def _pickled(error: Exception) -> bytes:
    """An error as it can be sent; one that cannot, as a `RuntimeError` that says the same."""
    try:
        raw = pickle.dumps(error)
        pickle.loads(raw)  # an error with arguments of its own may fail only here
    except Exception:
        raw = pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return raw


def _told(reading: Connection) -> Iterator[list[Any]]:
    try:
        while (made := reading.recv()) is not None:
            if isinstance(made, Exception):
                raise made
            yield made
    except (EOFError, OSError):  # between two messages, or amid one
        raise WorkerDied(_DIED) from None


def _batches(items: Sequence[T], start: int = 0) -> Iterator[Sequence[T]]:
    size = 1
    while start < len(items):
        yield items[start : start + size]
        start, size = start + size, min(size + 1, _TOGETHER)
