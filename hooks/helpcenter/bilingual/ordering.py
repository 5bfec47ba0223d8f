"""Fixes the headings of a pair of pages: ids, levels, and the order of the English sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from helpcenter.data.lines import LineIndex
from helpcenter.data.markdown_source import Heading, headings

_ATTRIBUTES = re.compile(r"[ \t]*\{:?[^{}\n]*\}[ \t]*$")


@dataclass(frozen=True, slots=True)
class _Piece:
    heading: Heading
    text: str


def with_ids(body: str, given: Sequence[str | None]) -> str:
    """`body` with an id for each heading that has none.

    `given` are the ids of the other language's headings; they are taken where both pages have
    as many headings, else `part-1`, `part-2` … that no heading has yet.
    """
    lead, pieces = _cut(body)
    own = {piece.heading.id for piece in pieces}
    names = iter(_names(pieces, given))
    unused = (name for n in count(1) if (name := f"part-{n}") not in own | {*given})
    for index, piece in enumerate(pieces):
        if piece.heading.id is None:
            pieces[index] = _Piece(
                piece.heading, _with_id(piece.text, next(names, None) or next(unused))
            )
    return lead + "".join(piece.text for piece in pieces)


def _names(pieces: Sequence[_Piece], given: Sequence[str | None]) -> list[str | None]:
    """For the headings without an id: those at the same places in the other language.

    Where one of them is in use, the other language has another order, and only a single one
    that is left over is certain.
    """
    if len(given) != len(pieces):
        return []
    own = {piece.heading.id for piece in pieces} - {None}
    names = [name for piece, name in zip(pieces, given, strict=True) if piece.heading.id is None]
    if own.isdisjoint(names):
        return names
    free = [name for name in given if name not in own]
    return free if len(free) == len(names) == 1 else []


def _with_id(text: str, name: str) -> str:
    line, mark, rest = text.partition("\n")
    ending = "\r" if line.endswith("\r") else ""
    bare = line.removesuffix("\r").rstrip()
    attributes = _ATTRIBUTES.search(bare)
    if attributes:
        inner = attributes[0].strip().strip("{}:").strip()
        return f"{bare[: attributes.start()]} {{#{name} {inner}}}{ending}{mark}{rest}"
    return f"{bare} {{#{name}}}{ending}{mark}{rest}"


def in_order(english: str, chinese: str) -> str:
    """The English body with its sections in the order and at the levels of the Chinese one.

    Unchanged when a heading of either has no id or one used twice. Sections that only the
    English has stay behind the one that they follow.
    """
    levels = {h.id: h.level for h in headings(chinese)}
    lead, pieces = _cut(english)
    ids = [piece.heading.id for piece in pieces]
    if None in ids or None in levels or len(set(ids)) < len(ids):
        return english
    groups: dict[str | None, list[str]] = {None: []}
    current: str | None = None
    for piece in pieces:
        if piece.heading.id in levels:
            current = piece.heading.id
            groups[current] = []
        groups[current].append(_at_level(piece, levels.get(piece.heading.id)))
    ordered = [text for name in (None, *levels) for text in groups.get(name, [])]
    if ordered == [piece.text for piece in pieces]:
        return english
    ending = "\r\n" if "\r\n" in english else "\n"
    return lead + (ending * 2).join(text.rstrip() for text in ordered) + ending


def _at_level(piece: _Piece, level: int | None) -> str:
    if level is None or not piece.text.startswith("#"):
        return piece.text
    return "#" * level + piece.text.lstrip("#")


def _cut(body: str) -> tuple[str, list[_Piece]]:
    found, lines = headings(body), LineIndex(body)
    starts = [lines.offset(heading.position) for heading in found]
    ends = [*starts, len(body)][1:]
    pieces = [_Piece(h, body[a:b]) for h, a, b in zip(found, starts, ends, strict=True)]
    return body[: starts[0]] if starts else body, pieces
