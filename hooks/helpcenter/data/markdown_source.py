"""Finds code and headings in Markdown source as Python-Markdown will see them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from helpcenter.data.lines import LineIndex
from helpcenter.model import Position

_FENCE = re.compile(r"^[ \t>]*(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)$", re.MULTILINE)
_TICKS = re.compile(r"`+")
_BLANK = re.compile(r"\n[ \t\r]*(?=\n)")
_ATX = re.compile(r"^(?P<level>#{1,6})(?!#)(?P<text>[^\r\n]*)", re.MULTILINE)
_SETEXT = re.compile(
    r"(?:\A|(?<=\n)|(?<=\n\r))(?P<text>[^\s#>|\-*+=][^\r\n]*)\r?\n(?P<rule>=+|-+)[ \t]*\r?$",
    re.MULTILINE,
)
_UNDERLINE = re.compile(r"\n(?:=+|-+)[ \t]*\r?$", re.MULTILINE)
"""The second line of such a heading; where there is none, nothing else need be tried."""
_ATTRIBUTES = re.compile(r"\{:?(?P<list>[^{}\n]*)\}$")
_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s#.}]+)")

Range = tuple[int, int]
"""Offsets of the first character and of the one after the last."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the source."""

    level: int
    text: str
    """Without `#` marks and attribute list; other Markdown stays."""
    id: str | None
    """The id that the writer gave, as in `## Title {#id}`."""
    position: Position


def code_ranges(text: str, start: int = 0) -> list[Range]:
    """Fenced blocks and inline code spans after `start`, in order, never overlapping.

    Fences may be indented (lists) or quoted. A fence without its end is ordinary text, as in
    Python-Markdown; so is code by indentation alone, to be on the careful side.
    """
    if "`" not in text and "~~~" not in text:
        return []
    fences = list(_fences(text, start))
    ranges: list[Range] = []
    before = start
    for fence in [*fences, (len(text), len(text))]:
        ranges += _spans(text, before, fence[0])
        ranges += [fence] if fence[0] < fence[1] else []
        before = fence[1]
    return ranges


def _fences(text: str, start: int) -> Iterator[Range]:
    lines = [match for match in _FENCE.finditer(text, start) if _is_fence_line(match)]
    hopeless: dict[str, int] = {}  # shortest mark of each character that found no end
    index = 0
    while index < len(lines):
        mark = lines[index]["mark"]
        end = None
        if len(mark) < hopeless.get(mark[0], len(mark) + 1):
            end = _closing_line(lines, index)
        if end is None:
            hopeless[mark[0]] = min(len(mark), hopeless.get(mark[0], len(mark)))
        else:
            yield lines[index].start(), lines[end].end()
            index = end
        index += 1


def _is_fence_line(match: re.Match[str]) -> bool:
    return not (match["mark"][0] == "`" and "`" in match["info"])


def _closing_line(lines: list[re.Match[str]], opening: int) -> int | None:
    """Index of the next bare line with at least the same mark."""
    mark = lines[opening]["mark"]
    for index in range(opening + 1, len(lines)):
        if lines[index]["mark"].startswith(mark) and not lines[index]["info"].strip():
            return index
    return None


def _spans(text: str, start: int, end: int) -> Iterator[Range]:
    """Inline code between two offsets; a span never crosses an empty line."""
    edges = [start, *(match.start() for match in _BLANK.finditer(text, start, end)), end]
    for first, last in pairwise(edges):
        yield from _block_spans(text, first, last)


def _block_spans(text: str, start: int, end: int) -> Iterator[Range]:
    runs = [
        match.span()
        for match in _TICKS.finditer(text, start, end)
        if not _is_escaped(text, match.start())
    ]
    by_length: dict[int, list[int]] = {}
    for first, last in runs:
        by_length.setdefault(last - first, []).append(first)
    done = start
    for first, last in runs:
        same = by_length[last - first]
        following = bisect_right(same, first)
        if first >= done and following < len(same):
            done = same[following] + (last - first)
            yield first, done


def _is_escaped(text: str, offset: int) -> bool:
    first = offset
    while first and text[first - 1] == "\\":
        first -= 1
    return (offset - first) % 2 == 1


@lru_cache(maxsize=8192)
def headings(text: str, start: int = 0) -> tuple[Heading, ...]:
    """Headings after `start` and outside code, in order; positions are those of `text`.

    Several rules ask for those of the same file.
    """
    code, lines = code_ranges(text, start), LineIndex(text)
    found = [(m, len(m["level"])) for m in _ATX.finditer(text, start)]
    if _UNDERLINE.search(text, start):
        found += [(m, 1 if m["rule"][0] == "=" else 2) for m in _SETEXT.finditer(text, start)]
    return tuple(
        _heading(lines, match, level)
        for match, level in sorted(found, key=lambda item: item[0].start())
        if not _inside(code, match.start())
    )


def _inside(ranges: list[Range], offset: int) -> bool:
    index = bisect_right(ranges, (offset, len(ranges) and ranges[-1][1])) - 1
    return index >= 0 and ranges[index][0] <= offset < ranges[index][1]


def _heading(lines: LineIndex, match: re.Match[str], level: int) -> Heading:
    words = match["text"].strip()
    name = None
    if attributes := _ATTRIBUTES.search(words):
        given = _ID.search(attributes["list"])
        name = given["id"] if given else None
        words = words[: attributes.start()]
    words = words.rstrip("# \t") if "level" in match.groupdict() else words.rstrip()
    return Heading(level, words, name, lines.at(match.start()))
