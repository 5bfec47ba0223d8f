"""Limits of time and memory for one file, with everything that is packed into it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from pathlib import Path

MAX_BYTES = 30_000_000
"""Of one file."""
_PIXELS = 120_000_000
_BYTES = 120_000_000
MAX_CHARACTERS = 4_000_000
"""Of its text, and of all texts in it."""
_SECONDS = 20.0
"""Of the processor; an honest file takes one or two."""
_PLENTY = 20_000_000
_OBJECT = re.compile(r" <[^<>]{0,200} at 0x[0-9a-f]{1,16}>")
"""How Python names an object by where it lies."""


def told(error: Exception) -> str:
    """What a reader of bytes says is wrong, the same in every run."""
    return _OBJECT.sub("", f"{type(error).__name__}: {error}")[:120]


class TooMuch(Exception):
    """More than is ever needed, or nothing that can be read; the text says what."""


class Broken(TooMuch):
    """Bytes that are not what they seem to be."""


def bounded(file: Path) -> bytes:
    """The bytes of a file that is of ordinary size.

    Raises:
        OSError: it cannot be read.
        TooMuch: it is longer than any file may be, and was not read.
    """
    size = file.stat().st_size
    if size > MAX_BYTES:
        raise TooMuch(f"{size:,} bytes")
    return file.read_bytes()


@dataclass
class Effort:
    """What was spent on a file so far."""

    pixels: int = 0
    unpacked: int = 0
    """Bytes."""
    characters: int = 0
    started: float = field(default_factory=time.process_time)

    def draw(self, width: int, height: int) -> None:
        """Before a picture is looked at.

        Raises:
            TooMuch: it is one too many.
        """
        self.pixels += width * height
        if self.pixels > _PIXELS:
            raise TooMuch(f"> {_PIXELS:,} px")
        self.go_on()

    def unpack(self, size: int) -> None:
        """After something was unpacked.

        Raises:
            TooMuch: it was too much, with what was unpacked before.
        """
        self.unpacked += size
        if self.unpacked > _BYTES:
            raise TooMuch(f"> {_BYTES:,} bytes")
        self.go_on()

    def read(self, text: str) -> str:
        """A text, before it is read.

        Raises:
            TooMuch: it is too long, with those before.
        """
        self.characters += len(text)
        if self.characters > MAX_CHARACTERS:
            raise TooMuch(f"> {MAX_CHARACTERS:,} characters")
        return text

    def go_on(self) -> None:
        """Raises TooMuch when the file has taken too long."""
        if time.process_time() - self.started > _SECONDS:
            raise TooMuch(f"> {_SECONDS:.0f} s")

    @property
    def has_drawn_plenty(self) -> bool:
        """Whether further pictures are to be looked at in a smaller size."""
        return self.pixels > _PLENTY
