"""Runs work in a separate process, within limits of time and memory.

Rendering a hostile file may take days or all memory, or crash its process. Then only that process
ends, and the file is reported.
"""

from __future__ import annotations

import faulthandler
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from helpcenter.guard.matching.effort import Broken, TooMuch, told

_SECONDS = 5
"""Of the processor; drawings take hundredths."""
_WAIT = 30.0
"""Seconds on the clock, where others need the processor too."""
_MEMORY = 1_000_000_000
"""Bytes beside those that this process has."""
_PIECE = 1 << 20
_DONE, _FAILED = b"+", b"-"


def apart(work: Callable[[], bytes]) -> bytes:
    """The result of `work`, done in a copy of this process.

    Raises:
        TooMuch: it needed more time or memory than allowed.
        Broken: it failed; the text is that of its error.
    """
    if sys.platform != "linux":  # elsewhere libraries do not bear to be copied while they run
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    try:
        answer = _answer(reading)
    finally:
        os.close(reading)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if answer[:1] == _FAILED:
        raise Broken(answer[1:].decode("utf-8", "replace"))
    if answer[:1] != _DONE:
        raise TooMuch(f"> {_SECONDS} s / > {_MEMORY >> 20} MB")
    return answer[1:]


def _work(work: Callable[[], bytes], writing: int) -> None:
    """In the copy: do the work, send its result, and exit."""
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 2)  # what a library says when it ends the process
        faulthandler.disable()
        _limit()
        try:
            answer = _DONE + work()
        except Exception as error:
            answer = _FAILED + told(error).encode()
        sent = memoryview(answer + _DONE)
        while sent:
            sent = sent[os.write(writing, sent[:_PIECE]) :]
    finally:
        os._exit(0)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    used = int(time.process_time())  # that of the copy, which begins at none
    resource.setrlimit(resource.RLIMIT_CPU, (used + _SECONDS, used + _SECONDS + 1))
    pages = Path("/proc/self/statm")
    if pages.is_file():  # elsewhere only the time is limited
        size = int(pages.read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + _MEMORY, size + _MEMORY))


def _answer(reading: int) -> bytes:
    """Everything that the copy sent; empty when it did not finish."""
    until = time.monotonic() + _WAIT
    pieces: list[bytes] = []
    while select.select([reading], [], [], max(until - time.monotonic(), 0))[0]:
        piece = os.read(reading, _PIECE)
        if not piece:
            said = b"".join(pieces)
            return said[:-1] if said[-1:] == _DONE else b""
        pieces.append(piece)
    return b""
