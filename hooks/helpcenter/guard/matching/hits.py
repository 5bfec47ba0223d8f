"""What detectors report: a piece of text shaped like an address, and its canonical form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, Protocol

Kind = Literal["email", "phone", "url", "social", "messenger"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of text that has the shape of an address; offsets count from 0, end excluded."""

    kind: Kind
    start: int
    end: int
    canonical: str
    """Lower-case mailbox, E.164, URL or host in ASCII, `platform:account`."""
    core_end: int = 0
    """URLs: end of the authority; what follows may hold further addresses."""
    odd: bool = False
    """A URL with a user part: never equal to a record, wherever it leads."""
    also: tuple[tuple[str, int], ...] = ()
    """Other canonical forms of the same place, and how many characters more each takes."""

    def moved(self, by: int) -> Hit:
        """The same, of a text in which this one begins so many characters on."""
        core = self.core_end + by if self.core_end else 0
        return replace(self, start=self.start + by, end=self.end + by, core_end=core)


class Detector(Protocol):
    """Finds one kind of address in `text[start:end]`."""

    def __call__(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Yield hits in the order of the text."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text for a detector's table of samples."""

    text: str
    canonical: tuple[str, ...] = ()
    """What must be found, in order; empty: nothing."""


def account_hit(kind: str, platform: str, match: re.Match[str], group: str) -> Hit:
    """The account in a group of a match; accounts of X are written with a leading @."""
    first, last = match.span(group)
    name = match[group].removeprefix("@")
    if re.fullmatch(r"[\d -]+", name):
        name = re.sub(r"[ -]", "", name)
    name = name.lower() if name.isascii() else name
    forms = [f"{platform}:{name}", f"{platform}:@{name}"]
    chosen, other = forms[::-1] if platform == "x" else forms
    sort: Kind = "social" if kind == "social" else "messenger"
    return Hit(sort, first, last, chosen, last, also=((other, 0),))
