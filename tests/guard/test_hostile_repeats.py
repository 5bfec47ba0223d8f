"""Repeats of what each reading seeks cost no more than in proportion, told module by module.

The repeats are made of each module's own samples, whole, cut in half, on one line and on many:
1 MB of any takes about a second at most. Here less is read, on a machine that may be busy.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import time
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from helpcenter.guard import detectors, instructions, numbers, readings, views

SIZE = 40_000
MOST = 8
"""Samples of one module."""
QUICK = 0.08
"""Seconds of processor for so many signs of which nothing further is asked."""
LEAST, GROWTH = 4, 8
"""Four times the text may take twice as long as it should; squared it would be 16 times."""
GIVEN = {"text": None, "said": None, "start": 0, "end": None, "path": "docs/a.md", "python": False}
"""What the readings take: a text, a place in it, a file name."""


def modules() -> Iterator[ModuleType]:
    for package in (detectors, instructions, numbers, readings, views):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def strings(value: object) -> Iterator[str]:
    """Every text in nested samples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from strings(item)
    else:
        yield from strings(getattr(value, "text", ()))


def samples(module: ModuleType) -> list[str]:
    tables = [value for name, value in vars(module).items() if name.endswith("_SAMPLES")]
    return [text for text in dict.fromkeys(strings(tables)) if len(text) > 2]


def readings_of(module: ModuleType) -> list[Callable[[str], object]]:
    """What of a module reads a whole text."""

    def reading(function: Callable[..., object], takes: list[str]) -> Callable[[str], object]:
        def read(text: str) -> object:
            given = {**GIVEN, "text": text, "said": text, "end": len(text)}
            made = function(*(given[name] for name in takes))
            return list(made) if isinstance(made, Iterator) else made

        return read

    found = []
    for name, function in vars(module).items():
        own = inspect.isfunction(function) and function.__module__ == module.__name__
        if own and not name.startswith("_"):
            takes = [
                p.name
                for p in inspect.signature(function).parameters.values()
                if p.default is p.empty
            ]
            if takes and takes[0] in ("text", "said") and GIVEN.keys() >= set(takes):
                found.append(reading(function, takes))
    return found


READ = [m for m in modules() if readings_of(m) and samples(m)]
EVERY = [text for module in READ for text in samples(module)]
WITHOUT = [m for m in modules() if readings_of(m) and m not in READ]
"""Those that have no samples of their own get some of the others'."""


def seconds(read: Callable[[str], object], piece: str, size: int) -> float:
    text = (piece * (size // len(piece) + 1))[:size]
    start = time.process_time()
    read(text)
    return time.process_time() - start


def is_bounded(read: Callable[[str], object], piece: str) -> bool:
    """Whether some tries out of four are as quick as they must be: a machine has other work."""
    read(piece)
    for _ in range(4):
        took = seconds(read, piece, SIZE)
        if took < QUICK or took < GROWTH * seconds(read, piece, SIZE // LEAST):
            return True
    return False


@pytest.mark.parametrize("module", READ + WITHOUT, ids=lambda m: m.__name__.split(".guard.")[1])
def test_four_times_the_text_is_four_times_the_work(module):
    pieces = samples(module) or EVERY
    pieces = pieces[:: len(pieces) // MOST + 1]
    slow = [
        piece
        for read in readings_of(module)
        for sample in pieces
        for piece in (sample, f"{sample}\n", sample[: len(sample) // 2 + 1])
        if not is_bounded(read, piece)
    ]
    assert slow == []


def test_many_modules_are_read():
    assert len(READ) > 30
