"""Titles of admonitions written without one, in the language of their text.

Markdown would use the English name of the type, and a plugin the language of the reader, even above
Chinese text on an English page. `!!! note ""` has no title on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNTITLED = re.compile(
    r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]?(?P<type>[\w-]+)(?:[ \t]+[\w-]+)*(?P<end>)[ \t]*$", re.MULTILINE
)
"""The first line of an admonition or a folded block; only its first class names its type."""
_OPENING = re.compile(r"^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]?(?P<type>[\w-]+)", re.MULTILINE)
WORD = "admonition_{}"
"""Key of a title among the words of the interface."""


def types(visible: str) -> Iterator[tuple[int, str]]:
    """The type of each box with its offset; `visible` is without code."""
    for match in _OPENING.finditer(visible):
        yield match.start("type"), match["type"].lower()


def untitled(visible: str) -> Iterator[tuple[int, str]]:
    """Where a title may be put in (offset), and the key of its word; `visible` is without code."""
    for match in _UNTITLED.finditer(visible):
        yield match.start("end"), WORD.format(match["type"].lower())
