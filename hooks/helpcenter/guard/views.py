"""Views: the same text as a browser decodes it, with the way back to the raw file.

A view is made from the one before it by replacing pieces. Only the surroundings of a
replaced piece can hold something that the view before did not, so a view names its windows.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from helpcenter.model import Position

REACH = 300
"""Characters around a replaced piece in which an address may begin or end."""


class Lines:
    """Line and column of offsets of one text, without counting from its start each time."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self._text))]

    def position(self, offset: int) -> Position:
        """Position of the character at `offset` (from 0)."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


@dataclass(slots=True)
class View:
    """A text, and where each of its characters comes from."""

    name: str
    text: str
    parent: View | None = None
    _starts: list[int] = field(default_factory=list)
    """Offset in this view of each replaced piece, rising."""
    _pieces: list[tuple[int, int, int]] = field(default_factory=list)
    """For each: its end in this view, and its span in the parent."""

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The span of the raw text that `text[start:end]` of this view was made from."""
        if self.parent is None:
            return start, end
        return self.parent.raw(self._back(start, first=True), self._back(end - 1, first=False) + 1)

    def _back(self, offset: int, *, first: bool) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        end, parent_start, parent_end = self._pieces[at]
        if offset < end:
            return parent_start if first else parent_end - 1
        return parent_end + offset - end

    def windows(self) -> Iterator[tuple[int, int]]:
        """The spans of this view worth searching, without overlap."""
        if self.parent is None:
            yield 0, len(self.text)
            return
        size, low, high = len(self.text), 0, -1
        for start, (end, _, _) in zip(self._starts, self._pieces, strict=True):
            first = max(start - REACH, 0)
            if high < first:
                if high >= 0:
                    yield low, high
                low = first
            high = min(end + REACH, size)
        yield low, high


def _replaced(
    parent: View, name: str, pattern: re.Pattern[str], replace: Callable[[str], str]
) -> View | None:
    view, parts, done, size = View(name, "", parent), [], 0, 0
    for match in pattern.finditer(parent.text):
        new = replace(match[0])
        if new == match[0]:
            continue
        start, end = match.span()
        parts += [parent.text[done:start], new]
        size += start - done
        view._starts.append(size)
        size += len(new)
        view._pieces.append((size, start, end))
        done = end
    if not view._pieces:
        return None
    view.text = "".join([*parts, parent.text[done:]])
    return view


_ENTITY = re.compile(
    r"&(?!(?:lt|gt|quot|para|copy);)"
    r"(?:#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});?"
)
"""Character references, but not those every page has and no address can contain."""


def _entity(text: str) -> str:
    """One character reference; those of control characters vanish, as they do in a URL."""
    char = unescape(text)
    return "" if len(char) == 1 and char <= "\x1f" else char


_PERCENT = re.compile(
    r"%[0-7][0-9A-Fa-f]|%[CDcd][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]"
    r"|%[Ee][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){2}|%[Ff][0-7](?:%[89ABab][0-9A-Fa-f]){3}"
)
"""The bytes of one UTF-8 character, so that each character keeps its own place."""

_STYLED = re.compile(
    r"[\xad\xb2\xb3\xb9\u180e\u200b-\u200f\u2024\u202a-\u202e\u2060-\u2069\u2070-\u209c\u2100-\u214f"
    r"\u2460-\u24ff\ufe50-\ufe6b\ufeff\uff0b\uff0d-\uff0f\uff10-\uff19\uff20-\uff3a\uff3f-\uff5a"
    r"\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]"
)
"""Invisible characters, and those whose compatibility form (NFKC) can be part of an address."""


def _fold(text: str) -> str:
    if unicodedata.category(text) == "Cf":
        return ""
    plain = unicodedata.normalize("NFKC", text)
    return plain if plain.isascii() else text


_STAGES: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("entities", _ENTITY, _entity),
    ("percent", _PERCENT, unquote),
    ("folded", _STYLED, _fold),
)


def views(text: str) -> Iterator[View]:
    """The raw text, then each decoding of the one before it that changes something."""
    view = View("raw", text)
    yield view
    for name, pattern, replace in _STAGES:
        if decoded := _replaced(view, name, pattern, replace):
            view = decoded
            yield view
