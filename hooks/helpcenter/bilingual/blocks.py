"""The blocks of a section with their lines: paragraphs, steps, items, rows, admonitions, code.

Python-Markdown's tree has no positions, and parity needs the line of the English block. Lists
inside admonitions or other lists count like any other. Consecutive paragraphs are one block,
because a translator may divide them differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["heading", "text", "step", "item", "row", "admonition", "code"]

_FENCE = re.compile(r"[ \t>]*(?P<mark>`{3,}|~{3,})")
_STARTS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"#{1,6}(?!#)[ \t]*")),
    ("admonition", re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+(?P<type>[\w-]+)[^\n\"]*")),
    ("step", re.compile(r"[0-9]{1,9}[.)][ \t]+")),
    ("item", re.compile(r"[-*+][ \t]+(?![-*+ \t]*$)")),
    ("row", re.compile(r"\|?(?=[^|\n]*\|)")),
)
_FIRST_CHARS = frozenset("#!?-*+0123456789")
"""With these, or a `|` on the line, they begin."""
_RULER = re.compile(r"[|:\- \t]*-{3}[|:\- \t]*|(?:\|[ \t]*)?:?-+:?[ \t]*\|[|:\- \t]*")


class Block(NamedTuple):
    """One block; `line` counts from 0 within the section."""

    kind: Kind
    text: str
    """Without list marker or `#`; lines joined by line ends."""
    line: int
    type: str = ""
    """Of an admonition: danger, warning …"""


@lru_cache(maxsize=128)
def blocks(text: str) -> tuple[Block, ...]:
    """All blocks of the Markdown `text` in order; several rules ask one after the other."""
    return tuple(_merged(_pieces(text.replace("\r\n", "\n").split("\n"))))


def _pieces(lines: list[str]) -> Iterator[Block | None]:
    """Blocks in their order, None for an empty line."""
    fence, first = "", 0
    for number, line in enumerate(lines):
        mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence:
            if mark and mark["mark"].startswith(fence):
                yield Block("code", "\n".join(lines[first : number + 1]), first)
                fence = ""
        elif mark:
            fence, first = mark["mark"], number
        elif not line.strip():
            yield None
        elif "-" not in line or not _RULER.fullmatch(line.strip()):
            yield _piece(line, number)
    if fence:  # a fence without end is ordinary text
        yield Block("text", "\n".join(lines[first:]), first)


def _piece(line: str, number: int) -> Block:
    stripped = line.strip(" \t>")
    for kind, pattern in _STARTS if "|" in stripped or stripped[:1] in _FIRST_CHARS else ():
        if match := pattern.match(stripped):
            kind_of = match.groupdict().get("type") or ""
            return Block(kind, stripped[match.end() :], number, kind_of)
    return Block("text", stripped, number)


def _merged(pieces: Iterator[Block | None]) -> Iterator[Block]:
    """Continuation lines joined to their block, neighbouring paragraphs to one another."""
    last: Block | None = None
    blank = False
    for piece in pieces:
        if piece is None:
            blank = True
            continue
        joins = (
            piece.kind == "text"
            and last is not None
            and (last.kind == "text" or (last.kind in ("step", "item") and not blank))
        )
        if joins and last is not None:
            last = Block(last.kind, f"{last.text}\n{piece.text}", last.line, last.type)
        else:
            if last:
                yield last
            last = piece
        blank = False
    if last:
        yield last
